package acorde.web.paper;

import acorde.offices.Officer;
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
     * What is printed.
     *
     * @param template draws well-formed XHTML of the view
     * @param name of the file, of letters, digits, hyphens and dots
     * @param page the address where it can be read, and printed from the browser
     */
    public record Sheet(String template, Object view, String name, String page) {}

    /** The PDF; a page that says what to do where the sheet is too long for one, or too many are drawn just now. */
    public ResponseEntity<?> pdf(HttpServletRequest request, Officer officer, Sheet sheet) {
        var page = screen.draw(sheet.template(), screen.frame(request), sheet.view());
        if (page.length() > Pdf.LONGEST)
            return screen.page(request, 422, "error", ErrorView.tooLongForPdf(sheet.page()));
        var drawn = pdf.draw(officer.person(), page);
        if (drawn.isEmpty()) return screen.page(request, 503, "error", new ErrorView(503, "", null));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sheet.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(drawn.get());
    }
}
