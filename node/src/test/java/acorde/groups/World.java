package acorde.groups;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Draft;
import acorde.compact.Bilingual;
import acorde.compact.Founding;
import acorde.compact.Remark;
import acorde.compact.VectorFounding;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Four parties with working groups, that hear each other only when the test lets them. Guatemala has the chair in 2026. */
final class World {
    static final PartyCode US = new PartyCode("US");
    static final PartyCode GT = new PartyCode("GT");
    static final PartyCode HN = new PartyCode("HN");
    static final PartyCode SV = new PartyCode("SV");
    static final List<PartyCode> ALL = List.of(GT, HN, SV, US);
    static final String OFFICE = "representative-a1";
    static final String ALTERNATE = "representative-a1-b";
    static final ZoneId ZONE = ZoneId.of("America/Tegucigalpa");
    static final Founding FOUNDING = VectorFounding.of(charter());

    private final Map<PartyCode, Node> nodes = new TreeMap<>();

    World() {
        for (var party : ALL) nodes.put(party, new Node(party));
    }

    private static String charter() {
        var parties = List.of("US", "GT", "HN", "SV").stream()
                .map(code -> "{\"code\":\"" + code + "\",\"name\":{\"es\":\"" + code + " es\",\"en\":\"" + code
                        + " en\"},\"body\":{\"es\":\"b\",\"en\":\"b\"},\"zone\":\""
                        + (code.equals("HN") ? ZONE : "UTC") + "\"}")
                .toList();
        return "{\"compact\":\"vega\",\"title\":{\"es\":\"Vega\",\"en\":\"Vega\"},\"announcer\":\"GT\",\"parties\":["
                + String.join(",", parties) + "]}";
    }

    /** A world in which the group A1 of all four has its mandate. */
    static World withGroup() {
        return withGroup(mandate(4));
    }

    static World withGroup(JsonNode mandate) {
        var world = new World();
        world.adopt("A1", mandate, ALL);
        return world;
    }

    /** The mandate of a group of all four. @param quorum parties that must be present */
    static ObjectNode mandate(int quorum) {
        return mandate(ALL, quorum);
    }

    static ObjectNode mandate(List<PartyCode> parties, int quorum) {
        var text = JsonNodeFactory.instance.objectNode();
        text.put("kind", "technical");
        text.putObject("title").put("es", "Mesa A1").put("en", "Group A1");
        text.putObject("mandate").put("es", "Dar seguimiento").put("en", "Follow up");
        var codes = text.putArray("parties");
        var seats = text.putArray("seats");
        for (var party : parties) {
            codes.add(party.value());
            seats.addObject().put("party", party.value()).put("titular", OFFICE).put("alternate", ALTERNATE);
        }
        text.put("quorum", quorum);
        text.putObject("chair").put("from", "2026-01-01").put("months", 12);
        return text;
    }

    /** The first of the parties proposes a mandate, the others assent, and everybody has heard it. */
    void adopt(String code, JsonNode mandate, List<PartyCode> parties) {
        var proposal = propose(parties.getFirst(), code, mandate);
        hearAll();
        for (var party : parties.subList(1, parties.size())) assent(party, proposal);
        hearAll();
    }

