package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Cadence;
import acorde.compact.Form;
import acorde.compact.TextReader;
import java.util.List;

/** Reads the bodies of acts of groups, kind by kind. */
final class SayingReader {
    private static final int NUMBERS = 100_000;

    private static final Form<Cadence> CADENCE = Form.of(
            Cadence::parse,
            new Cadence(Cadence.Frequency.MONTHLY, 1, null, 0),
            "una cadencia como FREQ=MONTHLY;INTERVAL=3",
            "a cadence such as FREQ=MONTHLY;INTERVAL=3");
    private static final Form<Saying.Answer> ANSWER = Form.oneOf(Saying.Answer.class);
    private static final DecisionText NO_DECISION = new DecisionText(new Bilingual("?", "?"), null, List.of());

    private SayingReader() {}

    static Saying read(String kind, TextReader body) {
        return switch (kind) {
            case Saying.CALLED ->
                new Saying.Called(
                        body.word("group", Form.CODE),
                        body.word("mandate", Form.VERSION),
                        body.count("number", 1, NUMBERS),
                        When.read(body),
                        Where.read(body),
                        body.wordIfGiven("series", CADENCE));
            case Saying.CIRCULATED ->
                new Saying.Circulated(
                        body.word("group", Form.CODE),
                        body.word("mandate", Form.VERSION),
                        body.count("number", 1, NUMBERS),
                        body.word("until", Forms.MOMENT),
                        decision(body));
            default -> within(kind, body);
        };
    }

    private static Saying within(String kind, TextReader body) {
        var sitting = body.word("sitting", Forms.ACT);
        return switch (kind) {
            case Saying.CHANGED ->
                new Saying.Changed(sitting, When.read(body), Where.read(body), Forms.remark(body, "why"));
            case Saying.CANCELLED -> new Saying.Cancelled(sitting, Forms.remark(body, "why"));
            case Saying.POINTS_PROPOSED -> points(sitting, body);
            case Saying.AGENDA -> new Saying.Agenda(sitting, order(body));
            case Saying.ORDERED -> new Saying.Ordered(sitting, order(body));
            case Saying.REMARKED ->
                new Saying.Remarked(sitting, body.word("point", Forms.PART), Forms.remark(body, "remark"));
            case Saying.OPENED -> new Saying.Opened(sitting, body.word("at", Forms.MOMENT));
            case Saying.CLOSED -> new Saying.Closed(sitting, body.word("at", Forms.MOMENT));
            case Saying.PRESENCE -> presence(sitting, body);
            case Saying.PUT ->
                new Saying.Put(
                        sitting,
                        body.count("number", 1, NUMBERS),
                        body.wordIfGiven("point", Forms.PART),
                        body.word("at", Forms.MOMENT),
                        decision(body));
            case Saying.MINUTES ->
                new Saying.Minutes(sitting, body.wordIfGiven("amends", Forms.ACT), body.text("text"));
            case Saying.ASSENTED ->
                new Saying.Assented(
                        sitting,
                        body.word("to", Forms.ACT),
                        body.word("text", Form.VERSION),
                        Forms.remarkIfGiven(body, "reservation"));
            case Saying.REFUSED ->
                new Saying.Refused(sitting, body.word("to", Forms.ACT), Forms.remark(body, "reason"));
            case Saying.REPORTED ->
                new Saying.Reported(
                        sitting,
                        body.word("action", Forms.PART),
                        body.word("progress", Action.PROGRESS),
                        Forms.remarkIfGiven(body, "note"));
            case Saying.CHECKED -> checked(sitting, body);
            default -> throw new IllegalArgumentException("no such kind");
        };
    }

    private static DecisionText decision(TextReader body) {
        var decision = body.child("decision", DecisionText::read);
        if (decision != null) return decision;
        body.complain("decision", "Falta la decisión.", "The decision is missing.");
        return NO_DECISION;
    }

    private static Saying points(ActId sitting, TextReader body) {
        var points = body.children("points", Point::read);
        if (points.isEmpty() || points.size() > Saying.POINTS)
            body.complain("points", "Van de 1 a 200 puntos.", "From 1 to 200 points belong here.");
        return new Saying.Points(sitting, points);
    }

    private static List<Part> order(TextReader body) {
        var points = body.words("points", Forms.PART);
        if (points.isEmpty() || points.size() > Saying.POINTS)
            body.complain("points", "Van de 1 a 200 puntos.", "From 1 to 200 points belong here.");
        return points;
    }

    private static Saying presence(ActId sitting, TextReader body) {
        var spans = body.children("spans", Span::read);
        if (spans.size() > Saying.SPANS)
            body.complain("spans", "Van 50 lapsos a lo sumo.", "At most 50 spans belong here.");
        if (!Span.follow(spans))
            body.complain(
                    "spans",
                    "Un lapso empieza antes de que termine el anterior.",
                    "A span begins before the one before it is over.");
        return new Saying.Presence(sitting, body.word("party", Form.PARTY), spans);
    }

    /** Whoever disputes gives a reason. */
    private static Saying checked(ActId sitting, TextReader body) {
        var report = body.word("report", Forms.ACT);
        var confirmed = body.word("answer", ANSWER) == Saying.Answer.CONFIRMED;
        return new Saying.Checked(
                sitting,
                report,
                confirmed,
                confirmed ? Forms.remarkIfGiven(body, "reason") : Forms.remark(body, "reason"));
    }
}
