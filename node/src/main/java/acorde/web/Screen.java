package acorde.web;

import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.web.words.Bilingual;
import acorde.web.words.Formats;
import acorde.web.view.Frame;
import acorde.web.words.Language;
import acorde.web.view.Pages;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** Draws pages for a request: in its reader's language, with what surrounds every page. */
final class Screen {
    static final String LANGUAGE_COOKIE = "acorde-lang";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Pages pages = new Pages();
    private final Site site;
    private final Offices offices;
    private final Clock clock;

    Screen(Site site, Offices offices, Clock clock) {
        this.site = site;
        this.offices = offices;
        this.clock = clock;
    }

    ResponseEntity<String> page(HttpServletRequest request, int status, String template, Object view) {
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .contentType(HTML)
                .body(pages.draw(template, frame(request), view));
    }

    Frame frame(HttpServletRequest request) {
        var formats = new Formats(Words.in(language(request)), site.party().value(), clock.instant());
        return new Frame(
                formats,
                path(request),
                new Frame.Node(site.party().value(), site.body()),
                reader(),
                0,
                site.demo().isPresent(),
                token(request),
                null);
    }

    static Language language(HttpServletRequest request) {
        var cookies = request.getCookies();
        var remembered = cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                        .map(jakarta.servlet.http.Cookie::getValue)
                        .findFirst()
                        .orElse(null);
        return Language.choose(request.getParameter("lang"), remembered, request.getHeader("Accept-Language"));
    }

    /** The page the language switch leads back to: where a form leads cannot be gone back to. */
    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        if (!request.getMethod().equals("GET")) return request.getRequestURI();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private Frame.@Nullable Reader reader() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Officer officer
                ? new Frame.Reader(officer.name(), named(officer))
                : null;
    }

    private Bilingual named(Officer officer) {
        return offices.office(officer.office())
                .map(office -> new Bilingual(office.inSpanish(), office.inEnglish()))
                .orElseGet(() ->
                        new Bilingual(officer.office().value(), officer.office().value()));
    }

    private static Frame.@Nullable Token token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Token(token.getParameterName(), token.getToken())
                : null;
    }
}
