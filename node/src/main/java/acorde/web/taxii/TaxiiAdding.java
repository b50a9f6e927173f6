package acorde.web.taxii;

import acorde.acts.Acts;
import acorde.exchange.Cover;
import acorde.exchange.Exchange;
import acorde.exchange.Feed;
import acorde.exchange.OfficeDrafts;
import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Turn;
import acorde.offices.Officer;
import acorde.policy.Field;
import acorde.policy.Purpose;
import acorde.stix.Stix;
import acorde.stix.StixRead;
import acorde.stix.StixReader;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What a program would have sent: each object by itself becomes a draft of its office that a person looks at, or is refused with a sentence. */
@Controller
final class TaxiiAdding {
    private final Collections collections;
    private final Exchange exchange;
    private final OfficeDrafts drafts;
    private final Feed feed;
    private final Returned.Own own;
    private final Map<String, PartyCode> others;
    private final Clock clock;

    TaxiiAdding( // doors
            Collections collections, Exchange exchange, OfficeDrafts drafts, Feed feed, Acts acts, Clock clock) {
        this.collections = collections;
        this.exchange = exchange;
        this.drafts = drafts;
        this.feed = feed;
        this.own = new Returned.Own(collections.names(), acts.self());
        this.others = own.identities(Cover.others(acts));
        this.clock = clock;
    }

    @ModelAttribute
    void require(HttpServletRequest request) {
        Taxii.requireAcceptable(request);
    }

    /** One object. @param why it is refused; null if it is not @param draft null if it is */
    private record Line(
            String id,
            String version,
            String about,
            OfficeDrafts.@Nullable Draft draft,
            @Nullable String why) {} // of a status

    @PostMapping("/taxii2/acorde/collections/{collection}/objects/")
    ResponseEntity<byte[]> add(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String collection) {
        collections.requireDrafts(officer, collection);
        var now = clock.instant();
        var words = Taxii.words(request);
        var objects = TaxiiBody.objects(request);
        var returned = Returned.of(own, others, objects, new Returned.Asking(feed, officer, now));
        var judging = new Judging(officer, returned, words, now);
        var lines = objects.stream().map(object -> line(judging, object)).toList();
        var id = UUID.randomUUID();
        var once = new HashSet<String>();
        var good = lines.stream()
                .flatMap(line -> Optional.ofNullable(line.draft()).stream())
                .filter(draft -> once.add(draft.name()))
                .toList();
        drafts.bring(officer, good, id, new Told(id, lines, words, now)::of, now);
        return Taxii.answer(202).body(drafts.told(officer, id).orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    /** Whose objects they are, which are copies come back, and how it is told. */
    private record Judging(Officer officer, Returned returned, Words words, Instant now) {}

    private Line line(Judging by, JsonNode object) {
        var words = by.words();
        var holdable = TaxiiBody.isHoldable(object);
        var id = holdable ? shortened(StixReader.id(object).orElse("")) : "";
        var said = holdable ? StixReader.version(object) : null;
        var version = said == null || said.length() > 40 ? Stix.time(by.now()) : said;
        if (!holdable) return new Line(id, version, "", null, words.say("taxii.brought.unholdable"));
        if (!id.matches("[a-z0-9-]{3,250}--[0-9a-fA-F-]{36}"))
            return new Line(id, version, "", null, words.say("taxii.brought.id"));
        return switch (StixReader.read(object, Ref.fresh())) {
            case StixRead.Bad(var why, var of) ->
                new Line(id, version, "", null, words.say("stix.why." + why, of.toArray()));
            case StixRead.Good(var report, var untaken) -> {
                var why = by.returned().why(object, words).or(() -> why(by.officer(), report, words));
                var about =
                        untaken.isEmpty() ? "" : " " + words.say("taxii.brought.untaken", String.join(", ", untaken));
                yield why.isPresent()
                        ? new Line(id, version, "", null, why.get())
                        : new Line(id, version, about, draft(object, id, report), null);
            }
        };
    }

    /** Made of all that it says: the same again waits once, and another text under the same version is another draft. */
    private static OfficeDrafts.Draft draft(JsonNode object, String id, Report report) {
        var name = Hash.sha256((id + "\n" + object).getBytes(StandardCharsets.UTF_8))
                .hex();
        return new OfficeDrafts.Draft(name, report.texts().part(Field.TITLE).orElse(""), report);
    }

    /** Why it could not be written in a form as it is; empty if it can. Nothing of it gets lost unseen. */
    private Optional<String> why(Officer officer, Report report, Words words) {
        var ours = exchange.purposes(officer);
        var others = report.terms().purposes().stream()
                .filter(one -> !ours.contains(one))
                .map(Purpose::code)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) return Optional.of(words.say("taxii.brought.purposes", others));
        if (report.turn() instanceof Turn.Answers) return Optional.of(words.say("taxii.brought.answer"));
        if (report.exercise() != exchange.exercise())
            return Optional.of(
                    report.exercise() ? words.say("taxii.brought.exercise") : words.say("taxii.brought.no-exercise"));
        return Optional.ofNullable(report.terms().arrangement())
                .filter(arrangement -> !arrangement.equals("US-HN"))
                .map(_ -> words.say("taxii.brought.arrangement"));
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }

    /** The status of a bringing, as its program is told it. */
    private record Told(UUID id, List<Line> lines, Words words, Instant now) {
        String of(OfficeDrafts.Brought brought) {
            var body = JsonMapper.shared()
                    .createObjectNode()
                    .put("id", id.toString())
                    .put("status", "complete")
                    .put("request_timestamp", Stix.time(now))
                    .put("total_count", lines.size());
            var good = JsonMapper.shared().createArrayNode();
            var bad = JsonMapper.shared().createArrayNode();
            for (var line : lines) {
                var draft = line.draft();
                if (draft == null) tell(bad, line, String.valueOf(line.why()));
                else if (brought.noRoom().contains(draft.name()))
                    tell(bad, line, words.say("taxii.brought.no-room", OfficeDrafts.MOST));
                else tell(good, line, words.say("taxii.brought.waits") + line.about());
            }
            body.put("success_count", good.size());
            if (!good.isEmpty()) body.set("successes", good);
            body.put("failure_count", bad.size());
            if (!bad.isEmpty()) body.set("failures", bad);
            return body.put("pending_count", 0).toString();
        }

        private static void tell(ArrayNode all, Line line, String message) {
            all.addObject().put("id", line.id()).put("version", line.version()).put("message", message);
        }
    }

    @GetMapping("/taxii2/acorde/status/{status}/")
    ResponseEntity<byte[]> status(@AuthenticationPrincipal Officer officer, @PathVariable String status) {
        return Optional.of(status)
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .flatMap(id -> drafts.told(officer, UUID.fromString(id)))
                .map(told -> Taxii.answer(200).body(told.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> TaxiiFault.of(404, words -> words.say("taxii.fault.no-status")));
    }
}
