package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Recount;
import acorde.offices.Officer;
import acorde.trust.Audit;
import acorde.trust.Place;
import acorde.trust.Receipt;
import acorde.trustlog.Checkpoint;
import acorde.web.Screen;
import acorde.web.view.Frame;
import acorde.web.view.OversightView;
import acorde.web.view.OversightView.Check;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What this party signed, who has it stored, what does not count, and whether all of it still agrees. */
@Controller
final class OversightPage {
    /** Rejected acts, and acts that wait, of each party that are looked at: those that are not told of take no other party's place. */
    private static final int LOOKED_AT = 100;

    /** Rejected acts listed. */
    private static final int REJECTED = 100;

    /** How long whoever asks waits for the outcome before being shown how far it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Acts acts;
    private final Verification verification;
    private final Screen screen;

    OversightPage(Acts acts, Verification verification, Screen screen) {
        this.acts = acts;
        this.verification = verification;
        this.screen = screen;
    }

    @GetMapping("/oversight")
    ResponseEntity<String> oversight(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        return page(request, officer);
    }

    @PostMapping("/oversight/verification")
    ResponseEntity<String> verify(HttpServletRequest request, @AuthenticationPrincipal Officer officer)
            throws InterruptedException {
        verification.run(PATIENCE);
        return page(request, officer);
    }

    private ResponseEntity<String> page(HttpServletRequest request, Officer officer) {
        var frame = screen.frame(request);
        var logs = acts.logs();
        var self = acts.self();
        var state = logs.state(self);
        var note = state.note();
        var head = new ActId(self, Math.max(0, state.size() - 1));
        var rejected = rejected(officer);
        var view = new OversightView(
                state.size(),
                head.toString(),
                note == null ? "" : Checkpoint.parse(note.text()).root().hex(),
                acts.act(head).map(Act::at).orElse(frame.formats().now()),
                followers(),
                rejected.stream().limit(REJECTED).toList(),
                Math.max(0, rejected.size() - REJECTED),
                verification.last().map(report -> check(report, frame)).orElse(null),
                verification.running().map(OversightPage::progress).orElse(null),
                waiting(),
                LOOKED_AT);
        return screen.page(request, 200, "oversight", view);
    }

    private List<OversightView.Follower> followers() {
        return acts.logs().charter().places().stream()
                .map(Place::party)
                .filter(party -> !party.equals(acts.self()))
                .map(party -> {
                    var receipt = acts.logs().receipts(party, 1).stream().findFirst();
                    return new OversightView.Follower(
                            party.value(),
                            receipt.map(Receipt::size).orElse(0L),
                            receipt.map(Receipt::at).orElse(null));
                })
                .toList();
    }

    private List<OversightView.Rejected> rejected(Officer officer) {
        var rejected = acts.rejected(LOOKED_AT);
        var said = new HashMap<ActId, Instant>();
        var untold = new HashSet<>(ActReading.mayReadUnreadable(officer) ? Set.<ActId>of() : rejected.keySet());
        acts.parts(
                rejected.keySet(),
                part -> part.forEach((id, act) -> {
                    said.put(id, act.at());
                    if (ActReading.mayBeTold(acts, act)) untold.remove(id);
                    else untold.add(id);
                }));
        return rejected.entrySet().stream()
                .filter(entry -> !untold.contains(entry.getKey()))
                .map(entry -> new OversightView.Rejected(
                        entry.getKey().toString(),
                        entry.getKey().party().value(),
                        said.getOrDefault(entry.getKey(), Instant.EPOCH),
                        entry.getValue()))
                .sorted(Comparator.comparing(OversightView.Rejected::at).reversed())
                .toList();
    }

    /** Without what the rules of release may keep from whoever looks: that a report waits tells of it (AS-1). */
    private long waiting() {
        var told = new HashSet<ActId>();
        acts.parts(
                acts.waiting(LOOKED_AT),
                part -> part.values().stream()
                        .filter(act -> ActReading.mayBeTold(acts, act))
                        .forEach(act -> told.add(act.id())));
        return told.size();
    }

    private static OversightView.Progress progress(Verification.Running running) {
        return new OversightView.Progress(running.since, running.percent());
    }

    private static Check check(Verification.Report report, Frame frame) {
        var problems = new ArrayList<String>();
        report.audits().stream()
                .filter(audit -> audit.flaw().isPresent())
                .map(audit -> problem(audit, frame))
                .forEach(problems::add);
        var entries = report.audits().stream().mapToLong(Audit::entries).sum();
        var derived = switch (report.recount()) {
            case null -> frame.say("oversight.derived.failed");
            case Recount.NoRoom _ -> frame.say("oversight.derived.noRoom");
            case Recount.Compared(var tables) -> {
                for (var table : tables) problems.add(frame.say("oversight.derived.differs", table));
                yield tables.isEmpty() ? frame.say("oversight.derived.agrees") : "";
            }
        };
        return new Check(report.at(), entries, report.audits().size(), report.millis(), problems, derived);
    }

    private static String problem(Audit audit, Frame frame) {
        var key = "flaw." + audit.flaw().orElseThrow();
        var place = new ActId(audit.party(), audit.flawAt()).toString();
        return frame.words().knows(key)
                ? frame.say(key, frame.within(audit.party().value()), place)
                : audit.flaw().orElseThrow() + " " + place;
    }
}
