package acorde.web.desk;

import acorde.acts.Acts;
import acorde.compact.Founding;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the compact, every controller by its name. */
@Configuration(proxyBeanMethods = false)
@Import({PartnersPage.class, OversightPage.class, ActPages.class})
public class DeskConfiguration {
    @Bean
    Directory directory(Founding founding) {
        return new Directory(founding);
    }

    @Bean
    Telling telling(Acts acts) {
        return new Telling(acts);
    }

    @Bean
    Verification verification(Acts acts, Clock clock) {
        return new Verification(acts, clock);
    }
}
