package acorde.web.exchange;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Outcome;
import acorde.exchange.Outcomes;
import acorde.exchange.Rule;
import acorde.exchange.Shown;
import acorde.offices.Officer;
import acorde.policy.Field;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.Flaw;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came of something this party was given: chosen, shown as it would be signed, and signed. A code and never a text. */
@Controller
final class OutcomePages {
    private final Acts acts;
    private final Exchange exchange;
    private final Outcomes outcomes;
    private final Screen screen;

    OutcomePages(Acts acts, Exchange exchange, Screen screen) {
        this.acts = acts;
        this.exchange = exchange;
        this.outcomes = exchange.outcomes();
        this.screen = screen;
    }

    @GetMapping("/exchange/{party}/{index}/outcome")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String seal) { // who says something of what
        var asking = new Asking(party + "/" + index, purpose, seal);
        return opened(request, officer, asking, open -> page(request, 200, new Asked(open, seal, ""), Stage.CHOOSING));
    }

    /** How it is opened. @param seal of its restriction; empty if none was read */
    private record Asking(String act, String purpose, String seal) {}

    /** Nobody says what came of what they have not open: its purpose is said and its restriction read on its own page first. */
    private ResponseEntity<String> opened( // who asks for what
            HttpServletRequest request,
            Officer officer,
            Asking asking,
            Function<Shown.Open, ResponseEntity<String>> then) {
        var id = ActReading.id(asking.act());
        if (id.isEmpty()) return screen.missing(request);
        var now = screen.frame(request).formats().now();
        var purpose = ReportPages.purpose(asking.purpose());
        return switch (exchange.open(officer, id.get(), purpose, asking.seal(), now)) {
            case Shown.Open open -> outcomes.isGiven(open.item()) ? then.apply(open) : screen.missing(request);
            case Shown.PurposeFirst _, Shown.RestrictionFirst _ -> Led.to(id.get());
            case Shown.OwnClosed _, Shown.NotThere _ -> screen.missing(request);
        };
    }

    /** @param kind as it was chosen */
    private record Asked(Shown.Open open, String seal, String kind) {
        Item item() {
            return open.item();
        }

        Optional<Outcome.Kind> read() {
            return Arrays.stream(Outcome.Kind.values())
                    .filter(one -> one.name().equals(kind))
                    .findFirst();
        }
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, Asked asked, Stage stage) { // of what
        var item = asked.item();
        var view = new OutcomeView(
                item.act().toString(),
                Links.outcome(item.act().toString(), asked.open().purpose().code(), asked.seal()),
                item.report().texts().part(Field.TITLE).orElse(""),
                ReportWords.language(item.report()),
                item.by().value(),
                Arrays.stream(Outcome.Kind.values()).map(Enum::name).toList(),
                asked.kind(),
                stage.flaws(),
                stage.review(),
                stage.declined());
        return screen.page(request, status, "exchange/outcome", view);
    }

    @PostMapping("/exchange/{party}/{index}/outcome")
    ResponseEntity<String> say( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String read,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String seal) {
        return opened(
                request,
                officer,
                new Asking(party + "/" + index, purpose, seal),
                open -> say(request, officer, new Asked(open, seal, kind), new Pressed(step, read.equals("yes"))));
    }

    /** Which button, by who has read what it signs or not. */
    private record Pressed(String step, boolean read) {}

    private ResponseEntity<String> say(
            HttpServletRequest request, Officer officer, Asked asked, Pressed pressed) { // who says what
        var chosen = asked.read();
        if (pressed.step().equals("edit")) return page(request, 200, asked, Stage.CHOOSING);
        if (chosen.isEmpty()) return page(request, 422, asked, Stage.wrong("outcome", Flaw.Why.OPTION_MISSING));
        if (!pressed.step().equals("sign")) return page(request, 200, asked, Stage.REVIEW);
        if (!pressed.read()) return page(request, 422, asked, Stage.UNREAD);
        return switch (outcomes.say(officer, asked.open(), chosen.get())) {
            case Said.Written<Rule>(var said) ->
                Led.signed(request, said, asked.item().act());
            case Said.Declined<Rule>(var rule) ->
                rule == Rule.OUTCOME_SAID // pressed twice: its page says what came of the first
                        ? Led.to(asked.item().act())
                        : page(request, ReportPages.of(rule), asked, Stage.declined(rule, acts.self()));
        };
    }
}
