package acorde.web;

import static acorde.web.Samples.at;

import acorde.exchange.Release;
import acorde.web.exchange.DueView;
import acorde.web.exchange.ItemView;
import acorde.web.exchange.ReportDraft;
import acorde.web.exchange.ReportReview;
import acorde.web.exchange.ReportSheet;
import acorde.web.exchange.TallyView;
import acorde.web.exchange.TurnView;
import acorde.web.exchange.WordView;
import acorde.web.view.Flaw;
import acorde.web.view.Frame;
import acorde.web.view.Left;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import java.util.List;
import java.util.Map;

/** Sample views of what is asked. All of it is invented and marked as of an exercise. */
final class SampleRequests {
    private static final String TITLE = "EJERCICIO: partidas con el sello 14";
    private static final DueView LATE =
            new DueView("SV/104", TITLE, "es", "SV", "s-late", "Venció el 22 nov, 18:00, hace 15 h.");
    private static final DueView SOON =
            new DueView("SV/105", "", "es", "SV", "s-risk", "Queda poco, 90 min: vence el 23 nov, 10:40.");

    private SampleRequests() {}

    static List<DueView> open() {
        return List.of(
                LATE, SOON, new DueView("US/160", TITLE, "es", "US", "s-ok", "Quedan 6 h: vence el 23 nov, 15:10."));
    }

    private static ItemView item(String act, String by, boolean whole, TurnView turn) { // whose, and what it is
        return new ItemView(
                act,
                by,
                "Unidad de Análisis",
                at("2026-11-22T09:30"),
                turn.answers().isEmpty() ? question() : SampleExchange.sheet(),
                List.of(),
                "A2, Organizaciones criminales",
                whole,
                List.of(),
                null,
                List.of(),
                null,
                whole ? null : at("2026-11-23T09:00"),
                turn,
                false,
                null,
                whole ? "" : Links.outcome(act, "A2", ""),
                "",
                null);
    }

    static Object tally(Frame p) {
        return new TallyView(
                List.of(
                        new TallyView.Pair(
                                "HN",
                                "SV",
                                12,
                                List.of(
                                        new TallyView.Line("Respondidas a tiempo", 8),
                                        new TallyView.Line("Negadas a tiempo", 4),
                                        new TallyView.Line("Negadas porque no hay nada que comunicar", 4))),
                        new TallyView.Pair("SV", "HN", 1, List.of(new TallyView.Line("Respondidas con retraso", 1)))),
                1_000);
    }

    static Object noTally(Frame p) {
        return new TallyView(List.of(), 1_000);
    }

    private static ReportSheet question() {
        var sheet = SampleExchange.sheet();
        var part = new ReportSheet.Part("question", "EJERCICIO. ¿Constan otras partidas con este sello?");
        return new ReportSheet(TITLE, "es", List.of(part), List.of(), sheet.marks(), true, null);
    }

    private static TurnView asks(DueView.Track... tracks) {
        return new TurnView("DIRECT", "análisis", "", false, List.of(tracks));
    }

    static Object own(Frame p) {
        var answered = new DueView("HN/413", TITLE, "es", "SV", "s-done", "Respondida a tiempo el 22 nov, 12:40.");
        var refused = new DueView("HN/414", TITLE, "es", "GT", "s-blocked", "Negada: no hay nada que comunicar.");
        return item(
                "HN/412",
                "HN",
                true,
                asks(
                        new DueView.Track(
                                answered,
                                List.of(
                                        new DueView.Said("análisis: atiende la solicitud", "22 nov, 10:05", ""),
                                        new DueView.Said("Respuesta", "22 nov, 12:40", "/exchange/SV/106")),
                                List.of(),
                                false),
                        new DueView.Track(refused, List.of(), List.of(), false)));
    }

    static Object received(Frame p) {
        var said = List.of(new DueView.Said("Honduras la tiene", "22 nov, 10:00", ""));
        return item(
                "SV/104", "SV", false, asks(new DueView.Track(LATE, said, List.of("ACKNOWLEDGED", "REFUSED"), true)));
    }

    static Object answer(Frame p) {
        return item("SV/106", "SV", false, new TurnView("", "", "HN/413", true, List.of()));
    }

    private static ReportDraft draft(Map<String, List<String>> fields, List<Flaw> flaws) {
        return new ReportDraft(
                fields,
                flaws,
                SampleExchange.purposes(),
                List.of("US", "GT", "SV"),
                true,
                List.of(),
                List.of(),
                new Left("0123456789abcdef", null, List.of()),
                null);
    }

    static Object asking(Frame p) {
        return draft(
                Map.of("turn", List.of("asks"), "title", List.of(TITLE), "office", List.of("liaison")),
                List.of(
                        new Flaw("urgency", Flaw.Why.URGENCY_MISSING),
                        new Flaw("fact", Flaw.Why.QUESTION_MISSING),
                        new Flaw("to", Flaw.Why.RECIPIENTS_MISSING)));
    }

    static Object answering(Frame p) {
        return draft(
                Map.of(
                        "turn",
                        List.of("answers"),
                        "request",
                        List.of("SV/104"),
                        "interim",
                        List.of("yes"),
                        "title",
                        List.of("Respuesta: " + TITLE)),
                List.of());
    }

    static Object review(Frame p) {
        return new ReportReview(
                question(),
                true,
                List.of(new ReportReview.Verdict(
                        "SV",
                        Release.How.WHOLE,
                        List.of(),
                        List.of(new ReportReview.Because(
                                "P-2",
                                new Bilingual(
                                        "Quien da la información la dirige a esa parte.",
                                        "Its provider addresses it to that party."),
                                List.of())),
                        false,
                        false,
                        List.of())),
                List.of(),
                "0123456789abcdef",
                "0".repeat(64),
                asks(),
                List.of(),
                null);
    }

    static Object word(Frame p) {
        return new WordView(
                LATE,
                List.of("ACKNOWLEDGED", "REFUSED"),
                "REFUSED",
                "",
                "",
                List.of(new Flaw("ground", Flaw.Why.OPTION_MISSING)),
                false,
                null);
    }

    static Object wordToSign(Frame p) {
        return new WordView(
                LATE,
                List.of("ACKNOWLEDGED", "REFUSED"),
                "REFUSED",
                "",
                "NOTHING_TO_GIVE",
                List.of(new Flaw("read", Flaw.Why.NOT_READ)),
                true,
                null);
    }

    static Object wordRefused(Frame p) {
        return new WordView(
                SOON,
                List.of("REFUSED"),
                "EXTENDED",
                "ANOTHER_BODY",
                "",
                List.of(),
                false,
                new Refusal("TIME_IS_UP", "HN", Refusal.Stage.BEFORE_SIGNING, List.of()));
    }
}
