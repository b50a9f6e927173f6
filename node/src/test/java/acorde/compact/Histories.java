package acorde.compact;

import static acorde.compact.World.GT;
import static acorde.compact.World.HN;
import static acorde.compact.World.SV;
import static acorde.compact.World.US;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Draft;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Histories made up from a seed: four parties propose, assent and refuse, each having heard only some of what the others said, in the order
 * of their logs. Honest ones do what the decisions allow; dishonest ones whatever comes to mind.
 */
final class Histories {
    private static final List<PartyCode> PARTIES = List.of(US, GT, HN, SV);
    private static final List<ItemKey> ALL = List.of(
            ItemKey.initiative("A1-05"),
            ItemKey.initiative("A4-02"),
            ItemKey.initiative("A4-10"),
            ItemKey.initiative("A1-09"),
            new ItemKey(ItemKey.Kind.THRESHOLDS, "moc-2019"));

    private final Random random;
    private final List<ItemKey> items;
    private final World world;
    private final Map<PartyCode, Map<PartyCode, Integer>> heard = new HashMap<>();
    private final Map<PartyCode, Set<ActId>> answered = new HashMap<>();
    private final Set<ActId> withheld = new HashSet<>();
    private int texts;

    private Histories(long seed) {
        this(seed, true);
    }

    /** @param announced whether the items of this history are */
    private Histories(long seed, boolean announced) {
        random = new Random(seed);
        var history = new TreeMap<ItemKey, ItemText>();
        Moc2019.folder().items().forEach((key, text) -> {
            if (announced && ALL.contains(key) || key.kind() == ItemKey.Kind.AREA || key.kind() == ItemKey.Kind.SOURCE)
                history.put(key, text);
        });
        world = World.founded(history);
        for (var node : world.all())
            for (var other : world.all())
                heard.computeIfAbsent(node.party, party -> new HashMap<>()).put(other.party, other.log.size());
        // Few items, so that parties meet: two may be the same one.
        items = List.of(pick(ALL), pick(ALL));
    }

    /** All acts said in a history in which every node keeps the rules. */
    static World honest(long seed, int steps) {
        var histories = new Histories(seed);
        for (var i = 0; i < steps; i++) histories.honestStep();
        return histories.world;
    }

    /** All acts said in a history in which some do not. */
    static World dishonest(long seed, int steps) {
        var histories = new Histories(seed);
        for (var i = 0; i < steps; i++)
            if (histories.random.nextInt(3) == 0) histories.dishonestStep();
            else histories.honestStep();
        return histories.world;
    }

    /**
     * All acts said in a history in which one party alone says what comes to mind, and only withholds announcements that it made first and what it
     * proposed on them.
     *
     * @param look at the world after every step, and at what is withheld until then
     */
    static World alone(long seed, PartyCode liar, BiConsumer<World, Set<ActId>> look) {
        var histories = new Histories(seed, !liar.equals(GT));
        if (liar.equals(GT)) histories.withhold();
        for (var i = 0; i < 120; i++) {
            if (histories.random.nextInt(3) == 0) histories.dishonestStep(histories.world.node(liar), true);
            else histories.honestStep();
            look.accept(histories.world, histories.withheld);
        }
        return histories.world;
    }

    /** Announces each item twice, agrees with itself on what follows the first, and shows only the second. */
    private void withhold() {
        var gt = world.node(GT);
        for (var item : new TreeSet<>(items)) {
            if (Founding.isFounded(item.kind())) continue;
            texts++;
            var first = world.utter(GT, new Saying.Announced(item, World.text("una " + texts, GT)));
            var next = new Saying.Proposed(item, first.hash(), World.text("otra " + texts, GT), World.why());
            withheld.addAll(
                    List.of(first.id(), world.utter(GT, next, first.id()).id()));
            utter(gt, new Saying.Announced(item, textFor(item)));
        }
    }

    private void honestStep() {
        var node = world.node(pick(PARTIES));
        switch (random.nextInt(11)) {
            case 10 -> {
                var item = pick(items);
                var text = new TreeMap<ItemKey, ItemText>(Map.of(item, Moc2019.initiative("A1-05")));
                if (!Founding.isFounded(item.kind()))
                    node.say(new Announce(node.speaker, World.FOUNDING.compact(), text));
            }
            case 0, 1, 2, 3 -> hearSome(node);
            case 4 -> {
                var item = pick(items);
                world.tryPropose(node.party, item, textFor(item));
            }
            default -> reply(node);
        }
    }

    /** Hears the next few acts of one other log, in their order. */
    private void hearSome(Node node) {
        var other = world.node(pick(PARTIES));
        var marks = heard.get(node.party);
        int from = marks.get(other.party);
        var to = Math.min(other.log.size(), from + 1 + random.nextInt(6));
        for (var act : other.log.subList(Math.min(from, to), to)) if (!withheld.contains(act.id())) node.hear(act);
        marks.put(other.party, to);
    }

    private void reply(Node node) {
        var proposals = world.acts().stream()
                .filter(act ->
                        act.kind().equals(Saying.PROPOSED) && node.act(act.id()).isPresent())
                .filter(act -> Saying.proposal(act).isPresent())
                .toList();
        if (proposals.isEmpty()) return;
        var answered = this.answered.computeIfAbsent(node.party, party -> new HashSet<>());
        var open =
                proposals.stream().filter(act -> !answered.contains(act.id())).toList();
        // Mostly one that it has not answered yet: by chance alone four parties would hardly ever meet.
        var proposal = pick(open.isEmpty() ? proposals : open);
        answered.add(proposal.id());
        switch (random.nextInt(16)) {
            case 0 -> world.tryRefuse(node.party, proposal);
            case 1 -> world.tryAskToWithdraw(node.party, proposal);
            default -> world.tryAssent(node.party, proposal, null);
        }
    }

