package acorde.exports;

import acorde.sheets.Cell;
import acorde.sheets.Format;
import acorde.sheets.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** As what a table can be taken away. */
public enum Form {
    CSV(Format.CSV.mediaType()),
    XLSX(Format.XLSX.mediaType()),
    /** An object with the name of the table and its rows, each an object by its columns; what is empty is null. */
    JSON("application/json");

    private final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty if no form ends like that. */
    public static Optional<Form> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(each -> each.ending().equals(ending))
                .findFirst();
    }

    /** @param rows without headings, each read when it is its turn */
    void write(Table table, Iterator<List<Cell>> rows, OutputStream out) throws IOException {
        if (this == JSON) {
            json(table, rows, out);
            return;
        }
        var headings = table.columns().stream().map(Cell::text).toList();
        var all = new Iterator<List<Cell>>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return !begun || rows.hasNext();
            }

            @Override
            public List<Cell> next() {
                if (begun) return rows.next();
                begun = true;
                return headings;
            }
        };
        SheetWriter.write(this == CSV ? Format.CSV : Format.XLSX, table.word(), all, out);
    }

    private static void json(Table table, Iterator<List<Cell>> rows, OutputStream out) throws IOException {
        write(out, "{\"table\":\"" + table.word() + "\",\"rows\":[");
        for (var first = true; rows.hasNext(); first = false) {
            write(out, first ? "\n" : ",\n");
            out.write(JsonMapper.shared().writeValueAsBytes(object(table, rows.next())));
        }
        write(out, "\n]}\n");
    }

    private static Object object(Table table, List<Cell> row) {
        var object = JsonMapper.shared().createObjectNode();
        for (var i = 0; i < row.size(); i++) {
            var column = table.columns().get(i);
            switch (row.get(i)) {
                case Cell.Text(var text) -> object.put(column, text);
                case Cell.Number(var number) -> object.put(column, number);
                case Cell.Day(var day) -> object.put(column, day.toString());
                case Cell.Blank _, Cell.Formula _, Cell.Broken _ -> object.putNull(column);
            }
        }
        return object;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
