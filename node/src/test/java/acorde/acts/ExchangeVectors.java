package acorde.acts;

import acorde.acts.FoldVectors.Case;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports given and taken back, as the United States reads them. */
final class ExchangeVectors {
    static final String CHECK = "exchange";
    private static final String REF = "5d0c1f2e9a7b4c3d8e6f001122334455";
    static final String REPORT = "{\"ref\":\"" + REF + "\",\"exercise\":true,\"language\":\"es\","
            + "\"title\":\"EJERCICIO\",\"fact\":\"EJERCICIO. Tres partidas con un mismo sello.\","
            + "\"assessment\":\"EJERCICIO. Probable origen común.\",\"source\":\"EJERCICIO\",\"evaluation\":\"B2\","
            + "\"handling\":[\"H1\",\"H3\"],\"restriction\":\"No se usa en juicio.\",\"tlp\":\"AMBER\","
            + "\"purposes\":[\"A1\",\"A2\"],\"basis\":\"Memorando de 2019\",\"arrangement\":\"US-HN\","
            + "\"zone\":\"Puesto 14\",\"valid\":\"2019-12-31\",\"review\":\"2020-03-28\","
            + "\"persons\":[\"person\",\"child\"],\"never\":[\"HN\"]}";

    private final ActVectorWriter writer;

    ExchangeVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    private static String to(
            Case history, String party, String office, String kind, List<String> after, String body) { // an act
        return history.add(party, ActVectorWriter.act(party, office, kind, List.of("US"), after, body));
    }

    private static String reports(Case history, String party, String body) {
        return to(history, party, "analysis", "exchange.reported", List.of(), body);
    }

    private static String recall(String report) {
        return "{\"report\":\"" + report + "\",\"ground\":\"wrong-recipient\",\"deadline\":\"2019-03-29\"}";
    }

    private static String recalls(Case history, String party, String report) {
        return to(history, party, "coordination", "exchange.recalled", List.of(report), recall(report));
    }

    void write() throws IOException {
        given();
        takenBack();
        takenBackBefore();
        named();
        received();
        appraised();
        ended();
        alerted();
        withFiles();
        tellingOfThings();
        wrongly();
        malformed();
    }

    private void given() throws IOException {
        var good = new Case();
        good.report(reports(good, "SV", REPORT), "kept");
        good.report(
                reports(
                        good,
                        "GT",
                        "{\"ref\":\"" + REF + "\",\"language\":\"en\",\"title\":\"EXERCISE\",\"tlp\":\"CLEAR\"}"),
                "kept");
        good.write(writer, CHECK, "two-reports");
    }

    private void takenBack() throws IOException {
        var recalled = new Case();
        recalled.report(reports(recalled, "SV", REPORT), "given up");
        recalled.report(reports(recalled, "SV", REPORT), "kept");
        recalls(recalled, "SV", "SV/0");
        recalled.write(writer, CHECK, "one-of-two-given-up");
        var waiting = new Case();
        waiting.withheld(reports(waiting, "SV", REPORT));
        waiting.waits(recalls(waiting, "SV", "SV/0"), "SV/0");
        waiting.write(writer, CHECK, "an-order-whose-report-was-withheld");
        var order = new Case();
        order.report(reports(order, "SV", REPORT), "given up");
        var first = recalls(order, "SV", "SV/0");
        recalls(order, "SV", first);
        order.write(writer, CHECK, "an-order-about-an-order");
        var blanks = new Case();
        to(blanks, "SV", "analysis", "exchange.reported", List.of(), REPORT);
        blanks.report("SV/0", "kept");
        blanks.rejected(to(blanks, "SV", "analysis", "exchange.blank", List.of(), "{}"), "NOT_TO_ONE");
        blanks.rejected(to(blanks, "SV", "analysis", "exchange.blank", List.of(), "{\"a\":1}"), "MALFORMED");
        blanks.rejected(to(blanks, "SV", "supervision", "exchange.blank", List.of(), "{}"), "OFFICE_MAY_NOT");
        blanks.write(writer, CHECK, "entries-that-say-nothing-to-somebody");
        var malformed = new Case();
        malformed.report(reports(malformed, "SV", "{}"), "given up");
        recalls(malformed, "SV", "SV/0");
        malformed.write(writer, CHECK, "a-malformed-report-given-up");
        var other = new Case();
        var joined = other.joins("SV");
        recalls(other, "SV", joined);
        other.report(reports(other, "SV", REPORT), "kept");
        other.write(writer, CHECK, "an-order-about-what-is-no-report");
    }

