package acorde.web.api;

import acorde.acts.Acts;
import acorde.files.Announced;
import acorde.files.Attachment;
import acorde.files.Files;
import acorde.files.Kept;
import acorde.files.Put;
import acorde.files.Went;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.trustlog.Hash;
import acorde.web.Download;
import acorde.web.desk.ActReading;
import acorde.web.desk.FileAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Files of acts, and those that lie ready for one. */
@Controller
final class ApiFiles {
    private static final List<String> GOES = List.of("Upload-Key", "Upload-Offset", "Upload-Length");

    private final Acts acts;
    private final Files files;
    private final Offices offices;

    ApiFiles(Acts acts, Files files, Offices offices) {
        this.acts = acts;
        this.files = files;
        this.offices = offices;
    }

    @GetMapping("/api/v1/files")
    ResponseEntity<byte[]> ready(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        Query.read(request);
        var body = JsonMapper.shared().createObjectNode();
        var items = body.putArray("items");
        files.uploads(officer.person()).forEach(upload -> items.add(FileAnswers.json(upload)));
        var begun = body.putArray("begun");
        files.begun(officer.person()).forEach(each -> begun.add(FileAnswers.json(each)));
        return Answers.json(request, body);
    }

    @GetMapping("/api/v1/files/parts/{key}")
    ResponseEntity<byte[]> part(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String key) {
        Query.read(request);
        return Answers.json(
                request,
                files.sent(officer.person(), key).flatMap(FileAnswers::stands).orElseThrow(ApiFiles::noPart));
    }

    @PostMapping("/api/v1/files/parts/{key}/drop")
    ResponseEntity<Void> drop(@AuthenticationPrincipal Officer officer, @PathVariable String key) {
        if (!files.drop(officer.person(), key)) throw noPart();
        return ResponseEntity.noContent().build();
    }

    private static Problem noPart() {
        return Problem.notFound(
                "Nothing of yours is on its way under this key, and nothing lies ready that came under it.");
    }

    /** The body is the file, whatever its type is called; its name stands in a header, percent-encoded. */
    @PostMapping("/api/v1/files")
    ResponseEntity<byte[]> send(HttpServletRequest request, @AuthenticationPrincipal Officer officer)
            throws IOException {
        // Such a body is read as fields before anybody sees it; it is what some programs say of any body.
        if (String.valueOf(request.getContentType()).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE))
            throw Problem.of(415, "A form", "Send the file as Content-Type: application/octet-stream.");
        if (request.getContentLengthLong() > Attachment.LIMIT) throw refused(request, Put.Why.TOO_LARGE);
        return switch (went(request, officer)) {
            case Went.Ended(Put.Ready(var upload)) -> Answers.created("/api/v1/files", FileAnswers.json(upload));
            case Went.Ended(Put.Refused(var why)) -> throw refused(request, why);
            case Went.Further further ->
                ResponseEntity.accepted()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(JsonMapper.shared()
                                .writeValueAsBytes(FileAnswers.stands(further).orElseThrow()));
        };
    }

    private Went went(HttpServletRequest request, Officer officer) throws IOException {
        var name = FileAnswers.name(request)
                .orElseThrow(() -> Problem.unreadable(
                        "The header File-Name holds the file's name, as UTF-8 and percent-encoded."));
        var file = new Announced(name, sha256(request.getHeader("File-Sha256")));
        if (GOES.stream().allMatch(header -> request.getHeader(header) == null))
            return new Went.Ended(files.put(officer, file, request.getInputStream()));
        var go = FileAnswers.go(request)
                .orElseThrow(() -> Problem.unreadable(
                        "The header Upload-Key holds 1 to 64 letters, digits and hyphens, Upload-Offset the byte at which this"
                                + " go begins, and Upload-Length the bytes of the whole file."));
        return files.go(officer, file, go, request.getInputStream());
    }

    private static @Nullable Hash sha256(@Nullable String header) {
        try {
            return header == null ? null : Hash.ofHex(header);
        } catch (IllegalArgumentException _) {
            throw Problem.unreadable(
                    "The header File-Sha256 holds the SHA-256 of the whole file, as 64 hexadecimal digits.");
        }
    }

    private static Problem refused(HttpServletRequest request, Put.Why why) {
        var words = Answers.words(request);
        return Problem.rule(
                FileAnswers.status(why), words.say("file.refused"), words.say(FileAnswers.key(why)), why.name());
    }

    @GetMapping("/api/v1/files/{party}/{index}/{number}")
    void file( // whose request, and the parts of the path
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index,
            @PathVariable String number)
            throws IOException {
        var kept = ActReading.id(party, index)
                .flatMap(acts::find)
                .filter(view -> ActReading.mayRead(acts, view, officer))
                .flatMap(view -> FileAnswers.find(files, view.id(), number))
                .orElseThrow(() -> Problem.notFound("This node has no such file, or none that this office may read."));
        whole(kept);
        offices.journal().writeOnceADay(FileAnswers.taken(officer, kept));
        Download.write(files, kept, request, response);
    }

    /** A file that can be given out. @throws Problem if not all of it is here */
    static Kept whole(Kept kept) {
        if (kept.state() == Kept.State.WHOLE) return kept;
        throw Problem.rule(
                404,
                "Not here",
                "Not all of this file is here, or it is not what its act says: see the state of the act's files.",
                kept.state().name());
    }

    /**
     * The files that a body names. Each lies ready for this officer: an act that names others promises bytes that
     * nobody has.
     */
    static List<Attachment> ready(Files files, Officer officer, List<Attachment> named) {
        if (named.isEmpty()) return List.of();
        var ready = files.uploads(officer.person());
        return named.stream()
                .map(file -> ready.stream()
                        .filter(upload -> upload.file().equals(file))
                        .findFirst()
                        .flatMap(upload -> files.choose(officer.person(), upload.id()))
                        .orElseThrow(() -> Problem.of(
                                422,
                                "Not ready",
                                "Nothing lies ready for you that is " + file.name() + " as it is named here. Send it"
                                        + " with POST /api/v1/files and name it as the answer does.")))
                .toList();
    }

    /** The files of an act, with how they stand here. */
    static ArrayNode json(List<Kept> kept) {
        var array = JsonMapper.shared().createArrayNode();
        for (var each : kept) {
            var file = array.addObject();
            file.put("number", each.named().number())
                    .put("name", each.file().name())
                    .put("type", each.file().type().mediaType())
                    .put("size", each.file().size())
                    .put("sha256", each.file().sha256().hex())
                    .put("state", Answers.word(each.state()))
                    .put("here", each.here())
                    .put("chunks", each.file().chunks().size());
            if (!each.handed().isEmpty()) {
                var handed = file.putArray("handed");
                for (var one : each.handed())
                    handed.addObject()
                            .put("party", one.party().value())
                            .put("chunks", one.chunks())
                            .put("at", one.at() == null ? null : one.at().toString());
            }
        }
        return array;
    }
}
