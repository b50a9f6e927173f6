package acorde.sheets;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV (RFC 4180, UTF-8) as spreadsheets write it in either country: parted by commas, semicolons or tabs. */
public final class CsvRows {
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private CsvRows() {}

    /**
     * How much is read.
     *
     * @param rows that hold anything, with that of the headings
     * @param columns what stands further right is not looked at
     * @param characters of a cell: the rest is cut
     */
    public record Most(int rows, int columns, int characters) {}

    /** @param number of the row, from 1, as the spreadsheet shows it */
    public record Row(int number, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        boolean blank() {
            return cells.stream().allMatch(Cell.Blank.class::isInstance);
        }
    }

    /** What came of reading a file. */
    public sealed interface Reading {
        /** Those that hold anything. */
        record Read(List<Row> rows) implements Reading {
            public Read {
                rows = List.copyOf(rows);
            }
        }

        record Not(Why why) implements Reading {}
    }

    public enum Why {
        NOT_UTF8,
        BROKEN,
        TOO_MANY_ROWS
    }

    public static Reading read(byte[] bytes, Most most) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new Reading.Not(Why.NOT_UTF8);
        }
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        var rows = new ArrayList<Row>();
        try (var records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(Math.max(text.length(), 1 << 13) + 1)
                .ofCsvRecord(text)) {
            var number = 0;
            for (var each : records) {
                var row = new Row(++number, cells(each.getFields(), most));
                if (row.blank()) continue;
                if (rows.size() == most.rows()) return new Reading.Not(Why.TOO_MANY_ROWS);
                rows.add(row);
            }
        } catch (CsvParseException _) {
            return new Reading.Not(Why.BROKEN);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return new Reading.Read(rows);
    }

    private static List<Cell> cells(List<String> fields, Most most) {
        return fields.stream()
                .limit(most.columns())
                .map(Formulas::bareInCsv)
                .map(text -> text.length() > most.characters() ? text.substring(0, most.characters()) : text)
                .map(Cell::read)
                .toList();
    }

    /** The one that stands in the first line most often; a heading holds none of them. */
    private static char separator(String text) {
        var end = text.indexOf('\n');
        var line = end < 0 ? text : text.substring(0, end);
        var best = SEPARATORS[0];
        for (var each : SEPARATORS) if (count(line, each) > count(line, best)) best = each;
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
