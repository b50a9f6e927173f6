package acorde.web.paper;

import acorde.documents.Checked;
import acorde.documents.Documents;
import acorde.web.Screen;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a check code stands for. For officers of any party and nobody else: the figures of a paper are of acts between the parties, and the
 * public is shown red only on the ladder's last rung (CO-5).
 */
@Controller
final class CheckPage {
    /** Characters of what was typed that the page gives back. */
    private static final int SHOWN = 80;

    private final Documents documents;
    private final PaperWords words;
    private final Screen screen;

    CheckPage(Documents documents, PaperWords words, Screen screen) {
        this.documents = documents;
        this.words = words;
        this.screen = screen;
    }

    @GetMapping("/check")
    ResponseEntity<String> check(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        var frame = screen.frame(request);
        var now = frame.formats().now();
        var typed = code.strip();
        var found = typed.isEmpty()
                ? null
                : switch (documents.check(typed, now)) {
                    case Checked.Found paper -> words.found(paper, LocalDate.ofInstant(now, ZoneOffset.UTC), frame);
                    case Checked.Unknown() -> null;
                };
        var view = new CheckView(typed.length() > SHOWN ? typed.substring(0, SHOWN) : typed, found);
        return screen.page(request, view.isUnknown() ? 404 : 200, "check", view);
    }
}
