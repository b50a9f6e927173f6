package acorde.acts;

import static acorde.acts.ActVectorWriter.version;

import acorde.acts.FoldVectors.Case;
import acorde.monitoring.Saying;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Acts of monitoring on an initiative of Guatemala, Honduras and El Salvador, as the United States reads them. */
final class MonitoringVectors {
    static final String CHECK = "monitoring";
    private static final String ITEM = "A1-01";
    private static final String TEXT = "GT/0";
    private static final String PLAIN = "\"milestones\":[],\"evidence\":[],\"values\":[]";
    private static final String FIGURE =
            "\"milestones\":[],\"evidence\":[],\"values\":[{\"at\":\"2026-10-31\",\"value\":38,\"from\":{\"es\":\"a\"}}]";

    private final ActVectorWriter writer;

    MonitoringVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    private static String both(String words) {
        return "{\"es\":\"" + words + "\",\"en\":\"" + words + "\"}";
    }

    private static Case announced(String more) {
        var history = new Case();
        var text = ConsentVectors.text("título", "title");
        history.say(
                "GT",
                "compact.announced",
                List.of(),
                "{\"item\":\"initiative/" + ITEM + "\",\"text\":" + text.substring(0, text.length() - 1) + more + "}}");
        return history.item(ITEM, "announced", TEXT);
    }

    /** With a milestone and an indicator. */
    private static Case followed() {
        return announced(",\"milestones\":[{\"code\":\"M1\",\"title\":" + both("hito")
                + ",\"due\":\"2027-01-31\"}],\"indicator\":{\"name\":" + both("consultas") + ",\"unit\":"
                + both("casos")
                + ",\"kind\":\"output\"}");
    }

    private static String report(Case history, String rest) {
        return "{\"initiative\":\"" + ITEM + "\",\"version\":\"" + version(history.text(TEXT))
                + "\",\"state\":\"in-progress\",\"on\":null,\"blockedBy\":null,\"note\":null," + rest
                + ",\"restrictions\":false,\"legalBasis\":null,\"funding\":null,\"events\":[],\"answers\":[]}";
    }

    private static String reports(Case history, String party, String body) {
        return history.says(party, "representative-a1", "monitoring.reported", List.of(TEXT), body);
    }

    private static String says(Case history, String party, String word, String report) {
        return history.say(
                party,
                "monitoring." + word,
                List.of(report),
                "{\"report\":\"" + report + "\","
                        + (word.equals("confirmed") ? "\"note\":null}" : "\"reason\":{\"es\":\"faltan casos\"}}"));
    }

    private static String corrects(Case history, String party, String report, String day, int number) { // a correction
        return history.say(
                party,
                "monitoring.corrected",
                List.of(report),
                "{\"report\":\"" + report + "\",\"at\":\"" + day + "\",\"value\":" + number
                        + ",\"reason\":{\"en\":\"counted twice\"}}");
    }

    void write() throws IOException {
        accounts();
        figures();
        measures();
        broken();
    }

    private void accounts() throws IOException {
        var three = followed();
        var first = reports(three, "HN", report(three, PLAIN));
        says(three, "GT", "confirmed", first);
        says(three, "SV", "disputed", first);
        three.account("HN", ITEM, first, "in-progress", "GT confirms", "SV disputes")
                .write(writer, CHECK, "reported-confirmed-and-disputed");
        var later = followed();
        var old = reports(later, "HN", report(later, PLAIN));
        says(later, "SV", "disputed", old);
        var fresh = reports(later, "HN", report(later, PLAIN));
        later.account("HN", ITEM, fresh, "in-progress", "SV disputes")
                .write(writer, CHECK, "a-newer-report-does-not-end-a-dispute");
        var down = followed();
        var disputed = reports(down, "HN", report(down, PLAIN));
        says(down, "SV", "disputed", disputed);
        says(down, "SV", "confirmed", disputed);
        down.account("HN", ITEM, disputed, "in-progress", "SV confirms")
                .write(writer, CHECK, "who-disputed-lays-it-down");
        var withheld = followed();
        var missing = reports(withheld, "HN", report(withheld, PLAIN));
        withheld.withheld(missing).waits(says(withheld, "SV", "disputed", missing), missing);
        var counted = reports(withheld, "HN", report(withheld, PLAIN));
        withheld.account("HN", ITEM, counted, "in-progress")
                .write(writer, CHECK, "a-dispute-of-a-report-held-back-waits");
        var milestones = followed();
        var done = reports(
                milestones,
                "HN",
                report(
                        milestones,
                        "\"milestones\":[{\"code\":\"M1\",\"on\":\"2026-11-18\"}],\"evidence\":[{\"what\":{\"es\":\"acta\"},"
                                + "\"link\":\"https://example.org/acta\",\"seen\":null}],\"values\":[]"));
        milestones.account("HN", ITEM, done, "in-progress").write(writer, CHECK, "a-milestone-done-with-evidence");
    }

