package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.compact.Initiative;
import acorde.files.Attachment;
import acorde.files.Files;
import acorde.monitoring.Account;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Objection;
import acorde.monitoring.Saying;
import acorde.monitoring.Series;
import acorde.monitoring.Viewer;
import acorde.monitoring.Watched;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.view.ErrorView;
import acorde.web.view.Flaw;
import acorde.web.view.Flaw.Why;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.view.ReportView;
import acorde.web.view.ReportView.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Confirming, disputing, correcting and assessing, on the page of a party's own report. What was typed is never lost. */
@Controller
final class ProgressPages {
    private final Acts acts;
    private final Monitoring monitoring;
    private final Files files;
    private final Ledgers ledgers;
    private final OwnReports own;
    private final Screen screen;

    ProgressPages( // the parts it joins
            Acts acts, Monitoring monitoring, Files files, Ledgers ledgers, OwnReports own, Screen screen) {
        this.acts = acts;
        this.monitoring = monitoring;
        this.files = files;
        this.ledgers = ledgers;
        this.own = own;
        this.screen = screen;
    }

    /** Whether an office of this role says anything of what became of an initiative. */
    static boolean speaks(Role role) {
        return reports(role) || role == Role.OBSERVER;
    }

    static boolean reports(Role role) {
        return role == Role.COORDINATOR || role == Role.REPRESENTATIVE;
    }

    /** What the forms are about. */
    record About(HttpServletRequest request, Officer officer, Ledger ledger, Ledger.Known known, Watched watched) {
        String code() {
            return known.key().code();
        }
    }

    Optional<About> about(HttpServletRequest request, Officer officer, String code) {
        var ledger = ledgers.read();
        var known = ledger.initiative(code);
        var now = screen.frame(request).formats().now();
        return known.flatMap(each -> monitoring
                .watch(code, new Viewer.Of(acts.self()), now)
                .map(watched -> new About(request, officer, ledger, each, watched)));
    }

    ResponseEntity<String> unknown(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }

    /** What was typed into one form; the report that was begun beside it stays as it was left. */
    ResponseEntity<String> page( // what the forms show
            About about, Map<String, String> typed, List<Flaw> flaws, @Nullable Objection objection) {
        var begun = begun(about, screen.frame(about.request()));
        var all = new HashMap<>(begun.typed());
        all.putAll(typed);
        return draw(about, begun.with(all), flaws, objection);
    }

    ResponseEntity<String> draw( // the report that is written, and what stands in its way
            About about, OwnReports.Begun begun, List<Flaw> flaws, @Nullable Objection objection) {
        var frame = screen.frame(about.request());
        var status = objection != null ? Refusals.status(objection.rule()) : flaws.isEmpty() ? 200 : 422;
        var refusal = objection == null ? null : Refusals.view(objection, acts.self());
        return screen.page(about.request(), status, "progress", view(about, begun, flaws, refusal, frame));
    }

    /** The report that is kept, else the account as it stands; nothing for whoever does not report. */
    private OwnReports.Begun begun(About about, Frame frame) {
        return reports(about.officer().role())
                ? own.begun(about.officer(), about.watched(), frame)
                : OwnReports.Begun.NOTHING;
    }

    private ReportView view( // what the forms show
            About about, OwnReports.Begun begun, List<Flaw> flaws, @Nullable Refusal refusal, Frame frame) {
        var text = about.known().initiative();
        var role = about.officer().role();
        return new ReportView(
                about.code(),
                frame.in(Directory.words(text.title())),
                "sha256:" + about.known().version().hex(),
                begun.typed(),
                steps(text, frame),
                text.indicator() == null
                        ? ""
                        : frame.in(Directory.words(text.indicator().unit())),
                text.restrictions() == null ? "" : frame.in(Directory.words(text.restrictions())),
                about.ledger().events().keySet().stream()
                        .map(code -> new Option(code, Progress.event(code, about.ledger(), frame)))
                        .toList(),
                own.answers(about.watched()).stream()
                        .map(id -> new Option(
                                id.toString(),
                                frame.say(
                                        "report.dispute",
                                        frame.subject(id.party().value()),
                                        id)))
                        .toList(),
                reports(about.watched(), frame),
                figures(about, frame),
                ready(about.officer(), frame),
                new ReportView.May(
                        reports(role) && text.parties().contains(acts.self()), reports(role), role == Role.OBSERVER),
                flaws,
                refusal,
                begun.kept());
    }

    private List<ReportView.Step> steps(Initiative text, Frame frame) {
        return text.milestones().stream()
                .filter(step -> step.party() == null || step.party().equals(acts.self()))
                .map(step -> new ReportView.Step(step.code(), frame.in(Directory.words(step.title())), step.due()))
                .toList();
    }

    private List<Option> reports(Watched watched, Frame frame) {
        var reports = new ArrayList<Option>();
        watched.facts().accounts().forEach((party, account) -> {
            if (!party.equals(acts.self())) reports.add(report(party, account, frame));
        });
        return reports;
    }

    private static Option report(PartyCode party, Account account, Frame frame) {
        var latest = account.latest();
        return new Option(
                latest.act().toString(),
                frame.say(
                        "report.of",
                        frame.subject(party.value()),
                        frame.of(latest.state()),
                        frame.moment(latest.spoken().at()),
                        latest.act()));
    }

    /** The figures this party gave, each with the report that gave it first. */
    private List<Option> figures(About about, Frame frame) {
        var indicator = about.known().initiative().indicator();
        var series = monitoring.series(about.code(), frame.formats().now());
        return indicator == null || series.isEmpty() ? List.of() : figures(series.get(), acts.self(), frame);
    }

