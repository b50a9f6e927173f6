package acorde.web.api;

import acorde.acts.Acts;
import acorde.compact.CharterText;
import acorde.compact.Compact;
import acorde.groups.Groups;
import acorde.monitoring.AreaFigures;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Tally;
import acorde.monitoring.Viewer;
import acorde.web.desk.AreaLines;
import acorde.web.desk.Ledger;
import acorde.web.desk.Ledgers;
import acorde.web.view.GroupDecision;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The compact at a glance, and its initiatives. */
@Controller
final class ApiCompact {
    /** Decisions about an initiative that its answer holds; the list of decisions has them all. */
    private static final int DECISIONS = GroupDecision.MOST;

    private final Acts acts;
    private final Compact compact;
    private final Ledgers ledgers;
    private final Monitoring monitoring;
    private final Groups groups;
    private final Clock clock;

    ApiCompact( // what it tells of
            Acts acts, Compact compact, Ledgers ledgers, Monitoring monitoring, Groups groups, Clock clock) {
        this.acts = acts;
        this.compact = compact;
        this.ledgers = ledgers;
        this.monitoring = monitoring;
        this.groups = groups;
        this.clock = clock;
    }

    @GetMapping("/api/v1/compact")
    ResponseEntity<byte[]> compact(HttpServletRequest request) {
        Query.read(request);
        var ledger = ledgers.read();
        var founding = compact.founding();
        var body = JsonMapper.shared().createObjectNode();
        body.put("compact", founding.compact());
        body.set("title", bilingual(founding.title()));
        body.putObject("charter")
                .put("hash", "sha256:" + founding.hash().hex())
                .put("words", acts.logs().charter().words());
        var parties = body.putArray("parties");
        founding.parties().forEach(party -> parties.add(party(party)));
        body.set("counts", counts(ledger, ledger.initiatives()));
        var areas = body.putArray("areas");
        ledger.areas().forEach((code, area) -> {
            var entry = areas.addObject().put("code", code);
            entry.set("name", bilingual(area.title()));
            entry.set("counts", counts(ledger, ledger.initiatives(code)));
            var indicators = indicators(monitoring.figures(code, clock.instant()));
            var agreed = indicators.putArray("agreed");
            monitoring.measures().forEach((of, measure) -> {
                if (measure.text().area().equals(code)) agreed.add(of);
            });
            entry.set("indicators", indicators);
        });
        return Answers.json(request, body);
    }

    private static ObjectNode indicators(AreaFigures figures) {
        var body = JsonMapper.shared().createObjectNode();
        var sums = body.putArray("sums");
        AreaLines.of(figures).forEach(line -> {
            var sum = sums.addObject();
            sum.putObject("unit")
                    .put("es", line.unit().es())
                    .put("en", line.unit().en());
            sum.put("baseline", line.baseline()).put("target", line.target()).put("actual", line.actual());
        });
        return body.put("added", figures.added())
                .put("apart", figures.apart())
                .put("due", figures.due())
                .put("missing", figures.missing());
    }

    private static ObjectNode party(CharterText.Party party) {
        var entry =
                JsonMapper.shared().createObjectNode().put("code", party.code().value());
        entry.set("name", bilingual(party.name()));
        entry.set("body", bilingual(party.body()));
        return entry;
    }

    private ObjectNode counts(Ledger ledger, Collection<Ledger.Known> known) {
        var watched = ledger.watched(new Viewer.Of(acts.self()), clock.instant());
        var tally = Tally.of(known.stream()
                .flatMap(each -> Optional.ofNullable(watched.get(each.key().code())).stream())
                .toList());
        var consented = known.stream().filter(each -> each.item().consented()).count();
        return JsonMapper.shared()
                .createObjectNode()
                .put("initiatives", known.size())
                .put(
                        "dated",
                        known.stream().filter(each -> each.initiative().dated()).count())
                .put(
                        "numbered",
                        known.stream()
                                .filter(each -> each.initiative().numbered())
                                .count())
                .put(
                        "measured",
                        known.stream()
                                .filter(each -> each.initiative().measured())
                                .count())
                .put(
                        "waived",
                        known.stream()
                                .filter(each -> each.initiative().waived())
                                .count())
                .put("late", tally.late())
                .put("blocked", tally.blocked())
                .put("done", tally.done())
                .put("consented", consented)
                .put("announced", known.size() - consented)
                .put(
                        "openProposals",
                        known.stream()
                                .mapToLong(each -> ledger.open(each.key()).size())
                                .sum());
    }

    static ObjectNode bilingual(acorde.compact.Bilingual text) {
        return JsonMapper.shared().createObjectNode().put("es", text.es()).put("en", text.en());
    }

    @GetMapping("/api/v1/initiatives")
    ResponseEntity<byte[]> initiatives(HttpServletRequest request) {
        var query = Query.read(request, "area", "cursor", "limit");
        var ledger = ledgers.read();
        var area = query.word("area");
        if (area != null && !ledger.areas().containsKey(area))
            throw Problem.unreadable("\"area\" is the code of none of the areas.");
        var after = query.after();
        if (!after.isEmpty() && ledger.initiative(after).isEmpty()) throw Query.badCursor();
        var limit = query.limit();
        var rest = (area == null ? ledger.initiatives() : ledger.initiatives(area))
                .stream()
                        .filter(known -> known.key().code().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        var body = JsonMapper.shared().createObjectNode();
        var items = body.putArray("items");
        rest.stream().limit(limit).forEach(known -> items.add(initiative(ledger, known)));
        body.put(
                "next",
                rest.size() > limit ? Query.cursor(rest.get(limit - 1).key().code()) : null);
        return Answers.json(request, body);
    }

    private static ObjectNode initiative(Ledger ledger, Ledger.Known known) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("code", known.key().code()).put("item", known.key().toString());
        body.put("standing", known.item().standing().name().toLowerCase(Locale.ROOT));
        body.put("consented", known.item().consented());
        body.put("version", "sha256:" + known.version().hex());
        body.put("number", known.number());
        body.put("act", known.act() == null ? null : known.act().toString());
        body.set("text", known.initiative().toJson());
        var proposals = body.putArray("openProposals");
        ledger.open(known.key())
                .forEach(each -> proposals.add(each.proposal().act().toString()));
        return body;
    }

    @GetMapping("/api/v1/initiatives/{code}")
    ResponseEntity<byte[]> initiative(HttpServletRequest request, @PathVariable String code) {
        Query.read(request);
        var ledger = ledgers.read();
        var known = ledger.initiative(code)
                .orElseThrow(() ->
                        Problem.notFound("This node knows no initiative of that code that was announced or agreed."));
        var body = initiative(ledger, known);
        var versions = body.putArray("versions");
        for (var version : ledger.versions(known))
            versions.addObject()
                    .put("version", "sha256:" + version.version().hex())
                    .put("number", version.number())
                    .put("act", version.act() == null ? null : version.act().toString())
                    .put("consented", version.consented());
        var decisions = body.putArray("decisions");
        groups.about(code, DECISIONS).forEach(each -> {
            var actions = decisions
                    .addObject()
                    .setAll(ApiSittings.json(each.decided()))
                    .putArray("actions");
            each.actions().forEach(owed -> actions.add(ApiGroups.json(owed)));
        });
        return Answers.json(request, body);
    }
}
