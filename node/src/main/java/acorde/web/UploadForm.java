package acorde.web;

import acorde.files.Attachment;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * The form that sends a file, of which there are three, read as it comes and never kept on disk: first the token against forged requests, then the file. The first is
 * read before anybody is let in, the second only by whoever was.
 */
public final class UploadForm {
    private static final Set<String> PATHS = Set.of("/files", "/returns", "/exchange/import");
    private static final String TOKEN = "_csrf";
    private static final String FILE = "file";
    private static final int TOKEN_LIMIT = 512;

    /** Bytes of the headers of a part: room for the longest name four times over. */
    private static final int HEADERS = 4 << 10;

    /** Bytes of a form beside its file. */
    private static final int FRAME = 16 << 10;

    private final Optional<FileItemIterator> parts;
    private final String token;

    private UploadForm(Optional<FileItemIterator> parts, String token) {
        this.parts = parts;
        this.token = token;
    }

    /** A file as its sender names it. */
    public record Part(String name, InputStream content) {}

    /** Whether a request is such a form. */
    static boolean isSent(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST")
                && PATHS.contains(request.getRequestURI())
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** The form of a request, the same each time it is asked for. */
    static UploadForm of(HttpServletRequest request) {
        if (request.getAttribute(UploadForm.class.getName()) instanceof UploadForm known) return known;
        var form = read(request);
        request.setAttribute(UploadForm.class.getName(), form);
        return form;
    }

    private static UploadForm read(HttpServletRequest request) {
        var upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(HEADERS);
        try {
            var parts = upload.getItemIterator(new ServletRequestContext(request));
            if (!parts.hasNext()) return new UploadForm(Optional.empty(), "");
            var first = parts.next();
            if (!first.isFormField() || !TOKEN.equals(first.getFieldName()))
                return new UploadForm(Optional.empty(), "");
            try (var value = first.openStream()) {
                var token = new String(value.readNBytes(TOKEN_LIMIT), StandardCharsets.US_ASCII);
                return new UploadForm(Optional.of(parts), token);
            }
        } catch (IOException | RuntimeException e) {
            return new UploadForm(Optional.empty(), ""); // a form without a token, which is refused
        }
    }

    String token() {
        return token;
    }

    /** Whether it says it is longer than any file may be. */
    public static boolean isTooLarge(HttpServletRequest request) {
        return isLongerThan(request, Attachment.LIMIT);
    }

    /** Whether it says that its file has more than so many bytes. */
    public static boolean isLongerThan(HttpServletRequest request, long most) {
        return request.getContentLengthLong() > most + FRAME;
    }

    /** The file of a request that was let in; empty if it has none, or is no such form. */
    public static Optional<Part> file(HttpServletRequest request) {
        return isSent(request) ? of(request).parts.flatMap(UploadForm::file) : Optional.empty();
    }

    private static Optional<Part> file(FileItemIterator parts) {
        try {
            if (!parts.hasNext()) return Optional.empty();
            var part = parts.next();
            var name = part.getName();
            if (part.isFormField() || !FILE.equals(part.getFieldName()) || name == null) return Optional.empty();
            return Optional.of(new Part(name, part.openStream()));
        } catch (InvalidFileNameException e) {
            return Optional.of(new Part("", InputStream.nullInputStream()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