    static List<Option> figures(Series series, PartyCode self, Frame frame) {
        var figures = new ArrayList<Option>();
        series.points().forEach((day, by) -> {
            var point = by.get(self);
            if (point != null)
                figures.add(new Option(
                        point.said().act() + " " + day,
                        frame.say(
                                "report.figure",
                                frame.day(day),
                                frame.measured(
                                        point.counts().number(), Directory.words(series.unit(point.counts()))))));
        });
        return figures;
    }

    @PostMapping("/initiatives/{code}/progress/word")
    ResponseEntity<String> word(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        var about = about(request, officer, code);
        if (about.isEmpty()) return unknown(request);
        var form = ReportForm.read(request);
        form.agreed("word");
        var report = ReportForm.act(form.field("about"));
        var disputes = form.field("choice").equals("dispute");
        if (report.isEmpty()) form.flaws.add(new Flaw("about", Why.CHOICE_MISSING));
        if (!disputes && !form.field("choice").equals("confirm"))
            form.flaws.add(new Flaw("choice", Why.CHOICE_MISSING));
        var words = form.words("remark", disputes ? Why.DISPUTE_UNEXPLAINED : null);
        if (!form.flaws.isEmpty() || report.isEmpty()) return page(about.get(), form.typed(), form.flaws, null);
        var word = disputes && words != null
                ? new Saying.Disputed(report.get(), words)
                : new Saying.Confirmed(report.get(), words);
        if (!monitoring.isAbout(word, code)) {
            form.flaws.add(new Flaw("about", Why.CHOICE_MISSING));
            return page(about.get(), form.typed(), form.flaws, null);
        }
        return after(about.get(), form, monitoring.say(officer, word, List.of()));
    }

    @PostMapping("/initiatives/{code}/progress/correction")
    ResponseEntity<String> correction(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        var about = about(request, officer, code);
        if (about.isEmpty()) return unknown(request);
        var form = ReportForm.read(request);
        form.agreed("correction");
        var correction =
                form.correction(about.get().known().initiative().indicator(), each -> monitoring.isAbout(each, code));
        return correction.isEmpty()
                ? page(about.get(), form.typed(), form.flaws, null)
                : after(about.get(), form, monitoring.correct(officer, correction.get()));
    }

    @PostMapping("/initiatives/{code}/progress/assessment")
    ResponseEntity<String> assessment(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        var about = about(request, officer, code);
        if (about.isEmpty()) return unknown(request);
        var form = ReportForm.read(request);
        if (form.field("step").equals("files")) return page(about.get(), form.typed(), List.of(), null);
        form.agreed("assessment");
        var level = ReportView.LEVELS.stream()
                .filter(each -> each.name().equals(form.field("level")))
                .findFirst();
        if (level.isEmpty()) form.flaws.add(new Flaw("level", Why.CHOICE_MISSING));
        var reason = form.words("why", Why.LEVEL_UNEXPLAINED);
        var version = ReportForm.hash(form.field("version"));
        var evidence = form.evidence();
        var shown = chosen(form, officer);
        if (!form.flaws.isEmpty() || level.isEmpty() || reason == null || version == null)
            return page(about.get(), form.typed(), form.flaws, null);
        var assessed = new Saying.Assessed(code, version, level.get(), reason, evidence);
        return after(about.get(), form, monitoring.assess(officer, assessed, shown));
    }

    @PostMapping("/initiatives/{code}/progress/link")
    ResponseEntity<String> link(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        var about = about(request, officer, code);
        if (about.isEmpty()) return unknown(request);
        var form = ReportForm.read(request);
        form.agreed("link");
        if (!about.get().ledger().events().containsKey(form.field("event")))
            form.flaws.add(new Flaw("event", Why.CHOICE_MISSING));
        var how = form.words("how", Why.TOUCH_UNEXPLAINED);
        var version = ReportForm.hash(form.field("version"));
        if (!form.flaws.isEmpty() || how == null || version == null)
            return page(about.get(), form.typed(), form.flaws, null);
        return after(
                about.get(),
                form,
                monitoring.link(officer, new Saying.Linked(code, version, form.field("event"), how)));
    }

    /**
     * The files that were ticked; one that no longer lies ready, or one too many, is a flaw: nothing is signed without
     * what should prove it.
     */
    List<Attachment> chosen(ReportForm form, Officer officer) {
        var ticked = form.chosen("files");
        if (ticked.size() > Attachment.MOST) {
            form.flaws.add(new Flaw("files", Why.FILES_TOO_MANY));
            return List.of();
        }
        var chosen = ticked.stream()
                .filter(id -> id.matches("[0-9]{1,15}"))
                .flatMap(id -> files.choose(officer.person(), Long.parseLong(id)).stream())
                .toList();
        if (chosen.size() < ticked.size()) form.flaws.add(new Flaw("files", Why.FILE_GONE));
        return chosen;
    }

    private List<Option> ready(Officer officer, Frame frame) {
        return files.uploads(officer.person()).stream()
                .map(upload -> new Option(
                        Long.toString(upload.id()),
                        upload.file().name() + ", "
                                + frame.formats().size(upload.file().size())))
                .toList();
    }

    private ResponseEntity<String> after(About about, ReportForm form, Said<Objection> said) {
        return switch (said) {
            case Said.Written<Objection>(var acts) -> {
                Confirming.signed(about.request(), acts);
                yield ProposalPages.seeOther(Links.initiative(about.code()) + "#progress");
            }
            case Said.Declined<Objection>(var why) -> page(about, form.typed(), List.of(), why);
        };
    }
}
