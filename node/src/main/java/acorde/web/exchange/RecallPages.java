package acorde.web.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Recalled;
import acorde.exchange.Rule;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.Flaw;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Taking a report back: chosen, shown as it would be ordered, and signed. Any office that sends may, whoever can still read the report, so
 * nothing of what it says stands here.
 */
@Controller
final class RecallPages {
    private final Acts acts;
    private final Exchange exchange;
    private final Screen screen;

    RecallPages(Acts acts, Exchange exchange, Screen screen) {
        this.acts = acts;
        this.exchange = exchange;
        this.screen = screen;
    }

    @GetMapping("/exchange/{party}/{index}/recall")
    ResponseEntity<String> start(HttpServletRequest request, @PathVariable String party, @PathVariable String index) {
        var id = ActReading.id(party, index);
        var holders = id.map(this::holders).orElse(List.of());
        if (holders.isEmpty()) return screen.missing(request);
        var tomorrow = screen.frame(request).formats().today().plusDays(1);
        var asked =
                new Asked(id.get(), holders, holders, List.of(), Recalled.Ground.WRONG_RECIPIENT, tomorrow.toString());
        return page(request, 200, asked, Stage.CHOOSING);
    }

    /** The parties that have a copy and were not ordered to give it up. */
    private List<String> holders(ActId whole) {
        return exchange.holders(whole).stream().map(PartyCode::value).toList();
    }

    /** What is asked for. @param holders who has it @param seen who had it when the form was shown; a form that does not say so saw nobody @param deadline as it was typed */
    private record Asked(
            ActId act,
            List<String> holders,
            List<String> seen,
            List<String> from,
            Recalled.Ground ground,
            String deadline) { // the form
        Optional<LocalDate> due() {
            try {
                return Optional.of(LocalDate.parse(deadline)).filter(day -> deadline.length() == 10);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        List<Flaw> flaws(LocalDate today) {
            var flaws = new ArrayList<Flaw>();
            if (from.isEmpty()) flaws.add(new Flaw("from", Flaw.Why.HOLDERS_MISSING));
            if (due().isEmpty()) flaws.add(new Flaw("deadline", Flaw.Why.DATE_UNREADABLE));
            else if (due().get().isBefore(today)) flaws.add(new Flaw("deadline", Flaw.Why.DATE_PAST));
            return flaws;
        }

        Recalled.From parties() {
            return new Recalled.From(parties(from), parties(seen));
        }

        private static Set<PartyCode> parties(List<String> codes) {
            return codes.stream().map(PartyCode::new).collect(Collectors.toSet());
        }
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, int status, Asked asked, Stage stage) { // what is shown of what
        var view = new RecallView(
                asked.act().toString(),
                asked.holders(),
                asked.seen(),
                asked.from(),
                asked.ground().name(),
                asked.deadline(),
                asked.due().orElse(null),
                stage.flaws(),
                stage.review(),
                stage.declined());
        return screen.page(request, status, "exchange/recall", view);
    }

    @PostMapping("/exchange/{party}/{index}/recall")
    ResponseEntity<String> recall( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String deadline,
            @RequestParam(defaultValue = "") String read) {
        var id = ActReading.id(party, index).filter(act -> !exchange.copies(act).isEmpty());
        if (id.isEmpty()) return screen.missing(request);
        var holders = holders(id.get());
        var asked = new Asked(
                id.get(),
                holders,
                among(holders, request, "seen"),
                among(holders, request, "from"),
                ground(ground),
                deadline);
        if (holders.isEmpty()) return page(request, 409, asked, Stage.declined(Rule.NOTHING_TO_RECALL, acts.self()));
        var flaws = asked.flaws(screen.frame(request).formats().today());
        if (!flaws.isEmpty() || step.equals("edit"))
            return page(request, step.equals("edit") ? 200 : 422, asked, new Stage(flaws, false, null));
        if (!step.equals("sign")) return page(request, 200, asked, Stage.REVIEW);
        if (!read.equals("yes")) return page(request, 422, asked, Stage.UNREAD);
        return sign(request, officer, asked);
    }

    private static List<String> among(List<String> holders, HttpServletRequest request, String name) {
        var typed = Optional.ofNullable(request.getParameterValues(name)).orElse(new String[0]);
        return Arrays.stream(typed).filter(holders::contains).distinct().toList();
    }

    private ResponseEntity<String> sign(HttpServletRequest request, Officer officer, Asked asked) {
        var why = new Recalled.Why(asked.ground(), asked.due().orElseThrow());
        return switch (exchange.recall(officer, asked.act(), asked.parties(), why)) {
            case Said.Written<Rule>(var said) -> Led.signed(request, said, asked.act());
            case Said.Declined<Rule>(var rule) ->
                page(request, ReportPages.of(rule), asked, Stage.declined(rule, acts.self()));
        };
    }

    private static Recalled.Ground ground(String typed) {
        return Recalled.Ground.chosen().stream()
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(Recalled.Ground.OTHER);
    }
}
