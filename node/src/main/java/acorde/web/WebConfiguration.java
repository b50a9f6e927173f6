package acorde.web;

import acorde.web.view.Pages;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages' beans. Whoever imports this provides {@link Frames}. */
@Configuration(proxyBeanMethods = false)
@Import(FaultPages.class)
public class WebConfiguration implements WebMvcConfigurer {
    /** What a browser may load for a page: this node's own files and nothing inline. */
    public static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Bean
    Pages pages() {
        return new Pages();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ReaderLanguage());
    }

    /** Our own files carry a version in their address and others' a version in their name: browsers may keep both. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl kept = CacheControl.maxAge(FOR_EVER).cachePublic().immutable();
        registry.addResourceHandler("/acorde.css", "/acorde.js", "/favicon.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(kept);
        registry.addResourceHandler("/vendor/**")
                .addResourceLocations("classpath:/static/vendor/")
                .setCacheControl(kept);
    }
}
