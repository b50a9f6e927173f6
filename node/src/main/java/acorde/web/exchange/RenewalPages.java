package acorde.web.exchange;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Renewals;
import acorde.exchange.Rule;
import acorde.offices.Officer;
import acorde.policy.Field;
import acorde.trust.PartyCode;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.Flaw;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A later day of review for a report of this party's: chosen, shown with who would have it until then, and signed (CE-4). */
@Controller
final class RenewalPages {
    private final Acts acts;
    private final Renewals renewals;
    private final Screen screen;

    RenewalPages(Acts acts, Exchange exchange, Screen screen) {
        this.acts = acts;
        this.renewals = exchange.renewals();
        this.screen = screen;
    }

    @GetMapping("/exchange/{party}/{index}/renewal")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who renews what
        return find(request, officer, party + "/" + index)
                .map(item -> page(request, 200, new Asked(item, ""), Stage.CHOOSING))
                .orElseGet(() -> screen.missing(request));
    }

    private Optional<Item> find(HttpServletRequest request, Officer officer, String act) {
        return ActReading.id(act).flatMap(id -> renewals.find(officer, id, now(request)));
    }

    private Instant now(HttpServletRequest request) {
        return screen.frame(request).formats().now();
    }

    /** @param day as it was typed */
    private record Asked(Item item, String day) {
        Optional<LocalDate> read() {
            try {
                return Optional.of(LocalDate.parse(day)).filter(read -> day.length() == 10);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        LocalDate before() {
            return Objects.requireNonNull(item.report().terms().span().reviewOn());
        }
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, Asked asked, Stage stage) { // of what
        var until = stage.review() ? asked.read().orElse(null) : null;
        var holders = until == null ? List.<PartyCode>of() : renewals.holders(asked.item(), until, now(request));
        var view = new RenewalView(
                asked.item().act().toString(),
                asked.item().report().texts().part(Field.TITLE).orElse(""),
                ReportWords.language(asked.item().report()),
                asked.before(),
                asked.day(),
                until,
                holders.stream().map(PartyCode::value).distinct().toList(),
                stage.flaws(),
                stage.declined());
        return screen.page(request, status, "exchange/renewal", view);
    }

    @PostMapping("/exchange/{party}/{index}/renewal")
    ResponseEntity<String> renew( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String read) {
        var found = find(request, officer, party + "/" + index);
        if (found.isEmpty()) return screen.missing(request);
        var asked = new Asked(found.get(), day);
        var chosen = asked.read();
        if (step.equals("edit")) return page(request, 200, asked, Stage.CHOOSING);
        if (chosen.isEmpty()) return page(request, 422, asked, Stage.wrong("day", Flaw.Why.DATE_UNREADABLE));
        if (!Renewals.isLater(asked.item(), chosen.get(), now(request)))
            return page(request, 422, asked, Stage.declined(Rule.REVIEW_NOT_LATER, acts.self()));
        if (!step.equals("sign")) return page(request, 200, asked, Stage.REVIEW);
        if (!read.equals("yes")) return page(request, 422, asked, Stage.UNREAD);
        var id = asked.item().act();
        return switch (renewals.renew(officer, id, chosen.get(), now(request))) {
            case Said.Written<Rule>(var said) -> Led.signed(request, said, id);
            case Said.Declined<Rule>(var rule) ->
                page(request, ReportPages.of(rule), asked, Stage.declined(rule, acts.self()));
        };
    }
}
