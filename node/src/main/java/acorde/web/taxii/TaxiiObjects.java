package acorde.web.taxii;

import acorde.exchange.Feed;
import acorde.exchange.Listed;
import acorde.offices.Officer;
import acorde.policy.Nothing;
import acorde.stix.Stix;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a collection, and what there is of them: those that others refer to first, then what is exchanged as it came to be there. */
@Controller
final class TaxiiObjects {
    private static final String COLLECTION = "/taxii2/acorde/collections/{collection}/";

    /** When the first of the objects that others refer to counts as added, µs since 1970: before anything that is exchanged. */
    private static final long BEGINNING = Taxii.micros("2000-01-01T00:00:00Z");

    private final Collections collections;
    private final Feed feed;
    private final Stix stix;
    private final Bookmark bookmark;
    private final Clock clock;
    private final List<Line> beside = new ArrayList<>();

    /** One object. @param added µs since 1970 */
    private record Line(
            String id, String type, String version, long added, Supplier<ObjectNode> json) {} // as a manifest has it

    /** @param next behind which it goes on; null if it does not */
    private record Slice(List<Line> lines, @Nullable Long next) {}

    /** @param kind of list */
    private record Question(Officer officer, Collections.One of, String kind, TaxiiQuery query) {
        String whole() {
            return officer.office() + "\n" + of.id() + "\n" + kind + "\n" + query.rest();
        }

        /** Whether there is any of these at all; nothing is handed out for it. */
        Question unfiltered() {
            return new Question(officer, of, "manifest", query.unfiltered());
        }
    }

    TaxiiObjects(Collections collections, Feed feed, Stix stix, Clock clock) {
        this.collections = collections;
        this.feed = feed;
        this.stix = stix;
        this.clock = clock;
        this.bookmark = new Bookmark(feed.key());
        for (var json : stix.beside()) {
            var version =
                    json.path(json.has("modified") ? "modified" : "created").stringValue();
            var place = BEGINNING + beside.size();
            beside.add(new Line(
                    json.path("id").stringValue(), json.path("type").stringValue(), version, place, () -> json));
        }
    }

    @ModelAttribute
    void require(HttpServletRequest request) {
        Taxii.requireAcceptable(request);
    }

    @GetMapping(COLLECTION + "objects/")
    ResponseEntity<byte[]> objects(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String collection) {
        var of = collections.find(officer, collection);
        var question = new Question(officer, of, "objects", TaxiiQuery.read(request));
        return answer(question, slice(question), "objects", line -> line.json().get());
    }

    @GetMapping(COLLECTION + "manifest/")
    ResponseEntity<byte[]> manifest(
            HttpServletRequest request, @AuthenticationPrincipal Officer officer, @PathVariable String collection) {
        var of = collections.find(officer, collection);
        var question = new Question(officer, of, "manifest", TaxiiQuery.read(request));
        return answer(question, slice(question), "objects", TaxiiObjects::manifest);
    }

    private static ObjectNode manifest(Line line) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", line.id())
                .put("date_added", Taxii.time(line.added()))
                .put("version", line.version())
                .put("media_type", Taxii.STIX);
    }

    @GetMapping(COLLECTION + "objects/{object}/")
    ResponseEntity<byte[]> object(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String collection,
            @PathVariable String object) { // whose question of what
        var question = one(request, officer, collection, object);
        return answer(question, there(question), "objects", line -> line.json().get());
    }

    @GetMapping(COLLECTION + "objects/{object}/versions/")
    ResponseEntity<byte[]> versions(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String collection,
            @PathVariable String object) { // whose question of what
        var question = one(request, officer, collection, object);
        var versions = new Question(question.officer(), question.of(), "versions", question.query());
        return answer(versions, there(versions), "versions", null);
    }

    /**
     * No program takes out of a collection what others read there: no collection is both read and written (5.7). What was given is taken back by its
     * provider, and what was brought is dropped, each by a person; so it is the same answer whatever the object.
     */
    @DeleteMapping(COLLECTION + "objects/{object}/")
    ResponseEntity<byte[]> delete(@AuthenticationPrincipal Officer officer, @PathVariable String collection) {
        if (collections.isDrafts(officer, collection))
            throw TaxiiFault.of(403, words -> words.say("taxii.fault.not-dropped"));
        collections.find(officer, collection);
        throw TaxiiFault.of(403, words -> words.say("taxii.fault.not-deleted"));
    }

    private Question one(
            HttpServletRequest request, Officer officer, String collection, String object) { // whose question of what
        var of = collections.find(officer, collection);
        var query = TaxiiQuery.read(request);
        if (object.length() > 100) throw TaxiiFault.noObject();
        return new Question(officer, of, "objects", query.of(object));
    }

    /** In the same time whether it is hidden or is not there (AS-1). Of one that is there, nothing if a filter wants none of it. */
    private Slice there(Question question) {
        var nothing = Nothing.asked();
        var slice = slice(question);
        if (!slice.lines().isEmpty() || !slice(question.unfiltered()).lines().isEmpty()) return slice;
        nothing.await();
        throw TaxiiFault.noObject();
    }

    private Slice slice(Question question) {
        var query = question.query();
        var from = query.next() == null ? query.after() : bookmark.open(query.next(), question.whole());
        var lines = new ArrayList<Line>();
        for (var line : beside) {
            if (line.added() <= from || !query.wants(line.id(), line.type(), line.version())) continue;
            if (lines.size() == query.limit())
                return new Slice(lines, lines.getLast().added());
            lines.add(line);
        }
        if (!query.wantsReports()) return new Slice(lines, null);
        var asked = new Feed.Asked(
                question.of().part(),
                Math.max(from, BEGINNING + beside.size()),
                query.names(),
                one -> query.wantsVersion(Stix.version(one)),
                query.limit() - lines.size());
        var now = clock.instant();
        var page = question.kind().equals("objects")
                ? feed.texts(question.officer(), asked, now)
                : feed.outlines(question.officer(), asked, now);
        for (var one : page.listed()) lines.add(line(one));
        return new Slice(lines, page.next());
    }

    private Line line(Listed one) {
        return new Line(Stix.id(one), "report", Stix.version(one), one.place().added(), () -> stix.write(one));
    }

    /** @param json of each; null where its version is all that is told */
    private ResponseEntity<byte[]> answer(
            Question question,
            Slice slice,
            String member,
            @Nullable Function<Line, ObjectNode> json) { // of what, and how
        var body = JsonMapper.shared().createObjectNode();
        var next = slice.next();
        body.put("more", next != null);
        if (next != null) body.put("next", bookmark.close(next, question.whole()));
        var all = slice.lines().isEmpty() ? null : body.putArray(member);
        for (var line : slice.lines())
            if (all != null && json != null) all.add(json.apply(line));
            else if (all != null) all.add(line.version());
        var answer = Taxii.answer(200);
        if (!slice.lines().isEmpty())
            answer.header(
                            "X-TAXII-Date-Added-First",
                            Taxii.time(slice.lines().getFirst().added()))
                    .header(
                            "X-TAXII-Date-Added-Last",
                            Taxii.time(slice.lines().getLast().added()));
        return answer.body(JsonMapper.shared().writeValueAsBytes(body));
    }
}
