package acorde.web;

import acorde.monitoring.Account.View;
import acorde.monitoring.Light.Colour;
import acorde.monitoring.Report.State;
import acorde.monitoring.Saying.Level;
import acorde.web.view.Chart;
import acorde.web.view.Chord;
import acorde.web.view.Chord.Mark;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.IndicatorLine;
import acorde.web.view.IndicatorView;
import acorde.web.view.InitiativeText;
import acorde.web.view.LightView;
import acorde.web.view.OwnReportReview;
import acorde.web.view.ProgressView;
import acorde.web.view.PublicIndicator;
import acorde.web.view.PublicReports;
import acorde.web.view.ReportView;
import acorde.web.view.ReportView.Option;
import acorde.web.words.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What became of an initiative, invented: with everything the page can show of it. */
final class SampleProgress {
    private static final Instant NOON = Instant.parse("2026-11-19T18:00:00Z");

    private SampleProgress() {}

    private static Chord chord(Chord.State us, Chord.State gt, Chord.State hn, Chord.State sv) { // one mark each
        return new Chord(
                Chord.Matter.CONFIRMATION,
                List.of(
                        new Mark("US", us, us == Chord.State.FILLED ? NOON : null),
                        new Mark("GT", gt, gt == Chord.State.FILLED ? NOON : null),
                        new Mark("HN", hn, hn == Chord.State.FILLED ? NOON : null),
                        new Mark("SV", sv, sv == Chord.State.FILLED ? NOON : null)));
    }

    /** Reported, confirmed, disputed, corrected and assessed. */
    static ProgressView followed(Frame p) {
        var light = new LightView(
                Colour.AT_RISK,
                p.say("light.why.Disputed", p.subject("SV"), p.within("HN"), "SV/94"),
                p.say("rung.next", p.say("rung.COORDINATOR"), p.day(LocalDate.parse("2026-12-06"))),
                p.say(
                        "light.elsewhere.unverified",
                        p.say("source.press"),
                        p.formats().partial("2020-07")));
        var evidence = List.of(
                new ProgressView.Evidence("Acuerdo ministerial", "https://example.org/acuerdo", "7d1c2b3a4f5e"));
        var reported = new ProgressView.Account(
                "HN",
                State.IN_PROGRESS,
                NOON,
                "HN/404",
                false,
                null,
                List.of("Despacho designado. EJERCICIO.", p.say("progress.kept")),
                evidence,
                2,
                chord(Chord.State.FILLED, Chord.State.FILLED, Chord.State.DASHED, Chord.State.CROSSED),
                List.of(
                        new ProgressView.Word("GT", View.CONFIRMS, "GT/210"),
                        new ProgressView.Word("US", View.CONFIRMED_EARLIER, "US/70"),
                        new ProgressView.Word("SV", View.DISPUTES, "SV/94")));
        var silent = new ProgressView.Account(
                "GT",
                null,
                null,
                "",
                false,
                null,
                List.of(),
                List.of(),
                0,
                chord(Chord.State.HOLLOW, Chord.State.DASHED, Chord.State.HOLLOW, Chord.State.HOLLOW),
                List.of());
        return new ProgressView(
                "AG-03",
                light,
                List.of(reported, silent),
                List.of(new ProgressView.Dispute(
                        "SV", "HN", "SV/94", "Se contaron consultas sin respuesta de fondo", true)),
                List.of(new ProgressView.Observed("GT", Level.LIMITED, NOON, "GT/211", "Una sola acta.", evidence, 1)),
                List.of(
                        new ProgressView.Step(
                                "H1",
                                "Despachos designados",
                                LocalDate.parse("2026-12-15"),
                                null,
                                List.of("HN"),
                                List.of(new ProgressView.Done("HN", LocalDate.parse("2026-11-18"))),
                                ""),
                        new ProgressView.Step(
                                "",
                                "",
                                LocalDate.parse("2027-01-31"),
                                LocalDate.parse("2026-12-31"),
                                List.of("HN", "GT"),
                                List.of(),
                                p.say(
                                        "forecast.range",
                                        p.day(LocalDate.parse("2027-02-03")),
                                        p.day(LocalDate.parse("2027-04-12")),
                                        14))),
                new ProgressView.Measure(
                        "Reuniones de mesa con las cuatro partes presentes",
                        List.of(new ProgressView.Figure(
                                LocalDate.parse("2026-10-31"),
                                "HN",
                                "38 %",
                                "Registro mensual",
                                "HN/404",
                                List.of(new ProgressView.Correction("36 %", "Dos contadas dos veces", "HN/409")))),
                        2,
                        List.of(LocalDate.parse("2026-09-30")),
                        drawn(p)),
                List.of(new ProgressView.Happening(
                        "E2", "Suspensión de ayuda", "US", "US/71", "Se suspendió el financiamiento")),
                true);
    }

