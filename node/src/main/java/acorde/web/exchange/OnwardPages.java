package acorde.web.exchange;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Item;
import acorde.exchange.Shown;
import acorde.offices.Officer;
import acorde.onward.Onward;
import acorde.onward.Rule;
import acorde.onward.Wish;
import acorde.policy.Field;
import acorde.trust.PartyCode;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.Flaw;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who has something by whose leave, for who has it open; and to ask the provider of a copy that another party have it too: chosen with what the
 * rules say of each, shown as it would be signed, and signed. So is taking that back.
 */
@Controller
public final class OnwardPages {
    private final Acts acts;
    private final Exchange exchange;
    private final Onward onward;
    private final OnwardWords words;
    private final ReportWords reports;
    private final Screen screen;

    OnwardPages(Acts acts, Exchange exchange, Onward onward, ReportWords reports, Screen screen) { // the parts it joins
        this.acts = acts;
        this.exchange = exchange;
        this.onward = onward;
        this.words = new OnwardWords(exchange, onward, reports);
        this.reports = reports;
        this.screen = screen;
    }

    @GetMapping("/exchange/{party}/{index}/onward")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String seal) { // who looks at what
        var asking = new Asking(party + "/" + index, purpose, seal);
        return opened(request, officer, asking, open -> page(request, 200, new Asked(open, seal), Stage.CHOOSING));
    }

    /** How it is opened. @param seal of its restriction; empty if none was read */
    private record Asking(String act, String purpose, String seal) {}

    /** Nobody gives on what they have not open: its purpose is said and its restriction read on its own page first. */
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
            case Shown.Open open -> then.apply(open);
            case Shown.PurposeFirst _, Shown.RestrictionFirst _ -> Led.to(Links.report(asking.act()));
            case Shown.OwnClosed _, Shown.NotThere _ -> screen.missing(request);
        };
    }

    /** What is asked. @param back the wish that is taken back, such as GT/44; empty if none is */
    private record Asked(Shown.Open open, String seal, String party, String reason, String back) { // the form
        Asked(Shown.Open open, String seal) {
            this(open, seal, "", "", "");
        }

        Item item() {
            return open.item();
        }

        String address() {
            return Links.onward(item().act().toString(), open.purpose().code(), seal);
        }

        Optional<Wish.Why> why() {
            return Arrays.stream(Wish.Why.values())
                    .filter(one -> one.name().equals(reason))
                    .findFirst();
        }
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, Asked asked, Stage stage) { // of what
        var frame = screen.frame(request);
        var item = asked.item();
        var whole = item.to().isEmpty();
        var wishes = words.wishes(item, frame);
        var courses = words.courses(item, asked.open().purpose(), frame);
        var view = new OnwardView(
                item.act().toString(),
                asked.address(),
                item.report().texts().part(Field.TITLE).orElse(""),
                ReportWords.language(item.report()),
                item.by().value(),
                reports.purpose(asked.open().purpose(), frame),
                whole,
                whole ? words.holders(item, frame) : List.of(),
                words.leaves(item, frame),
                wishes,
                courses,
                asked.party(),
                asked.reason(),
                wishes.stream()
                        .filter(wish -> wish.open() && wish.act().equals(asked.back()))
                        .findFirst()
                        .orElse(null),
                stage.flaws(),
                stage.review(),
                stage.declined());
        return screen.page(request, status, "exchange/onward", view);
    }

    @PostMapping("/exchange/{party}/{index}/onward")
    ResponseEntity<String> say( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String third,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String read,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String seal) {
        return opened(request, officer, new Asking(party + "/" + index, purpose, seal), open -> {
            var asked = new Asked(open, seal, third, reason, back);
            var pressed = new Pressed(step, read.equals("yes"));
            return back.isEmpty() ? ask(request, officer, asked, pressed) : withdraw(request, officer, asked, pressed);
        });
    }

    /** Which button, by who has read what it signs or not. */
    private record Pressed(String step, boolean read) {
        boolean signs() {
            return step.equals("sign");
        }

        /** What is shown before it is signed; empty if it is. */
        Optional<Stage> before() {
            if (!signs()) return Optional.of(Stage.REVIEW);
            return read ? Optional.empty() : Optional.of(Stage.UNREAD);
        }
    }

    private ResponseEntity<String> ask(
            HttpServletRequest request, Officer officer, Asked asked, Pressed pressed) { // who asks what
        var now = screen.frame(request).formats().now();
        var courses = onward.courses(asked.item(), now);
        if (pressed.step().equals("edit")) return page(request, 200, asked, Stage.CHOOSING);
        var third = courses.keySet().stream()
                .filter(one -> one.value().equals(asked.party()))
                .findFirst();
        var flaws = new ArrayList<Flaw>();
        if (third.isEmpty()) flaws.add(new Flaw("third", Flaw.Why.OPTION_MISSING));
        if (asked.why().isEmpty()) flaws.add(new Flaw("reason", Flaw.Why.OPTION_MISSING));
        if (!flaws.isEmpty()) return page(request, 422, asked, new Stage(flaws, false, null));
        var before = pressed.before();
        if (before.isPresent()) return page(request, pressed.signs() ? 422 : 200, asked, before.get());
        PartyCode to = third.orElseThrow();
        return said(
                request,
                asked,
                onward.ask(officer, asked.open(), to, asked.why().orElseThrow(), now));
    }

    private ResponseEntity<String> withdraw(
            HttpServletRequest request, Officer officer, Asked asked, Pressed pressed) { // who takes back what
        if (pressed.step().equals("edit")) return Led.to(asked.address());
        var back = ActReading.id(asked.back());
        if (back.isEmpty()) return page(request, 422, asked, Stage.declined(Rule.NO_SUCH_WISH, acts.self()));
        var before = pressed.before();
        if (before.isPresent()) return page(request, pressed.signs() ? 422 : 200, asked, before.get());
        return said(request, asked, onward.withdraw(officer, asked.open(), back.get()));
    }

    private ResponseEntity<String> said(HttpServletRequest request, Asked asked, Said<Rule> said) {
        return switch (said) {
            case Said.Written<Rule>(var told) -> {
                Led.confirmed(request, told);
                yield Led.to(asked.address());
            }
            case Said.Declined<Rule>(var rule) -> page(request, of(rule), asked, Stage.declined(rule, acts.self()));
        };
    }

    /** As programs are answered, too. */
    public static int of(Rule rule) {
        return switch (rule) {
            case MALFORMED, NEVER_GIVEN_ON, RULES_REFUSE -> 422;
            case OFFICE_MAY_NOT -> 403;
            case NO_SUCH_COPY, NO_SUCH_WISH -> 404;
            case WRONG_PARTY, AFTER_MISSING, ASKED_ALREADY, ANSWERED_ALREADY, LEAVE_MOVED -> 409;
        };
    }
}
