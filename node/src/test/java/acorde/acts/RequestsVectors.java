package acorde.acts;

import acorde.acts.FoldVectors.Case;
import java.io.IOException;
import java.util.List;

/** What the United States asks, and what others answer and say of it. */
final class RequestsVectors {
    static final String CHECK = "requests";
    private static final String ABOUT = "{\"request\":\"US/0\"}";

    private final ActVectorWriter writer;

    RequestsVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    /** A case in which the United States has asked El Salvador ({@code US/0}) and Guatemala ({@code US/1}). */
    private static Case asked() {
        var history = new Case();
        for (var party : List.of("SV", "GT"))
            history.report(
                    history.add(
                            "US",
                            ActVectorWriter.act(
                                    "US",
                                    "analysis",
                                    "exchange.reported",
                                    List.of(party),
                                    List.of(),
                                    turned("\"asks\":{\"urgency\":\"urgent\",\"office\":\"liaison\"}"))),
                    "kept");
        return history;
    }

    private static String turned(String turn) {
        return ExchangeVectors.REPORT.replaceFirst("}$", "," + turn + "}");
    }

    private static String answer(String request) {
        return turned("\"answers\":{\"request\":\"" + request + "\"}");
    }

    private static String says(Case history, String party, String kind, String body) { // of what it was asked
        return says(history, party, kind, List.of("US/0"), body);
    }

    private static String says(Case history, String party, String kind, List<String> after, String body) { // an act
        return history.add(party, ActVectorWriter.act(party, "analysis", kind, List.of("US"), after, body));
    }

    void write() throws IOException {
        said();
        answered();
        answeredWrongly();
        saidWrongly();
        malformed();
    }

    private void said() throws IOException {
        var good = asked();
        good.word("US/0 SV acknowledged", says(good, "SV", "requests.acknowledged", ABOUT));
        good.word(
                "US/0 SV extended another-body",
                says(good, "SV", "requests.extended", "{\"request\":\"US/0\",\"reason\":\"another-body\"}"));
        // It is not Guatemala that was asked this: kept as it says it, and looked up nowhere.
        good.word(
                "US/0 GT refused unclear",
                says(good, "GT", "requests.refused", "{\"request\":\"US/0\",\"ground\":\"unclear\"}"));
        good.write(writer, CHECK, "what-is-said-of-requests");
        var twice = asked();
        twice.word(
                "US/0 SV refused nothing-to-give",
                says(twice, "SV", "requests.refused", "{\"request\":\"US/0\",\"ground\":\"nothing-to-give\"}"));
        says(twice, "SV", "requests.refused", "{\"request\":\"US/0\",\"ground\":\"security\"}");
        twice.write(writer, CHECK, "the-first-refusal-counts");
    }

    private void answered() throws IOException {
        var good = asked();
        good.report(
                says(good, "SV", "exchange.reported", turned("\"answers\":{\"request\":\"US/0\",\"interim\":true}")),
                "kept");
        good.report(says(good, "SV", "exchange.reported", answer("US/0")), "kept");
        good.write(writer, CHECK, "an-interim-answer-and-the-answer");
        var back = asked();
        back.report(says(back, "SV", "exchange.reported", answer("US/0")), "given up");
        says(
                back,
                "SV",
                "exchange.recalled",
                List.of("SV/0"),
                "{\"report\":\"SV/0\",\"ground\":\"wrong-content\",\"deadline\":\"2019-03-29\"}");
        back.write(writer, CHECK, "an-answer-given-up");
    }

    private void answeredWrongly() throws IOException {
        var wrong = asked();
        wrong.rejected(says(wrong, "SV", "exchange.reported", List.of("GT/0"), answer("GT/0")), "NOT_TO_ASKER");
        wrong.rejected(says(wrong, "SV", "exchange.reported", List.of("GT/0"), answer("SV/7")), "NOT_TO_ASKER");
        wrong.rejected(says(wrong, "SV", "exchange.reported", List.of(), answer("US/0")), "AFTER_MISSING");
        for (var turn : List.of(
                "\"answers\":\"US/0\"",
                "\"answers\":{}",
                "\"answers\":{\"request\":\"US/0\",\"interim\":\"yes\"}",
                "\"answers\":{\"request\":\"US/0\"},\"asks\":{\"urgency\":\"urgent\"}",
                "\"asks\":{}",
                "\"asks\":{\"urgency\":\"at-once\"}",
                "\"asks\":{\"urgency\":\"urgent\",\"office\":\"Liaison\"}"))
            wrong.rejected(says(wrong, "SV", "exchange.reported", turned(turn)), "MALFORMED");
        wrong.joins("GT");
        wrong.write(writer, CHECK, "answers-that-are-none");
    }

    private void saidWrongly() throws IOException {
        var wrong = asked();
        for (var office : List.of("supervision", "observation", "node"))
            wrong.rejected(
                    wrong.add(
                            "SV",
                            ActVectorWriter.act(
                                    "SV", office, "requests.acknowledged", List.of("US"), List.of("US/0"), ABOUT)),
                    "OFFICE_MAY_NOT");
        wrong.rejected(wrong.says("SV", "analysis", "requests.acknowledged", List.of("US/0"), ABOUT), "NOT_TO_ASKER");
        for (var request : List.of("SV/7", "GT/0"))
            wrong.rejected(
                    says(wrong, "SV", "requests.acknowledged", "{\"request\":\"" + request + "\"}"), "NOT_TO_ASKER");
        wrong.rejected(says(wrong, "SV", "requests.acknowledged", List.of(), ABOUT), "AFTER_MISSING");
        wrong.write(writer, CHECK, "by-others-and-to-others");
    }

    private void malformed() throws IOException {
        var bodies = asked();
        for (var bad : List.of("{}", "{\"request\":7}", "{\"request\":\"US/0\",\"reason\":\"another-body\"}"))
            bodies.rejected(says(bodies, "SV", "requests.acknowledged", bad), "MALFORMED");
        for (var bad : List.of(
                ABOUT,
                "{\"request\":\"US/0\",\"reason\":\"because\"}",
                "{\"request\":\"US/0\",\"reason\":\"another-body\",\"text\":\"EJERCICIO\"}"))
            bodies.rejected(says(bodies, "SV", "requests.extended", bad), "MALFORMED");
        for (var bad : List.of(
                ABOUT,
                "{\"request\":\"US/0\",\"ground\":\"asylum\"}",
                "{\"request\":\"US/0\",\"ground\":[\"unclear\"]}"))
            bodies.rejected(says(bodies, "SV", "requests.refused", bad), "MALFORMED");
        bodies.write(writer, CHECK, "body-malformed");
    }
}
