package acorde.node;

import static acorde.node.Coordinators.both;
import static acorde.node.Coordinators.object;

import acorde.web.words.Words;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A group adopts its mandate, meets, loses its quorum and has it again, decides, and approves its minutes. Guatemala presides, Honduras asks.
 */
final class DemoMeeting {
    private static final ZoneId ZONE = ZoneId.of("America/Guatemala");
    private static final String CHAIR = "GT";
    private static final List<String> PARTIES = List.of(CHAIR, "HN", "SV", "US");
    private static final int QUORUM = 3;

    private final Coordinators four;
    private final Words words;
    private final Instant began;
    private String meeting = "";

    DemoMeeting(Coordinators four) {
        this.four = four;
        this.words = four.words;
        this.began = four.now().minusSeconds(1800); // so that there is something to tell of who came and went
    }

    /** Where the meeting is, for programs. */
    private String path() {
        return "/meetings/" + meeting;
    }

    /** Proposes the mandate of the group of an area, as somebody must before it can meet. @return the proposal */
    static JsonNode propose(Coordinators four, String group) throws IOException, InterruptedException {
        var seats = object().arrayNode();
        for (var party : PARTIES)
            seats.addObject()
                    .put("party", party)
                    .put("titular", "representative-" + group.toLowerCase(Locale.ROOT))
                    .put("alternate", "coordination");
        var text = mandate(four, group, seats).put("quorum", QUORUM).put("cadence", "FREQ=MONTHLY;INTERVAL=3");
        text.putObject("chair")
                .put("from", LocalDate.ofInstant(four.now(), ZONE).toString())
                .put("months", 3);
        return propose(four, group, text);
    }

    /** The announced text of a group, with seats, and parties in the order in which they preside. */
    static ObjectNode mandate(Coordinators four, String group, ArrayNode seats) // what of whom
            throws IOException, InterruptedException {
        four.await(four.words.say("cli.story.group", group), () -> four.found(CHAIR, "/groups/" + group));
        var text = (ObjectNode) four.get(CHAIR, "/groups/" + group).path("text").deepCopy();
        var parties = text.putArray("parties");
        seats.forEach(seat -> parties.add(seat.path("party").asString()));
        text.set("seats", seats);
        return text;
    }

    static JsonNode propose(Coordinators four, String group, ObjectNode text) throws IOException, InterruptedException {
        var body = object().put("item", "group/" + group);
        body.set("base", four.get(CHAIR, "/groups/" + group).path("version"));
        body.set("text", text);
        body.set(
                "why",
                both(
                        "Una mesa se reúne cuando sus partes adoptan su mandato, con asientos y quórum. EJERCICIO.",
                        "A group meets once its parties adopt its mandate, with seats and a quorum. EXERCISE."));
        return four.post(CHAIR, "/proposals", body);
    }

    /** All others assent, and every node has the mandate in force. */
    static void adopt(Coordinators four, String group, JsonNode proposal) throws IOException, InterruptedException {
        var path = "/proposals/" + proposal.path("id").asString();
        for (var party : four.parties()) {
            if (party.equals(CHAIR)) continue;
            four.await(four.words.say("cli.story.has.mandate", party, group), () -> four.found(party, path));
            var assent = object();
            assent.set("text", proposal.path("text"));
            assent.putNull("reservation");
            four.post(party, path + "/assents", assent);
        }
        four.step(
                four.words.say("cli.story.mandate", group, proposal.path("id").asString()),
                () -> four.everywhere(
                        "/groups/" + group,
                        one -> one.path("consented").asBoolean()
                                && one.path("proposal").isNull()));
    }

    /** From the call to the adopted measure. */
    void meet() throws IOException, InterruptedException {
        meeting = call(four, "A1", began);
        step(words.say("cli.story.called", meeting), one -> true);
        setAgenda();
        four.say(CHAIR, meeting, "groups.opened", object().put("at", began.toString()));
        for (var party : List.of(CHAIR, "HN", "US")) present(CHAIR, party, span(began, null));
        step(words.say("cli.story.quorum"), DemoMeeting::hasQuorum);
        loseQuorum();
        var decision = put();
        for (var party : PARTIES)
            if (!party.equals("HN"))
                assent(party, decision, four.get("HN", "/decisions/" + decision).path("text"));
        four.step(
                words.say("cli.story.decided", decision),
                () -> four.everywhere(
                        "/decisions/" + decision,
                        one -> one.path("state").asString().equals("taken")));
    }

    /** @return the meeting that Honduras calls */
    static String call(Coordinators four, String group, Instant starts) throws IOException, InterruptedException {
        var call = object().put("group", group);
        call.put("starts", DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(starts.atZone(ZONE)));
        call.put("zone", ZONE.getId())
                .put("minutes", 120)
                .putNull("link")
                .putNull("series")
                .putNull("attachments")
                .put("count", 1);
        call.set("place", both("Sala del EJERCICIO, Ciudad de Guatemala", "Room of the EXERCISE, Guatemala City"));
        return four.post("HN", "/meetings", call).path("meetings").get(0).asString();
    }

    private void setAgenda() throws IOException, InterruptedException {
        var points = object();
        var point = points.putArray("points").addObject().put("why", "asked").put("about", "A1-05");
        point.set("title", both("Adoptar la medida de A1-05. EJERCICIO", "Adopt the measure of A1-05. EXERCISE"));
        var asked = four.say("HN", meeting, "groups.points", points);
        four.await(
                words.say("cli.story.has.point"),
                () -> four.get(CHAIR, path()).path("leftOut").size() == 1);
        var agenda = object();
        agenda.putArray("points").add(asked + "#1");
        four.say(CHAIR, meeting, "groups.agenda", agenda);
        step(words.say("cli.story.agenda"), one -> one.path("agenda").size() == 1);
    }