    private void figures() throws IOException {
        var beside = followed();
        var report = reports(beside, "HN", report(beside, FIGURE));
        corrects(beside, "HN", report, "2026-10-31", 36);
        beside.account("HN", ITEM, report, "in-progress")
                .figure("HN", ITEM, "2026-10-31", "38", "36")
                .write(writer, CHECK, "a-figure-is-corrected-beside-it");
        var again = followed();
        reports(again, "HN", report(again, FIGURE));
        var second = reports(again, "HN", report(again, FIGURE.replace("38", "99")));
        again.account("HN", ITEM, second, "in-progress")
                .figure("HN", ITEM, "2026-10-31", "38")
                .write(writer, CHECK, "a-figure-said-again-replaces-nothing");
        var others = followed();
        var own = reports(others, "HN", report(others, FIGURE));
        others.rejected(corrects(others, "GT", own, "2026-10-31", 1), "NOT_YOUR_REPORT");
        others.rejected(corrects(others, "HN", own, "2026-11-30", 1), "UNKNOWN_FIGURE");
        others.account("HN", ITEM, own, "in-progress")
                .figure("HN", ITEM, "2026-10-31", "38")
                .write(writer, CHECK, "corrections-of-another-and-of-no-figure");
        var many = followed();
        var said = reports(many, "HN", report(many, FIGURE));
        var numbers = new java.util.ArrayList<String>(List.of("38"));
        for (var i = 0; i < 16; i++) {
            corrects(many, "HN", said, "2026-10-31", i);
            numbers.add(Integer.toString(i));
        }
        many.rejected(corrects(many, "HN", said, "2026-10-31", 99), "TOO_MANY_CORRECTIONS");
        many.account("HN", ITEM, said, "in-progress")
                .figure("HN", ITEM, "2026-10-31", numbers.toArray(String[]::new))
                .write(writer, CHECK, "seventeen-corrections-of-one-figure");
        var far = followed();
        var edges = FIGURE.replace(
                "}]",
                "},{\"at\":\"2000-01-01\",\"value\":1,\"from\":{\"es\":\"a\"}},{\"at\":\"2099-12-31\",\"value\":2,"
                        + "\"from\":{\"es\":\"a\"}}]");
        var within = reports(far, "HN", report(far, edges));
        for (var beyond : List.of("1999-12-31", "2100-01-01"))
            far.rejected(reports(far, "HN", report(far, FIGURE.replace("2026-10-31", beyond))), "FIGURE_TOO_FAR");
        far.account("HN", ITEM, within, "in-progress")
                .figure("HN", ITEM, "2000-01-01", "1")
                .figure("HN", ITEM, "2026-10-31", "38")
                .figure("HN", ITEM, "2099-12-31", "2")
                .write(writer, CHECK, "figures-of-the-first-and-last-day-and-beyond");
        var none = announced("");
        none.rejected(reports(none, "HN", report(none, FIGURE)), "NO_INDICATOR");
        none.write(writer, CHECK, "a-figure-of-no-indicator");
    }

