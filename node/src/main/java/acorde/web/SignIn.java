package acorde.web;

import acorde.offices.Offices;
import acorde.offices.Session;
import acorde.offices.SignInOutcome;
import acorde.offices.SignInOutcome.Reason;
import acorde.web.AccountViews.SignInView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and signing out. */
@Controller
final class SignIn {
    private static final int TYPED_SHOWN = 64;

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
        var view =
                new SignInView(Entrance.wanted(next), "", "", null, site.demo().isPresent());
        return screen.page(request, 200, "account/signin", view);
    }

    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String account,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next) { // the three fields of the form
        return switch (offices.signIn(account, password, request.getRemoteAddr())) {
            case SignInOutcome.SignedIn(var session) -> {
                entrance.enter(session, request, response);
                yield seeOther(landing(session, next));
            }
            case SignInOutcome.Refused(var reason) -> refused(request, reason, account, next);
        };
    }

    static String landing(Session session, @Nullable String next) {
        return session.passwordDue() ? "/me/password" : Entrance.wanted(next);
    }

    private ResponseEntity<String> refused(HttpServletRequest request, Reason reason, String account, String next) {
        var until = reason instanceof Reason.Throttled(var when) ? when : null;
        var status = switch (reason) {
            case Reason.Wrong _ -> HttpStatus.UNAUTHORIZED;
            case Reason.Throttled _ -> HttpStatus.TOO_MANY_REQUESTS;
            case Reason.NotHoldingAnyOffice _, Reason.Closed _ -> HttpStatus.FORBIDDEN;
        };
        var typed = account.length() > TYPED_SHOWN ? "" : account;
        var view = new SignInView(
                Entrance.wanted(next), typed, key(reason), until, site.demo().isPresent());
        var page = screen.page(request, status.value(), "account/signin", view);
        if (until == null) return page;
        return ResponseEntity.status(status)
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(until)))
                .body(page.getBody());
    }

    private long seconds(Instant until) {
        return Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
    }

    private static String key(Reason reason) {
        return switch (reason) {
            case Reason.Wrong _ -> "signIn.refused.wrong";
            case Reason.Throttled _ -> "signIn.refused.throttled";
            case Reason.NotHoldingAnyOffice _ -> "signIn.refused.noOffice";
            case Reason.Closed _ -> "signIn.refused.closed";
        };
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        OfficerAuthentication.session(authentication).ifPresent(offices::signOut);
        entrance.leave(request, response);
        return seeOther(site.demo().isPresent() ? "/demo" : "/sign-in");
    }

    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
