package acorde.web.api;

import acorde.compact.Founding;
import acorde.groups.Groups;
import acorde.groups.Owed;
import acorde.web.desk.Tables;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Working groups with their mandates, and the actions that follow from their decisions. */
@Controller
final class ApiGroups {
    private final Groups groups;
    private final Tables tables;
    private final Founding founding;

    ApiGroups(Groups groups, Tables tables, Founding founding) {
        this.groups = groups;
        this.tables = tables;
        this.founding = founding;
    }

    @GetMapping("/api/v1/groups")
    ResponseEntity<byte[]> groups(HttpServletRequest request) {
        Query.read(request);
        var body = JsonMapper.shared().createObjectNode();
        var items = body.putArray("items");
        tables.all().forEach(known -> items.add(json(known)));
        return Answers.json(request, body);
    }

    @GetMapping("/api/v1/groups/{code}")
    ResponseEntity<byte[]> group(HttpServletRequest request, @PathVariable String code) {
        Query.read(request);
        return Answers.json(
                request, json(tables.find(code).orElseThrow(() -> Problem.notFound("This node knows no such group."))));
    }

    private ObjectNode json(Tables.Known known) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("code", known.code()).put("item", known.key().toString());
        body.put("standing", known.standing().toLowerCase(Locale.ROOT));
        body.put("consented", known.consented());
        body.put("version", known.version().isEmpty() ? null : known.version());
        body.put(
                "proposal",
                tables.open(known.key())
                        .map(stood -> stood.proposal().act().toString())
                        .orElse(null));
        body.set("text", known.text().toJson());
        var required = body.putArray("required");
        founding.concerned(known.key()).forEach(party -> required.add(party.value()));
        return body;
    }

    @GetMapping("/api/v1/actions")
    ResponseEntity<byte[]> actions(HttpServletRequest request) {
        var query = Query.read(request, "owner", "group", "initiative", "open", "cursor", "limit");
        var owner = query.word("owner");
        var group = query.word("group");
        var initiative = query.word("initiative");
        var open = query.word("open");
        if (open != null && !open.equals("true") && !open.equals("false"))
            throw Problem.unreadable("\"open\" is true or false.");
        var which = new Groups.Which(
                group, initiative, null, owner, open == null ? null : open.equals("true"), query.after());
        var wanted = groups.actions(which, query.limit() + 1);
        return Answers.json(
                request, Listed.part(query, wanted, owed -> owed.id().toString(), ApiGroups::json));
    }

    static ObjectNode json(Owed owed) {
        var body = JsonMapper.shared().createObjectNode();
        var report = owed.report();
        body.put("id", owed.id().toString())
                .put("decision", owed.decision().act().toString())
                .put("sitting", owed.decision().sitting().act().toString())
                .put("group", owed.decision().sitting().group())
                .put("initiative", owed.decision().text().initiative())
                .put("owner", owed.action().owner().value())
                .put("office", owed.action().office().value())
                .put("due", owed.action().due().toString())
                .put("state", owed.state().name().toLowerCase(Locale.ROOT))
                .put("report", report == null ? null : report.act().toString());
        body.putObject("what")
                .put("es", owed.action().what().es())
                .put("en", owed.action().what().en());
        var checks = body.putArray("checks");
        for (var check : owed.checks())
            checks.addObject()
                    .put("party", check.by().value())
                    .put("answer", check.saying().confirmed() ? "confirmed" : "disputed")
                    .put("act", check.act().toString());
        return body;
    }
}
