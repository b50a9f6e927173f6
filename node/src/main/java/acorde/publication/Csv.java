package acorde.publication;

import acorde.compact.Initiative;
import acorde.sheets.Formulas;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The initiatives as a table for spreadsheets (RFC 4180, UTF-8); spec/publication.md has the columns. */
public final class Csv {
    /** What stands in each column. */
    public static final List<String> COLUMNS = List.of(
            "code",
            "area",
            "title_es",
            "title_en",
            "parties",
            "due",
            "consent",
            "version",
            "source_status",
            "source_as_of",
            "unverified",
            "open_proposals",
            "sources");

    private Csv() {}

    /** The names of the columns, after the mark by which spreadsheets know UTF-8. */
    public static String head() {
        return "\uFEFF" + String.join(",", COLUMNS) + "\r\n";
    }

    public static String line(Promise promise) {
        var open = promise.open().stream()
                .map(talk -> talk.stood().proposal().act().toString())
                .toList();
        return line(promise, open);
    }

    /** @param open the proposals that wait, as this reader may know them */
    public static String line(Promise promise, List<String> open) {
        var text = promise.text();
        var status = text.reported().status();
        return List.of(
                                promise.code(),
                                text.area(),
                                text.title().es(),
                                text.title().en(),
                                text.parties().stream().map(Object::toString).collect(Collectors.joining(" ")),
                                text.due() == null ? "" : text.due().toString(),
                                word(promise.consent()),
                                Integer.toString(promise.number()),
                                status == null ? "" : word(status.value()),
                                status == null ? "" : status.asOf().toString(),
                                unverified(text),
                                String.join(" ", open),
                                String.join(" ", text.reported().sources()))
                        .stream()
                        .map(Csv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String unverified(Initiative text) {
        return text.reported().verify() ? "yes" : "";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Quoted; what a spreadsheet would take for a formula is kept from being one. */
    static String cell(String text) {
        return "\"" + Formulas.safeInCsv(text).replace("\"", "\"\"") + "\"";
    }
}