    private void dishonestStep() {
        dishonestStep(world.node(pick(PARTIES)), false);
    }

    private void dishonestStep(Node node, boolean alone) {
        var known = world.acts();
        var target = pick(known);
        switch (random.nextInt(alone ? 12 : 16)) {
            case 12, 13 -> assentToTwo(pick(items));
            case 14 -> utter(world.node(GT), new Saying.Announced(items.getFirst(), textFor(items.getFirst())));
            case 15 -> proposeOnAnnouncement(node, pick(items));
            case 0 -> {
                if (!alone) burst(node, pick(items));
            }
            case 1, 2, 3 -> {
                var saying = new Saying.Assented(target.id(), target.hash(), null);
                utter(node, saying, target.id());
            }
            case 4, 5 -> utter(node, new Saying.Refused(target.id(), World.why()), target.id());
            case 6 -> utter(node, new Saying.WithdrawalAsked(target.id(), World.why()), target.id());
            case 7 -> utter(node, new Saying.Assented(target.id(), target.hash(), null));
            case 8 -> {
                var item = pick(items);
                if (!alone) utter(node, new Saying.Announced(item, textFor(item)));
            }
            case 9 -> propose(node, pick(items), target);
            case 10 -> sayAgain(node);
            default -> utterStrangely(node, target);
        }
    }

    /** More proposals than a round takes. */
    private void burst(Node node, ItemKey item) {
        var version = Speaker.version(node.speaker.head(node, item));
        var carrier =
                node.speaker.head(node, item).map(Item.Head::act).map(List::of).orElse(List.of());
        for (var i = 0; i < Round.MOST / 2 + 2; i++)
            node.utter(node.speaker.draft(new Saying.Proposed(item, version, textFor(item), World.why()), carrier));
    }

    private void propose(Node node, ItemKey item, Act base) {
        var named = random.nextBoolean();
        utter(
                node,
                new Saying.Proposed(item, base.hash(), textFor(item), World.why()),
                named ? new ActId[] {base.id()} : new ActId[0]);
    }

    private void proposeOnAnnouncement(Node node, ItemKey item) {
        var announced = world.acts().stream()
                .filter(act -> act.kind().equals(Saying.ANNOUNCED)
                        && act.body().path("item").asString().equals(item.toString()))
                .toList();
        if (!announced.isEmpty()) propose(node, item, pick(announced));
    }

    /** Every party assents to two proposals for one item that are rivals, or may be, whatever else it has said. */
    private void assentToTwo(ItemKey item) {
        var proposals = world.acts().stream()
                .filter(act -> Saying.proposal(act)
                        .filter(proposed -> proposed.item().equals(item))
                        .isPresent())
                .toList();
        if (proposals.isEmpty()) return;
        var first = pick(proposals);
        var rounds = Saying.proposal(first).orElseThrow().rounds();
        var rivals = proposals.stream()
                .filter(act ->
                        !Collections.disjoint(Saying.proposal(act).orElseThrow().rounds(), rounds))
                .filter(act -> random.nextBoolean() || sameBase(act, first))
                .toList();
        for (var proposal : List.of(first, pick(rivals)))
            for (var node : world.all())
                utter(node, new Saying.Assented(proposal.id(), proposal.hash(), null), proposal.id());
    }

    private static boolean sameBase(Act one, Act other) {
        return one.body().path("base").equals(other.body().path("base"));
    }

    /** The very bytes of an earlier act of the same log once more. */
    private void sayAgain(Node node) {
        var act = pick(node.log);
        if (act.kind().equals(Saying.CHARTERED)) return;
        node.utter(new Draft(act.kind(), act.office(), act.to(), act.after(), act.body()));
    }

    private void utterStrangely(Node node, Act target) {
        var draft = node.speaker.draft(new Saying.Refused(target.id(), World.why()), List.of(target.id()));
        node.utter(
                switch (random.nextInt(4)) {
                    case 0 -> new Draft(draft.kind(), "liaison", draft.to(), draft.after(), draft.body());
                    case 1 -> new Draft(draft.kind(), draft.office(), new TreeSet<>(), draft.after(), draft.body());
                    case 2 -> new Draft(Saying.PROPOSED, draft.office(), draft.to(), draft.after(), draft.body());
                    default ->
                        new Draft(
                                draft.kind(),
                                draft.office(),
                                draft.to(),
                                draft.after(),
                                JsonNodeFactory.instance.objectNode().put("proposal", "?"));
                });
    }

    private static void utter(Node node, Saying saying, ActId... after) {
        for (var act : after) if (act.party().equals(node.party) && act.index() >= node.log.size()) return;
        node.utter(node.speaker.draft(saying, List.of(after)));
    }

    private JsonNode textFor(ItemKey item) {
        texts++;
        if (item.kind() == ItemKey.Kind.THRESHOLDS) {
            var text = World.FOUNDING.textOf(item).orElseThrow().toString();
            return JsonMapper.shared().readTree(text.replace("90", Integer.toString(texts)));
        }
        var parties = new ArrayList<PartyCode>();
        for (var party : PARTIES) if (random.nextInt(4) > 0) parties.add(party);
        if (parties.isEmpty()) parties.add(new PartyCode("MX"));
        return World.text("texto " + texts, parties.toArray(PartyCode[]::new));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
