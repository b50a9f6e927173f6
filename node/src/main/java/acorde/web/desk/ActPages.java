package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.ActView;
import acorde.acts.Acts;
import acorde.files.Files;
import acorde.offices.Officer;
import acorde.trust.StoredEntry;
import acorde.trustlog.Checkpoint;
import acorde.web.Screen;
import acorde.web.view.Change;
import acorde.web.view.Chord;
import acorde.web.view.ErrorView;
import acorde.web.view.FileLine;
import acorde.web.view.Frame;
import acorde.web.view.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One act: who said it, to whom, who has it, its exact bytes and its proof. */
@Controller
final class ActPages {
    /** Where the commitment stands in an entry; see spec/log.md. */
    private static final int COMMITMENT_FROM = 1;

    private static final int COMMITMENT_TO = 33;

    private final Acts acts;
    private final Files files;
    private final Saids saids;
    private final Telling telling;
    private final Screen screen;

    ActPages(Acts acts, Files files, Saids saids, Telling telling, Screen screen) { // doors and pens
        this.acts = acts;
        this.files = files;
        this.saids = saids;
        this.telling = telling;
        this.screen = screen;
    }

    @GetMapping("/acts/{party}/{index}")
    ResponseEntity<String> act(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var found = find(party, index, officer);
        if (found.isEmpty()) return missing(request);
        var frame = screen.frame(request);
        return screen.page(request, 200, "act", view(found.get(), frame));
    }

    private Optional<ActView> find(String party, String index, Officer officer) {
        return ActReading.id(party, index).flatMap(id -> ActReading.find(acts, id, officer));
    }

    private ResponseEntity<String> missing(HttpServletRequest request) {
        return screen.page(request, 404, "error", new ErrorView(404, "", null));
    }

    private acorde.web.view.ActView view(ActView view, Frame frame) {
        var id = view.id();
        var act = view.act();
        var bytes = view.entry().act();
        var entry = view.entry().entry();
        var note = acts.logs().state(id.party()).note();
        return new acorde.web.view.ActView(
                change(view, frame),
                act.map(Act::kind).orElse(""),
                act.map(said -> saids.office(said, frame.language())).orElse(""),
                act.map(saids::addressees).orElse(List.of()),
                act.map(said -> said.after().stream().map(ActId::toString).toList())
                        .orElse(List.of()),
                act.map(new Deliveries(acts)::of).orElseGet(() -> new Chord(Chord.Matter.DELIVERY, List.of())),
                id.index(),
                note == null ? 0 : Checkpoint.parse(note.text()).size(),
                java.util.HexFormat.of().formatHex(entry, COMMITMENT_FROM, COMMITMENT_TO),
                bytes == null ? 0 : bytes.length,
                bytes == null ? null : new String(bytes, StandardCharsets.UTF_8),
                view.entry().state() == StoredEntry.State.MISSING,
                view.rejected().orElse(""),
                FileAnswers.of(files, view).stream()
                        .map(kept -> new FileLine(id.toString(), kept))
                        .toList());
    }

    private Change change(ActView view, Frame frame) {
        return view.act()
                .map(act -> view.rejected().isPresent() || view.waitsFor().isPresent()
                        ? Telling.withoutEffect(act)
                        : telling.tell(act, frame.language(), null))
                .orElseGet(() -> new Change(
                        Change.Event.OTHER,
                        Instant.EPOCH,
                        view.id().party().value(),
                        view.id().toString(),
                        "",
                        "",
                        "",
                        null));
    }

    /** The exact bytes; what another party wrote is never shown as a page of ours. */
    @GetMapping("/acts/{party}/{index}/raw")
    ResponseEntity<?> raw(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var bytes = find(party, index, officer).map(ActView::entry).flatMap(ActPages::content);
        if (bytes.isEmpty()) return missing(request);
        return file(bytes.get(), MediaType.APPLICATION_JSON, party + "-" + index + ".json");
    }

    private static Optional<byte[]> content(StoredEntry entry) {
        return Optional.ofNullable(entry.act());
    }

    @GetMapping("/acts/{party}/{index}/proof")
    ResponseEntity<?> proof(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var found = find(party, index, officer);
        var proof = found.flatMap(view -> ActReading.proof(acts, view));
        if (proof.isEmpty()) return missing(request);
        return file(
                proof.get(),
                MediaType.TEXT_PLAIN,
                Links.proofFile(found.orElseThrow().id().toString()));
    }

    static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(bytes);
    }
}
