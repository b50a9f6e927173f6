package acorde.web.exchange;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Outcome;
import acorde.exchange.Outcomes;
import acorde.exchange.Rule;
import acorde.offices.Officer;
import acorde.policy.Field;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.ErrorView;
import acorde.web.view.Flaw;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final Outcomes outcomes;
    private final Screen screen;

    OutcomePages(Acts acts, Exchange exchange, Screen screen) {
        this.acts = acts;
        this.outcomes = exchange.outcomes();
        this.screen = screen;
    }

    @GetMapping("/exchange/{party}/{index}/outcome")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who says something of what
        return find(request, officer, party + "/" + index)
                .map(item -> page(request, 200, new Asked(item, ""), new Stage(List.of(), false, null)))
                .orElseGet(() -> missing(request));
    }

    private Optional<Item> find(HttpServletRequest request, Officer officer, String act) {
        var now = screen.frame(request).formats().now();
        return ActReading.id(act).flatMap(id -> outcomes.find(officer, id, now));
    }

    private ResponseEntity<String> missing(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }

    /** @param kind as it was chosen */
    private record Asked(Item item, String kind) {
        Optional<Outcome.Kind> read() {
            return Arrays.stream(Outcome.Kind.values())
                    .filter(one -> one.name().equals(kind))
                    .findFirst();
        }
    }

    /** How far it has come. @param declined why it was not said */
    private record Stage(
            List<Flaw> flaws, boolean review, @Nullable Rule declined) {}

    private ResponseEntity<String> page(HttpServletRequest request, int status, Asked asked, Stage stage) { // of what
        var declined = stage.declined();
        var item = asked.item();
        var view = new OutcomeView(
                item.act().toString(),
                item.report().texts().part(Field.TITLE).orElse(""),
                ReportWords.language(item.report()),
                item.by().value(),
                Arrays.stream(Outcome.Kind.values()).map(Enum::name).toList(),
                asked.kind(),
                stage.flaws(),
                stage.review(),
                declined == null
                        ? null
                        : ReportPages.refusal(declined, acts.self().value()));
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
            @RequestParam(defaultValue = "") String read) {
        var found = find(request, officer, party + "/" + index);
        if (found.isEmpty()) return missing(request);
        var asked = new Asked(found.get(), kind);
        var chosen = asked.read();
        if (step.equals("edit")) return page(request, 200, asked, new Stage(List.of(), false, null));
        if (chosen.isEmpty()) {
            var flaws = List.of(new Flaw("outcome", Flaw.Why.OPTION_MISSING));
            return page(request, 422, asked, new Stage(flaws, false, null));
        }
        if (!step.equals("sign")) return page(request, 200, asked, new Stage(List.of(), true, null));
        if (!read.equals("yes")) {
            var unread = List.of(new Flaw("read", Flaw.Why.UNREAD));
            return page(request, 422, asked, new Stage(unread, true, null));
        }
        var id = found.get().act();
        var now = screen.frame(request).formats().now();
        return switch (outcomes.say(officer, id, chosen.get(), now)) {
            case Said.Written<Rule> _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(Links.report(id.toString())))
                        .build();
            case Said.Declined<Rule>(var rule) ->
                page(request, ReportPages.of(rule), asked, new Stage(List.of(), false, rule));
        };
    }
}
