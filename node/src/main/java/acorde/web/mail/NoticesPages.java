package acorde.web.mail;

import acorde.notices.Notices;
import acorde.notices.Pace;
import acorde.notices.Rule;
import acorde.offices.Officer;
import acorde.web.Screen;
import acorde.web.view.ErrorView;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an officer chooses to be told by mail, and where anybody with a letter turns that off. */
@Controller
final class NoticesPages {
    private final Notices notices;
    private final Screen screen;

    NoticesPages(Notices notices, Screen screen) {
        this.notices = notices;
        this.screen = screen;
    }

    @GetMapping("/me/notices")
    ResponseEntity<String> page(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        return page(request, officer, "", Optional.empty());
    }

    private ResponseEntity<String> page( // what every answer of this page shows
            HttpServletRequest request, Officer officer, String typed, Optional<Rule> declined) {
        var view = new NoticesView(
                notices.sends(),
                notices.of(officer).orElse(null),
                typed,
                declined.map(rule -> "notices.rule." + rule.name()).orElse(""));
        return screen.page(request, declined.isEmpty() ? 200 : 422, "account/notices", view);
    }

    private static ResponseEntity<String> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Links.NOTICES))
                .build();
    }

    @PostMapping("/me/notices/address")
    ResponseEntity<String> address(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @RequestParam String address) {
        var declined =
                notices.address(officer, address, Screen.language(request).code());
        return declined.isEmpty() ? back() : page(request, officer, shown(address), declined);
    }

    /** Characters of what was typed that the page gives back. */
    private static String shown(String typed) {
        return typed.length() > 254 ? typed.substring(0, 254) : typed;
    }

    @PostMapping("/me/notices/code")
    ResponseEntity<String> code(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @RequestParam String code) {
        var declined = notices.confirm(officer, code);
        return declined.isEmpty() ? back() : page(request, officer, "", declined);
    }

    @PostMapping("/me/notices/pace")
    ResponseEntity<String> pace(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @RequestParam String pace) {
        var chosen = switch (pace) {
            case "at-once" -> Pace.AT_ONCE;
            case "daily" -> Pace.DAILY;
            default -> Pace.OFF;
        };
        var declined = notices.choose(officer, chosen, Screen.language(request).code());
        return declined.isEmpty() ? back() : page(request, officer, "", declined);
    }

    @PostMapping("/me/notices/removal")
    ResponseEntity<String> forget(@AuthenticationPrincipal Officer officer) {
        notices.forget(officer);
        return back();
    }

    /** A program that reads mail may open this by itself: it only asks. */
    @GetMapping("/notices/off/{person}/{secret}")
    ResponseEntity<String> ask(HttpServletRequest request, @PathVariable String person, @PathVariable String secret) {
        return notices.knows(person, secret) ? off(request, false) : unknown(request);
    }

    @PostMapping("/notices/off/{person}/{secret}")
    ResponseEntity<String> turnOff(
            HttpServletRequest request, @PathVariable String person, @PathVariable String secret) {
        return notices.turnOff(person, secret) ? off(request, true) : unknown(request);
    }

    private ResponseEntity<String> off(HttpServletRequest request, boolean done) {
        return screen.page(request, 200, "account/notices-off", new NoticesView.Off(request.getRequestURI(), done));
    }

    private ResponseEntity<String> unknown(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }
}
