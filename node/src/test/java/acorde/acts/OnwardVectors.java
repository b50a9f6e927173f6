package acorde.acts;

import acorde.acts.FoldVectors.Case;
import java.io.IOException;
import java.util.List;

/** What the United States is asked about its copies, and what it and others say to that. */
final class OnwardVectors {
    static final String CHECK = "onward";
    private static final String REF = "5d0c1f2e9a7b4c3d8e6f001122334455";

    private final ActVectorWriter writer;

    OnwardVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    /** A case in which the United States gave El Salvador a copy ({@code US/0}). */
    private static Case given() {
        var history = new Case();
        history.report(
                says(history, "US", "exchange.reported", List.of("SV"), List.of(), ExchangeVectors.REPORT), "kept");
        return history;
    }

    private static String says( // an act
            Case history, String party, String kind, List<String> to, List<String> after, String body) {
        return history.add(party, ActVectorWriter.act(party, "analysis", kind, to, after, body));
    }

    private static String asks(String copy, String party) {
        return "{\"copy\":\"" + copy + "\",\"party\":\"" + party + "\",\"purpose\":\"A1\",\"reason\":\"same-matter\"}";
    }

    private static String asked(Case history) {
        return says(history, "SV", "onward.asked", List.of("US"), List.of("US/0"), asks("US/0", "GT"));
    }

    private static String grants(String asked, String party) {
        return "{\"asked\":\"" + asked + "\",\"ref\":\"" + REF + "\",\"party\":\"" + party + "\",\"purpose\":\"A1\"}";
    }

    /** A refusal, or a wish that is taken back. */
    private static String about(String asked) {
        return "{\"asked\":\"" + asked + "\"}";
    }

    private static String notes(String asked, String ground) {
        return "{\"asked\":\"" + asked + "\",\"ground\":\"" + ground + "\"}";
    }

    void write() throws IOException {
        answered();
        takenBack();
        another();
        recalled();
        wrongly();
        malformed();
    }

    private void answered() throws IOException {
        var good = given();
        good.word("US/0 SV for GT A1 same-matter", asked(good));
        var leave = says(good, "US", "onward.granted", List.of("GT", "SV"), List.of("SV/0"), grants("SV/0", "GT"));
        good.word("SV/0 US granted for GT A1 " + REF, leave);
        good.report(says(good, "US", "exchange.reported", List.of("GT"), List.of(), ExchangeVectors.REPORT), "kept");
        good.write(writer, CHECK, "leave-and-the-copy-it-brings");
        var twice = given();
        asked(twice);
        twice.word("US/0 SV for GT A1 same-matter", asked(twice));
        twice.word(
                "SV/1 US refused", says(twice, "US", "onward.refused", List.of("SV"), List.of("SV/1"), about("SV/1")));
        twice.word(
                "SV/1 noted not-lawful",
                says(twice, "US", "onward.noted", List.of(), List.of("SV/1"), notes("SV/1", "not-lawful")));
        says(twice, "US", "onward.noted", List.of(), List.of("SV/1"), notes("SV/1", "security"));
        says(twice, "US", "onward.granted", List.of("GT", "SV"), List.of("SV/1"), grants("SV/1", "GT"));
        twice.write(writer, CHECK, "asked-twice-and-the-first-answer-counts");
    }

    /** Before it is answered; the provider, which answers at the same time, counts. */
    private void takenBack() throws IOException {
        var back = given();
        back.word("US/0 SV for GT A1 same-matter", asked(back));
        back.word(
                "SV/0 taken back", says(back, "SV", "onward.withdrawn", List.of("US"), List.of("SV/0"), about("SV/0")));
        says(back, "SV", "onward.withdrawn", List.of("US"), List.of("SV/0"), about("SV/0"));
        back.word("SV/0 US refused", says(back, "US", "onward.refused", List.of("SV"), List.of("SV/0"), about("SV/0")));
        back.write(writer, CHECK, "taken-back-and-answered-at-once");
    }

    /** Kept as they say it, and looked up nowhere. */
    private void another() throws IOException {
        var other = given();
        other.word(
                "US/0 HN for GT A1 same-matter",
                says(other, "HN", "onward.asked", List.of("US"), List.of("US/0"), asks("US/0", "GT")));
        asked(other);
        other.word("US/0 SV for GT A1 same-matter", "SV/0");
        other.word(
                "SV/0 HN granted for US A1 " + REF,
                says(other, "HN", "onward.granted", List.of("SV", "US"), List.of("SV/0"), grants("SV/0", "US")));
        other.write(writer, CHECK, "by-who-has-no-copy-and-by-who-gave-none");
    }

