package acorde.web;

import acorde.offices.Offices;
import acorde.offices.Secret;
import acorde.offices.Session;
import acorde.offices.SignInOutcome;
import acorde.offices.SignInOutcome.Reason;
import acorde.web.view.EntryView;
import acorde.web.view.EntryView.Notice;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** The sign-in page, and signing out. */
@Controller
final class SignIn {
    /** Characters of a typed name that are shown again. */
    private static final int TYPED_SHOWN = 64;

    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final Site site;
    private final Offices offices;
    private final Entrance entrance;
    private final Screen screen;
    private final Clock clock;

    SignIn(Site site, Offices offices, Entrance entrance, Screen screen, Clock clock) { // the parts it joins
        this.site = site;
        this.offices = offices;
        this.entrance = entrance;
        this.screen = screen;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> form(HttpServletRequest request, @RequestParam(defaultValue = "/") String next) {
        var notice = Notice.NONE;
        if (request.getParameter("out") != null) notice = Notice.SIGNED_OUT;
        if (request.getParameter("ended") != null) notice = Notice.EXPIRED;
        var view = new EntryView("", notice, List.of(), Entrance.wanted(next), null);
        return screen.page(request, 200, "sign-in", view);
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> signIn( // the request, the response, and the fields of the form
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next) {
        return switch (offices.signIn(username, password, request.getRemoteAddr(), mark(request))) {
            case SignInOutcome.SignedIn(var session, var mark) -> {
                remember(mark, response);
                entrance.enter(session, request, response);
                yield seeOther(landing(session, next));
            }
            case SignInOutcome.Refused(var reason) -> refused(request, reason, username, next);
        };
    }

    private @Nullable String mark(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, site.browserCookie());
        return cookie == null ? null : cookie.getValue();
    }

    /** So that somebody who fails at this account on purpose does not keep its officer out of this browser. */
    private void remember(Secret mark, HttpServletResponse response) {
        var cookie = new Cookie(site.browserCookie(), mark.reveal());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(site.tls());
        cookie.setAttribute("SameSite", "Strict");
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        response.addCookie(cookie);
    }

    private static String landing(Session session, String next) {
        return session.passwordDue() ? "/me/password" : Entrance.wanted(next);
    }

    private ResponseEntity<String> refused(HttpServletRequest request, Reason reason, String typed, String next) {
        var until = reason instanceof Reason.Throttled(var when) ? when : null;
        var shown = typed.length() > TYPED_SHOWN ? "" : typed;
        var view = new EntryView(shown, notice(reason), List.of(), Entrance.wanted(next), until);
        var page = screen.page(request, status(reason).value(), "sign-in", view);
        if (until == null) return page;
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(until)))
                .body(page.getBody());
    }

    private long seconds(Instant until) {
        return Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
    }

    private static HttpStatus status(Reason reason) {
        return switch (reason) {
            case Reason.Wrong _ -> HttpStatus.UNAUTHORIZED;
            case Reason.Throttled _ -> HttpStatus.TOO_MANY_REQUESTS;
            case Reason.NotHoldingAnyOffice _, Reason.Closed _ -> HttpStatus.FORBIDDEN;
        };
    }

    private static Notice notice(Reason reason) {
        return switch (reason) {
            case Reason.Wrong _ -> Notice.WRONG;
            case Reason.Throttled _ -> Notice.THROTTLED;
            case Reason.NotHoldingAnyOffice _ -> Notice.NO_OFFICE;
            case Reason.Closed _ -> Notice.CLOSED;
        };
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        OfficerAuthentication.session(authentication).ifPresent(offices::signOut);
        entrance.leave(request, response);
        return seeOther(site.demo().isPresent() ? "/demo" : "/sign-in?out");
    }

    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