    /** Its author does not hand it out any more: that counts only by an order that is here and good. */
    private void takenBackBefore() throws IOException {
        var good = new Case();
        var report = reports(good, "SV", REPORT);
        good.takenBack(report, recalls(good, "SV", report)).report(report, "never came");
        good.write(writer, CHECK, "taken-back-before-it-came");
        var answer = new Case();
        report = reports(answer, "SV", REPORT);
        var other = to(answer, "SV", "analysis", "exchange.reported", List.of(report), REPORT);
        answer.takenBack(report, other).waits(other, report);
        answer.write(writer, CHECK, "taken-back-by-what-is-no-order");
        var another = new Case();
        report = reports(another, "SV", REPORT);
        var second = reports(another, "SV", REPORT);
        another.withheld(second);
        var order = to(another, "SV", "coordination", "exchange.recalled", List.of(report, second), recall(second));
        another.takenBack(report, order).waits(order, report);
        another.write(writer, CHECK, "taken-back-by-an-order-about-another");
        var broken = new Case();
        report = reports(broken, "SV", REPORT);
        order = to(broken, "SV", "supervision", "exchange.recalled", List.of(report), recall(report));
        broken.takenBack(report, order).waits(order, report);
        broken.write(writer, CHECK, "taken-back-by-an-order-that-breaks-a-rule");
        var never = new Case();
        report = reports(never, "SV", REPORT);
        order = to(never, "SV", "coordination", "exchange.recalled", List.of(report, "GT/9"), recall(report));
        never.takenBack(report, order).waits(order, report);
        never.write(writer, CHECK, "taken-back-by-an-order-that-waits-for-ever");
        var later = new Case();
        report = reports(later, "SV", REPORT);
        later.takenBack(report, "SV/7");
        later.write(writer, CHECK, "taken-back-by-an-act-that-is-not-here");
        var orders = new Case();
        report = reports(orders, "SV", REPORT);
        orders.report(report, "given up");
        recalls(orders, "SV", report);
        recalls(orders, "SV", report);
        orders.write(writer, CHECK, "ordered-twice");
    }

    /** What an act comes to that names a report is the same before and after that is given up. */
    private void named() throws IOException {
        var named = new Case();
        var report = reports(named, "SV", REPORT);
        named.report(report, "given up");
        var version = ActVectorWriter.version(named.text(report));
        named.rejected(
                named.say(
                        "SV",
                        "compact.assented",
                        List.of(report),
                        "{\"proposal\":\"" + report + "\",\"text\":\"" + version + "\",\"reservation\":null}"),
                "NOT_GIVEN_TO_US");
        named.rejected(
                named.say(
                        "SV",
                        "monitoring.linked",
                        List.of(report),
                        "{\"initiative\":\"A1-05\",\"version\":\"" + version
                                + "\",\"event\":\"E1\",\"how\":{\"es\":\"así\"}}"),
                "AFTER_MISSING");
        recalls(named, "SV", report);
        named.write(writer, CHECK, "acts-that-name-a-report-given-up");
    }

    /** What other nodes say became of what the United States gave them. */
    private void received() throws IOException {
        var good = new Case();
        var first = says(
                good,
                "SV",
                "node",
                "{\"reports\":[" + reached("US/4", "accepted") + "," + reached("US/4", "opened")
                        + ",{\"report\":\"US/7\",\"stage\":\"declined\",\"rules\":[\"AS-1\"]}]}");
        says(good, "SV", "node", "{}");
        says(good, "SV", "node", "{\"reports\":[" + reached("US/4", "opened") + "]}");
        var other = says(good, "GT", "node", "{\"reports\":[" + reached("US/4", "accepted") + "]}");
        good.report("US/4 SV accepted", first)
                .report("US/4 SV opened", first)
                .report("US/7 SV declined", first)
                .report("US/4 GT accepted", other);
        good.write(writer, CHECK, "what-became-of-reports");
        var bad = new Case();
        bad.rejected(says(bad, "SV", "analysis", "{}"), "OFFICE_MAY_NOT");
        bad.rejected(bad.says("SV", "node", "exchange.received", List.of(), "{}"), "NOT_TO_ONE");
        for (var body : List.of(
                "{\"reports\":{}}",
                "{\"report\":\"US/4\"}",
                "{\"reports\":[" + reached("SV/4", "accepted") + "]}",
                "{\"reports\":[" + reached("US/4", "read") + "]}",
                "{\"reports\":[{\"report\":\"US/7\",\"stage\":\"accepted\",\"rules\":[\"AS-1\"]}]}",
                "{\"reports\":["
                        + IntStream.rangeClosed(0, 256)
                                .mapToObj(n -> reached("US/" + n, "opened"))
                                .collect(Collectors.joining(","))
                        + "]}")) bad.rejected(says(bad, "SV", "node", body), "MALFORMED");
        bad.write(writer, CHECK, "what-nobody-can-say-of-reports");
    }

