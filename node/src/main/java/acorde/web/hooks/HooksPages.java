package acorde.web.hooks;

import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Person;
import acorde.offices.Token;
import acorde.web.Screen;
import acorde.web.view.Links;
import acorde.webhooks.Rule;
import acorde.webhooks.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator says which systems are told that something waits, and sees which of them answer. */
@Controller
final class HooksPages {
    private static final HooksView.Typed NOTHING = new HooksView.Typed("", "");

    /** Characters of what was typed that the page gives back. */
    private static final int SHOWN = 300;

    private final Webhooks webhooks;
    private final Offices offices;
    private final Screen screen;

    HooksPages(Webhooks webhooks, Offices offices, Screen screen) {
        this.webhooks = webhooks;
        this.offices = offices;
        this.screen = screen;
    }

    @GetMapping("/webhooks")
    ResponseEntity<String> all(HttpServletRequest request) {
        return page(request, "", "", NOTHING);
    }

    @PostMapping("/webhooks")
    ResponseEntity<String> make( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer by,
            @RequestParam(defaultValue = "") String program,
            @RequestParam String address) {
        return switch (webhooks.make(by, program, address)) {
            case Webhooks.Made.Done(var _, var secret) -> page(request, secret.reveal(), "", NOTHING);
            case Webhooks.Made.Declined(var why) ->
                page(request, "", key(why), new HooksView.Typed(shown(program), shown(address)));
        };
    }

    private static String shown(String typed) {
        return typed.length() > SHOWN ? typed.substring(0, SHOWN) : typed;
    }

    @PostMapping("/webhooks/{hook}/resume")
    ResponseEntity<String> resume(
            HttpServletRequest request, @AuthenticationPrincipal Officer by, @PathVariable String hook) {
        return after(request, webhooks.resume(by, hook));
    }

    @PostMapping("/webhooks/{hook}/removal")
    ResponseEntity<String> remove(
            HttpServletRequest request, @AuthenticationPrincipal Officer by, @PathVariable String hook) {
        return after(request, webhooks.remove(by, hook));
    }

    private ResponseEntity<String> after(HttpServletRequest request, Optional<Rule> declined) {
        return declined.map(why -> page(request, "", key(why), NOTHING))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(Links.WEBHOOKS))
                        .build());
    }

    private static String key(Rule why) {
        return "webhooks.rule." + why.name();
    }

    private ResponseEntity<String> page( // what every answer of this page shows
            HttpServletRequest request, String secret, String declined, HooksView.Typed typed) {
        var names = offices.people().stream().collect(Collectors.toMap(Person::id, Person::name));
        var programs = webhooks.programs().values().stream()
                .map(token -> program(token, names.getOrDefault(token.owner(), "?")))
                .toList();
        var lines = webhooks.hooks().stream()
                .map(hook -> HooksView.Line.of(hook, programs))
                .toList();
        var view = new HooksView(List.copyOf(webhooks.hosts()), programs, lines, secret, declined, typed);
        return screen.page(request, declined.isEmpty() ? 200 : 422, "account/webhooks", view);
    }

    private static HooksView.Program program(Token token, String owner) {
        return new HooksView.Program(
                token.id().value(), token.name(), owner + ", " + token.office().value());
    }
}