    private static ProgressView.Drawn drawn(Frame p) {
        var hn = new Chart.Series("HN", List.of(point("2026-08-31", "12.5"), point("2026-10-31", "36")));
        var gt = new Chart.Series("GT", List.of(point("2026-10-31", "37")));
        var chart =
                Chart.of(List.of(point("2026-06-30", "0"), point("2027-01-31", "90")), List.of(hn, gt), p.formats());
        return new ProgressView.Drawn(
                chart,
                p.say(
                        "chart.goal",
                        "0 %",
                        p.day(LocalDate.parse("2026-06-30")),
                        "90 %",
                        p.day(LocalDate.parse("2027-01-31"))),
                List.of(
                        p.say("chart.party", p.party("HN"), 2, "36 %", p.day(LocalDate.parse("2026-10-31"))),
                        p.say("chart.party", p.party("GT"), 1, "37 %", p.day(LocalDate.parse("2026-10-31")))));
    }

    private static Chart.Point point(String at, String value) {
        return new Chart.Point(LocalDate.parse(at), new BigDecimal(value));
    }

    /** What everybody may know of it. */
    static PublicReports published() {
        var evidence = List.of(
                new ProgressView.Evidence("Acuerdo ministerial", "https://example.org/acuerdo", "7d1c2b3a4f5e"));
        var words = List.of(
                new ProgressView.Word("GT", View.CONFIRMS, "GT/210"),
                new ProgressView.Word("SV", View.DISPUTES, "SV/94"));
        var october = LocalDate.parse("2026-10-31");
        return new PublicReports(
                List.of(
                        new PublicReports.Account(
                                "HN", State.DONE, LocalDate.parse("2026-11-18"), NOON, "HN/404", evidence, 2, words),
                        new PublicReports.Account("GT", null, null, null, "", List.of(), 0, List.of())),
                List.of(
                        new PublicReports.Value(
                                "HN", "36\u00a0%", october, "HN/406", "38\u00a0%", october.plusMonths(1), false),
                        new PublicReports.Value("GT", "", null, "", "", october, true)),
                List.of(new PublicReports.Observed("GT", Level.LIMITED, NOON, "GT/211")));
    }

    private static InitiativeText.Indicator measured() {
        return new InitiativeText.Indicator(
                new Bilingual("Solicitudes respondidas a tiempo", "Requests answered in time"),
                new Bilingual("solicitudes", "requests"),
                InitiativeText.Indicator.Counts.OUTCOME,
                new BigDecimal("10"),
                LocalDate.parse("2026-06-30"),
                new BigDecimal("60"),
                LocalDate.parse("2027-06-30"),
                3,
                true,
                InitiativeText.Indicator.Counted.THINGS);
    }

    /** An indicator of an area as everybody may know it. */
    static PublicIndicator indicator() {
        var value = new PublicReports.Value(
                "GT", "18 solicitudes", LocalDate.parse("2026-09-30"), "GT/203", "", null, false);
        return new PublicIndicator("A1-I1", measured(), null, "CONSENTED", 1, List.of(value));
    }

