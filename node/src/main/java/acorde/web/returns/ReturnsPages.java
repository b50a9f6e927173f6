package acorde.web.returns;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.files.Announced;
import acorde.files.Files;
import acorde.files.Put;
import acorde.files.Upload;
import acorde.monitoring.Saying;
import acorde.offices.Officer;
import acorde.returns.Language;
import acorde.returns.Preview;
import acorde.returns.Returns;
import acorde.returns.Returns.Entered;
import acorde.returns.Returns.Looked;
import acorde.returns.Unreadable;
import acorde.sheets.Format;
import acorde.web.Flow;
import acorde.web.Screen;
import acorde.web.UploadForm;
import acorde.web.desk.ActReading;
import acorde.web.desk.FileAnswers;
import acorde.web.desk.Refusals;
import acorde.web.view.ErrorView;
import acorde.web.view.Links;
import acorde.web.view.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A return by spreadsheet: the template, the file that comes back, what it would say, and having it said. */
@Controller
final class ReturnsPages {
    private final Acts acts;
    private final Returns returns;
    private final Files files;
    private final Screen screen;

    ReturnsPages(Acts acts, Returns returns, Files files, Screen screen) {
        this.acts = acts;
        this.returns = returns;
        this.files = files;
        this.screen = screen;
    }

    @GetMapping("/returns")
    ResponseEntity<String> begin(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last) {
        var said = Stream.of(first, last).flatMap(id -> own(id).stream()).toList();
        return begin(request, 200, "", said.size() == 2 ? said : List.of());
    }

    /** A report of this party, so that no link can have a page claim what was never said. */
    private Optional<String> own(String id) {
        var parts = id.split("/", 2);
        return parts.length < 2
                ? Optional.empty()
                : ActReading.id(parts[0], parts[1])
                        .filter(act -> act.party().equals(acts.self()))
                        .flatMap(acts::act)
                        .filter(act -> act.kind().equals(Saying.REPORTED))
                        .map(act -> act.id().toString());
    }

    private ResponseEntity<String> begin(
            HttpServletRequest request, int status, String declined, List<String> said) { // as a page is
        return screen.page(request, status, "returns", new ReturnsView(declined, said));
    }

    @GetMapping("/returns/template.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        template(Format.CSV, request, response);
    }

    @GetMapping("/returns/template.xlsx")
    void xlsx(HttpServletRequest request, HttpServletResponse response) throws IOException {
        template(Format.XLSX, request, response);
    }

    private void template(Format format, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = screen.frame(request);
        var today = frame.formats().today();
        var name = frame.say("returns.template.name", acts.self(), today) + "." + format.ending();
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (request.getMethod().equals("GET"))
            Flow.send(
                    response,
                    Flow.ROWS,
                    out -> returns.template(
                            format, Language.valueOf(frame.language().name()), today, out));
    }

    @PostMapping("/returns")
    ResponseEntity<String> send(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var frame = screen.frame(request);
        var words = new ReturnWords(frame);
        if (UploadForm.isLongerThan(request, Returns.BYTES))
            return begin(request, 413, words.why(new Unreadable(Unreadable.Why.TOO_LARGE, List.of())), List.of());
        var part = UploadForm.file(request);
        if (part.isEmpty()) return begin(request, 422, frame.say("file.refused.NONE"), List.of());
        return switch (files.put(
                officer, Announced.as(part.get().name()), part.get().content())) {
            case Put.Ready(var upload) -> see(Links.preview(upload.id()));
            case Put.Refused(var why) -> {
                // Of all that can go with an act, only sheets are read here.
                var key = why == Put.Why.TYPE ? "returns.refused.TYPE" : FileAnswers.key(why);
                yield begin(request, FileAnswers.status(why), frame.say(key), List.of());
            }
        };
    }

    private static ResponseEntity<String> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    @GetMapping("/returns/{upload}")
    ResponseEntity<String> preview(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String upload) {
        var sent = sent(officer, upload);
        if (sent.isEmpty()) return gone(request);
        var today = screen.frame(request).formats().today();
        return page(request, sent.get(), returns.look(officer, sent.get().id(), today));
    }

    private Optional<Upload> sent(Officer officer, String upload) {
        return files.uploads(officer.person()).stream()
                .filter(each -> Long.toString(each.id()).equals(upload))
                .findFirst();
    }

    private ResponseEntity<String> gone(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }

    private ResponseEntity<String> page(HttpServletRequest request, Upload sent, Looked looked) {
        var words = new ReturnWords(screen.frame(request));
        return switch (looked) {
            case Looked.Seen(var preview) -> page(request, sent, preview, null);
            case Looked.Unread(var why) ->
                screen.page(
                        request,
                        422,
                        "return",
                        new PreviewView(
                                sent.id(),
                                sent.file().name(),
                                hash(sent),
                                words.why(why),
                                List.of(),
                                0,
                                0,
                                0,
                                List.of(),
                                0,
                                null));
            case Looked.Gone _ -> gone(request);
            case Looked.Busy _ -> screen.page(request, 503, "error", new ErrorView(503, "", null));
        };
    }

    private ResponseEntity<String> page( // what was found in which file
            HttpServletRequest request, Upload sent, Preview preview, @Nullable Refusal refusal) {
        var words = new ReturnWords(screen.frame(request));
        var status = refusal != null ? 409 : preview.wrong() > 0 ? 422 : 200;
        var view = new PreviewView(
                sent.id(),
                sent.file().name(),
                hash(sent),
                "",
                preview.changes().stream()
                        .limit(PreviewView.SHOWN)
                        .map(words::change)
                        .toList(),
                preview.changes().size(),
                preview.unchanged(),
                preview.rows(),
                preview.faults().stream().map(words::flaw).toList(),
                preview.wrong(),
                refusal);
        return screen.page(request, status, "return", view);
    }

    private static String hash(Upload sent) {
        return sent.file().sha256().hex().substring(0, 12);
    }

    @PostMapping("/returns/{upload}")
    ResponseEntity<String> enter(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String upload) {
        var sent = sent(officer, upload);
        if (sent.isEmpty()) return gone(request);
        var today = screen.frame(request).formats().today();
        return switch (returns.enter(officer, sent.get().id(), today)) {
            case Entered.Done(var said) ->
                see(Links.returned(id(said.getFirst().id()), id(said.getLast().id())));
            case Entered.Not(var looked) -> page(request, sent.get(), looked);
            case Entered.Declined(var preview, var why) ->
                page(request, sent.get(), preview, Refusals.view(why, acts.self()));
        };
    }

    private static String id(ActId act) {
        return act.toString();
    }
}
