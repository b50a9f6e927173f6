package acorde.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes rows of cells, the first of them headings, as they come. A text that a spreadsheet would take for a formula is kept
 * from being one.
 */
public final class SheetWriter {
    /** Characters of a cell of Excel. */
    public static final int LONGEST = 32_767;

    /** Characters after which what was written goes out, each cell counted as some more: some MiB in memory until then. */
    private static final int FLUSH = 1 << 20;

    private static final int CELL = 64;

    private static final double WIDE = 40;
    private static final double USUAL = 16;

    private SheetWriter() {}

    /** @param out is not closed */
    public static void write(Format format, String name, Iterator<List<Cell>> rows, OutputStream out)
            throws IOException { // what, as what, where to
        if (format == Format.CSV) csv(rows, out);
        else xlsx(name, rows, out);
    }

    private static void csv(Iterator<List<Cell>> rows, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF'); // the mark by which spreadsheets know UTF-8
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        while (rows.hasNext())
            csv.writeRecord(rows.next().stream().map(SheetWriter::field).toList());
        csv.flush();
        writer.flush();
    }

    private static String field(Cell cell) {
        return switch (cell) {
            case Cell.Blank _ -> "";
            case Cell.Text(var text) -> Formulas.safeInCsv(text);
            case Cell.Number(var number) -> number.toPlainString();
            case Cell.Day(var day) -> day.toString();
            case Cell.Formula _, Cell.Broken _ -> throw new IllegalArgumentException("nothing of ours is computed");
        };
    }

    private static void xlsx(String name, Iterator<List<Cell>> rows, OutputStream out) throws IOException {
        var book = new Workbook(out, "Acorde", "1.0");
        var sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        var waiting = 0;
        for (var number = 0; rows.hasNext(); number++) {
            var row = rows.next();
            for (var column = 0; column < row.size(); column++) put(sheet, number, column, row.get(column));
            if (number == 0) headings(sheet, row.size());
            for (var cell : row)
                waiting += CELL + (cell instanceof Cell.Text(var text) ? Math.min(text.length(), LONGEST) : 0);
            if (waiting < FLUSH) continue;
            sheet.flush();
            waiting = 0;
        }
        book.finish();
    }

    private static void headings(Worksheet sheet, int columns) {
        for (var column = 0; column < columns; column++) {
            sheet.width(column, column == 1 ? WIDE : USUAL);
            sheet.style(0, column).bold().wrapText(true).set();
        }
    }

    private static void put(Worksheet sheet, int row, int column, Cell cell) { // what goes where
        switch (cell) {
            case Cell.Blank _ -> {}
            case Cell.Text(var text) -> sheet.inlineString(row, column, fitting(Formulas.safe(text)));
            case Cell.Number(var number) -> sheet.value(row, column, number);
            case Cell.Day(var day) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Formula _, Cell.Broken _ -> throw new IllegalArgumentException("nothing of ours is computed");
        }
    }

    /** No workbook holds more in a cell; the CSV has it all. */
    private static String fitting(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
