package acorde.web.paper;

import acorde.web.Screen;
import acorde.web.view.ErrorView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with what a template draws, in the reader's language, as a PDF to be saved. */
public final class Printing {
    private final Pdf pdf;
    private final Screen screen;

    Printing(Pdf pdf, Screen screen) {
        this.pdf = pdf;
        this.screen = screen;
    }

    /**
     * The PDF; a page that says so where the sheet is too long for one, or too many are drawn just now.
     *
     * @param template draws well-formed XHTML
     * @param name of the file, of letters, digits, hyphens and dots
     */
    public ResponseEntity<?> pdf(HttpServletRequest request, String template, Object view, String name) {
        var page = screen.draw(template, screen.frame(request), view);
        if (page.length() > Pdf.LONGEST) return screen.page(request, 406, "error", new ErrorView(406, "", null));
        var drawn = pdf.draw(page);
        if (drawn.isEmpty()) return screen.page(request, 503, "error", new ErrorView(503, "", null));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(drawn.get());
    }
}
