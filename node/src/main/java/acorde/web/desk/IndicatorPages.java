package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.monitoring.AreaMeasure;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Objection;
import acorde.monitoring.Saying;
import acorde.offices.Officer;
import acorde.web.Confirming;
import acorde.web.Screen;
import acorde.web.view.ErrorView;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.IndicatorView;
import acorde.web.view.Links;
import acorde.web.view.ReportView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An indicator that was agreed for an area: what it measures, what each party gives of it, and this party's own values. */
@Controller
final class IndicatorPages {
    private final Acts acts;
    private final Monitoring monitoring;
    private final Progress progress;
    private final Ledgers ledgers;
    private final Directory directory;
    private final Screen screen;

    IndicatorPages( // the parts it joins
            Acts acts, Monitoring monitoring, Progress progress, Ledgers ledgers, Directory directory, Screen screen) {
        this.acts = acts;
        this.monitoring = monitoring;
        this.progress = progress;
        this.ledgers = ledgers;
        this.directory = directory;
        this.screen = screen;
    }

    @GetMapping("/indicators/{code}")
    ResponseEntity<String> indicator(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        return find(code)
                .map(measure -> page(new Asked(request, officer, measure), Map.of(), List.of(), null))
                .orElseGet(() -> unknown(request));
    }

    @PostMapping("/indicators/{code}/values")
    ResponseEntity<String> values(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        var found = find(code);
        if (found.isEmpty()) return unknown(request);
        var asked = new Asked(request, officer, found.get());
        var form = ReportForm.read(request);
        form.agreed("values");
        var given = form.given(
                found.get().text().measure(), screen.frame(request).formats().today());
        var note = form.words("note", null);
        var version = ReportForm.hash(form.field("version"));
        if (!form.flaws.isEmpty() || version == null) return page(asked, form.typed(), form.flaws, null);
        return after(asked, form, new Saying.Measured(code, version, given, note));
    }

    @PostMapping("/indicators/{code}/correction")
    ResponseEntity<String> correction(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String code) {
        var found = find(code);
        if (found.isEmpty()) return unknown(request);
        var asked = new Asked(request, officer, found.get());
        var form = ReportForm.read(request);
        form.agreed("correction");
        var subject = found.get().subject();
        return form.correction(found.get().text().measure(), each -> monitoring.isAbout(each, subject))
                .map(correction -> after(asked, form, correction))
                .orElseGet(() -> page(asked, form.typed(), form.flaws, null));
    }

    private Optional<AreaMeasure> find(String code) {
        return Optional.ofNullable(monitoring.measures().get(code));
    }

    private ResponseEntity<String> unknown(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }

    /** What is asked about, and by whom. */
    private record Asked(HttpServletRequest request, Officer officer, AreaMeasure measure) {}

    private ResponseEntity<String> after(Asked asked, ReportForm form, Saying saying) {
        return switch (monitoring.say(asked.officer(), saying, List.of())) {
            case Said.Written<Objection>(var said) -> {
                Confirming.signed(asked.request(), said);
                yield ProposalPages.seeOther(
                        Links.indicator(asked.measure().key().code()));
            }
            case Said.Declined<Objection>(var why) -> page(asked, form.typed(), List.of(), why);
        };
    }

    private ResponseEntity<String> page( // what the forms show
            Asked asked, Map<String, String> typed, List<Flaw> flaws, @Nullable Objection objection) {
        var frame = screen.frame(asked.request());
        var status = objection != null ? Refusals.status(objection.rule()) : flaws.isEmpty() ? 200 : 422;
        return screen.page(
                asked.request(), status, "indicator", view(asked, form(asked, typed, flaws, objection, frame), frame));
    }

    private IndicatorView view(Asked asked, ReportView form, Frame frame) {
        var measure = asked.measure();
        var indicator = measure.text().measure();
        var ledger = ledgers.read();
        var lines = new Lines(ledger, directory, acts.self(), frame);
        var act = measure.head().act();
        return new IndicatorView(
                measure.key().code(),
                measure.text().area(),
                ledger.areaName(measure.text().area(), frame),
                Objects.requireNonNull(Texts.indicator(indicator)),
                measure.standing().name(),
                measure.head().number(),
                act == null ? "" : act.toString(),
                ledger.of(measure.key()).stream().map(lines::proposal).toList(),
                progress.measure(
                        indicator, monitoring.series(measure, frame.formats().now()), frame),
                form);
    }

    private ReportView form( // what was typed, and what stands in its way
            Asked asked, Map<String, String> typed, List<Flaw> flaws, @Nullable Objection objection, Frame frame) {
        var measure = asked.measure();
        var indicator = measure.text().measure();
        var may = ProgressPages.reports(asked.officer().role());
        return new ReportView(
                measure.key().code(),
                frame.in(Directory.words(indicator.name())),
                "sha256:" + measure.head().version().hex(),
                typed,
                List.of(),
                frame.in(Directory.words(indicator.unit())),
                "",
                List.of(),
                List.of(),
                List.of(),
                ProgressPages.figures(monitoring.series(measure, frame.formats().now()), acts.self(), frame),
                List.of(),
                new ReportView.May(may, may, false),
                flaws,
                objection == null ? null : Refusals.view(objection, acts.self()),
                null);
    }
}