    Act propose(PartyCode party, String code, JsonNode mandate) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("item", "group/" + code);
        body.putNull("base");
        body.set("text", mandate);
        body.putObject("why").put("es", "porque sí");
        return utter(party, "compact.proposed", body, List.of());
    }

    Act assent(PartyCode party, Act proposal) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("proposal", proposal.id().toString());
        body.put("text", "sha256:" + proposal.hash().hex());
        body.putNull("reservation");
        return utter(party, "compact.assented", body, List.of(proposal.id()));
    }

    private Act utter(PartyCode party, String kind, JsonNode body, List<ActId> after) { // an act's parts
        var to = new TreeSet<>(ALL);
        to.remove(party);
        return node(party).utter(new Draft(kind, "coordination", to, after, body));
    }

    Node node(PartyCode party) {
        var node = nodes.get(party);
        if (node == null) throw new AssertionError(party);
        return node;
    }

    List<Node> all() {
        return List.copyOf(nodes.values());
    }

    /** Everybody hears everything that is for them. */
    void hearAll() {
        for (var hearer : all()) for (var speaker : all()) speaker.log.forEach(hearer::hear);
    }

    List<Act> acts() {
        var acts = new ArrayList<Act>();
        for (var node : all()) acts.addAll(node.log);
        return acts;
    }

    // What parties do. Each returns the act that was said, and fails if the party was told not to.

    static When when(String starts) {
        return new When(LocalDateTime.parse(starts), ZONE, 120);
    }

    static Where online() {
        return new Where(null, URI.create("https://reunion.example/a1"));
    }

    static Saying.Called called(String starts) {
        return called("A1", 1, starts);
    }

    static Saying.Called called(String group, int number, String starts) {
        return new Saying.Called(group, Hash.of(new byte[Hash.SIZE]), number, when(starts), online(), null);
    }

    Object tryBegin(PartyCode party, Saying.Begins begins) {
        return node(party).say(new Begin(node(party).speaker(OFFICE), begins.group(), List.of(begins)));
    }

    Act begin(PartyCode party, Saying.Begins begins) {
        var begun = said(tryBegin(party, begins));
        hearAll();
        return begun;
    }

    Object trySay(PartyCode party, Saying.Within saying) {
        return trySay(party, OFFICE, saying);
    }

    Object trySay(PartyCode party, String office, Saying.Within saying) {
        return node(party).say(new Speak(node(party).speaker(office), saying));
    }

    /** Says it, and everybody hears it. */
    Act say(PartyCode party, Saying.Within saying) {
        var act = said(trySay(party, saying));
        hearAll();
        return act;
    }

    /** Says what no decision of an honest node would allow, and everybody hears it. */
    Act utter(PartyCode party, Saying.Within saying, ActId... more) {
        var after = new ArrayList<>(saying.after());
        after.addAll(List.of(more));
        return utter(party, OFFICE, saying, after);
    }

    Act utter(PartyCode party, String office, Saying saying, List<ActId> after) { // an act's parts
        var to = new TreeSet<>(ALL);
        to.remove(party);
        var act = node(party).utter(new Draft(saying.kind(), office, to, after, saying.body()));
        hearAll();
        return act;
    }

    /** A meeting that was called for ten o'clock, opened by Guatemala, with these parties there from then on. */
    Act meeting(PartyCode... present) {
        var call = begin(HN, called("2026-11-23T10:00"));
        say(GT, new Saying.Opened(call.id(), at("10:00")));
        for (var party : present) present(call, party, "10:00", null);
        return call;
    }

    /** The chair records that a party was present. */
    Act present(Act call, PartyCode party, String from, @Nullable String until) {
        return say(GT, new Saying.Presence(call.id(), party, List.of(span(from, until))));
    }

    static Span span(String from, @Nullable String until) {
        return new Span(new OfficeCode(OFFICE), at(from), until == null ? null : at(until));
    }

    /** A time of the day of the meeting, as clocks show it there. */
    static Instant at(String time) {
        return LocalDateTime.parse("2026-11-23T" + time).atZone(ZONE).toInstant();
    }

    static DecisionText decision(String es, Action... actions) {
        return new DecisionText(both(es), null, List.of(actions));
    }

    static Action action(PartyCode owner, String what, String due) {
        return new Action(owner, new OfficeCode(OFFICE), both(what), LocalDate.parse(due));
    }

    static Saying.Put put(Act call, String time, String es, Action... actions) {
        return new Saying.Put(call.id(), 1, null, at(time), decision(es, actions));
    }

    static Saying.Assented assent(Act sitting, Act to) {
        return new Saying.Assented(sitting.id(), to.id(), to.hash(), null);
    }

    static Saying.Refused refuse(Act sitting, Act to) {
        return new Saying.Refused(sitting.id(), to.id(), why());
    }

    Decided decided(Act sitting, Act put) {
        return Decided.find(node(SV).sitting(sitting), put.id()).orElseThrow();
    }

    Course.State state(Act call) {
        return Course.of(node(SV).sitting(call)).state();
    }

    static Bilingual both(String es) {
        return new Bilingual(es, es + " en");
    }

    static Remark why() {
        return new Remark("porque sí", null);
    }

    @SuppressWarnings("unchecked")
    static Act said(Object outcome) {
        if (outcome instanceof Objection objection) throw new AssertionError(objection.toString());
        return ((List<Act>) outcome).getFirst();
    }

    static Rule rule(Object outcome) {
        if (outcome instanceof Objection objection) return objection.rule();
        throw new AssertionError("it was said: " + outcome);
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
