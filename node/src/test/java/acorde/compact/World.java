package acorde.compact;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Draft;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Four parties founded on the compact of 2019, that hear each other only when the test lets them. */
final class World {
    static final PartyCode US = new PartyCode("US");
    static final PartyCode GT = new PartyCode("GT");
    static final PartyCode HN = new PartyCode("HN");
    static final PartyCode SV = new PartyCode("SV");
    static final ItemKey A105 = ItemKey.initiative("A1-05");
    private static final ObjectNode CONTENT = Founding.content(Moc2019.folder(), GT);
    static final Founding FOUNDING =
            Founding.of(CONTENT, Node.sha256(JsonMapper.shared().writeValueAsBytes(CONTENT)));

    private final Map<PartyCode, Node> nodes = new TreeMap<>();

    World() {
        for (var party : FOUNDING.codes()) nodes.put(party, new Node(FOUNDING, party));
    }

    /** Every log begins with its assent to the charter, the announcer brings the history in, and all have heard it. */
    static World founded() {
        return founded(Moc2019.folder().items());
    }

    /** The same, with only some of the history. */
    static World founded(SortedMap<ItemKey, ItemText> history) {
        var world = new World();
        for (var node : world.all()) said(node.say(new AssentToCharter(node.speaker)));
        var announcer = world.node(GT);
        said(announcer.say(new Announce(announcer.speaker, FOUNDING.compact(), history)));
        world.hearAll();
        return world;
    }

    Node node(PartyCode party) {
        var node = nodes.get(party);
        if (node == null) throw new AssertionError(party);
        return node;
    }

    List<Node> all() {
        return List.copyOf(nodes.values());
    }

    /** Everybody hears everything. */
    void hearAll() {
        for (var hearer : all()) for (var speaker : all()) speaker.log.forEach(hearer::hear);
    }

    List<Act> acts() {
        var acts = new ArrayList<Act>();
        for (var node : all()) acts.addAll(node.log);
        return acts;
    }

    // What parties do. Each returns the act that was said, and fails if the party was told not to.

    Act propose(PartyCode party, ItemKey item, JsonNode text) {
        return said(tryPropose(party, item, text));
    }

    Object tryPropose(PartyCode party, ItemKey item, JsonNode text) {
        var node = node(party);
        var head = Speaker.version(node.speaker.head(node, item));
        return node.say(new Propose(node.speaker, new Saying.Proposed(item, head, text, why())));
    }

    Act assent(PartyCode party, Act proposal) {
        return said(tryAssent(party, proposal, null));
    }

    Object tryAssent(PartyCode party, Act proposal, @Nullable Remark reservation) {
        return reply(party, new Saying.Assented(proposal.id(), proposal.hash(), reservation), proposal);
    }

    Act refuse(PartyCode party, Act proposal) {
        return said(tryRefuse(party, proposal));
    }

    Object tryRefuse(PartyCode party, Act proposal) {
        return reply(party, new Saying.Refused(proposal.id(), why()), proposal);
    }

    Act askToWithdraw(PartyCode party, Act proposal) {
        return said(tryAskToWithdraw(party, proposal));
    }

    Object tryAskToWithdraw(PartyCode party, Act proposal) {
        return reply(party, new Saying.WithdrawalAsked(proposal.id(), why()), proposal);
    }

    private Object reply(PartyCode party, Saying.ToProposal word, Act proposal) {
        var node = node(party);
        return node.say(new Reply(node.speaker, word, Saying.proposal(proposal).orElseThrow()));
    }

    /** Says what no decision of an honest node would allow. */
    Act utter(PartyCode party, Saying saying, ActId... after) {
        var node = node(party);
        return node.utter(node.speaker.draft(saying, List.of(after)));
    }

    static Draft addressedTo(Draft draft, PartyCode... to) {
        return new Draft(draft.kind(), draft.office(), new TreeSet<>(List.of(to)), draft.after(), draft.body());
    }

    @SuppressWarnings("unchecked")
    static Act said(Object outcome) {
        if (outcome instanceof Objection objection) throw new AssertionError(objection.toString());
        return ((List<Act>) outcome).getFirst();
    }

    static Remark why() {
        return new Remark("porque sí", null);
    }

    /** An initiative of these parties that is told from others by its title. */
    static JsonNode text(String title, PartyCode... parties) {
        var json = Moc2019.initiative("A1-05").toJson();
        json.putObject("title").put("es", title).put("en", title);
        var codes = json.putArray("parties");
        for (var party : parties) codes.add(party.value());
        // What these tests are about is consent, not the measure: the texts say why they have none.
        json.putObject("waiver").put("es", "sin medida").put("en", "no measure");
        return json;
    }

    static JsonNode forAll(String title) {
        return text(title, US, GT, HN, SV);
    }
}