    /** Values of an indicator of an area, which every party gives. */
    private void measures() throws IOException {
        var item = "A1-I1";
        var history = new Case();
        var text = history.say(
                "GT",
                "compact.announced",
                List.of(),
                "{\"item\":\"indicator/" + item + "\",\"text\":{\"area\":\"A1\",\"name\":" + both("consultas")
                        + ",\"unit\":" + both("casos") + ",\"kind\":\"output\"}}");
        var good = "{\"indicator\":\"" + item + "\",\"version\":\"" + version(history.text(text))
                + "\",\"values\":[{\"at\":\"2026-10-31\",\"value\":38,\"from\":{\"es\":\"a\"}}],\"note\":null}";
        var given = history.says("US", "representative-a1", Saying.MEASURED, List.of(text), good);
        corrects(history, "US", given, "2026-10-31", 36);
        history.rejected(history.says("HN", "observation", Saying.MEASURED, List.of(text), good), "OFFICE_MAY_NOT");
        history.rejected(history.say("HN", Saying.MEASURED, List.of(), good), "AFTER_MISSING");
        history.rejected(
                history.say("HN", Saying.MEASURED, List.of(text), good.replace(item, "A1-I2")), "UNKNOWN_VERSION");
        history.rejected(
                history.say("HN", Saying.MEASURED, List.of(text), good.replace("2026-10-31", "1999-12-31")),
                "FIGURE_TOO_FAR");
        history.rejected(
                history.say("HN", Saying.MEASURED, List.of(text), good.replaceFirst("\"values\":.*]", "\"values\":[]")),
                "MALFORMED");
        history.rejected(says(history, "HN", "confirmed", given), "UNKNOWN_REPORT");
        history.figure("US", "indicator/" + item, "2026-10-31", "38", "36")
                .write(writer, CHECK, "values-of-an-indicator-of-an-area");
    }

    private void broken() throws IOException {
        var obliged = followed();
        obliged.rejected(reports(obliged, "US", report(obliged, PLAIN)), "NOT_OBLIGED");
        obliged.write(writer, CHECK, "reported-by-who-owes-nothing");
        var restricted = announced(",\"restrictions\":" + both("ningún dato de niñez"));
        restricted.rejected(reports(restricted, "HN", report(restricted, PLAIN)), "RESTRICTIONS_UNCONFIRMED");
        var kept = reports(
                restricted, "HN", report(restricted, PLAIN).replace("\"restrictions\":false", "\"restrictions\":true"));
        restricted.account("HN", ITEM, kept, "in-progress").write(writer, CHECK, "restrictions-confirmed-and-not");
        var office = followed();
        office.rejected(
                office.says("HN", "liaison", "monitoring.reported", List.of(TEXT), report(office, PLAIN)),
                "OFFICE_MAY_NOT");
        office.rejected(
                office.says("HN", "observation", "monitoring.reported", List.of(TEXT), report(office, PLAIN)),
                "OFFICE_MAY_NOT");
        office.write(writer, CHECK, "by-offices-that-may-not");
        var after = followed();
        after.rejected(after.say("HN", "monitoring.reported", List.of(), report(after, PLAIN)), "AFTER_MISSING");
        after.rejected(reports(after, "HN", report(after, PLAIN).replace(ITEM, "A1-02")), "UNKNOWN_VERSION");
        after.rejected(
                reports(
                        after,
                        "HN",
                        report(
                                after,
                                PLAIN.replace(
                                        "\"milestones\":[]",
                                        "\"milestones\":[{\"code\":\"M9\",\"on\":\"2026-11-18\"}]"))),
                "UNKNOWN_MILESTONE");
        after.write(writer, CHECK, "of-no-text-another-text-and-no-milestone");
        behind();
        var bodies = followed();
        var good = report(bodies, PLAIN);
        for (var bad : List.of(
                "{}",
                good.replace("\"answers\":[]", "\"answers\":[],\"more\":1"),
                good.replace("in-progress", "almost"),
                good.replace("in-progress", "done"),
                good.replace("\"on\":null", "\"on\":\"2026-11-18\""),
                good.replace("\"restrictions\":false", "\"restrictions\":null"),
                good.replace(
                        "\"evidence\":[]",
                        "\"evidence\":[{\"what\":{\"es\":\"a\"},\"link\":\"javascript:a\",\"seen\":null}]"),
                good.replace(
                        "\"values\":[]",
                        "\"values\":[{\"at\":\"2026-10-31\",\"value\":1e999,\"from\":{\"es\":\"a\"}}]"),
                good.replace(
                        "\"values\":[]", "\"values\":[{\"at\":\"2026-02-30\",\"value\":1,\"from\":{\"es\":\"a\"}}]")))
            bodies.rejected(reports(bodies, "HN", bad), "MALFORMED");
        bodies.rejected(reports(bodies, "HN", good.replace("in-progress", "blocked")), "REASON_MISSING");
        bodies.rejected(
                reports(bodies, "HN", good.replace("\"note\":null", "\"note\":{\"es\":\" \"}")), "REASON_MISSING");
        bodies.write(writer, CHECK, "body-malformed");
        var words = followed();
        var report = reports(words, "HN", report(words, PLAIN));
        words.rejected(says(words, "HN", "confirmed", report), "OWN_REPORT");
        words.rejected(says(words, "SV", "confirmed", TEXT), "UNKNOWN_REPORT");
        words.account("HN", ITEM, report, "in-progress").write(writer, CHECK, "a-word-to-ones-own-and-to-no-report");
        observers();
    }

