package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.compact.Indicator;
import acorde.compact.Milestone;
import acorde.compact.Remark;
import acorde.files.Attachment;
import acorde.monitoring.Light;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Objection;
import acorde.monitoring.Report;
import acorde.monitoring.Rule;
import acorde.monitoring.Viewer;
import acorde.offices.Officer;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.LightView;
import acorde.web.view.Links;
import acorde.web.view.OwnReportReview;
import acorde.web.view.OwnReportReview.Line;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A party's own report of an initiative: written, reviewed and signed. */
@Controller
final class OwnReportPages {
    /** What of a form is no part of the report. */
    private static final Set<String> OF_PAGE = Set.of("step", "since", "read", "_csrf");

    private final Acts acts;
    private final Monitoring monitoring;
    private final OwnReports own;
    private final ProgressPages pages;
    private final Screen screen;

    OwnReportPages( // the parts it joins
            Acts acts, Monitoring monitoring, OwnReports own, ProgressPages pages, Screen screen) {
        this.acts = acts;
        this.monitoring = monitoring;
        this.own = own;
        this.pages = pages;
        this.screen = screen;
    }

    @GetMapping("/initiatives/{code}/progress")
    ResponseEntity<String> form( // the address and what it is asked with
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String review) {
        var found = pages.about(request, officer, code);
        if (found.isEmpty()) return pages.unknown(request);
        var about = found.get();
        var frame = screen.frame(request);
        var kept = own.kept(officer, about.watched(), frame);
        if (kept.isPresent()) {
            var form = ReportForm.of(kept.get().fields(), frame.language());
            var moved = moved(about, form);
            if (moved.isPresent()) return pages.page(about, Map.of(), List.of(), moved.get());
            var report = report(about, form);
            if (review.equals("yes") && report.isPresent()) return review(about, form, report.get(), List.of());
        }
        return pages.page(about, Map.of(), List.of(), null);
    }

    @PostMapping("/initiatives/{code}/progress/report")
    ResponseEntity<String> go(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        var about = pages.about(request, officer, code);
        if (about.isEmpty()) return pages.unknown(request);
        var form = ReportForm.read(request);
        var asked = form.field("step");
        // Whoever looks for files comes back to what was written.
        var step = asked.isEmpty() ? "review" : asked.equals("files") ? "save" : asked;
        return own.writing()
                .go(
                        officer,
                        new Writing.Pressed(
                                step,
                                request.getParameter("since"),
                                screen.frame(request).formats().now()),
                        new Sheet(about.get(), form));
    }

    /** The form as it was sent. */
    private final class Sheet implements Writing.Sheet {
        private final ProgressPages.About about;
        private final ReportForm form;

        Sheet(ProgressPages.About about, ReportForm form) {
            this.about = about;
            this.form = form;
        }

        @Override
        public Writing.Text text() {
            return OwnReports.text(about.code());
        }

        @Override
        public Map<String, List<String>> fields() {
            return typed(form).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
        }

        @Override
        public String address(boolean review) {
            return review ? Links.progressReview(about.code()) : Links.progress(about.code()) + "#report";
        }

        @Override
        public Optional<ResponseEntity<String>> flawed() {
            var moved = moved(about, form);
            if (moved.isPresent()) return Optional.of(pages.draw(about, again(), List.of(), moved.get()));
            return report(about, form).isPresent()
                    ? Optional.empty()
                    : Optional.of(pages.draw(about, again(), form.flaws, null));
        }

        /** What was typed, going on from the report that counts now. */
        private OwnReports.Begun again() {
            var typed = typed(form);
            typed.put("base", own.base(about.watched()));
            return new OwnReports.Begun(typed, null);
        }

        @Override
        public ResponseEntity<String> review() {
            return report(about, form)
                    .map(report -> OwnReportPages.this.review(about, form, report, List.of()))
                    .orElseGet(() -> pages.draw(about, again(), form.flaws, null));
        }

