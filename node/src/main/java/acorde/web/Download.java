package acorde.web;

import acorde.acts.ReadingRoom;
import acorde.files.Attachment;
import acorde.files.Files;
import acorde.files.Kept;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
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

    /**
     * Writes a file that is whole, or the stretch of it that is asked for: a download that was cut goes on where it was, and
     * the tag is the hash of the bytes, so that it never goes on with others.
     */
    public static void write(Files files, Kept kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException { // what, of which, to whom
        ReadingRoom.leave(); // a download may take hours
        Flow.send(response, Flow.CHUNK, out -> write(files, kept, new Asked(request, response), out));
    }

    private record Asked(HttpServletRequest request, HttpServletResponse response) {}

    private static void write(Files files, Kept kept, Asked asked, OutputStream out)
            throws IOException { // as above, and where to
        var request = asked.request();
        var response = asked.response();
        var file = kept.file();
        var tag = '"' + file.sha256().hex() + '"';
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        var get = request.getMethod().equals("GET");
        var range = get ? request.getHeader(HttpHeaders.RANGE) : null;
        switch (ByteRange.of(range, request.getHeader(HttpHeaders.IF_RANGE), tag, file.size())) {
            case ByteRange.Whole _ -> {
                head(file, file.size(), response);
                if (get) files.write(kept, out);
            }
            case ByteRange.Part(var first, var last) -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + file.size());
                head(file, last - first + 1, response);
                files.write(kept, first, last + 1, out);
            }
            case ByteRange.Beyond _ -> {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
                response.setContentLength(0);
            }
        }
    }

    private static void head(Attachment file, long length, HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(length);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()));
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
