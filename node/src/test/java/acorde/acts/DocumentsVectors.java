package acorde.acts;

import static acorde.acts.ActVectorWriter.version;

import acorde.acts.FoldVectors.Case;
import java.io.IOException;
import java.util.List;

/** Papers issued by Guatemala, Honduras and El Salvador, as the United States reads them. The acts of the vectors are of 28 March 2019. */
final class DocumentsVectors {
    static final String CHECK = "documents";
    private static final String DAY = "2019-03-28";
    private static final String FIGURES = "{\"name\":\"promised\",\"value\":2,\"acts\":[\"GT/0\",\"GT/1\"]},"
            + "{\"name\":\"to-decide\",\"value\":0,\"acts\":[]}";
    private static final String FIGURES_TEXT = "promised 2 GT/0 GT/1\nto-decide 0\n";
    private static final String ENTRIES =
            "{\"why\":\"overdue\",\"item\":\"initiative/A1-01\",\"party\":\"HN\",\"day\":\"2019-03-01\",\"text\":\"GT/0\",\"see\":null},"
                    + "{\"why\":\"to-decide\",\"item\":\"charter/vega\",\"party\":\"SV\",\"day\":\"2019-03-02\",\"text\":null,\"see\":\"SV/7\"}";
    private static final String ENTRIES_TEXT =
            "overdue initiative/A1-01 HN 2019-03-01 GT/0 -\n" + "to-decide charter/vega SV 2019-03-02 - SV/7\n";

    private final ActVectorWriter writer;

    DocumentsVectors(ActVectorWriter writer) {
        this.writer = writer;
    }

    /** The body of a paper, and the one text that its digest is of, each written by hand. */
    private static String body(String kind, String of, String day) {
        return body(kind, of, "", day);
    }

    /** @param since empty for none */
    private static String body(String kind, String of, String since, String day) {
        var period = since.isEmpty() ? day : since + " " + day;
        var text = "acorde document 1\n" + kind + " " + of + " " + period + "\n" + FIGURES_TEXT + ENTRIES_TEXT;
        return "{\"document\":\"" + kind + "\",\"of\":\"" + of + "\","
                + (since.isEmpty() ? "" : "\"since\":\"" + since + "\",") + "\"day\":\"" + day + "\",\"figures\":["
                + FIGURES + "],\"entries\":[" + ENTRIES + "],\"digest\":\"" + version(text) + "\"}";
    }

    private static String issues(Case history, String party, String body) {
        return history.say(party, "documents.issued", List.of(), body);
    }

    void write() throws IOException {
        var good = new Case();
        good.issued(issues(good, "GT", body("brief", "GT", DAY)), "brief GT");
        good.issued(
                good.says("HN", "representative-a1", "documents.issued", List.of(), body("area", "A1", DAY)),
                "area A1");
        // What its figures stand on need not have come: a paper holds without it.
        good.issued(issues(good, "GT", body("area", "A1", DAY)), "area A1");
        good.write(writer, CHECK, "a-brief-and-two-area-reports");
        groups();
        sums();
        var office = new Case();
        for (var other : List.of("liaison", "observation", "node"))
            office.rejected(
                    office.says("GT", other, "documents.issued", List.of(), body("brief", "GT", DAY)),
                    "OFFICE_MAY_NOT");
        office.write(writer, CHECK, "by-offices-that-may-not");
        var some = new Case();
        some.rejected(
                some.add(
                        "GT",
                        ActVectorWriter.act(
                                "GT", "documents.issued", List.of("US"), List.of(), body("brief", "GT", DAY))),
                "NOT_TO_ALL");
        some.write(writer, CHECK, "to-one-party-alone");
        var other = new Case();
        other.rejected(issues(other, "HN", body("brief", "GT", DAY)), "NOT_YOUR_BRIEF");
        other.rejected(issues(other, "GT", body("brief", "GT", "2019-03-27")), "OTHER_DAY");
        other.rejected(issues(other, "GT", body("brief", "GT", "2019-03-29")), "OTHER_DAY");
        other.write(writer, CHECK, "anothers-brief-and-another-day");
        var digest = new Case();
        digest.rejected(
                issues(digest, "GT", body("brief", "GT", DAY).replace("\"value\":2", "\"value\":3")), "OTHER_DIGEST");
        digest.rejected(
                issues(
                        digest,
                        "GT",
                        body("brief", "GT", DAY).replace("\"day\":\"2019-03-01\"", "\"day\":\"2019-03-02\"")),
                "OTHER_DIGEST");
        digest.rejected(issues(digest, "GT", body("brief", "GT", DAY).replace("SV/7", "SV/8")), "OTHER_DIGEST");
        digest.write(writer, CHECK, "of-other-figures-than-its-digest");
        malformed();
    }

    private static final String SUM =
            "{\"unit\":{\"es\":\"casos\",\"en\":\"cases\"},\"baseline\":\"40.5\",\"target\":null,\"actual\":\"-31\",\"acts\":[\"GT/0\",\"HN/7\"]}";