    /** What stands behind as many as are needed is not looked at. */
    private void behind() throws IOException {
        var behind = followed();
        var first = reports(behind, "HN", report(behind, PLAIN));
        behind.rejected(
                behind.say("HN", "monitoring.reported", List.of(first, TEXT), report(behind, PLAIN)), "AFTER_MISSING");
        behind.say(
                "GT",
                "compact.announced",
                List.of(),
                "{\"item\":\"event/E1\",\"text\":{\"date\":\"2019-03\",\"what\":" + both("algo") + "}}");
        var because = report(behind, PLAIN).replace("\"events\":[]", "\"events\":[\"E1\"]");
        behind.rejected(
                behind.say("HN", "monitoring.reported", List.of(TEXT, first, "GT/1"), because), "UNKNOWN_EVENT");
        var last = behind.say("HN", "monitoring.reported", List.of("GT/1", TEXT, first), because);
        var many = IntStream.rangeClosed(1, 9)
                .mapToObj(each -> "\"E" + each + "\"")
                .collect(Collectors.joining(","));
        behind.rejected(
                behind.say("HN", "monitoring.reported", List.of(TEXT, "GT/1"), because.replace("\"E1\"", many)),
                "MALFORMED");
        behind.account("HN", ITEM, last, "in-progress").write(writer, CHECK, "what-is-needed-named-behind-others");
    }

    private void observers() throws IOException {
        var observer = followed();
        var body = "{\"initiative\":\"" + ITEM + "\",\"version\":\"" + version(observer.text(TEXT))
                + "\",\"level\":\"limited\",\"reason\":{\"es\":\"una sola acta\"},\"evidence\":[]}";
        observer.rejected(observer.say("US", "monitoring.assessed", List.of(TEXT), body), "OFFICE_MAY_NOT");
        observer.says("US", "observation", "monitoring.assessed", List.of(TEXT), body);
        observer.rejected(
                observer.says(
                        "US", "observation", "monitoring.assessed", List.of(TEXT), body.replace("limited", "so-so")),
                "MALFORMED");
        observer.write(writer, CHECK, "assessed-by-an-observer-and-by-another");
        var event = followed();
        event.say(
                "GT",
                "compact.announced",
                List.of(),
                "{\"item\":\"event/E1\",\"text\":{\"date\":\"2019-03\",\"what\":" + both("algo") + "}}");
        var link = "{\"initiative\":\"" + ITEM + "\",\"version\":\"" + version(event.text(TEXT))
                + "\",\"event\":\"E1\",\"how\":{\"es\":\"se suspendió la ayuda\"}}";
        event.say("US", "monitoring.linked", List.of(TEXT, "GT/1"), link);
        event.rejected(event.say("US", "monitoring.linked", List.of(TEXT), link), "UNKNOWN_EVENT");
        event.write(writer, CHECK, "an-event-linked-and-one-that-is-not-there");
    }
}
