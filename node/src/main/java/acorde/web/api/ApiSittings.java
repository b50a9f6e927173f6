package acorde.web.api;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.compact.Word;
import acorde.files.Attachment;
import acorde.files.Files;
import acorde.groups.Attendance;
import acorde.groups.Course;
import acorde.groups.Decided;
import acorde.groups.Groups;
import acorde.groups.MinutesBook;
import acorde.groups.Objection;
import acorde.groups.Owed;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Span;
import acorde.offices.Officer;
import acorde.web.desk.ActReading;
import acorde.web.groups.Declined;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Meetings, decisions in them and in writing, and what this party says in a sitting. */
@Controller
final class ApiSittings {
    /** In the place of what the node fills in. */
    private static final String ANY_MANDATE = "sha256:" + "0".repeat(64);

    private final Groups groups;
    private final Files files;

    ApiSittings(Groups groups, Files files) {
        this.groups = groups;
        this.files = files;
    }

    @GetMapping("/api/v1/meetings")
    ResponseEntity<byte[]> meetings(HttpServletRequest request) {
        var query = Query.read(request, "group", "cursor", "limit");
        var which = new Groups.Which(query.word("group"), null, null, null, null, query.after());
        var meetings = groups.meetings(which, query.limit() + 1)
                .map(ApiSittings::summary)
                .toList();
        return Answers.json(
                request, Listed.part(query, meetings, one -> one.path("id").asString(), one -> one));
    }

    @GetMapping("/api/v1/meetings/{party}/{index}")
    ResponseEntity<byte[]> meeting(HttpServletRequest request, @PathVariable String party, @PathVariable String index) {
        Query.read(request);
        var proceedings = sitting(party, index);
        if (!proceedings.sitting().isMeeting()) throw unknown();
        return Answers.json(request, whole(proceedings));
    }

    @GetMapping("/api/v1/decisions")
    ResponseEntity<byte[]> decisions(HttpServletRequest request) {
        var query = Query.read(request, "group", "initiative", "state", "cursor", "limit");
        var group = query.word("group");
        var initiative = query.word("initiative");
        var state = query.word("state");
        if (state != null && !List.of("open", "taken", "refused", "void").contains(state))
            throw Problem.unreadable("\"state\" is one of open, taken, refused, void.");
        var stands = state == null ? null : Decided.State.valueOf(state.toUpperCase(Locale.ROOT));
        var which = new Groups.Which(group, initiative, stands, null, null, query.after());
        var decisions = groups.decisions(which, query.limit() + 1);
        return Answers.json(
                request, Listed.part(query, decisions, one -> one.act().toString(), ApiSittings::json));
    }

    @GetMapping("/api/v1/decisions/{party}/{index}")
    ResponseEntity<byte[]> decision(
            HttpServletRequest request, @PathVariable String party, @PathVariable String index) {
        Query.read(request);
        var id = ActReading.id(party, index).orElseThrow(ApiSittings::unknown);
        var decision = groups.decision(id).orElseThrow(ApiSittings::unknown);
        return Answers.json(request, json(decision));
    }

    private Proceedings sitting(String party, String index) {
        return ActReading.id(party, index).flatMap(groups::sitting).orElseThrow(ApiSittings::unknown);
    }

