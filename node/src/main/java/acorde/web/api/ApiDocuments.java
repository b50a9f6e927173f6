package acorde.web.api;

import acorde.acts.Said;
import acorde.documents.Checked;
import acorde.documents.Documents;
import acorde.documents.Issued;
import acorde.documents.Listing;
import acorde.documents.Rule;
import acorde.documents.Scope;
import acorde.documents.Sum;
import acorde.offices.Officer;
import acorde.web.desk.ActReading;
import acorde.web.paper.PaperStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Papers with figures: as they stand, issued, and by their check code. */
@Controller
final class ApiDocuments {
    /** Papers that are listed: more than a year of a compact has. */
    private static final int MOST = 1_000;

    private final Documents documents;
    private final Clock clock;

    ApiDocuments(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/api/v1/documents")
    ResponseEntity<byte[]> issued(HttpServletRequest request) {
        var query = Query.read(request, "cursor", "limit");
        var latest = documents.latest(clock.instant(), MOST);
        return Answers.json(request, Listed.page(query, latest, one -> one.act().toString(), ApiDocuments::summary));
    }

    @GetMapping("/api/v1/documents/{party}/{index}")
    ResponseEntity<byte[]> paper(HttpServletRequest request, @PathVariable String party, @PathVariable String index) {
        Query.read(request);
        return Answers.json(
                request,
                ActReading.id(party, index)
                        .flatMap(documents::issued)
                        .map(this::whole)
                        .orElseThrow(() -> Problem.notFound("No act that this node has issued such a paper.")));
    }

    @GetMapping("/api/v1/documents/drafts/{kind}/{of}")
    ResponseEntity<byte[]> draft(HttpServletRequest request, @PathVariable String kind, @PathVariable String of) {
        var query = Query.read(request, "since");
        var scope = scope(kind, of, query.word("since"));
        return Answers.json(
                request,
                documents
                        .compose(scope, clock.instant())
                        .orElseThrow(ApiDocuments::unknown)
                        .toJson());
    }

    /** What a code on a print stands for. Of one that is wrong and one that is not known it says the same. */
    @GetMapping("/api/v1/documents/check")
    ResponseEntity<byte[]> check(HttpServletRequest request) {
        var code = Query.read(request, "code").word("code");
        if (!(documents.check(code == null ? "" : code, clock.instant()) instanceof Checked.Found found))
            throw Problem.notFound("No paper that this node knows has this code; or it was misread.");
        var body = whole(found.issued());
        var today = body.putArray("today");
        for (var compared : found.figures()) {
            var now = compared.today();
            today.addObject()
                    .put("name", compared.printed().name().word())
                    .put("printed", compared.printed().value())
                    .put("today", now == null ? null : now.value());
        }
        var sums = body.putArray("sumsToday");
        for (var summed : found.sums()) {
            var sum = sums.addObject();
            var now = summed.today();
            sum.putObject("unit")
                    .put("es", summed.printed().unit().es())
                    .put("en", summed.printed().unit().en());
            for (var number : NUMBERS.entrySet()) {
                var value = now == null ? null : number.getValue().apply(now);
                sum.put(number.getKey(), value == null ? null : value.toPlainString());
            }
        }
        return Answers.json(request, body);
    }

    /** The numbers of a sum, by their names. */
    private static final Map<String, Function<Sum, @Nullable BigDecimal>> NUMBERS =
            Map.of("baseline", Sum::baseline, "target", Sum::target, "actual", Sum::actual);

    @PostMapping("/api/v1/documents")
    ResponseEntity<byte[]> issue(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var body = Body.read(request, "document", "of", "since", "digest");
        var since = body.isNull("since") ? null : body.word("since");
        var scope = scope(body.word("document"), body.word("of"), since);
        return switch (documents.issue(officer, scope, body.hash("digest"), clock.instant())) {
            case Said.Written<Rule>(var said) -> {
                var id = said.getFirst().id();
                var answer = JsonMapper.shared().createObjectNode().put("act", id.toString());
                documents
                        .issued(id)
                        .ifPresent(one -> answer.put("code", one.code().toString()));
                yield Answers.created("/api/v1/documents/" + id, answer);
            }
            case Said.Declined<Rule>(var why) -> throw problem(request, why);
        };
    }

    private Scope scope(String kind, String of, @Nullable String since) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            var day = since == null ? null : LocalDate.parse(since);
            if (day != null && (day.isAfter(today) || day.isBefore(today.minusDays(Scope.LONGEST))))
                throw Problem.unreadable("\"since\" is a day of the past " + Scope.LONGEST + " days.");
            return Scope.of(kind, of, day);
        } catch (DateTimeException e) {
            throw Problem.unreadable("\"since\" is a day such as 2026-09-01.");
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable("A paper is a brief of a party, an area, a group with \"since\", or a communique"
                    + " of a meeting such as ministers.HN-402, and no other paper has \"since\".");
        }
    }

    private static Problem unknown() {
        return Problem.rule(404, "Not found", "There is nothing here of which such a paper is.", "UNKNOWN_SCOPE");
    }

    private static ObjectNode summary(Listing issued) {
        var scope = issued.scope();
        return JsonMapper.shared()
                .createObjectNode()
                .put("act", issued.act().toString())
                .put("code", issued.code().toString())
                .put("by", issued.act().party().value())
                .put("office", issued.office())
                .put("at", issued.at().toString())
                .put("document", scope.kind().toString())
                .put("of", scope.of())
                .put("since", scope.since() == null ? null : scope.since().toString())
                .put("day", issued.day().toString());
    }

    private ObjectNode whole(Issued issued) {
        var body = summary(issued.listing());
        body.set("paper", issued.paper().toJson());
        var against = documents.doubts(issued.paper());
        var doubts = body.putArray("doubts");
        var entries = issued.paper().entries();
        for (var i = 0; i < entries.size(); i++) {
            var doubt = against.get(entries.get(i));
            if (doubt != null) doubts.addObject().put("entry", i).put("doubt", Answers.word(doubt));
        }
        return body;
    }

    /** The rule's own sentences, in the language the program asks for; English unless it says. */
    private static Problem problem(HttpServletRequest request, Rule why) {
        var words = Answers.words(request);
        var key = "rule." + why.name();
        return Problem.rule(
                PaperStatus.of(why),
                words.say(key + ".title"),
                words.say(key) + " " + words.say(key + ".next"),
                why.name());
    }
}
