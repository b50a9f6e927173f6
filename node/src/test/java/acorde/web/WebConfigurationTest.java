package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.view.EntryView;
import acorde.web.view.Links;
import acorde.web.view.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The pages behind a real web server. */
@Tag("slow")
class WebConfigurationTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext application;
    private static String address;

    @Configuration(proxyBeanMethods = false)
    @Import({WebConfiguration.class, Door.class})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    static class Node {
        @Bean
        Frames frames() {
            return request ->
                    Samples.frame(ReaderLanguage.of(request), request.getRequestURI(), Samples.Reading.AT_THE_DOOR);
        }
    }

    @Controller
    static class Door {
        private final Pages pages;
        private final Frames frames;

        Door(Pages pages, Frames frames) {
            this.pages = pages;
            this.frames = frames;
        }

        @GetMapping("/sign-in")
        View signIn(HttpServletRequest request) {
            return new Shown(pages, "sign-in", frames.of(request), new EntryView("", EntryView.Notice.NONE, List.of()));
        }

        @GetMapping("/broken")
        View broken() {
            throw new IllegalStateException("a secret that no page may show");
        }
    }

    @BeforeAll
    static void start() {
        var node = new SpringApplication(Node.class);
        node.setBannerMode(Banner.Mode.OFF);
        node.setDefaultProperties(
                Map.of("server.port", "0", "server.address", "127.0.0.1", "logging.level.root", "off"));
        application = node.run();
        address = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aPageIsServedInTheLanguageOfTheBrowser() throws Exception {
        HttpResponse<String> english = get("/sign-in", "Accept-Language", "en-US,en");
        assertEquals(200, english.statusCode());
        assertEquals("en", english.headers().firstValue("Content-Language").orElseThrow());
        assertTrue(english.body().contains("<html lang=\"en\">"));
        assertTrue(get("/sign-in", "Accept-Language", "fr").body().contains("<html lang=\"es\">"));
    }

    @Test
    void aChosenLanguageIsRemembered() throws Exception {
        HttpResponse<String> chosen = get("/sign-in?lang=en", "Accept-Language", "es");
        assertTrue(chosen.body().contains("<html lang=\"en\">"));
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.startsWith("acorde-lang=en; Path=/; Max-Age=31536000;"), cookie);
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        assertTrue(get("/sign-in", "Cookie", "acorde-lang=en").body().contains("<html lang=\"en\">"));
        assertFalse(get("/sign-in?lang=xx", "Accept-Language", "es")
                .headers()
                .firstValue("Set-Cookie")
                .isPresent());
    }

    @Test
    void aPageStaysInNoCacheAndAnAssetForEver() throws Exception {
        assertEquals(
                "no-store",
                get("/sign-in", "Accept", "text/html")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow());
        for (String asset :
                List.of(Links.asset("acorde.css"), Links.asset("acorde.js"), "/vendor/htmx/htmx-2.0.10.min.js")) {
            HttpResponse<String> response = get(asset, "Accept", "*/*");
            assertEquals(200, response.statusCode(), asset);
            assertEquals(
                    "max-age=31536000, public, immutable",
                    response.headers().firstValue("Cache-Control").orElseThrow());
        }
    }

    @Test
    void anUnknownAddressSaysWhatToDoNext() throws Exception {
        HttpResponse<String> response = get("/nowhere", "Accept", "text/html");
        assertEquals(404, response.statusCode());
        assertTrue(response.body().contains("Aquí no hay nada con esa dirección"));
    }

    @Test
    void aFaultShowsNothingOfItsCause() throws Exception {
        HttpResponse<String> response = get("/broken?lang=en", "Accept", "text/html");
        assertEquals(500, response.statusCode());
        assertTrue(response.body().contains("This node failed"));
        assertFalse(response.body().contains("secret"));
    }

    private static HttpResponse<String> get(String path, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header(header, value)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
