package acorde.web.desk;

import acorde.acts.Acts;
import acorde.files.Announced;
import acorde.files.Files;
import acorde.files.Kept;
import acorde.files.Put;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.web.Download;
import acorde.web.Screen;
import acorde.web.UploadForm;
import acorde.web.view.ErrorView;
import acorde.web.view.FileLine;
import acorde.web.view.FilesView;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Files of acts, and those an officer has lying ready for one. */
@Controller
final class FilePages {
    private final Acts acts;
    private final Files files;
    private final Offices offices;
    private final Screen screen;

    FilePages(Acts acts, Files files, Offices offices, Screen screen) {
        this.acts = acts;
        this.files = files;
        this.offices = offices;
        this.screen = screen;
    }

    @GetMapping("/files")
    ResponseEntity<String> ready(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        return ready(request, officer, 200, "");
    }

    private ResponseEntity<String> ready(
            HttpServletRequest request, Officer officer, int status, String declined) { // as a page is
        var ready = files.uploads(officer.person());
        var sent = FileAnswers.number(String.valueOf(request.getParameter("sent")));
        var said = ready.stream()
                .filter(each -> sent.isPresent() && each.id() == sent.get())
                .findFirst()
                .orElse(null);
        return screen.page(
                request, status, "files", new FilesView(ready, files.begun(officer.person()), said, declined));
    }

    @PostMapping("/files")
    ResponseEntity<String> send(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        if (UploadForm.isTooLarge(request)) return ready(request, officer, 413, FileAnswers.key(Put.Why.TOO_LARGE));
        var part = UploadForm.file(request);
        if (part.isEmpty()) return ready(request, officer, 422, "file.refused.NONE");
        return switch (files.put(
                officer, Announced.as(part.get().name()), part.get().content())) {
            case Put.Ready(var upload) -> see(Links.FILES + "?sent=" + upload.id());
            case Put.Refused(var why) -> ready(request, officer, FileAnswers.status(why), FileAnswers.key(why));
        };
    }

    private static ResponseEntity<String> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    @PostMapping("/files/{upload}/drop")
    ResponseEntity<String> drop(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String upload) {
        if (FileAnswers.number(upload)
                .filter(id -> files.drop(officer.person(), id))
                .isEmpty()) return ready(request, officer, 404, "file.refused.UNKNOWN");
        return see(Links.FILES);
    }

    /** The file, if this reader may read its act; else a page that says what is missing. */
    @GetMapping("/files/{party}/{index}/{number}")
    @Nullable
    ResponseEntity<String> file( // whose request, and the parts of the path
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @PathVariable String number)
            throws IOException {
        var kept = find(officer, party, index, number);
        if (kept.isEmpty()) return screen.page(request, 404, "error", new ErrorView(404, "", null));
        var line = new FileLine(kept.get().named().act().toString(), kept.get());
        if (!line.whole()) return screen.page(request, 404, "file", line);
        offices.journal().writeOnceADay(FileAnswers.taken(officer, kept.get()));
        Download.write(files, kept.get(), request, response);
        return null;
    }

    private Optional<Kept> find(Officer officer, String party, String index, String number) { // the parts of the path
        return ActReading.id(party, index)
                .flatMap(acts::find)
                .filter(view -> ActReading.mayRead(acts, view, officer))
                .flatMap(view -> FileAnswers.find(files, view.id(), number));
    }
}