        @Override
        public ResponseEntity<String> sign() {
            return pages.about(about.request(), about.officer(), about.code())
                    .map(now -> new Sheet(now, form).signed())
                    .orElseGet(() -> pages.unknown(about.request()));
        }

        /** A button pressed twice leads where it did the first time. */
        private ResponseEntity<String> signed() {
            if (moved(about, form).isPresent() && isSaid(about, form)) return done(about);
            var flawed = flawed();
            if (flawed.isPresent()) return flawed.get();
            var report = report(about, form).orElseThrow();
            if (!form.field("read").equals("yes"))
                return OwnReportPages.this.review(about, form, report, List.of(new Flaw("read", Flaw.Why.NOT_READ)));
            return switch (monitoring.report(about.officer(), report, pages.chosen(form, about.officer()))) {
                case Said.Written<Objection>(var acts) -> {
                    var now = screen.frame(about.request()).formats().now();
                    own.writing().over(about.officer(), text(), now);
                    Confirming.signed(about.request(), acts);
                    yield done(about);
                }
                case Said.Declined<Objection>(var why) -> pages.draw(about, again(), List.of(), why);
            };
        }
    }

    private static ResponseEntity<String> done(ProgressPages.About about) {
        return ProposalPages.seeOther(Links.initiative(about.code()) + "#progress");
    }

    private static Map<String, String> typed(ReportForm form) {
        var typed = new TreeMap<>(form.typed());
        typed.keySet().removeAll(OF_PAGE);
        return typed;
    }

    /** What it was written for: a text or a report that no longer counts. */
    private Optional<Objection> moved(ProgressPages.About about, ReportForm form) {
        var version = ReportForm.hash(form.field("version"));
        if (version != null && !version.equals(about.known().version()))
            return Optional.of(new Objection(Rule.VERSION_MOVED, Optional.empty()));
        var base = own.base(about.watched());
        return form.field("base").equals(base)
                ? Optional.empty()
                : Optional.of(new Objection(Rule.REPORTED_MEANWHILE, ReportForm.act(base)));
    }

    /** Whether this party's last report is this very one. */
    private boolean isSaid(ProgressPages.About about, ReportForm form) {
        var written = written(about, form);
        return written.isPresent()
                && ReportForm.act(own.base(about.watched()))
                        .flatMap(acts::act)
                        .flatMap(Progress::report)
                        .equals(written);
    }

    /** Without a look at its files. */
    private Optional<Report> written(ProgressPages.About about, ReportForm form) {
        form.flaws.clear();
        var today = screen.frame(about.request()).formats().today();
        return form.report(about.code(), about.known().initiative(), today);
    }

    /** What it comes to; empty if something is wrong with it or its files, which then stands in the flaws. */
    private Optional<Report> report(ProgressPages.About about, ReportForm form) {
        var report = written(about, form);
        pages.chosen(form, about.officer());
        return form.flaws.isEmpty() ? report : Optional.empty();
    }

    private ResponseEntity<String> review( // what, and what is wrong
            ProgressPages.About about, ReportForm form, Report report, List<Flaw> flaws) {
        var frame = screen.frame(about.request());
        var text = about.known().initiative();
        var files = pages.chosen(form, about.officer());
        var account = about.watched().facts().accounts().get(acts.self());
        var after = monitoring.ifReported(
                report,
                !files.isEmpty(),
                new Viewer.Of(acts.self()),
                frame.formats().now());
        var view = new OwnReportReview(
                about.code(),
                frame.in(Directory.words(text.title())),
                typed(form),
                lines(about, report, files, frame),
                LightWords.of(about.watched().light(), text.reported(), frame),
                light(after.orElse(about.watched().light()), about, frame),
                report.values().isEmpty() ? "" : told(text.indicator(), frame),
                account != null && account.words().values().stream().anyMatch(acorde.monitoring.Account.Word::confirms),
                flaws);
        return screen.page(about.request(), flaws.isEmpty() ? 200 : 422, "reportreview", view);
    }

