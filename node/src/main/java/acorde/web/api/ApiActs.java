package acorde.web.api;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.ActView;
import acorde.acts.Acts;
import acorde.acts.ReadingRoom;
import acorde.files.Files;
import acorde.offices.Officer;
import acorde.trust.Place;
import acorde.trust.StoredEntry;
import acorde.web.desk.ActReading;
import acorde.web.desk.FileAnswers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Acts as they stand in the logs, with their proofs. */
@Controller
final class ApiActs {
    private final Acts acts;
    private final Files files;

    ApiActs(Acts acts, Files files) {
        this.acts = acts;
        this.files = files;
    }

    @GetMapping("/api/v1/acts")
    ResponseEntity<byte[]> acts(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var query = Query.read(request, "party", "from", "limit");
        var asked = query.word("party");
        var party = acts.logs().charter().places().stream()
                .map(Place::party)
                .filter(code -> code.value().equals(asked == null ? acts.self().value() : asked))
                .findFirst()
                .orElseThrow(() -> Problem.unreadable("\"party\" is the code of none of the parties."));
        var from = query.number("from", 0);
        var size = acts.logs().state(party).size();
        var to = Math.min(size, from + query.limit());
        var body = JsonMapper.shared().createObjectNode();
        body.put("party", party.value()).put("size", size).put("from", from);
        var list = body.putArray("acts");
        var next = from;
        ReadingRoom.enter();
        for (var entry : from < to ? acts.logs().entries(party, from, to) : java.util.List.<StoredEntry>of()) {
            next = entry.index() + 1; // a page of large acts ends before its limit
            var id = new ActId(party, entry.index());
            var act = acts.read(id, entry).filter(said -> ActReading.mayRead(acts, said, officer));
            var kept = act.isEmpty() && !party.equals(acts.self()) && entry.state() != StoredEntry.State.MISSING;
            list.add(summary(id, kept ? ActReading.notForUs(entry) : entry, act));
        }
        body.put("next", next < size && from < to ? next : null);
        return Answers.json(request, body);
    }

    private static ObjectNode summary(ActId id, StoredEntry entry, Optional<Act> act) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("id", id.toString()).put("state", state(entry, act));
        act.ifPresent(said -> {
            body.put("hash", "sha256:" + said.hash().hex());
            body.put("kind", said.kind())
                    .put("office", said.office())
                    .put("at", said.at().toString());
            var to = body.putArray("to");
            said.to().forEach(party -> to.add(party.value()));
            var after = body.putArray("after");
            said.after().forEach(before -> after.add(before.toString()));
        });
        return body;
    }

    /**
     * {@code open}, {@code missing}, {@code not-for-us}, which also another party's act that this office may not read is told to be;
     * {@code closed} for one of this party's.
     */
    private static String state(StoredEntry entry, Optional<Act> act) {
        if (entry.state() == StoredEntry.State.OPEN && act.isEmpty()) return "closed";
        return Answers.word(entry.state());
    }

    @GetMapping("/api/v1/acts/{party}/{index}")
    ResponseEntity<byte[]> act(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        Query.read(request);
        var view = find(officer, party, index);
        var body = summary(view.id(), view.entry(), view.act());
        view.act().ifPresent(act -> body.set("body", act.body()));
        body.put("verdict", verdict(view));
        body.put("rule", view.rejected().orElse(null));
        body.put("waitsFor", view.waitsFor().map(ActId::toString).orElse(null));
        body.set("files", ApiFiles.json(FileAnswers.of(files, view)));
        var receipts = body.putArray("receipts");
        view.receipts().forEach(receipt -> receipts.add(ApiPartners.receipt(receipt)));
        return Answers.json(request, body);
    }

    private static String verdict(ActView view) {
        if (view.rejected().isPresent()) return "rejected";
        if (view.waitsFor().isPresent()) return "waiting";
        return view.act().isPresent() ? "accepted" : "unknown";
    }

    private ActView find(Officer officer, String party, String index) {
        return ActReading.id(party, index)
                .flatMap(id -> ActReading.find(acts, id, officer))
                .orElseThrow(() -> Problem.notFound("This node has no such act, or none that this office may read."));
    }

    /** The exact bytes that were signed; their SHA-256 is the hash of the act. */
    @GetMapping("/api/v1/acts/{party}/{index}/raw")
    ResponseEntity<byte[]> raw(
            @AuthenticationPrincipal Officer officer, @PathVariable String party, @PathVariable String index) {
        var bytes = find(officer, party, index).entry().act();
        if (bytes == null) throw Problem.notFound("The content of this act is not here.");
        return file(bytes, MediaType.APPLICATION_JSON, party + "-" + index + ".json");
    }

    @GetMapping("/api/v1/acts/{party}/{index}/proof")
    ResponseEntity<byte[]> proof(
            @AuthenticationPrincipal Officer officer, @PathVariable String party, @PathVariable String index) {
        var view = find(officer, party, index);
        var proof = ActReading.proof(acts, view)
                .orElseThrow(() -> Problem.notFound("No checkpoint stored here covers this act yet."));
        return file(proof, MediaType.TEXT_PLAIN, party + "-" + index + ".tlog-proof");
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(bytes);
    }
}
