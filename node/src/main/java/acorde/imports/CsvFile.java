package acorde.imports;

import acorde.compact.Bilingual;
import acorde.exchange.Basis;
import acorde.exchange.Texts;
import acorde.imports.Left.Why;
import acorde.policy.Evaluation;
import acorde.policy.Field;
import acorde.policy.Marking.Handling;
import acorde.policy.Purpose;
import acorde.policy.Terms;
import acorde.policy.Tlp;
import acorde.sheets.Cell;
import acorde.sheets.CsvRows;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table of reports, one a row. A row is taken whole, or refused with every cell that is wrong. */
final class CsvFile {
    /** Rows of one file, without its headings. */
    static final int ROWS = 1_000;

    private static final int COLUMNS = 64;

    /** Characters of a cell: one more than the longest text, so that it is seen to be too long. */
    private static final CsvRows.Most MOST =
            new CsvRows.Most(ROWS + 1, COLUMNS, Objects.requireNonNull(Texts.LONGEST.get(Field.FACT)) + 1);

    private final Map<Column, String> cells = new EnumMap<>(Column.class);
    private final List<Left> left = new ArrayList<>();
    private final Made made = new Made();
    private final String place;
    private final Reader reader;

    private CsvFile(String place, Reader reader) {
        this.place = place;
        this.reader = reader;
    }

    static Reading read(byte[] bytes, Reader reader) {
        return switch (CsvRows.read(bytes, MOST)) {
            case CsvRows.Reading.Read(var rows) -> read(rows, reader);
            case CsvRows.Reading.Not(var why) ->
                new Reading.Not(
                        switch (why) {
                            case NOT_UTF8 -> Reading.Why.NOT_UTF8;
                            case BROKEN -> Reading.Why.NOT_CSV;
                            case TOO_MANY_ROWS -> Reading.Why.TOO_MANY_ROWS;
                        });
        };
    }

    private static Reading read(List<CsvRows.Row> rows, Reader reader) {
        if (rows.isEmpty()) return new Reading.Not(Reading.Why.NO_ROWS);
        var places = headings(rows.getFirst());
        if (places.isEmpty()) return new Reading.Not(Reading.Why.HEADINGS);
        if (rows.size() == 1) return new Reading.Not(Reading.Why.NO_ROWS);
        return new Reading.Read(rows.stream()
                .skip(1)
                .map(row -> new CsvFile(Integer.toString(row.number()), reader).read(row, places.get()))
                .toList());
    }

    /** Where each column stands; empty if none is known, none holds a title or a fact, or one is there twice. */
    private static Optional<Map<Column, Integer>> headings(CsvRows.Row row) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var at = 0; at < row.cells().size(); at++) {
            if (!(row.cells().get(at) instanceof Cell.Text(var text))) continue;
            var column = Column.find(text);
            if (column.isPresent() && places.put(column.get(), at) != null) return Optional.empty();
        }
        return places.containsKey(Column.TITLE) || places.containsKey(Column.FACT)
                ? Optional.of(places)
                : Optional.empty();
    }

    private void leave(Column column, String what, Why why) {
        left.add(new Left(column.name(), what, why));
    }

    private Candidate read(CsvRows.Row row, Map<Column, Integer> places) {
        places.forEach((column, at) -> {
            switch (at < row.cells().size() ? row.cells().get(at) : Cell.BLANK) {
                case Cell.Text(var text) -> cells.put(column, text);
                case Cell.Formula _, Cell.Broken _ -> leave(column, "", Why.FORMULA);
                case Cell.Blank _, Cell.Number _, Cell.Day _ -> {} // CSV holds texts alone
            }
        });
        texts();
        marks();
        terms();
        if (left.isEmpty() && !made.texts.containsKey(Field.TITLE) && !made.texts.containsKey(Field.FACT))
            leave(Column.FACT, "", Why.EMPTY);
        var report = left.isEmpty() ? made.report(reader).orElse(null) : null;
        if (left.isEmpty() && report == null) leave(Column.FACT, "", Why.UNKEEPABLE);
        var hash = Hash.sha256(("csv\n" + cells).getBytes(StandardCharsets.UTF_8));
        return new Candidate(hash.hex(), place, report, left, null);
    }

    private void texts() {
        text(Column.TITLE, Field.TITLE);
        text(Column.FACT, Field.FACT);
        text(Column.ASSESSMENT, Field.ASSESSMENT);
        text(Column.SOURCE, Field.SOURCE);
        made.law = kept(Column.BASIS, Basis.TEXT);
        made.zone = kept(Column.ZONE, Basis.ZONE);
        made.restriction = kept(Column.RESTRICTION, Basis.TEXT);
    }

    private void text(Column column, Field field) {
        var text = kept(column, Objects.requireNonNull(Texts.LONGEST.get(field)));
        if (text != null) made.texts.put(field, field == Field.TITLE ? text.replace('\n', ' ') : text);
    }

    /** Null if there is none, or none that can be kept as it is, which is told then. */
    private @Nullable String kept(Column column, int longest) {
        var text = cells.get(column);
        if (text == null) return null;
        if (text.length() > longest) leave(column, text, Why.TOO_LONG);
        else if (Bilingual.fault(text) != null) leave(column, "", Why.UNKEEPABLE);
        else return text;
        return null;
    }

    private String word(Column column) {
        return cells.getOrDefault(column, "").toUpperCase(Locale.ROOT);
    }

    private List<String> words(Column column) {
        var text = word(column).strip();
        return text.isEmpty() ? List.of() : List.of(text.split("[\\s,;/]+"));
    }

    private void marks() {
        var label = word(Column.TLP);
        if (!label.isEmpty())
            Tlp.read(label)
                    .ifPresentOrElse(
                            tlp -> {
                                if (tlp == Tlp.RED || tlp == Tlp.AMBER_STRICT)
                                    leave(Column.TLP, label, Why.MARKING_NARROW);
                                else made.tlp = tlp;
                            },
                            () -> leave(Column.TLP, label, Why.MARKING_UNKNOWN));
        for (var code : words(Column.HANDLING))
            if (code.matches("H[0-3]")) made.handling.add(Handling.valueOf(code));
            else leave(Column.HANDLING, code, Why.MARKING_UNKNOWN);
        var grade = word(Column.EVALUATION);
        if (grade.matches("[ABCX][1-4]"))
            made.evaluation = new Evaluation(
                    Evaluation.Source.valueOf(grade.substring(0, 1)), Integer.parseInt(grade.substring(1)));
        else if (!grade.isEmpty()) leave(Column.EVALUATION, grade, Why.VALUE);
        if (made.handling.contains(Handling.H3) != cells.containsKey(Column.RESTRICTION))
            leave(Column.RESTRICTION, "", Why.RESTRICTION);
    }

    private void terms() {
        for (var code : words(Column.PURPOSES)) {
            var purpose = Purpose.read(code).filter(reader.purposes()::contains);
            if (purpose.isPresent()) made.purposes.add(purpose.get());
            else leave(Column.PURPOSES, code, Why.PURPOSE);
        }
        made.span = new Terms.Span(day(Column.VALID), day(Column.REVIEW));
    }

    private @Nullable LocalDate day(Column column) {
        var text = cells.get(column);
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            leave(column, text, Why.VALUE);
            return null;
        }
    }
}
