package acorde.web.desk;

import acorde.finding.Finding;
import acorde.finding.Task;
import acorde.offices.Officer;
import acorde.web.Screen;
import acorde.web.view.WorkView;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What awaits the reader, by when it is due, and what they left written. */
@Controller
final class WorkPage {
    private static final int LINES = 100;

    private final Finding finding;
    private final Screen screen;

    WorkPage(Finding finding, Screen screen) {
        this.finding = finding;
        this.screen = screen;
    }

    @GetMapping("/work")
    ResponseEntity<String> work(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var frame = screen.frame(request);
        var today = frame.formats().today();
        var work = finding.work(officer, today);
        var lines = Task.first(LINES, work).stream()
                .map(task -> Findings.line(task, frame, today))
                .toList();
        var begun = finding
                .unsigned()
                .left(officer.person(), "", frame.formats().now())
                .stream()
                .map(Findings::begun)
                .toList();
        return screen.page(request, 200, "work", new WorkView(lines, work.size(), begun));
    }
}