    private static Problem unknown() {
        return Problem.rule(404, "Not found", "This node knows no such sitting or decision.", "UNKNOWN_SITTING");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode summary(Proceedings proceedings) {
        var course = Course.of(proceedings);
        var sitting = proceedings.sitting();
        var body = JsonMapper.shared().createObjectNode();
        body.put("id", sitting.act().toString())
                .put("group", sitting.group())
                .put("number", sitting.number())
                .put("state", word(course.state()))
                .put("starts", course.when().starts().toString())
                .put("zone", course.when().zone().getId())
                .put("minutes", course.when().minutes())
                .put("chair", sitting.chair() == null ? null : sitting.chair().value())
                .put(
                        "link",
                        course.where().link() == null
                                ? null
                                : course.where().link().toString());
        var place = course.where().place();
        if (place == null) body.putNull("place");
        else body.putObject("place").put("es", place.es()).put("en", place.en());
        return body;
    }

    private static ObjectNode whole(Proceedings proceedings) {
        var body = summary(proceedings);
        body.put("quorum", proceedings.sitting().quorum());
        var presence = body.putArray("presence");
        var attendance = new Attendance(proceedings);
        for (var account : attendance.accounts()) {
            var entry = presence.addObject().put("party", account.party().value());
            spans(entry.putArray("recorded"), account.recorded());
            if (account.own() == null) entry.putNull("own");
            else spans(entry.putArray("own"), account.own());
            entry.put("disputed", account.isDisputed());
        }
        var quorums = body.putArray("quorums");
        for (var stretch : attendance.quorums())
            quorums.addObject()
                    .put("from", stretch.from().toString())
                    .put(
                            "until",
                            stretch.until() == null ? null : stretch.until().toString());
        points(body.putArray("agenda"), Course.agenda(proceedings));
        points(body.putArray("leftOut"), Course.leftOut(proceedings));
        var decisions = body.putArray("decisions");
        Decided.all(proceedings).forEach(one -> decisions.add(json(one)));
        var actions = body.putArray("actions");
        Owed.all(proceedings).forEach(one -> actions.add(ApiGroups.json(one)));
        var minutes = body.putArray("minutesVersions");
        for (var version : MinutesBook.versions(proceedings))
            minutes.addObject()
                    .put("act", version.act().toString())
                    .put("text", "sha256:" + version.put().hash().hex())
                    .put(
                            "amends",
                            version.amends() == null ? null : version.amends().toString())
                    .put("state", word(version.state()));
        documents(body.putArray("documents"), proceedings);
        return body;
    }

    /** Which acts brought documents; the files of each are told and given as those of all acts are. */
    private static void documents(ArrayNode array, Proceedings proceedings) {
        for (var one : proceedings.said().values())
            if (one.documents() > 0)
                array.addObject()
                        .put("act", one.act().toString())
                        .put("kind", one.saying().kind())
                        .put("files", one.documents());
    }

    private static void spans(ArrayNode array, List<Span> spans) {
        for (var span : spans)
            array.addObject()
                    .put("office", span.office().value())
                    .put("from", span.from().toString())
                    .put("until", span.until() == null ? null : span.until().toString());
    }

    private static void points(ArrayNode array, List<Course.Proposed> points) {
        for (var one : points) {
            var entry = array.addObject()
                    .put("id", one.part().toString())
                    .put("by", one.by().value())
                    .put("why", word(one.point().why()))
                    .put("about", one.point().about())
                    .put(
                            "source",
                            one.point().source() == null
                                    ? null
                                    : one.point().source().toString());
            entry.putObject("title")
                    .put("es", one.point().title().es())
                    .put("en", one.point().title().en());
        }
    }

    static ObjectNode json(Decided decided) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("id", decided.act().toString())
                .put("text", "sha256:" + decided.put().hash().hex())
                .put("group", decided.sitting().group())
                .put("sitting", decided.sitting().act().toString())
                .put("inWriting", !decided.sitting().isMeeting())
                .put("number", decided.number())
                .put("by", decided.put().by().value())
                .put(
                        decided.sitting().isMeeting() ? "at" : "until",
                        decided.moment().toString())
                .put("state", word(decided.state()))
                .put("initiative", decided.text().initiative());
        body.putObject("decision")
                .put("es", decided.text().text().es())
                .put("en", decided.text().text().en());
        var required = body.putArray("required");
        decided.proposal().required().forEach(party -> required.add(party.value()));
        var words = body.putArray("words");
        decided.proposal()
                .words()
                .values()
                .forEach(said -> words.addObject()
                        .put("party", said.act().party().value())
                        .put("word", said instanceof Word.Assent ? "assent" : "refusal")
                        .put("act", said.act().toString()));
        return body;
    }

