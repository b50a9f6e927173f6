package acorde.web.returns;

import acorde.exports.Exports;
import acorde.exports.Form;
import acorde.exports.Table;
import acorde.web.Flow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A file to be taken away, by its name: {@code accounts.xlsx}, or {@code results.xml}.
 *
 * @param table null for the results
 * @param form null for the results
 */
public record ExportFile(@Nullable Table table, @Nullable Form form) {
    /** The name of the results in IATI. */
    public static final String RESULTS = "results.xml";

    /** Empty if there is no such table or no such form of it. */
    public static Optional<ExportFile> named(String name) {
        if (name.equals(RESULTS)) return Optional.of(new ExportFile(null, null));
        var dot = name.indexOf('.');
        var table = Table.ofWord(dot < 0 ? name : name.substring(0, dot));
        var form = Form.ofEnding(dot < 0 ? "" : name.substring(dot + 1));
        return table.isEmpty() || form.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExportFile(table.get(), form.get()));
    }

    /** Whether it can be had of one initiative alone. */
    public boolean isAboutInitiatives() {
        return table == null || table.isAboutInitiatives();
    }

    /** The name of its file. */
    public String name() {
        return table == null || form == null ? RESULTS : table.word() + "." + form.ending();
    }

    /**
     * Sends it as it is made.
     *
     * @param code of the one initiative it is about; empty for all
     * @throws IOException if it cannot be sent; what was sent is a part
     */
    public void send(Exports exports, String code, Instant now, Sending sending) throws IOException { // what, to whom
        Flow.send(sending.response(), Flow.ROWS, out -> send(exports, code, now, sending, out));
    }

    private void send( // as above, and where to
            Exports exports, String code, Instant now, Sending sending, OutputStream out) throws IOException {
        var response = sending.response();
        response.setContentType(form == null ? "application/xml" : form.mediaType());
        var name = code.isEmpty() ? name() : code + "-" + name();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (!sending.request().getMethod().equals("GET")) return;
        if (table == null || form == null) exports.results(code, now, out);
        else exports.write(table, form, code, now, out);
    }

    /** Who asked, and where it goes. */
    public record Sending(HttpServletRequest request, HttpServletResponse response) {}
}
