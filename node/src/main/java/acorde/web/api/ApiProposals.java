package acorde.web.api;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.ItemKey;
import acorde.compact.Objection;
import acorde.compact.Stood;
import acorde.compact.Word;
import acorde.offices.Officer;
import acorde.web.desk.ActReading;
import acorde.web.desk.Ledger;
import acorde.web.desk.Ledgers;
import acorde.web.desk.Made;
import acorde.web.desk.Refusals;
import acorde.web.words.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Proposals, and what this party says to them. */
@Controller
final class ApiProposals {

    private static final String PROPOSALS = "/api/v1/proposals/";

    private final Compact compact;
    private final Ledgers ledgers;

    ApiProposals(Compact compact, Ledgers ledgers) {
        this.compact = compact;
        this.ledgers = ledgers;
    }

    @GetMapping("/api/v1/proposals")
    ResponseEntity<byte[]> proposals(HttpServletRequest request) {
        var query = Query.read(request, "state", "cursor", "limit");
        var wanted = query.word("state");
        if (wanted != null
                && Arrays.stream(Stood.State.values()).map(Answers::word).noneMatch(wanted::equals))
            throw Problem.unreadable("\"state\" is one of open, in-force, dead, superseded, contested.");
        var ledger = ledgers.read();
        var page = ledger.newest(
                after(query, ledger),
                each -> wanted == null || Answers.word(each.state()).equals(wanted),
                query.limit());
        var body = JsonMapper.shared().createObjectNode();
        var items = body.putArray("items");
        var words =
                ledger.said(page.made().stream().flatMap(ApiProposals::words).toList());
        page.made().forEach(made -> items.add(json(made, words)));
        body.put("next", page.next() == null ? null : Query.cursor(page.next().toString()));
        return Answers.json(request, body);
    }

    private static @Nullable ActId after(Query query, Ledger ledger) {
        if (query.after().isEmpty()) return null;
        try {
            var id = ActId.parse(query.after());
            if (ledger.made(id).isPresent()) return id;
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Query.badCursor();
    }

    @GetMapping("/api/v1/proposals/{party}/{index}")
    ResponseEntity<byte[]> proposal(
            HttpServletRequest request, @PathVariable String party, @PathVariable String index) {
        Query.read(request);
        var ledger = ledgers.read();
        var made = ActReading.id(party, index).flatMap(ledger::made).orElseThrow(ApiProposals::unknown);
        return Answers.json(request, json(made, ledger.said(words(made).toList())));
    }

    private static Problem unknown() {
        return Problem.rule(404, "Not found", "This node knows no such proposal.", "UNKNOWN_PROPOSAL");
    }

    /** The acts by which the parties said their words. */
    private static Stream<ActId> words(Made made) {
        return made.proposal().words().values().stream().map(Word::act);
    }

    private static ObjectNode json(Made made, Map<ActId, Act> acts) {
        var proposal = made.proposal();
        var base = made.base();
        var body = JsonMapper.shared().createObjectNode();
        body.put("id", made.id().toString()).put("item", made.item().toString());
        body.put("base", base == null ? null : "sha256:" + base.hex());
        body.put("text", "sha256:" + proposal.version().hex());
        body.put("by", made.by().value()).put("at", made.act().at().toString());
        body.put("state", Answers.word(made.state()));
        var required = body.putArray("required");
        proposal.required().forEach(code -> required.add(code.value()));
        body.put(
                "withdrawal",
                proposal.withdrawal() == null ? null : proposal.withdrawal().toString());
        body.set("why", made.act().body().path("why"));
        body.set("proposed", made.json());
        var words = body.putArray("words");
        proposal.words().values().forEach(word -> words.add(json(word, Optional.ofNullable(acts.get(word.act())))));
        return body;
    }

    private static ObjectNode json(Word word, Optional<Act> act) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("party", word.act().party().value());
        body.put("word", word instanceof Word.Assent ? "assent" : "refusal");
        body.put("act", word.act().toString());
        body.put("at", act.map(Act::at).map(Object::toString).orElse(null));
        body.set("reservation", act.map(each -> each.body().get("reservation")).orElse(null));
        body.set("reason", act.map(each -> each.body().get("reason")).orElse(null));
        return body;
    }

    @PostMapping("/api/v1/proposals")
    ResponseEntity<byte[]> propose(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var body = Body.read(request, "item", "base", "text", "why");
        var base = body.isNull("base") ? null : body.hash("base");
        var said = compact.propose(officer, item(body.word("item")), base, body.object("text"), body.remark("why"));
        var act = written(request, said);
        var answer = JsonMapper.shared()
                .createObjectNode()
                .put("id", act.id().toString())
                .put("text", "sha256:" + act.hash().hex());
        return Answers.created(PROPOSALS + act.id(), answer);
    }

    private static ItemKey item(String name) {
        try {
            return ItemKey.parse(name);
        } catch (IllegalArgumentException e) {
            throw Problem.rule(422, "No such item", "\"item\": " + e.getMessage() + ".", "UNKNOWN_ITEM");
        }
    }

    @PostMapping("/api/v1/proposals/{party}/{index}/assents")
    ResponseEntity<byte[]> assent(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var body = Body.read(request, "text", "reservation");
        var reservation = body.isNull("reservation") ? null : body.remark("reservation");
        return answer(request, compact.assent(officer, known(party, index), body.hash("text"), reservation));
    }

    @PostMapping("/api/v1/proposals/{party}/{index}/refusals")
    ResponseEntity<byte[]> refuse(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var body = Body.read(request, "reason");
        return answer(request, compact.refuse(officer, known(party, index), body.remark("reason")));
    }

    @PostMapping("/api/v1/proposals/{party}/{index}/withdrawal-requests")
    ResponseEntity<byte[]> askToWithdraw(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var body = Body.read(request, "reason");
        return answer(request, compact.askToWithdraw(officer, known(party, index), body.remark("reason")));
    }

    private static ActId known(String party, String index) {
        return ActReading.id(party, index).orElseThrow(ApiProposals::unknown);
    }

    private static ResponseEntity<byte[]> answer(HttpServletRequest request, Said<Objection> said) {
        var id = written(request, said).id();
        return Answers.created(
                "/api/v1/acts/" + id, JsonMapper.shared().createObjectNode().put("act", id.toString()));
    }

    private static Act written(HttpServletRequest request, Said<Objection> said) {
        return switch (said) {
            case Said.Written<Objection>(var written) -> written.getFirst();
            case Said.Declined<Objection>(var why) -> throw problem(request, why);
        };
    }

    /** The rule's own sentences, in the language the program asks for; English unless it says. */
    private static Problem problem(HttpServletRequest request, Objection why) {
        var words = Answers.words(request);
        var known = words.knows("rule." + why.rule().name());
        var key = "rule." + (known ? why.rule().name() : "OTHER");
        var detail = new StringBuilder(words.say(key)).append(' ').append(words.say(key + ".next"));
        why.about().ifPresent(about -> detail.append(" (").append(about).append(')'));
        why.faults()
                .forEach(fault -> detail.append(' ').append(words.language() == Language.ES ? fault.es() : fault.en()));
        return Problem.rule(
                Refusals.status(why.rule()),
                words.say(key + ".title"),
                detail.toString(),
                why.rule().name());
    }
}
