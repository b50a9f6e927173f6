package acorde.bench;

import acorde.returns.Column;
import acorde.sheets.Cell;
import acorde.sheets.Format;
import acorde.sheets.SheetWriter;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A return of 5,000 rows on 1,000 initiatives, each with something new: from sent to the last byte of its preview, asked of a real node
 * as a browser does.
 */
final class ReturnsStory implements Story {
    private static final int INITIATIVES = 1_000;
    private static final int ACTS = 10_000;
    private static final int ROWS = 5_000;
    private static final int TIMES = 20;
    private static final String BOUNDARY = "x1";

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        try (var nodes = new RealNodes(place.folder().resolve("returns"))) {
            try (var compact = new LargeCompact(nodes)) {
                compact.fill(INITIATIVES, ACTS);
            }
            try (var hn = nodes.start("HN");
                    var connection = new Keepalive(hn.address)) {
                var session = PagesStory.signIn(connection);
                var rows = filled(connection, session);
                var figures = new ArrayList<Figure>();
                for (var format : Format.values()) figures.add(figure(place, connection, session, rows, format));
                return figures;
            }
        }
    }

    private Figure figure( // what is measured of what
            Workplace place, Keepalive connection, String session, List<List<Cell>> rows, Format format)
            throws IOException {
        var file = new ByteArrayOutputStream();
        SheetWriter.write(format, "Informe", rows.iterator(), file);
        var taken = new double[place.isShort() ? 3 : TIMES];
        for (var i = 0; i < taken.length; i++) taken[i] = once(connection, session, format, file.toByteArray());
        var first = taken[0];
        Arrays.sort(taken);
        var note = "%,d rows, %,d initiatives, %.1f MB; slowest of %d, the first %.2f s"
                .formatted(rows.size() - 1, INITIATIVES, file.size() / 1e6, taken.length, first);
        return new Figure(name(), "a return previewed, " + format, taken[taken.length - 1], "s", 3, 1, note);
    }

    private static String cookie(String session) {
        return "Cookie: " + session + "\r\nAccept-Language: en\r\n";
    }

    /** The template with a state in every row of a report, and as many rows of evidence as it takes. */
    private static List<List<Cell>> filled(Keepalive connection, String session) throws IOException {
        var template = connection.get("/returns/template.csv", cookie(session));
        if (template.status() != 200) throw new IllegalStateException("no template: " + template.status());
        var rows = new ArrayList<List<Cell>>();
        var evidence = new ArrayList<List<Cell>>();
        try (var records = CsvReader.builder().ofCsvRecord(template.text().substring(1))) {
            for (var each : records) {
                var row = new ArrayList<Cell>(
                        each.getFields().stream().map(Cell::read).toList());
                var line = each.getField(Column.LINE.ordinal());
                if (line.equals(Column.LINE.words().en())) rows.add(row);
                if (line.equals("report")) rows.add(with(row, Column.STATE, "in progress"));
                if (line.equals("evidence"))
                    evidence.add(with(
                            with(row, Column.WORDS, "Record of the month, EXERCISE"),
                            Column.LINK,
                            "https://example.org/record"));
            }
        }
        for (var i = 0; rows.size() <= ROWS; i++) rows.add(evidence.get(i % evidence.size()));
        return rows;
    }

    private static List<Cell> with(List<Cell> row, Column column, String text) {
        row.set(column.ordinal(), Cell.text(text));
        return row;
    }

    /** @return s */
    private static double once(Keepalive connection, String session, Format format, byte[] file)
            throws IOException { // what is sent
        var token = PagesStory.token(connection.get("/returns", cookie(session)).text());
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                                + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"return."
                                + format.ending() + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        var began = System.nanoTime();
        var sent = connection.post(
                "/returns",
                cookie(session) + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n",
                body.toByteArray());
        if (sent.status() != 303) throw new IllegalStateException("not sent: " + sent.status() + " " + sent.text());
        var preview = connection.get(sent.headers().getOrDefault("location", ""), cookie(session));
        if (preview.status() != 200) throw new IllegalStateException(preview.status() + " " + preview.text());
        return (System.nanoTime() - began) / 1e9;
    }
}
