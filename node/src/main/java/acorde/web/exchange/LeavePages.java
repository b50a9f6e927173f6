package acorde.web.exchange;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.exchange.Exchange;
import acorde.exchange.Release;
import acorde.offices.Officer;
import acorde.onward.Onward;
import acorde.onward.Rule;
import acorde.onward.Wish;
import acorde.policy.Field;
import acorde.trustlog.Hash;
import acorde.web.Screen;
import acorde.web.desk.ActReading;
import acorde.web.view.Flaw;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leave that another party have what this one gave, or its refusal: chosen with what the rules would give, shown as it would be signed, and signed. */
@Controller
final class LeavePages {
    private final Acts acts;
    private final Onward onward;
    private final OnwardWords words;
    private final Screen screen;

    LeavePages(Acts acts, Exchange exchange, Onward onward, ReportWords reports, Screen screen) { // the parts it joins
        this.acts = acts;
        this.onward = onward;
        this.words = new OnwardWords(exchange, onward, reports);
        this.screen = screen;
    }

    @GetMapping("/exchange/wishes/{party}/{index}")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) { // who answers what
        return find(request, officer, party + "/" + index)
                .map(asked -> page(request, 200, asked, Stage.CHOOSING))
                .orElseGet(() -> screen.missing(request));
    }

    /** What is answered. @param release what the party would be given @param answer and {@code ground} as they were chosen */
    private record Asked(Onward.Listed listed, Release release, String answer, String ground) { // the form
        Asked choosing(String chosen, String why) {
            return new Asked(listed, release, chosen, why);
        }

        boolean grants() {
            return answer.equals("GRANTED") && release instanceof Release.Goes;
        }

        Optional<Wish.Ground> why() {
            return Arrays.stream(Wish.Ground.values())
                    .filter(one -> answer.equals("REFUSED") && one.name().equals(ground))
                    .findFirst();
        }

        Hash seal() {
            return Seal.of(listed.held().whole().report(), List.of(release));
        }
    }

    /** Without rules in force nobody finds anything, and so no wish. */
    private Optional<Asked> find(HttpServletRequest request, Officer officer, String act) {
        var now = screen.frame(request).formats().now();
        return ActReading.id(act)
                .flatMap(id -> onward.find(officer, id, now))
                .flatMap(listed -> onward.release(listed, now).map(release -> new Asked(listed, release, "", "")));
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, Asked asked, Stage stage) { // of what
        var listed = asked.listed();
        var report = listed.held().whole().report();
        var view = new LeaveView(
                words.wish(listed.wish(), screen.frame(request)),
                listed.held().whole().act().toString(),
                report.texts().part(Field.TITLE).orElse(""),
                ReportWords.language(report),
                ReportReview.Verdict.of(asked.release(), report),
                onward.isHeld(listed),
                asked.answer(),
                asked.ground(),
                asked.seal().hex(),
                stage.flaws(),
                stage.review(),
                stage.declined());
        return screen.page(request, status, "exchange/leave", view);
    }

    @PostMapping("/exchange/wishes/{party}/{index}")
    ResponseEntity<String> say( // the fields of the form
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @RequestParam(defaultValue = "review") String step,
            @RequestParam(defaultValue = "") String leave,
            @RequestParam(defaultValue = "") String denial,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "") String read) {
        var found = find(request, officer, party + "/" + index);
        if (found.isEmpty()) return screen.missing(request);
        var asked = found.get().choosing(leave, denial);
        if (step.equals("edit")) return page(request, 200, asked, Stage.CHOOSING);
        if (!asked.grants() && asked.why().isEmpty()) {
            var lacking = leave.equals("REFUSED") ? "denial" : "leave";
            return page(request, 422, asked, Stage.wrong(lacking, Flaw.Why.OPTION_MISSING));
        }
        if (!step.equals("sign")) return page(request, 200, asked, Stage.REVIEW);
        if (!read.equals("yes")) return page(request, 422, asked, Stage.UNREAD);
        if (asked.grants() && !seal.equals(asked.seal().hex())) return declined(request, asked, Rule.LEAVE_MOVED);
        return sign(request, officer, asked);
    }

    private ResponseEntity<String> sign(HttpServletRequest request, Officer officer, Asked asked) {
        var now = screen.frame(request).formats().now();
        var act = asked.listed().wish().act();
        var said = asked.grants()
                ? onward.grant(officer, act, asked.release(), now)
                : onward.refuse(officer, act, asked.why().orElseThrow(), now);
        return switch (said) {
            case Said.Written<Rule>(var told) ->
                Led.signed(request, told, asked.listed().held().whole().act());
            case Said.Declined<Rule>(var rule) -> declined(request, asked, rule);
        };
    }

    private ResponseEntity<String> declined(HttpServletRequest request, Asked asked, Rule rule) {
        return page(request, OnwardPages.of(rule), asked, Stage.declined(rule, acts.self()));
    }
}
