package acorde.web;

import acorde.offices.Account;
import acorde.offices.Change;
import acorde.offices.Office;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Rule;
import acorde.offices.Secret;
import acorde.offices.Session;
import acorde.offices.Token;
import acorde.web.AccountViews.PasswordView;
import acorde.web.AccountViews.TokensView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What officers keep for themselves: password, tokens, the office they act for. */
@Controller
final class Me {
    private final Offices offices;
    private final Entrance entrance;
    private final Screen screen;
    private final Clock clock;

    Me(Offices offices, Entrance entrance, Screen screen, Clock clock) {
        this.offices = offices;
        this.entrance = entrance;
        this.screen = screen;
        this.clock = clock;
    }

    private static Session session(Authentication authentication) {
        return OfficerAuthentication.session(authentication).orElseThrow();
    }

    @GetMapping("/me/password")
    ResponseEntity<String> password(HttpServletRequest request, Authentication authentication) {
        return screen.page(request, 200, "account/password", passwordView(session(authentication), ""));
    }

    @PostMapping("/me/password")
    ResponseEntity<String> changePassword( // the fields of the form
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication,
            @RequestParam String present,
            @RequestParam String chosen,
            @RequestParam String again) {
        var session = session(authentication);
        if (!chosen.equals(again)) return declined(request, session, "me.password.notTwice");
        return switch (offices.changePassword(session, present, chosen)) {
            case Change.Done<Session>(var renewed) -> {
                entrance.enter(renewed, request, response);
                yield SignIn.seeOther("/");
            }
            case Change.Declined<Session>(var why) -> declined(request, session, key(why));
        };
    }

    private ResponseEntity<String> declined(HttpServletRequest request, Session session, String key) {
        return screen.page(request, 422, "account/password", passwordView(session, key));
    }

    private PasswordView passwordView(Session session, String declined) {
        var account = offices.accounts().stream()
                .filter(one -> one.person().equals(session.officer().person()))
                .map(Account::name)
                .findFirst()
                .orElse("");
        return new PasswordView(account, session.passwordDue(), declined);
    }

    @PostMapping("/me/office")
    ResponseEntity<String> actFor(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication,
            @RequestParam String office) { // the request, the response, who, and the field of the form
        OfficerAuthentication.session(authentication)
                .filter(session -> isCode(office))
                .flatMap(session -> offices.actFor(session, new OfficeCode(office)))
                .ifPresent(session -> entrance.enter(session, request, response));
        return SignIn.seeOther("/");
    }

    private static boolean isCode(String text) {
        return OfficeCode.read(text).isPresent();
    }

    @GetMapping("/me/tokens")
    ResponseEntity<String> tokens(HttpServletRequest request, Authentication authentication) {
        return tokens(request, session(authentication).officer(), 200, "", "");
    }

    @PostMapping("/me/tokens")
    ResponseEntity<String> makeToken(
            HttpServletRequest request,
            Authentication authentication,
            @RequestParam String name,
            @RequestParam int days) {
        var officer = session(authentication).officer();
        return switch (offices.makeToken(officer, name, days)) {
            case Change.Done<Secret>(var token) -> tokens(request, officer, 200, token.reveal(), "");
            case Change.Declined<Secret>(var why) -> tokens(request, officer, 422, "", key(why));
        };
    }

    @PostMapping("/me/tokens/{token}/revoke")
    ResponseEntity<String> revokeToken(
            HttpServletRequest request, Authentication authentication, @PathVariable String token) {
        var officer = session(authentication).officer();
        var revoked = Token.Id.read(token)
                .filter(id -> offices.tokens(officer.person()).stream()
                        .anyMatch(own -> own.id().equals(id)))
                .map(id -> offices.revokeToken(officer, id));
        return revoked.filter(Change.Done.class::isInstance).isPresent()
                ? SignIn.seeOther("/me/tokens")
                : tokens(request, officer, 422, "", key(Rule.UNKNOWN_TOKEN));
    }

    private ResponseEntity<String> tokens( // what every answer of this page shows
            HttpServletRequest request, Officer officer, int status, String secret, String declined) {
        var view = new TokensView(
                offices.office(officer.office()).orElseThrow(),
                held(officer),
                offices.tokens(officer.person()),
                secret,
                declined,
                clock.instant());
        return screen.page(request, status, "account/tokens", view);
    }

    private List<Office> held(Officer officer) {
        return offices.heldToday(officer.person()).stream()
                .flatMap(code -> offices.office(code).stream())
                .toList();
    }

    static String key(Rule rule) {
        return "offices.rule." + rule.name();
    }
}