    /** The report of an area that adds indicators up: the sums stand between its figures and its entries. */
    private static String adding(String kind, String of, String sums, String lines) { // what adds up what
        var text = "acorde document 1\n" + kind + " " + of + " " + DAY + "\n" + FIGURES_TEXT + lines + ENTRIES_TEXT;
        return "{\"document\":\"" + kind + "\",\"of\":\"" + of + "\",\"day\":\"" + DAY + "\",\"figures\":[" + FIGURES
                + "],\"sums\":[" + sums + "],\"entries\":[" + ENTRIES + "],\"digest\":\"" + version(text) + "\"}";
    }

    private void sums() throws IOException {
        var lines = "sum 40.5 - -31 GT/0 HN/7\ncasos\ncases\n";
        var good = new Case();
        good.issued(issues(good, "GT", adding("area", "A1", SUM, lines)), "area A1");
        good.write(writer, CHECK, "an-area-report-that-adds-up");
        var bad = new Case();
        bad.rejected(issues(bad, "GT", adding("brief", "GT", SUM, lines)), "MALFORMED");
        bad.rejected(issues(bad, "GT", adding("area", "A1", "", "")), "MALFORMED");
        bad.rejected(issues(bad, "GT", adding("area", "A1", SUM + "," + SUM, lines + lines)), "MALFORMED");
        for (var wrong : List.of(
                SUM.replace("\"40.5\"", "\"40.50\""),
                SUM.replace("\"40.5\"", "\"040.5\""),
                SUM.replace("\"40.5\"", "40.5"),
                SUM.replace("\"-31\"", "\"-0\""),
                SUM.replace("\"-31\"", "\"3E1\""),
                SUM.replace("\"casos\"", "\"ca  sos\""),
                SUM.replace("\"casos\"", "\"\""),
                SUM.replace("\"casos\"", "\"" + "c".repeat(61) + "\""),
                SUM.replace("\"target\":null,", "")))
            bad.rejected(issues(bad, "GT", adding("area", "A1", wrong, lines)), "MALFORMED");
        bad.rejected(issues(bad, "GT", adding("area", "A1", SUM, lines.replace("40.5", "40.6"))), "OTHER_DIGEST");
        bad.write(writer, CHECK, "of-sums-wrongly");
    }

    /** What a group did goes to its parties: all, unless its code begins with those of some. */
    private void groups() throws IOException {
        var year = "2018-03-27"; // 366 days before
        var report = body("group", "A1", year, DAY);
        var told = new Case();
        told.issued(issues(told, "GT", report), "group A1");
        told.issued(issues(told, "HN", body("communique", "ministers.HN-4", DAY)), "communique ministers.HN-4");
        var ofTwo = body("group", "GT-US-paso", DAY, DAY);
        told.issued(
                told.add("GT", ActVectorWriter.act("GT", "documents.issued", List.of("US"), List.of(), ofTwo)),
                "group GT-US-paso");
        told.write(writer, CHECK, "what-groups-did");
        var wrong = new Case();
        wrong.rejected(issues(wrong, "GT", ofTwo), "NOT_TO_ALL");
        wrong.rejected(
                wrong.add("GT", ActVectorWriter.act("GT", "documents.issued", List.of("US"), List.of(), report)),
                "NOT_TO_ALL");
        wrong.rejected(issues(wrong, "HN", ofTwo), "NOT_OF_THE_GROUP");
        for (var bad : List.of(
                body("group", "A1", DAY),
                body("group", "A1", "2018-03-26", DAY),
                body("group", "A1", "2019-03-29", DAY),
                body("area", "A1", DAY, DAY),
                body("communique", "HN-4", DAY),
                body("communique", "ministers.HN/4", DAY),
                body("communique", "ministers.HN-04", DAY))) wrong.rejected(issues(wrong, "GT", bad), "MALFORMED");
        wrong.write(writer, CHECK, "of-groups-wrongly");
    }

    private void malformed() throws IOException {
        var bodies = new Case();
        var good = body("brief", "GT", DAY);
        for (var bad : List.of(
                "{}",
                good.replace("\"document\":\"brief\"", "\"document\":\"letter\""),
                good.replace("\"of\":\"GT\"", "\"of\":\"Guatemala\""),
                good.replace("\"of\":\"GT\",", ""),
                good.replace("\"entries\":", "\"more\":1,\"entries\":"),
                good.replace("\"name\":\"promised\"", "\"name\":\"hoped\""),
                good.replace("\"name\":\"to-decide\"", "\"name\":\"promised\""),
                good.replace("\"value\":2", "\"value\":-2"),
                good.replace("\"value\":2", "\"value\":2.0"),
                good.replace("\"value\":2", "\"value\":\"2\""),
                good.replace("\"GT/0\",\"GT/1\"", "\"GT/1\",\"GT/0\""),
                good.replace("\"GT/0\",\"GT/1\"", "\"GT/0\",\"GT/0\""),
                good.replace("\"why\":\"overdue\"", "\"why\":\"because\""),
                good.replace("initiative/A1-01", "A1-01"),
                good.replace("\"see\":null", "\"see\":7"),
                good.replace("sha256:", "sha512:"))) bodies.rejected(issues(bodies, "GT", bad), "MALFORMED");
        bodies.write(writer, CHECK, "body-malformed");
    }
}