    /** The same in a list. */
    static IndicatorLine line() {
        return new IndicatorLine(
                "A1-I1",
                "Solicitudes respondidas a tiempo",
                "60 solicitudes al 30 jun 2027",
                List.of("Guatemala: 18 solicitudes al 30 sep 2026"),
                1,
                1);
    }

    /** The same on its page, with a flaw. */
    static Object measured(Frame p) {
        var figure = new ProgressView.Figure(
                LocalDate.parse("2026-09-30"), "GT", "18 solicitudes", "Registro mensual", "GT/203", List.of());
        var form = new ReportView(
                "A1-I1",
                "Solicitudes respondidas a tiempo",
                "sha256:" + "0".repeat(64),
                Map.of("number0", "dos"),
                List.of(),
                "solicitudes",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(new Option("GT/203 2026-09-30", "30 sep 2026: 18 solicitudes")),
                List.of(),
                new ReportView.May(true, true, false),
                List.of(new Flaw("values", Flaw.Why.VALUE_INCOMPLETE)),
                null,
                null);
        return new IndicatorView(
                "A1-I1",
                "A1",
                "Frontera",
                measured(),
                "CONSENTED",
                1,
                "GT/203",
                List.of(),
                new ProgressView.Measure("Solicitudes respondidas a tiempo", List.of(figure), 1, List.of(), null),
                form);
    }

    /** The forms of who reports and answers, with flaws. */
    static Object forms(Frame p) {
        return forms(p, new ReportView.May(true, true, false));
    }

    /** The form of who observes. */
    static Object assessment(Frame p) {
        return forms(p, new ReportView.May(false, false, true));
    }

    private static Object forms(Frame p, ReportView.May may) {
        return new ReportView(
                "AG-03",
                "Mesas técnicas",
                "sha256:" + "0".repeat(64),
                Map.of("state", "BLOCKED", "note", "Falta presupuesto. EJERCICIO."),
                List.of(new ReportView.Step("H1", "Despachos designados", LocalDate.parse("2026-12-15"))),
                "%",
                "Ningún dato de niñez sale de la autoridad de niñez.",
                List.of(new Option("E2", "Suspensión de ayuda")),
                List.of(new Option("SV/94", p.say("report.dispute", p.subject("SV"), "SV/94"))),
                List.of(new Option(
                        "GT/209", p.say("report.of", p.subject("GT"), p.of(State.DONE), p.moment(NOON), "GT/209"))),
                List.of(new Option("HN/404 2026-10-31", "31 oct 2026: 38 %")),
                List.of(new Option("7", "acta-mesa-1.pdf, 1.5 MB")),
                may,
                List.of(
                        new Flaw("blockedBy", Flaw.Why.BLOCK_UNEXPLAINED),
                        new Flaw("values", Flaw.Why.PERCENT_BEYOND),
                        new Flaw("restrictions", Flaw.Why.NOT_CONFIRMED)),
                null,
                NOON);
    }

    /** A report before it is signed, not yet read. */
    static Object review(Frame p) {
        return new OwnReportReview(
                "AG-03",
                "Mesas técnicas",
                Map.of("state", "IN_PROGRESS", "note", "Falta presupuesto. EJERCICIO."),
                List.of(
                        new OwnReportReview.Line(p.say("label.state"), List.of(p.of(State.IN_PROGRESS))),
                        new OwnReportReview.Line(
                                p.say("label.evidence"),
                                List.of("Acuerdo: https://example.org/acuerdo", "Acta: https://example.org/acta"))),
                new LightView(Colour.AT_RISK, "", "", ""),
                new LightView(Colour.ON_TRACK, p.say("light.why.NothingLeft"), "", ""),
                p.say("report.told.unsaid"),
                true,
                List.of(new Flaw("read", Flaw.Why.NOT_READ)));
    }
}
