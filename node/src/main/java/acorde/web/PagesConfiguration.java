package acorde.web;

import acorde.offices.Offices;
import acorde.web.words.Language;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** The pages, every controller by its name. The demonstration's is not among them: see {@link Website}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    SecurityConfiguration.class,
    Seating.AtTheDoor.class,
    SignIn.class,
    Me.class,
    OfficesPages.class,
    ErrorPages.class,
    Interruptions.class,
    ApiMe.class,
    Health.class
})
class PagesConfiguration {
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Bean
    Screen screen(Site site, Offices offices, Clock clock, ObjectProvider<Margin> margin) {
        return new Screen(site, offices, clock, margin.getIfAvailable(() -> Margin.EMPTY));
    }

    @Bean
    Seating seating(Seating.Rooms rooms, Website.Listening listening) {
        return new Seating(rooms, listening.patienceForWhole());
    }

    /** It stands behind the guard, and nowhere else. */
    @Bean
    FilterRegistrationBean<Seating> seatingBehindTheGuard(Seating seating) {
        var registration = new FilterRegistrationBean<>(seating);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    Entrance entrance(
            StandingSessions sessions, SessionAuthenticationStrategy atSignIn, CsrfTokenRepository formTokens) {
        return new Entrance(sessions, atSignIn, formTokens);
    }

    /** Remembers the language a reader has chosen on any page. */
    @Bean
    Filter languageMemory(Site site) {
        return (request, response, chain) -> {
            var language = Language.byCode(request.getParameter("lang"));
            if (language != null
                    && request instanceof HttpServletRequest asked
                    && asked.getMethod().equals("GET")) {
                var cookie = new Cookie(Screen.languageCookie(asked), language.code());
                cookie.setPath("/");
                cookie.setHttpOnly(true);
                cookie.setSecure(site.tls());
                cookie.setAttribute("SameSite", "Lax");
                cookie.setMaxAge((int) REMEMBERED.toSeconds());
                ((HttpServletResponse) response).addCookie(cookie);
            }
            chain.doFilter(request, response);
        };
    }
}
