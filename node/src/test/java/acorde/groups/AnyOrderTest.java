package acorde.groups;

import static acorde.groups.World.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.Draft;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a set of acts of groups comes to does not depend on the order in which they came. Checked over histories made up from seeds. */
class AnyOrderTest {
    private final Set<Decided.State> decided = EnumSet.noneOf(Decided.State.class);
    private final Set<Course.State> courses = EnumSet.noneOf(Course.State.class);
    private final Set<String> rules = new HashSet<>();

    @Test
    void anyOrderOfArrivalGivesTheSameStateAndVerdicts() {
        over(0, 60);
    }

    @Test
    @Tag("slow")
    void anyOrderOfArrivalGivesTheSameStateAndVerdictsOverManyHistories() {
        over(1_000, 100);
    }

    private void over(int first, int count) {
        for (var seed = first; seed < first + count; seed++) {
            var acts = new History(seed).acts();
            var node = hearing(acts);
            var random = new Random(seed);
            for (var i = 0; i < 3; i++) {
                var shuffled = new ArrayList<>(acts);
                Collections.shuffle(shuffled, random);
                assertEquals(node.state(), hearing(shuffled).state(), "seed " + seed);
            }
            assertEquals(node.state(), hearing(acts.reversed()).state(), "seed " + seed);
            rules.addAll(node.rejected.values());
            assertListed(node);
            for (var sitting : node.sittings()) {
                Decided.all(sitting).forEach(one -> decided.add(one.state()));
                if (sitting.sitting().isMeeting())
                    courses.add(Course.of(sitting).state());
            }
        }
        assertEquals(EnumSet.allOf(Decided.State.class), decided, "the histories must come to something");
        assertEquals(EnumSet.allOf(Course.State.class), courses, "the histories must come to something");
        assertTrue(rules.contains("TOO_MANY_POINTS"), "the histories must break rules: " + rules);
        assertTrue(rules.size() > 7, "the histories must break rules: " + rules);
    }

    /** What lists are read by is a function of what was said, and nothing of it stays that is so no more. */
    private static void assertListed(Node node) {
        var decisions = new HashMap<Object, Object>();
        var actions = new HashMap<Object, Object>();
        for (var sitting : node.sittings()) {
            decisions.putAll(Listing.of(sitting).decisions());
            actions.putAll(Listing.of(sitting).actions());
        }
        assertEquals(decisions, node.rows(Listing.DECISION));
        assertEquals(actions, node.rows(Listing.ACTION));
    }

    private static Node hearing(List<Act> acts) {
        var node = new Node(World.SV);
        acts.forEach(node::hear);
        assertEquals(0, node.waits());
        return node;
    }

    /** Four parties in a group in which three make a quorum; each has heard only some of the others, and some keep no rules. */
    private static final class History {
        private final Random random;
        private final World world = World.withGroup(World.mandate(3));
        private final List<Act> sittings = new ArrayList<>();

        History(long seed) {
            random = new Random(seed);
            sittings.add(world.meeting(World.GT, World.HN, World.SV));
            for (var i = 0; i < 120; i++) step();
            world.hearAll();
        }

        List<Act> acts() {
            return world.acts();
        }

        private void step() {
            var party = pick(ALL);
            var node = world.node(party);
            if (random.nextInt(3) == 0) hearSome(node);
            else if (sittings.isEmpty() || random.nextInt(20) == 0) begin(party);
            else speak(node, pick(sittings));
        }

        /** Half of the time all that another has said, else only the beginning of it. */
        private void hearSome(Node node) {
            var log = world.node(pick(ALL)).log;
            var end = random.nextBoolean() ? log.size() : random.nextInt(log.size() + 1);
            log.subList(0, end).forEach(node::hear);
        }

        private void begin(PartyCode party) {
            if (world.tryBegin(party, World.called("2026-11-23T1" + random.nextInt(5) + ":00")) instanceof List<?> said)
                sittings.add((Act) said.getFirst());
        }

        private void speak(Node node, Act sitting) {
            if (!sitting.by().equals(node.party) && node.act(sitting.id()).isEmpty()) return;
            var saying = saying(node, sitting);
            if (saying == null) return;
            if (random.nextInt(3) > 0) node.say(new Speak(node.speaker(World.OFFICE), saying));
            else if (saying.after().stream().allMatch(id -> node.act(id).isPresent())) utter(node, saying);
        }

        private void utter(Node node, Saying.Within saying) {
            var to = new TreeSet<>(ALL);
            to.remove(node.party);
            var office = random.nextInt(12) == 0 ? "liaison" : World.OFFICE;
            var after = random.nextInt(12) == 0 ? List.<acorde.acts.ActId>of() : saying.after();
            node.utter(new Draft(saying.kind(), office, to, after, saying.body()));
        }

        private Saying.Within saying(Node node, Act sitting) {
            var call = sitting.id();
            var proceedings = node.row(GroupsRows.SITTING, call);
            var said = proceedings.map(one -> List.copyOf(one.said().values())).orElse(List.of());
            return switch (random.nextInt(16)) {
                case 0 -> new Saying.Opened(call, World.at("10:0" + random.nextInt(3)));
                case 1, 2, 3 ->
                    new Saying.Presence(
                            call,
                            random.nextBoolean() ? node.party : pick(ALL),
                            random.nextInt(4) == 0 ? List.of() : spans());
                case 4 ->
                    new Saying.Put(
                            call,
                            random.nextInt(9) + 1,
                            null,
                            World.at("10:30"),
                            random.nextBoolean()
                                    ? World.decision("d" + random.nextInt())
                                    : World.decision("d", World.action(pick(ALL), "x", "2026-12-04")));
                case 5 ->
                    new Saying.Points(
                            call,
                            Collections.nCopies(
                                    pick(List.of(1, 99, 150)), new Point(Why.ASKED, World.both("p"), null, null)));
                case 7 -> random.nextInt(4) == 0 ? new Saying.Closed(call, World.at("12:00")) : null;
                case 8 -> random.nextInt(3) == 0 ? new Saying.Cancelled(call, World.why()) : null;
                default -> word(node, call, said);
            };
        }

        /** Most often there from the beginning; sometimes twice at once, and sometimes only after the close. */
        private List<Span> spans() {
            return switch (random.nextInt(8)) {
                case 0 -> List.of(World.span("10:00", null), World.span("10:10", null));
                case 1 -> List.of(World.span("12:10", null));
                default -> List.of(World.span("10:00", null));
            };
        }

        private Saying.Within word(Node node, acorde.acts.ActId call, List<Utterance<Saying>> said) {
            var puts =
                    said.stream().filter(one -> one.saying().asks().isPresent()).toList();
            if (puts.isEmpty()) return null;
            var put = pick(puts);
            return switch (random.nextInt(8)) {
                case 0 -> new Saying.Refused(call, put.act(), World.why());
                case 1 -> new Saying.Reported(call, new Part(put.act(), 1), Action.Progress.DONE, null);
                default -> new Saying.Assented(call, put.act(), put.hash(), null);
            };
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
