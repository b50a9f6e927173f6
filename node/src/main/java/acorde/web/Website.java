package acorde.web;

import acorde.acts.Acts;
import acorde.web.api.ApiConfiguration;
import acorde.web.desk.DeskConfiguration;
import acorde.web.exchange.ExchangeConfiguration;
import acorde.web.groups.GroupsConfiguration;
import acorde.web.hooks.HooksConfiguration;
import acorde.web.imports.ImportsConfiguration;
import acorde.web.mail.MailConfiguration;
import acorde.web.paper.PaperConfiguration;
import acorde.web.returns.ReturnsConfiguration;
import acorde.web.taxii.TaxiiConfiguration;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/** The pages and the interface for programs of one node, being served. */
public final class Website implements AutoCloseable {
    /** Open at once, those that ask nothing among them. One network has half of them at most, so that no single caller keeps all others out. */
    static final int CONNECTIONS = 1_024;

    private final ServletWebServerApplicationContext context;

    private Website(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts to serve.
     *
     * @param doors the packages' doors, ready; controllers are given them by their type. Without rooms to read acts in, a node has its own
     * @param listening where, with port 0 for any
     */
    public static Website start(Site site, Clock clock, List<Object> doors, Listening listening) {
        var sources = new ArrayList<Class<?>>();
        sources.add(PagesConfiguration.class);
        // The only place that knows the demonstration's page: no property, profile or header leads here.
        if (site.demo().isPresent()) sources.add(Demo.class);
        // The pages of the compact and the interface for programs need its doors; the accounts alone do not.
        if (doors.stream().anyMatch(Acts.class::isInstance)) {
            sources.add(DeskConfiguration.class);
            sources.add(GroupsConfiguration.class);
            sources.add(ExchangeConfiguration.class);
            sources.add(ApiConfiguration.class);
            sources.add(TaxiiConfiguration.class);
            sources.add(PaperConfiguration.class);
            sources.add(ReturnsConfiguration.class);
            sources.add(MailConfiguration.class);
            sources.add(HooksConfiguration.class);
            sources.add(ImportsConfiguration.class);
        }
        if (site.publishesLog()) sources.add(PublishedLog.class);
        var application = new SpringApplication(sources.toArray(Class<?>[]::new));
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setEnvironment(environment(listening));
        application.addInitializers(context -> {
            var beans = context.getBeanFactory();
            beans.registerSingleton("site", site);
            beans.registerSingleton("clock", clock);
            beans.registerSingleton("listening", listening);
            if (doors.stream().noneMatch(Seating.Rooms.class::isInstance))
                beans.registerSingleton("rooms", Seating.Rooms.ofNode());
            for (var door : doors) beans.registerSingleton(door.getClass().getSimpleName(), door);
        });
        return new Website((ServletWebServerApplicationContext) application.run());
    }

    /**
     * Where to listen.
     *
     * @param proxy the address of the only proxy whose word is taken on who calls through it, kept as the server writes that of a caller; null if
     *     browsers call themselves
     * @param patience with a caller who does not send the head of a request or the next bytes of a body, or does not take the answer
     */
    public record Listening(String host, int port, @Nullable String proxy, Duration patience) {
        /** For the whole of a body, and of an answer, in patiences: the largest form, of 4 MiB, comes in two minutes at 300 kbit/s. */
        private static final int WHOLE = 6;

        /** @throws IllegalArgumentException if the proxy is named by anything but its address */
        public Listening {
            if (proxy != null) proxy = InetAddress.ofLiteral(proxy).getHostAddress();
        }

        public Listening(String host, int port, @Nullable String proxy) {
            this(host, port, proxy, Duration.ofSeconds(20));
        }

        public Listening(String host, int port) {
            this(host, port, null);
        }

        Duration patienceForWhole() {
            return patience.multipliedBy(WHOLE);
        }
    }

    /** Knows our settings and nothing else: no variable, system property or file in some folder changes what is served. */
    private static ConfigurableEnvironment environment(Listening listening) {
        var environment = new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                // None of the usual ones.
            }
        };
        environment.getPropertySources().addFirst(new MapPropertySource("acorde", settings(listening)));
        return environment;
    }

    private static Map<String, Object> settings(Listening listening) {
        var settings = new HashMap<String, Object>();
        settings.put("server.address", listening.host());
        settings.put("server.port", listening.port());
        settings.put("server.server-header", "");
        settings.put("server.shutdown", "immediate");
        settings.put("server.max-http-request-header-size", "16KB");
        settings.put("server.tomcat.connection-timeout", listening.patience());
        settings.put("server.tomcat.max-connections", CONNECTIONS);
        // A program that says thousands of acts keeps its connection; the usual 100 would have it begin anew all the
        // time.
        settings.put("server.tomcat.max-keep-alive-requests", 10_000);
        settings.put("server.tomcat.relaxed-query-chars", "[,]"); // as programs that speak TAXII write match[id]
        settings.put("server.tomcat.max-http-form-post-size", RoomForBodies.LIMIT + "B");
        // Forms are posted. Others would be read here before anybody is let in, however long.
        settings.put("spring.mvc.formcontent.filter.enabled", false);
        // No form is read as one that sends files, but the one that UploadForm reads as it comes.
        settings.put("spring.servlet.multipart.enabled", false);
        if (listening.proxy() != null) {
            // Only of this caller is it believed for whom it calls, or all sign-ins would come from one address.
            settings.put("server.forward-headers-strategy", "native");
            settings.put("server.tomcat.remoteip.remote-ip-header", "x-forwarded-for");
            settings.put("server.tomcat.remoteip.internal-proxies", Pattern.quote(listening.proxy()));
        }
        settings.put("server.compression.enabled", true);
        settings.put("server.compression.min-response-size", "1KB");
        settings.put(
                "server.compression.mime-types",
                "text/html,text/css,text/javascript,text/csv,image/svg+xml,application/json,application/problem+json");
        settings.put("spring.config.location", "optional:classpath:/no-files-of-settings/");
        settings.put("spring.main.allow-bean-definition-overriding", false);
        settings.put("spring.threads.virtual.enabled", true);
        settings.put("spring.jmx.enabled", false);
        settings.put("spring.web.error.whitelabel.enabled", false);
        settings.put("spring.web.resources.cache.cachecontrol.max-age", "365d");
        settings.put("spring.web.resources.cache.cachecontrol.cache-public", true);
        return settings;
    }

    public int port() {
        var server = context.getWebServer();
        if (server == null) throw new IllegalStateException("the pages are not served");
        return server.getPort();
    }

    ServletWebServerApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