    @PostMapping("/api/v1/meetings")
    ResponseEntity<byte[]> call(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var members =
                new String[] {"group", "starts", "zone", "minutes", "place", "link", "series", "count", "attachments"};
        var body = Body.read(request, members);
        var count = body.isNull("count") ? 1 : body.value("count").asInt(0);
        if (count < 1 || count > 24) throw Problem.unreadable("\"count\" is a whole number from 1 to 24, or null.");
        var call = JsonNodeFactory.instance
                .objectNode()
                .put("mandate", ANY_MANDATE)
                .put("number", 1);
        for (var member : List.of(members)) call.set(member, body.value(member));
        call.remove("count");
        if (body.isNull(Attachment.MEMBER)) call.remove(Attachment.MEMBER);
        var called = (Saying.Called) read("groups.called", call);
        var documents = documents(officer, call);
        var written = written(
                request,
                groups.call(
                        officer,
                        called.group(),
                        new Groups.Call(called.when(), called.where(), called.series(), count, documents)));
        var answer = JsonMapper.shared().createObjectNode();
        var ids = answer.putArray("meetings");
        written.forEach(act -> ids.add(act.id().toString()));
        return Answers.created("/api/v1/meetings/" + written.getFirst().id(), answer);
    }

    @PostMapping("/api/v1/decisions")
    ResponseEntity<byte[]> circulate(HttpServletRequest request, @AuthenticationPrincipal Officer officer) {
        var body = Body.read(request, "group", "until", "decision");
        var circular = JsonNodeFactory.instance
                .objectNode()
                .put("mandate", ANY_MANDATE)
                .put("number", 1);
        for (var member : List.of("group", "until", "decision")) circular.set(member, body.value(member));
        var asked = (Saying.Circulated) read("groups.circulated", circular);
        return said(
                "/api/v1/decisions/",
                written(request, groups.circulate(officer, asked.group(), asked.until(), asked.decision())));
    }

    @PostMapping("/api/v1/sittings/{party}/{index}/acts")
    ResponseEntity<byte[]> say(
            HttpServletRequest request,
            @AuthenticationPrincipal Officer officer,
            @PathVariable String party,
            @PathVariable String index) {
        var body = Body.read(request, "kind", "body");
        var sitting = ActReading.id(party, index).orElseThrow(ApiSittings::unknown);
        var within = ((ObjectNode) body.object("body")).deepCopy().put("sitting", sitting.toString());
        if (!(read(body.word("kind"), within) instanceof Saying.Within saying))
            throw Problem.unreadable("\"kind\" is of what is said within a sitting, such as groups.assented.");
        return said("/api/v1/acts/", written(request, groups.say(officer, saying, documents(officer, within))));
    }

    /** The documents that a body names, which was read. */
    private List<Attachment> documents(Officer officer, ObjectNode body) {
        return ApiFiles.ready(files, officer, Attachment.read(body).orElseThrow());
    }

    private static Saying read(String kind, ObjectNode body) {
        return switch (Saying.read(kind, body)) {
            case Saying.Reading.Heard(var saying) -> saying;
            case Saying.Reading.Unheard(var faults) -> {
                var detail = new StringBuilder("The body is not as spec/acts-groups.md has it.");
                faults.forEach(fault -> detail.append(' ').append(fault.en()));
                throw Problem.rule(422, "Not of the shape it must have", detail.toString(), "GROUP_MALFORMED");
            }
        };
    }

    private static ResponseEntity<byte[]> said(String address, List<Act> acts) {
        ActId id = acts.getFirst().id();
        return Answers.created(
                address + id, JsonMapper.shared().createObjectNode().put("act", id.toString()));
    }

    private static List<Act> written(HttpServletRequest request, Said<Objection> said) {
        return switch (said) {
            case Said.Written<Objection>(var acts) -> acts;
            case Said.Declined<Objection>(var why) -> throw problem(request, why);
        };
    }

    /** The rule's own sentences, in the language the program asks for; English unless it says. */
    private static Problem problem(HttpServletRequest request, Objection why) {
        var words = Answers.words(request);
        var key = "rule." + why.rule().name();
        var detail = new StringBuilder(words.say(key)).append(' ').append(words.say(key + ".next"));
        why.about().ifPresent(about -> detail.append(" (").append(about).append(')'));
        why.parties().forEach(party -> detail.append(' ').append(party));
        return Problem.rule(
                Declined.status(why.rule()),
                words.say(key + ".title"),
                detail.toString(),
                why.rule().name());
    }
}
