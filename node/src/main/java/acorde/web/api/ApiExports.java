package acorde.web.api;

import acorde.exports.Exports;
import acorde.web.returns.ExportFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What may be taken away, for programs: the same files as for officers. */
@Controller
final class ApiExports {
    private final Exports exports;
    private final Clock clock;

    ApiExports(Exports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/api/v1/exports/{file}")
    void file(HttpServletRequest request, HttpServletResponse response, @PathVariable String file) throws IOException {
        var asked = Query.read(request, "code").word("code");
        var code = asked == null ? "" : asked;
        var found = ExportFile.named(file)
                .orElseThrow(() -> Problem.notFound(
                        "There is no such file: name a table and csv, xlsx or json, or " + ExportFile.RESULTS + "."));
        if (!code.isEmpty() && !found.isAboutInitiatives())
            throw Problem.notFound("That table is about no initiative: leave \"code\" out.");
        if (!code.isEmpty() && !exports.knows(code))
            throw Problem.notFound("This node knows no initiative of that code that was announced or agreed.");
        found.send(exports, code, clock.instant(), new ExportFile.Sending(request, response));
    }
}
