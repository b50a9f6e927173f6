package acorde.web.desk;

import acorde.files.Announced;
import acorde.files.Attachment;
import acorde.files.Files;
import acorde.files.Put;
import acorde.files.Went;
import acorde.offices.Officer;
import acorde.web.Screen;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file that a page sends part by part, so that it goes on after a cut. Speaks with the page's script, in its language. */
@Controller
final class FileParts {
    private final Files files;
    private final Screen screen;

    FileParts(Files files, Screen screen) {
        this.files = files;
        this.screen = screen;
    }

    /** How far it has come; nothing of it, if nothing is here. */
    @GetMapping("/files/parts/{key}")
    ResponseEntity<byte[]> stands(@AuthenticationPrincipal Officer officer, @PathVariable String key) {
        return answer(
                200,
                files.sent(officer.person(), key)
                        .flatMap(FileAnswers::stands)
                        .orElseGet(() -> JsonMapper.shared().createObjectNode().put("size", 0)));
    }

    @PostMapping("/files/parts")
    ResponseEntity<byte[]> part(HttpServletRequest request, @AuthenticationPrincipal Officer officer)
            throws IOException {
        var name = FileAnswers.name(request);
        var go = FileAnswers.go(request);
        if (name.isEmpty() || go.isEmpty()) return declined(request, 400, "file.refused.NONE", "");
        if (request.getContentLengthLong() > Attachment.LIMIT) return declined(request, Put.Why.TOO_LARGE);
        var went = files.go(officer, Announced.as(name.get()), go.get(), request.getInputStream());
        if (went instanceof Went.Ended(Put.Refused(var why))) return declined(request, why);
        return answer(
                went instanceof Went.Ended ? 201 : 202, FileAnswers.stands(went).orElseThrow());
    }

    /** Also for the form of the page, which leads back to it. */
    @PostMapping("/files/parts/{key}/drop")
    ResponseEntity<String> drop(@AuthenticationPrincipal Officer officer, @PathVariable String key) {
        files.drop(officer.person(), key);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Links.FILES))
                .build();
    }

    private ResponseEntity<byte[]> declined(HttpServletRequest request, Put.Why why) {
        return declined(request, FileAnswers.status(why), FileAnswers.key(why), why.name());
    }

    private ResponseEntity<byte[]> declined(
            HttpServletRequest request, int status, String key, String rule) { // as an answer is
        return answer(
                status,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("why", screen.frame(request).say(key))
                        .put("rule", rule));
    }

    private static ResponseEntity<byte[]> answer(int status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonMapper.shared().writeValueAsBytes(body));
    }
}
