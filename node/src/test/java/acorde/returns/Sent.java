package acorde.returns;

import acorde.acts.ActId;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.Remark;
import acorde.monitoring.Owed;
import acorde.monitoring.Report;
import acorde.sheets.Cell;
import acorde.sheets.Format;
import acorde.sheets.SheetWriter;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What Honduras owes in a test, and returns it sends. */
final class Sent {
    static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    static final PartyCode HN = new PartyCode("HN");
    static final ActId LATEST = ActId.parse("HN/40");

    private final List<Map<Column, String>> rows = new ArrayList<>();
    private final Language language;

    Sent(Language language) {
        this.language = language;
    }

    static Initiative text(boolean restricted) {
        var restrictions = restricted ? ",\"restrictions\":{\"es\":\"ningún dato\",\"en\":\"no data\"}" : "";
        var json = "{\"area\":\"A1\",\"title\":{\"es\":\"Consultas\",\"en\":\"Checks\"},\"parties\":[\"GT\",\"HN\"],"
                + "\"deliverable\":{\"es\":\"algo\",\"en\":\"something\"},\"due\":\"2027-06-30\",\"milestones\":["
                + "{\"code\":\"M1\",\"title\":{\"es\":\"uno\",\"en\":\"one\"},\"due\":\"2026-12-15\"},"
                + "{\"code\":\"M2\",\"title\":{\"es\":\"dos\",\"en\":\"two\"},\"due\":\"2027-03-15\",\"party\":\"GT\"}],"
                + "\"indicator\":{\"name\":{\"es\":\"c\",\"en\":\"c\"},\"unit\":{\"es\":\"%\",\"en\":\"%\"},"
                + "\"kind\":\"outcome\",\"baseline\":38,\"baselineAt\":\"2026-08-31\",\"target\":90,"
                + "\"targetAt\":\"2027-06-30\",\"everyMonths\":1}" + restrictions + "}";
        return switch (ItemText.parse(
                ItemKey.Kind.INITIATIVE, JsonMapper.shared().readTree(json))) {
            case ItemText.Parsed.Good(var text) -> (Initiative) text;
            case ItemText.Parsed.Bad bad -> throw new AssertionError(bad);
        };
    }

    static Hash version(String code) {
        return Hash.sha256(code.getBytes(StandardCharsets.UTF_8));
    }

    /** In progress since the last report, with a note in both languages and a figure for September. */
    static Owed owed(String code) {
        return owed(code, text(false), report(code));
    }

    static Owed owed(String code, Initiative text, Report report) { // what stands
        var figures = new TreeMap<LocalDate, BigDecimal>();
        if (report != null) figures.put(LocalDate.parse("2026-09-30"), BigDecimal.valueOf(40));
        var due = List.of(LocalDate.parse("2026-09-30"), LocalDate.parse("2026-10-31"), LocalDate.parse("2026-11-30"));
        return new Owed(HN, code, text, version(code), report == null ? null : LATEST, report, figures, due);
    }

    static Report report(String code) {
        return new Report(
                code,
                version(code),
                Report.State.IN_PROGRESS,
                null,
                null,
                new Remark("Despacho designado", "Office named"),
                new TreeMap<>(),
                List.of(),
                List.of(),
                false,
                new Remark("Decreto 1", null),
                null,
                List.of("E1"),
                List.of());
    }

    /** The template of these, as an officer opens it. */
    static Sent template(Language language, Owed... owed) {
        var sent = new Sent(language);
        var rows = new Template(language, TODAY).rows(List.of(owed));
        for (var row : rows.subList(1, rows.size())) {
            var cells = new EnumMap<Column, String>(Column.class);
            for (var column : Column.values()) cells.put(column, Typed.seen(row.get(column.ordinal())));
            sent.rows.add(cells);
        }
        return sent;
    }

    /** The number of the first row of this line of an initiative, as the spreadsheet shows it. */
    int row(String code, Line line) {
        for (var i = 0; i < rows.size(); i++)
            if (rows.get(i).get(Column.INITIATIVE).equals(code)
                    && rows.get(i).get(Column.LINE).equals(language.in(line.words()))) return i + 2;
        throw new AssertionError(code + " " + line);
    }

    Sent type(int row, Column column, String text) { // what where
        rows.get(row - 2).put(column, text);
        return this;
    }

    /** Adds a copy of a row. */
    int copy(int row) {
        rows.add(new EnumMap<>(rows.get(row - 2)));
        return rows.size() + 1;
    }

    Sent drop(int row) {
        rows.remove(row - 2);
        return this;
    }

    Preview.Reading compared(Owed... owed) {
        var sheet = (Sheet.Reading.Read) CsvSheet.read(csv());
        return Comparing.compare(sheet.sheet(), List.of(owed), TODAY);
    }

    Preview preview(Owed... owed) {
        return switch (compared(owed)) {
            case Preview.Reading.Made(var preview) -> preview;
            case Preview.Reading.Not(var why) -> throw new AssertionError(why);
        };
    }

    /** The faults, as "row COLUMN WHY". */
    List<String> faults(Owed... owed) {
        return preview(owed).faults().stream()
                .map(fault -> fault.row() + " " + fault.column() + " " + fault.why())
                .toList();
    }

    byte[] csv() {
        var columns = Arrays.stream(Column.values())
                .map(column -> Cell.text(language.in(column.words())))
                .toList();
        var all = new ArrayList<List<Cell>>();
        all.add(columns);
        for (var row : rows)
            all.add(Arrays.stream(Column.values())
                    .map(column -> Cell.text(row.getOrDefault(column, "")))
                    .collect(Collectors.toList()));
        var out = new ByteArrayOutputStream();
        try {
            SheetWriter.write(Format.CSV, "", all.iterator(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
