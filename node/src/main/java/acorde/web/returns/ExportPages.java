package acorde.web.returns;

import acorde.exports.Exports;
import acorde.web.Screen;
import acorde.web.view.ErrorView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What an officer may take away. */
@Controller
final class ExportPages {
    private final Exports exports;
    private final Screen screen;

    ExportPages(Exports exports, Screen screen) {
        this.exports = exports;
        this.screen = screen;
    }

    @GetMapping("/exports")
    ResponseEntity<String> all(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        return code.isEmpty() || exports.knows(code)
                ? screen.page(request, 200, "exports", new ExportsView(code))
                : unknown(request);
    }

    private ResponseEntity<String> unknown(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }

    @GetMapping("/exports/{file}")
    @Nullable
    ResponseEntity<String> file(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String code)
            throws IOException {
        var found = ExportFile.named(file);
        if (found.isEmpty() || !(code.isEmpty() || found.get().isAboutInitiatives() && exports.knows(code)))
            return unknown(request);
        var now = screen.frame(request).formats().now();
        found.get().send(exports, code, now, new ExportFile.Sending(request, response));
        return null;
    }
}