    private void recalled() throws IOException {
        var back = new Case();
        back.report(
                says(back, "SV", "exchange.reported", List.of("US"), List.of(), ExchangeVectors.REPORT), "given up");
        back.word(
                "SV/0 US for GT A1 same-matter",
                says(back, "US", "onward.asked", List.of("SV"), List.of("SV/0"), asks("SV/0", "GT")));
        says(
                back,
                "SV",
                "exchange.recalled",
                List.of("US"),
                List.of("SV/0"),
                "{\"report\":\"SV/0\",\"ground\":\"wrong-content\",\"deadline\":\"2019-03-29\"}");
        back.write(writer, CHECK, "asked-of-what-was-given-up");
    }

    private void wrongly() throws IOException {
        var wrong = given();
        for (var office : List.of("supervision", "observation", "node"))
            wrong.rejected(
                    wrong.add(
                            "SV",
                            ActVectorWriter.act(
                                    "SV", office, "onward.asked", List.of("US"), List.of("US/0"), asks("US/0", "GT"))),
                    "OFFICE_MAY_NOT");
        for (var party : List.of("SV", "US"))
            wrong.rejected(
                    says(wrong, "SV", "onward.asked", List.of("US"), List.of("US/0"), asks("US/0", party)),
                    "WRONG_PARTY");
        wrong.rejected(
                says(wrong, "SV", "onward.asked", List.of("GT", "US"), List.of("US/0"), asks("US/0", "GT")),
                "WRONG_PARTY");
        wrong.rejected(
                says(wrong, "SV", "onward.asked", List.of("US"), List.of("SV/0"), asks("SV/0", "GT")), "WRONG_PARTY");
        wrong.rejected(
                says(wrong, "SV", "onward.asked", List.of("US"), List.of(), asks("US/0", "GT")), "AFTER_MISSING");
        wrong.word("US/0 SV for GT A1 same-matter", asked(wrong));
        var ask = "SV/8";
        for (var to : List.of(List.of("SV"), List.of("GT"), List.of("HN", "SV"), List.of("GT", "HN", "SV")))
            wrong.rejected(says(wrong, "US", "onward.granted", to, List.of(ask), grants(ask, "GT")), "WRONG_PARTY");
        wrong.rejected(
                says(wrong, "US", "onward.granted", List.of("SV"), List.of(ask), grants(ask, "SV")), "WRONG_PARTY");
        wrong.rejected(
                says(wrong, "US", "onward.granted", List.of("GT", "SV"), List.of(), grants(ask, "GT")),
                "AFTER_MISSING");
        wrong.rejected(says(wrong, "US", "onward.refused", List.of("GT"), List.of(ask), about(ask)), "WRONG_PARTY");
        wrong.rejected(says(wrong, "US", "onward.refused", List.of("SV"), List.of(), about(ask)), "AFTER_MISSING");
        wrong.rejected(
                says(wrong, "US", "onward.noted", List.of("SV"), List.of(ask), notes(ask, "no-leave")), "WRONG_PARTY");
        wrong.rejected(
                says(wrong, "US", "onward.noted", List.of(), List.of(), notes(ask, "no-leave")), "AFTER_MISSING");
        wrong.rejected(says(wrong, "HN", "onward.withdrawn", List.of("US"), List.of(ask), about(ask)), "WRONG_PARTY");
        wrong.rejected(
                says(wrong, "SV", "onward.withdrawn", List.of("GT", "US"), List.of(ask), about(ask)), "WRONG_PARTY");
        wrong.rejected(says(wrong, "SV", "onward.withdrawn", List.of("US"), List.of(), about(ask)), "AFTER_MISSING");
        wrong.write(writer, CHECK, "by-others-and-to-others");
    }

    private void malformed() throws IOException {
        var bodies = given();
        var good = asks("US/0", "GT");
        for (var bad : List.of(
                "{}",
                good.replace("US/0", "US"),
                good.replace("GT", "Guatemala"),
                good.replace("A1", "a 1"),
                good.replace("same-matter", "because"),
                good.replaceFirst("}$", ",\"text\":\"EJERCICIO\"}")))
            bodies.rejected(says(bodies, "SV", "onward.asked", List.of("US"), List.of("US/0"), bad), "MALFORMED");
        var leave = grants("SV/0", "GT");
        for (var bad : List.of("{}", leave.replace(REF, "5d"), leave.replaceFirst("}$", ",\"fact\":\"EJERCICIO\"}")))
            bodies.rejected(
                    says(bodies, "US", "onward.granted", List.of("GT", "SV"), List.of("SV/0"), bad), "MALFORMED");
        bodies.rejected(
                says(bodies, "US", "onward.refused", List.of("SV"), List.of("SV/0"), notes("SV/0", "no-leave")),
                "MALFORMED");
        bodies.rejected(
                says(bodies, "US", "onward.noted", List.of(), List.of("SV/0"), notes("SV/0", "asylum")), "MALFORMED");
        bodies.rejected(
                says(bodies, "SV", "onward.withdrawn", List.of("US"), List.of("SV/0"), notes("SV/0", "security")),
                "MALFORMED");
        bodies.write(writer, CHECK, "body-malformed");
    }
}
