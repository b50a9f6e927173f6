package acorde.web.desk;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Objection;
import acorde.monitoring.Owed;
import acorde.monitoring.Report;
import acorde.offices.JournalLine;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.trustlog.Hash;
import acorde.web.Screen;
import acorde.web.view.Frame;
import acorde.web.view.OfflineView;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Reports that are written without a connection and sent when there is one: signed by who wrote them, for the office they wrote
 * them for; the journal keeps when they say they wrote it, beside when it came (CO-6).
 */
@Controller
final class OfflinePages {
    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

    /** How far the clock of a phone may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    /** How long ago a report may have been written. */
    private static final Duration BEHIND = Duration.ofDays(366);

    private final Acts acts;
    private final Monitoring monitoring;
    private final Offices offices;
    private final Screen screen;

    OfflinePages(Acts acts, Monitoring monitoring, Offices offices, Screen screen) {
        this.acts = acts;
        this.monitoring = monitoring;
        this.offices = offices;
        this.screen = screen;
    }

    @GetMapping("/offline")
    ResponseEntity<String> form(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var frame = screen.frame(request);
        var owed = monitoring.owed();
        var view = new OfflineView(
                account(officer),
                who(frame),
                owed.stream()
                        .limit(OfflineView.MOST)
                        .map(each -> promise(each, frame))
                        .toList(),
                Math.max(0, owed.size() - OfflineView.MOST));
        return screen.page(request, 200, "offline", view);
    }

    /** Of the person and the office: who holds two keeps what they wrote for each apart. */
    private static String account(Officer officer) {
        var named =
                "offline " + officer.person().value() + " " + officer.office().value();
        return Hash.sha256(named.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    /** Who signs, as it stands beside what they sign. */
    private static String who(Frame frame) {
        var reader = frame.reader();
        return reader == null ? "" : reader.name() + ", " + frame.in(reader.office());
    }

    private static OfflineView.Promise promise(Owed owed, Frame frame) {
        var text = owed.text();
        return new OfflineView.Promise(
                owed.code(),
                frame.in(Directory.words(text.title())),
                "sha256:" + owed.version().hex(),
                owed.latest() == null ? "" : owed.latest().toString(),
                text.indicator() == null
                        ? ""
                        : frame.in(Directory.words(text.indicator().unit())),
                text.restrictions() == null ? "" : frame.in(Directory.words(text.restrictions())));
    }

    /**
     * Signs one of them; its words are in the language of the page it was written on, which comes as {@code lang}. The answer is for
     * the script: the act, or a sentence that says what to do.
     */
    @PostMapping("/offline")
    ResponseEntity<String> send(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var frame = screen.frame(request);
        var form = ReportForm.read(request);
        if (!form.field("account").equals(account(officer))) return plain(403, frame.say("offline.other"));
        var made = made(form.field("made"), frame.formats().now());
        if (made.isEmpty()) return plain(422, frame.say("offline.undated"));
        var owed = monitoring.owed().stream()
                .filter(each -> each.code().equals(form.field("code")))
                .findFirst();
        if (owed.isEmpty()) return plain(404, frame.say("returns.fault.NOT_OWED"));
        var typed = form.report(
                owed.get().code(), owed.get().text(), frame.formats().today());
        if (typed.isEmpty())
            return plain(
                    422,
                    form.flaws.stream()
                            .map(flaw -> frame.say(flaw.label()) + ": " + frame.of(flaw.why()))
                            .collect(Collectors.joining(" ")));
        var basis = form.field("basis").isEmpty() ? Optional.<ActId>empty() : ReportForm.act(form.field("basis"));
        if (basis.isEmpty() && !form.field("basis").isEmpty())
            return plain(422, frame.say("rule.REPORTED_MEANWHILE.next"));
        return say(
                frame, officer, whole(typed.get(), owed.get().report()), new Written(basis.orElse(null), made.get()));
    }

    /** From what a report was written and when, as who wrote it says. */
    private record Written(@Nullable ActId basis, Instant made) {}

    private ResponseEntity<String> say(Frame frame, Officer officer, Report report, Written written) { // what, by whom
        var line = JournalLine.of("offline-report", officer)
                .with("initiative", report.initiative())
                .with("made", written.made());
        offices.journal().write(line);
        var based = new Monitoring.Based(report, written.basis());
        return switch (monitoring.reportAll(officer, java.util.List.of(based))) {
            case Said.Declined<Objection.In>(var why) -> {
                var key = "rule." + why.objection().rule().name();
                yield plain(
                        Refusals.status(why.objection().rule()),
                        frame.say(key + ".title") + ". " + frame.say(key + ".next"));
            }
            case Said.Written<Objection.In>(var said) -> {
                var act = said.getFirst().id();
                offices.journal().write(line.with("act", act));
                yield plain(201, act.toString());
            }
        };
    }

    /** What the form has no field for stays as it was said last. */
    private static Report whole(Report typed, @Nullable Report before) {
        if (before == null) return typed;
        return new Report(
                typed.initiative(),
                typed.version(),
                typed.state(),
                typed.on(),
                typed.blockedBy(),
                typed.note(),
                new TreeMap<>(before.milestones()),
                typed.evidence(),
                typed.values(),
                typed.restrictions(),
                before.legalBasis(),
                before.funding(),
                before.events(),
                typed.answers());
    }

    private static Optional<Instant> made(String text, Instant now) {
        try {
            var made = Instant.parse(text);
            return made.isAfter(now.plus(AHEAD)) || made.isBefore(now.minus(BEHIND))
                    ? Optional.empty()
                    : Optional.of(made);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<String> plain(int status, String text) {
        return ResponseEntity.status(status)
                .contentType(PLAIN)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text);
    }
}
