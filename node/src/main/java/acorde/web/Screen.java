package acorde.web;

import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.web.view.ErrorView;
import acorde.web.view.Frame;
import acorde.web.view.Pages;
import acorde.web.words.Bilingual;
import acorde.web.words.Formats;
import acorde.web.words.Language;
import acorde.web.words.Words;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
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
public final class Screen {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Pages pages = new Pages();
    private final Site site;
    private final Offices offices;
    private final Clock clock;
    private final Margin margin;

    Screen(Site site, Offices offices, Clock clock, Margin margin) {
        this.site = site;
        this.offices = offices;
        this.clock = clock;
        this.margin = margin;
    }

    /** A page with a status of HTTP. */
    public ResponseEntity<String> page(HttpServletRequest request, int status, String template, Object view) {
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .contentType(HTML)
                .body(pages.draw(template, frame(request), view));
    }

    /** What is not there, or not for this reader: nobody is told which. */
    public ResponseEntity<String> missing(HttpServletRequest request) {
        return page(request, 404, "error", new ErrorView(404, "", null));
    }

    /** A template as text, for answers that are more than a page. */
    public String draw(String template, Frame frame, Object view) {
        return pages.draw(template, frame, view);
    }

    public Frame frame(HttpServletRequest request) {
        var reader = reader();
        return new Frame(
                formats(language(request)),
                path(request),
                new Frame.Node(site.party().value(), body(reader != null)),
                reader,
                reader == null ? 0 : margin.waiting(),
                site.demo().isPresent(),
                token(request),
                reader == null ? null : margin.foot(),
                reader == null ? null : Confirming.take(request));
    }

    /** Whoever comes in is told it as founded: such a page is drawn also where nothing can be read. */
    private Bilingual body(boolean signedIn) {
        var called = signedIn ? margin.body() : null;
        return called == null ? site.body() : called;
    }

    /** What surrounds a page for everybody: the same whoever asks, so that it can be kept by caches. */
    public Frame publicFrame(HttpServletRequest request) {
        return new Frame(
                formats(language(request)),
                path(request),
                null,
                null,
                0,
                site.demo().isPresent(),
                null,
                null);
    }

    private Formats formats(Language language) {
        return new Formats(Words.in(language), site.party().value(), clock.instant());
    }

    /** Named after the port: nodes that share a host share cookies, and each keeps the language it was read in. */
    static String languageCookie(HttpServletRequest request) {
        return "acorde-lang-" + request.getLocalPort();
    }

    public static Language language(HttpServletRequest request) {
        var cookies = request.getCookies();
        var remembered = cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(languageCookie(request)))
                        .map(jakarta.servlet.http.Cookie::getValue)
                        .findFirst()
                        .orElse(null);
        return Language.choose(request.getParameter("lang"), remembered, request.getHeader("Accept-Language"));
    }

    /** The page the language switch leads back to: where a form leads cannot be gone back to. */
    private static String path(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR)
            return Entrance.wanted(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
        var query = request.getQueryString();
        if (!request.getMethod().equals("GET")) return request.getRequestURI();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private Frame.@Nullable Reader reader() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Officer officer
                ? new Frame.Reader(officer.name(), named(officer), officer.role())
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
