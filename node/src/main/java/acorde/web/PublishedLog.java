package acorde.web;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.trustlog.Malformed;
import acorde.web.desk.ActReading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

/** This party's log for everybody, where its operator publishes it: commitments and signatures, no content. Nobody is kept waiting here. */
@Controller
final class PublishedLog {
    private static final String LOG = "/log/";

    private final Acts acts;
    private final LogFiles files;

    PublishedLog(Acts acts) {
        this.acts = acts;
        this.files = new LogFiles(acts);
    }

    @GetMapping("/log/checkpoint")
    void checkpoint(HttpServletResponse response) throws IOException {
        LogFiles.note(acts.logs().state(acts.self()).note(), response);
    }

    @GetMapping("/log/tile/**")
    void tile(HttpServletRequest request, HttpServletResponse response) throws IOException {
        files.tile(acts.self(), request.getRequestURI().substring(LOG.length()), response);
    }

    /** Proof that the log begins with this party's assent to the charter: the first thing whoever checks a log wants to see. */
    @GetMapping("/public/log.tlog-proof")
    ResponseEntity<byte[]> proof() {
        return acts.find(new ActId(acts.self(), 0))
                .flatMap(view -> ActReading.proof(acts, view))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"log.tlog-proof\"")
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @ExceptionHandler(Malformed.class)
    void malformed(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