    private static String renewal(String report, String day) {
        return "{\"report\":\"" + report + "\",\"review\":\"" + day + "\"}";
    }

    private void ended() throws IOException {
        var expired = recall("SV/0").replace("wrong-recipient", "expired");
        var good = new Case();
        var report = reports(good, "SV", REPORT);
        good.report(report, "given up");
        to(good, "SV", "analysis", "exchange.renewed", List.of(report), renewal(report, "2020-09-28"));
        to(good, "SV", "node", "exchange.recalled", List.of(report), expired);
        to(good, "SV", "analysis", "exchange.renewed", List.of(report), renewal(report, "2021-03-28"));
        good.write(writer, CHECK, "renewed-ended-and-renewed-too-late");
        var bad = new Case();
        report = reports(bad, "SV", REPORT);
        bad.report(report, "kept");
        bad.rejected(to(bad, "SV", "analysis", "exchange.recalled", List.of(report), expired), "OFFICE_MAY_NOT");
        var body = renewal(report, "2020-09-28");
        for (var office : List.of("supervision", "observation", "node"))
            bad.rejected(to(bad, "SV", office, "exchange.renewed", List.of(report), body), "OFFICE_MAY_NOT");
        for (var malformed : List.of("{}", renewal(report, "soon"), renewal(report, "1999-12-31")))
            bad.rejected(to(bad, "SV", "analysis", "exchange.renewed", List.of(report), malformed), "MALFORMED");
        bad.rejected(bad.says("SV", "analysis", "exchange.renewed", List.of(report), body), "NOT_TO_ONE");
        bad.rejected(to(bad, "GT", "analysis", "exchange.renewed", List.of(report), body), "NOT_PROVIDER");
        bad.rejected(to(bad, "SV", "analysis", "exchange.renewed", List.of(), body), "AFTER_MISSING");
        bad.write(writer, CHECK, "renewed-and-ended-by-who-may-not");
    }

    private static String with(String files) {
        return REPORT.replaceFirst("}$", ",\"attachments\":" + files + "}");
    }

    private static String file(String name) {
        var hash = "9f2c6a1d4be07835c1a2f0d94e6b7c8812d3e4f5061728394a5b6c7d8e9f0a1b";
        return "{\"name\":\"" + name + "\",\"type\":\"text/plain\",\"size\":7,\"sha256\":\"" + hash
                + "\",\"chunks\":[\"" + hash + "\"]}";
    }