    private void loseQuorum() throws IOException, InterruptedException {
        var left = began.plusSeconds(600);
        present(CHAIR, "US", span(began, left));
        step(words.say("cli.story.quorum.lost"), one -> !hasQuorum(one));
        four.declined(
                "HN", "/sittings/" + meeting + "/acts", Coordinators.within("groups.put", decision()), "NO_QUORUM");
        four.tell(words.say("cli.story.quorum.none"));
        var back = four.now();
        present(CHAIR, "SV", span(back, null));
        present(CHAIR, "US", span(began, left), span(back, null));
        present("US", "US", span(began, left), span(back, null));
        step(words.say("cli.story.quorum.again"), DemoMeeting::hasQuorum);
    }

    private static boolean hasQuorum(JsonNode meeting) {
        for (var stretch : meeting.path("quorums")) if (stretch.path("until").isNull()) return true;
        return false;
    }

    private ObjectNode span(Instant from, @Nullable Instant until) {
        return object().put("office", "coordination")
                .put("from", from.toString())
                .put("until", until == null ? null : until.toString());
    }

    private void present(String by, String party, ObjectNode... spans) throws IOException, InterruptedException {
        var body = object().put("party", party);
        var list = body.putArray("spans");
        for (var span : spans) list.add(span);
        four.say(by, meeting, "groups.presence", body);
    }

    private ObjectNode decision() {
        var body =
                object().put("number", 1).putNull("point").put("at", four.now().toString());
        var decision = body.putObject("decision").put("initiative", "A1-05");
        decision.set(
                "text",
                both(
                        "La mesa adopta la medida de A1-05: cada parte cuenta por mes las consultas respondidas de fondo"
                                + " en 24 horas, y lo informa con su registro. EJERCICIO.",
                        "The group adopts the measure of A1-05: each party counts by month the queries answered in"
                                + " substance within 24 hours, and reports it with its register. EXERCISE."));
        var action =
                decision.putArray("actions").addObject().put("owner", CHAIR).put("office", "representative-a1");
        action.set("what", both("Informar con su registro. EJERCICIO.", "Report with its register. EXERCISE."));
        action.put("due", LocalDate.ofInstant(four.now(), ZONE).plusDays(30).toString());
        return body;
    }

    private String put() throws IOException, InterruptedException {
        var decision = four.say("HN", meeting, "groups.put", decision());
        for (var party : PARTIES)
            four.await(words.say("cli.story.has.decision", party), () -> four.found(party, "/decisions/" + decision));
        return decision;
    }

    private void assent(String party, String to, JsonNode text) throws IOException, InterruptedException {
        var word = object().put("to", to);
        word.set("text", text);
        word.putNull("reservation");
        four.say(party, meeting, "groups.assented", word);
    }

    /** The chair closes and puts the minutes its node drafts; El Salvador amends them; all four approve that. */
    void approveMinutes() throws IOException, InterruptedException {
        four.say(CHAIR, meeting, "groups.closed", object().put("at", four.now().toString()));
        var first = minutes(CHAIR, null, four.get(CHAIR, path() + "/drafts").path("minutes"));
        four.await(
                words.say("cli.story.has.minutes", "SV"),
                () -> versions(four.get("SV", path())).contains(first));
        var text = (ObjectNode)
                four.get("SV", "/acts/" + first).path("body").path("text").deepCopy();
        text.put("es", text.path("es").asString() + "\n\nEl Salvador llegó tarde por el EJERCICIO de esa mañana.");
        text.put("en", text.path("en").asString() + "\n\nEl Salvador came late because of that morning's EXERCISE.");
        var amended = minutes("SV", first, text);
        step(words.say("cli.story.minutes"), one -> versions(one).contains(amended));
        var version = four.get(CHAIR, path()).path("minutesVersions").get(1).path("text");
        for (var party : PARTIES) if (!party.equals("SV")) assent(party, amended, version);
        step(words.say("cli.story.minutes.approved", amended), one -> approved(one) == 1);
    }

    private String minutes(String party, @Nullable String amends, JsonNode text)
            throws IOException, InterruptedException {
        var body = object().put("amends", amends);
        body.set("text", text);
        return four.say(party, meeting, "groups.minutes", body);
    }

    private static List<String> versions(JsonNode meeting) {
        var acts = new ArrayList<String>();
        meeting.path("minutesVersions")
                .forEach(version -> acts.add(version.path("act").asString()));
        return acts;
    }

    private static int approved(JsonNode meeting) {
        var approved = 0;
        for (var version : meeting.path("minutesVersions"))
            if (version.path("state").asString().equals("approved")) approved++;
        return approved;
    }

    /** What a node says came of it. */
    String facts() throws IOException, InterruptedException {
        var one = four.get("SV", path());
        var present = 0;
        for (var party : one.path("presence")) if (!party.path("recorded").isEmpty()) present++;
        var taken = 0;
        for (var decision : one.path("decisions"))
            if (decision.path("state").asString().equals("taken")) taken++;
        return "present=" + present + " decisions=" + taken + " actions="
                + one.path("actions").size() + " minutes=" + approved(one);
    }

    private void step(String what, java.util.function.Predicate<JsonNode> holds)
            throws IOException, InterruptedException {
        four.step(what, () -> four.everywhere(path(), holds));
    }
}
