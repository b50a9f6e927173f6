package acorde.web.imports;

import acorde.exchange.Exchange;
import acorde.exchange.Texts;
import acorde.imports.Candidate;
import acorde.imports.Imports;
import acorde.imports.Reader;
import acorde.imports.Reading;
import acorde.offices.Officer;
import acorde.sheets.Format;
import acorde.web.Screen;
import acorde.web.UploadForm;
import acorde.web.view.ErrorView;
import acorde.web.view.Links;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A file of MISP, or a table, is looked at; then what can be taken of it waits among the drafts of the office. */
@Controller
final class ImportPages {
    private final Imports imports;
    private final Exchange exchange;
    private final Screen screen;
    private final Clock clock;

    ImportPages(Imports imports, Exchange exchange, Screen screen, Clock clock) {
        this.imports = imports;
        this.exchange = exchange;
        this.screen = screen;
        this.clock = clock;
    }

    @GetMapping("/exchange/import")
    ResponseEntity<String> begin(HttpServletRequest request) {
        return page(request, 200, new ImportsView("", 0, null));
    }

    private ResponseEntity<String> page(HttpServletRequest request, int status, ImportsView view) {
        return screen.page(request, status, "exchange/imports", view);
    }

    private ResponseEntity<String> declined(HttpServletRequest request, int status, String key) {
        return page(request, status, new ImportsView(key, 0, null));
    }

    @GetMapping("/exchange/import/template.csv")
    ResponseEntity<byte[]> template(HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, Format.CSV.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + screen.frame(request).say("imports.template.name") + ".csv\"")
                .body(Imports.template(language(request)));
    }

    private static Texts.Language language(HttpServletRequest request) {
        return Screen.language(request) == Language.EN ? Texts.Language.EN : Texts.Language.ES;
    }

    @PostMapping("/exchange/import")
    ResponseEntity<String> look(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        if (UploadForm.isLongerThan(request, Imports.BYTES)) return declined(request, 413, "imports.why.TOO_LARGE");
        var part = UploadForm.file(request);
        if (part.isEmpty()) return declined(request, 422, "file.refused.NONE");
        var table = part.get().name().toLowerCase(Locale.ROOT).endsWith(".csv");
        try {
            var file = part.get().content().readNBytes(Imports.BYTES + 1);
            return look(request, officer, table ? Imports.Kind.CSV : Imports.Kind.MISP, file);
        } catch (IOException e) {
            return declined(request, 400, "file.refused.NONE");
        }
    }

    private Optional<Reading> read( // a file, and whose
            HttpServletRequest request, Officer officer, Imports.Kind kind, byte[] file) {
        var reader = new Reader(language(request), exchange.exercise(), exchange.purposes(officer));
        return imports.read(officer, kind, file, reader);
    }

    private ResponseEntity<String> look( // as above
            HttpServletRequest request, Officer officer, Imports.Kind kind, byte[] file) {
        var reading = read(request, officer, kind, file);
        if (reading.isEmpty()) return screen.page(request, 503, "error", new ErrorView(503, "", null));
        return switch (reading.get()) {
            case Reading.Not(var why) -> declined(request, 422, "imports.why." + why.name());
            case Reading.Read(var candidates) -> {
                var content = Base64.getUrlEncoder().withoutPadding().encodeToString(file);
                var preview = new ImportsView.Preview(kind, content, candidates);
                yield page(request, 200, new ImportsView("", 0, preview));
            }
        };
    }

    @PostMapping("/exchange/import/drafts")
    ResponseEntity<String> keep(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String content) { // the fields of the form
        byte[] file;
        try {
            file = Base64.getUrlDecoder().decode(content);
        } catch (IllegalArgumentException _) {
            return declined(request, 422, "file.refused.NONE");
        }
        var read = kind.equals(Imports.Kind.CSV.name()) ? Imports.Kind.CSV : Imports.Kind.MISP;
        var reading = read(request, officer, read, file);
        if (reading.isEmpty()) return screen.page(request, 503, "error", new ErrorView(503, "", null));
        return switch (reading.get()) {
            case Reading.Not(var why) -> declined(request, 422, "imports.why." + why.name());
            case Reading.Read(var candidates) -> keep(request, officer, candidates);
        };
    }

    private ResponseEntity<String> keep(HttpServletRequest request, Officer officer, List<Candidate> candidates) {
        var over = imports.bring(officer, candidates, clock.instant());
        if (over > 0) return page(request, 422, new ImportsView("", over, null));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Links.EXCHANGE))
                .build();
    }
}