    private static String files(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> file("sello-" + n + ".txt"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** What comes back before it was given up is rejected alike when it is gone; the same file may go with another report. */
    private void withFiles() throws IOException {
        var good = new Case();
        good.report(reports(good, "SV", with(files(2))), "given up");
        good.report(reports(good, "SV", with(files(12))), "kept");
        recalls(good, "SV", "SV/0");
        good.write(writer, CHECK, "two-with-files-and-one-given-up");
        var bad = new Case();
        for (var files : List.of(
                "null",
                "{}",
                "[]",
                "[{}]",
                files(13),
                "[" + file("../sello.txt") + "]",
                "[" + file("sello.pdf") + "]",
                files(1).replace("\"size\":7", "\"size\":0")))
            bad.rejected(reports(bad, "SV", with(files)), "MALFORMED");
        bad.rejected(reports(bad, "SV", with(files(1)).replaceFirst("}$", "," + ALERT + "}")), "MALFORMED");
        bad.write(writer, CHECK, "files-that-go-with-no-report");
    }

    private static String telling(String things) {
        return REPORT.replaceFirst("}$", ",\"objects\":" + things + "}");
    }

    /** Who a person is stands among things, in a report that concerns a person. */
    private void tellingOfThings() throws IOException {
        var good = new Case();
        var person = "{\"kind\":\"person\",\"name\":\"EJERCICIO\",\"number\":\"X123456\",\"country\":\"HN\"}";
        var plate = "{\"kind\":\"vehicle\",\"number\":\"C123BBB\"}";
        good.report(reports(good, "SV", telling("[" + person + "," + plate + "]")), "kept");
        for (var kind : List.of("organisation", "vessel", "aircraft", "document", "place", "event"))
            good.report(reports(good, "SV", telling("[" + plate.replace("vehicle", kind) + "]")), "kept");
        good.report(reports(good, "SV", telling(nTimes(100, plate))), "kept");
        good.write(writer, CHECK, "what-reports-tell-of");
        var bad = new Case();
        for (var things : List.of(
                "{}",
                "[{}]",
                nTimes(101, plate),
                "[" + plate.replace("vehicle", "face") + "]",
                "[{\"kind\":\"place\"}]",
                "[" + person.replace("EJERCICIO", "EJERCICIO; otro") + "]",
                "[" + person.replace("\"HN\"", "\"Honduras\"") + "]",
                "[" + person.replace("\"country\"", "\"face\"") + "]"))
            bad.rejected(reports(bad, "SV", telling(things)), "MALFORMED");
        var nobody = telling("[" + person + "]").replace(",\"persons\":[\"person\",\"child\"]", "");
        bad.rejected(reports(bad, "SV", nobody), "MALFORMED");
        bad.rejected(reports(bad, "SV", telling("[" + plate + "]").replaceFirst("}$", "," + ALERT + "}")), "MALFORMED");
        for (var kind : List.of("person", "document"))
            bad.rejected(
                    reports(
                            bad,
                            "SV",
                            telling("[" + person.replace("\"person\"", "\"" + kind + "\"") + "]")
                                    .replace("\"child\"", "\"protection\"")
                                    .replace("\"never\":[\"HN\"]", "\"never\":[\"GT\"]")),
                    "MALFORMED");
        bad.write(writer, CHECK, "what-no-report-tells-of");
    }

    private static String nTimes(int count, String thing) {
        return "[" + String.join(",", Collections.nCopies(count, thing)) + "]";
    }

    private static final String ALERT =
            "\"warns\":{\"category\":\"met\",\"response\":\"all-clear\",\"urgency\":\"immediate\",\"severity\":\"severe\","
                    + "\"certainty\":\"observed\",\"expires\":\"2019-03-29T16:00:00Z\",\"title\":\"EXERCISE\",\"fact\":\"EXERCISE. A flood.\"}";

    private void alerted() throws IOException {
        var alert = ALERT;
        var alerts = new Case();
        alerts.report(reports(alerts, "SV", REPORT.replaceFirst("}$", "," + alert + "}")), "kept");
        for (var bad : List.of(
                alert.replace("\"met\"", "\"storm\""),
                alert.replace("\"severity\":\"severe\",", ""),
                alert.replace("16:00:00Z", "16:00:00.5Z"),
                alert.replace("\"title\":\"EXERCISE\",", ""),
                alert + ",\"asks\":{\"urgency\":\"urgent\"}"))
            alerts.rejected(reports(alerts, "SV", REPORT.replaceFirst("}$", "," + bad + "}")), "MALFORMED");
        alerts.rejected(
                reports(
                        alerts,
                        "SV",
                        REPORT.replaceFirst("\"fact\":\"[^\"]*\",", "").replaceFirst("}$", "," + alert + "}")),
                "MALFORMED");
        alerts.write(writer, CHECK, "an-alert-and-what-is-none");
    }

    /** What other parties say came of what the United States gave them. */
    private void appraised() throws IOException {
        var good = new Case();
        for (var party : List.of("SV", "GT"))
            good.report(
                    good.add(
                            "US",
                            ActVectorWriter.act(
                                    "US", "analysis", "exchange.reported", List.of(party), List.of(), REPORT)),
                    "kept");
        appraises(good, "SV", "US/0", "useful");
        var last = appraises(good, "SV", "US/0", "acted-upon");
        // It is not Guatemala that was given this: kept as it says it, and looked up nowhere.
        var other = appraises(good, "GT", "US/0", "contradicted");
        good.report("US/0 SV acted-upon", last).report("US/0 GT contradicted", other);
        good.write(writer, CHECK, "what-came-of-reports");
        var bad = new Case();
        bad.joins("US");
        var body = outcome("US/0", "useful");
        for (var office : List.of("supervision", "observation", "node"))
            bad.rejected(to(bad, "SV", office, "exchange.appraised", List.of("US/0"), body), "OFFICE_MAY_NOT");
        for (var malformed : List.of("{}", "{\"report\":\"US/0\"}", outcome("US/0", "good"), outcome("US", "useful")))
            bad.rejected(to(bad, "SV", "analysis", "exchange.appraised", List.of("US/0"), malformed), "MALFORMED");
        for (var report : List.of("GT/0", "SV/0")) bad.rejected(appraises(bad, "SV", report, "useful"), "NOT_TO_ONE");
        bad.rejected(bad.says("SV", "analysis", "exchange.appraised", List.of("US/0"), body), "NOT_TO_ONE");
        bad.rejected(to(bad, "SV", "analysis", "exchange.appraised", List.of(), body), "AFTER_MISSING");
        bad.joins("GT");
        bad.write(writer, CHECK, "what-came-of-reports-and-nobody-can-say");
    }

    private static String appraises(Case history, String party, String report, String outcome) { // of what
        return to(history, party, "analysis", "exchange.appraised", List.of(report), outcome(report, outcome));
    }

    private static String outcome(String report, String outcome) {
        return "{\"report\":\"" + report + "\",\"outcome\":\"" + outcome + "\"}";
    }

    private static String says(Case history, String party, String office, String body) { // of what it received
        return to(history, party, office, "exchange.received", List.of(), body);
    }

    private static String reached(String report, String stage) {
        return "{\"report\":\"" + report + "\",\"stage\":\"" + stage + "\"}";
    }

    private void wrongly() throws IOException {
        var wrong = new Case();
        var report = reports(wrong, "SV", REPORT);
        wrong.report(report, "kept");
        for (var office : List.of("supervision", "observation", "node")) {
            wrong.rejected(to(wrong, "SV", office, "exchange.reported", List.of(), REPORT), "OFFICE_MAY_NOT");
            wrong.rejected(
                    to(wrong, "SV", office, "exchange.recalled", List.of(report), recall(report)), "OFFICE_MAY_NOT");
        }
        wrong.rejected(wrong.says("SV", "analysis", "exchange.reported", List.of(), REPORT), "NOT_TO_ONE");
        wrong.rejected(
                wrong.says("SV", "analysis", "exchange.recalled", List.of(report), recall(report)), "NOT_TO_ONE");
        wrong.rejected(recalls(wrong, "GT", report), "NOT_PROVIDER");
        wrong.rejected(to(wrong, "SV", "analysis", "exchange.recalled", List.of(), recall(report)), "AFTER_MISSING");
        var answer = "{\"order\":\"US/7\"}";
        wrong.rejected(to(wrong, "GT", "analysis", "exchange.destroyed", List.of(), answer), "OFFICE_MAY_NOT");
        wrong.rejected(to(wrong, "GT", "node", "exchange.destroyed", List.of(), answer), "AFTER_MISSING");
        wrong.rejected(
                to(wrong, "GT", "node", "exchange.destroyed", List.of("SV/0"), "{\"order\":\"SV/0\"}"), "NOT_TO_ONE");
        wrong.write(writer, CHECK, "by-others-and-to-others");
    }

    private void malformed() throws IOException {
        var bodies = new Case();
        for (var bad : List.of(
                "{}",
                REPORT.replace(REF, "5d"),
                REPORT.replace("\"tlp\":\"AMBER\"", "\"tlp\":\"RED\""),
                REPORT.replace("\"tlp\":\"AMBER\"", "\"tlp\":\"AMBER+STRICT\""),
                REPORT.replace("\"tlp\":\"AMBER\"", "\"tlp\":\"WHITE\""),
                REPORT.replace("\"tlp\":\"AMBER\"", "\"tlp\":\"secret\""),
                REPORT.replace("\"B2\"", "\"F6\""),
                REPORT.replace("[\"H1\",\"H3\"]", "[\"H1\"]"),
                REPORT.replace("\"restriction\":\"No se usa en juicio.\",", ""),
                REPORT.replace("[\"HN\"]", "[\"Honduras\"]"),
                REPORT.replace("\"child\"", "\"asylum\""),
                REPORT.replace("\"zone\"", "\"score\""),
                REPORT.replace("\"exercise\":true", "\"exercise\":1"),
                // what was decided of others is its provider's own
                REPORT.replace("\"zone\"", "\"asked\":[{\"party\":\"HN\",\"rules\":[\"AS-1\"]}],\"zone\"")))
            bodies.rejected(reports(bodies, "SV", bad), "MALFORMED");
        for (var bad : List.of(
                "{}",
                recall("SV/0").replace("wrong-recipient", "asylum"),
                recall("SV/0").replace("2019-03-29", "tomorrow"),
                recall("SV/0").replace("2019-03-29", "0000-02-03"),
                recall("SV/0").replace("2019-03-29", "1999-12-31"),
                recall("SV/0").replace("\"ground\"", "\"why\"")))
            bodies.rejected(to(bodies, "SV", "analysis", "exchange.recalled", List.of("SV/0"), bad), "MALFORMED");
        bodies.rejected(to(bodies, "GT", "node", "exchange.destroyed", List.of(), "{\"order\":7}"), "MALFORMED");
        bodies.write(writer, CHECK, "body-malformed");
    }
}
