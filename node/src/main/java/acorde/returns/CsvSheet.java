package acorde.returns;

import acorde.returns.Sheet.Reading;
import acorde.returns.Unreadable.Why;
import acorde.sheets.Cell;
import acorde.sheets.Formulas;
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
final class CsvSheet {
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private CsvSheet() {}

    static Reading read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new Reading.Not(Unreadable.because(Why.NOT_UTF8));
        }
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        var rows = new ArrayList<Sheet.Row>();
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
                var row = new Sheet.Row(++number, cells(each.getFields()));
                if (row.blank()) continue;
                if (rows.size() > Sheet.ROWS) return new Reading.Not(Unreadable.because(Why.TOO_MANY_ROWS));
                rows.add(row);
            }
        } catch (CsvParseException _) {
            return new Reading.Not(Unreadable.because(Why.BROKEN));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return new Reading.Read(new Sheet(rows));
    }

    private static List<Cell> cells(List<String> fields) {
        return fields.stream()
                .limit(Sheet.COLUMNS)
                .map(Formulas::bareInCsv)
                .map(Sheet::cut)
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