    /** That this party says it is blocked is said with the act of the report, which has none yet. */
    private LightView light(Light light, ProgressPages.About about, Frame frame) {
        var view = LightWords.of(light, about.known().initiative().reported(), frame);
        return light.why() instanceof Light.Why.Blocked(var party, var _) && party.equals(acts.self())
                ? new LightView(view.colour(), "", "", "")
                : view;
    }

    /** What everybody may know of values that are given under this text (CT-1). */
    private static String told(@Nullable Indicator indicator, Frame frame) {
        if (indicator == null) return "";
        var counted = indicator.counted();
        if (counted == null) return frame.say("report.told.unsaid");
        return switch (counted) {
            case THINGS -> frame.say("report.told.things");
            case SHARE -> frame.say("report.told.share");
            case PERSONS ->
                Indicator.isOfShares(indicator.unit().es())
                                || Indicator.isOfShares(indicator.unit().en())
                        ? frame.say("report.told.share")
                        : frame.say("report.told.persons");
        };
    }

    private List<Line> lines( // all of it, for whom
            ProgressPages.About about, Report report, List<Attachment> files, Frame frame) {
        var lines = new ArrayList<Line>();
        var on = report.on() == null ? "" : " " + frame.say("progress.on", frame.day(report.on()));
        lines.add(new Line(frame.say("label.state"), List.of(frame.of(report.state()) + on)));
        add(lines, frame.say("label.blockedBy"), words(report.blockedBy(), frame));
        add(lines, frame.say("label.report.note"), words(report.note(), frame));
        add(lines, frame.say("label.milestones"), steps(about, report, frame));
        var evidence = report.evidence().stream()
                .map(each -> words(each.what(), frame).getFirst() + ": " + each.link()
                        + (each.seen() == null ? "" : ", sha256:" + each.seen().hex()))
                .toList();
        add(lines, frame.say("label.evidence"), evidence);
        add(
                lines,
                frame.say("label.files"),
                files.stream().map(Attachment::name).toList());
        add(lines, frame.say("label.values"), values(about, report, frame));
        if (report.restrictions()) add(lines, frame.say("label.restrictions"), List.of(frame.say("progress.kept")));
        add(lines, frame.say("label.legalBasis"), words(report.legalBasis(), frame));
        add(lines, frame.say("label.funding"), words(report.funding(), frame));
        var events = report.events().stream()
                .map(code -> code + " " + Progress.event(code, about.ledger(), frame))
                .toList();
        add(lines, frame.say("report.events"), events);
        add(
                lines,
                frame.say("report.answers"),
                report.answers().stream().map(Object::toString).toList());
        return lines;
    }

    private static void add(List<Line> lines, String label, List<String> said) {
        if (!said.isEmpty()) lines.add(new Line(label, said));
    }

    private static List<String> words(@Nullable Remark remark, Frame frame) {
        return remark == null ? List.of() : List.of(Progress.in(remark, frame.language()));
    }

    private static List<String> steps(ProgressPages.About about, Report report, Frame frame) {
        var titles = about.known().initiative().milestones().stream()
                .collect(Collectors.toMap(Milestone::code, step -> frame.in(Directory.words(step.title()))));
        return report.milestones().entrySet().stream()
                .map(done -> done.getKey() + " " + titles.getOrDefault(done.getKey(), "") + ", "
                        + frame.day(done.getValue()))
                .toList();
    }

    private static List<String> values(ProgressPages.About about, Report report, Frame frame) {
        var indicator = about.known().initiative().indicator();
        if (indicator == null) return List.of();
        return report.values().stream()
                .map(value -> frame.say(
                                "report.figure",
                                frame.day(value.at()),
                                frame.measured(value.number(), Directory.words(indicator.unit())))
                        + " (" + Progress.in(value.from(), frame.language()) + ")")
                .toList();
    }
}
