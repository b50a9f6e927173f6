package acorde.web;

import acorde.files.Files;
import acorde.files.Kept;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A file on its way out: to be saved, never to be shown by the browser as anything of ours. */
public final class Download {
    /** Whatever opens it in a window after all may run nothing and reach nothing. */
    static final String POLICY = "default-src 'none'; sandbox";

    private static final String PLAIN = "!#$&+-.^_`|~"; // of RFC 8187, beside letters and digits

    private Download() {}

    /** Writes a file that is whole. */
    public static void write(Files files, Kept kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException { // what, of which, to whom
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(kept.file().size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, disposition(kept.file().name()));
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (request.getMethod().equals("GET")) files.write(kept, response.getOutputStream());
    }

    /** The name twice, as RFC 6266 asks: in ASCII for what reads no more, and as RFC 8187 has it. */
    static String disposition(String name) {
        var ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9 ._()+,;=@#!~\\[\\]-]", "_");
        var encoded = new StringBuilder();
        for (var unit : name.getBytes(StandardCharsets.UTF_8)) {
            var each = (char) (unit & 0xff);
            var plain = each < 0x80 && (Character.isLetterOrDigit(each) || PLAIN.indexOf(each) >= 0);
            encoded.append(plain ? String.valueOf(each) : "%%%02X".formatted((int) each));
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
