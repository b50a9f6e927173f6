package acorde.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a set of acts comes to does not depend on the order in which they came. Checked over histories made up from seeds. */
class AnyOrderTest {
    private static final int STEPS = 120;

    @Test
    void anyOrderOfArrivalGivesTheSameState() {
        honest(0, 40);
    }

    @Test
    @Tag("slow")
    void anyOrderOfArrivalGivesTheSameStateOverManyHistories() {
        honest(1_000, 150);
    }

    @Test
    void anyOrderOfArrivalGivesTheSameStateAndVerdictsWhateverIsSaid() {
        dishonest(0, 40);
    }

    @Test
    @Tag("slow")
    void anyOrderOfArrivalGivesTheSameStateAndVerdictsOverManyDishonestHistories() {
        dishonest(1_000, 150);
    }

    /** Honest nodes break no rule, and no two rivals of theirs are ever both complete. */
    private static void honest(int first, int count) {
        var founded = World.founded().node(World.SV).inForce();
        var inForce = 0L;
        for (var seed = first; seed < first + count; seed++) {
            var world = Histories.honest(seed, STEPS);
            var node = inAnyOrder(seed, world.acts());
            assertEquals(Map.of(), node.rejected, "seed " + seed);
            assertEquals(List.of(), node.contested(), "seed " + seed);
            inForce += node.inForce() - founded;
        }
        assertTrue(inForce > count / 8, "the histories must come to something: " + inForce);
    }

    /** Two rivals are both complete only if some party broke its word, and then the acts that prove it are there. */
    private static void dishonest(int first, int count) {
        var contested = 0;
        var rules = new HashSet<String>();
        for (var seed = first; seed < first + count; seed++) {
            var world = Histories.dishonest(seed, STEPS);
            var node = inAnyOrder(seed, world.acts());
            rules.addAll(node.rejected.values());
            for (var round : node.contested()) {
                contested++;
                var outcome = (Consent.Outcome.Contested) Consent.outcome(round);
                assertTrue(!Consent.brokenWords(outcome.proposals()).isEmpty(), "seed " + seed);
            }
        }
        assertTrue(contested > 0, "the histories must hold broken words");
        assertTrue(rules.size() > 8, "the histories must break rules: " + rules);
    }

    /** Hears the acts in several orders, and returns one of the nodes that all came to the same. */
    private static Node inAnyOrder(long seed, List<Act> acts) {
        var random = new Random(seed);
        var node = hearing(acts);
        var state = node.state();
        for (var i = 0; i < 3; i++) {
            var shuffled = new ArrayList<>(acts);
            Collections.shuffle(shuffled, random);
            assertEquals(state, hearing(shuffled).state(), "seed " + seed);
        }
        assertEquals(state, hearing(acts.reversed()).state(), "seed " + seed);
        return node;
    }

    private static Node hearing(List<Act> acts) {
        var node = new Node(World.FOUNDING, World.SV);
        acts.forEach(node::hear);
        assertEquals(0, node.waits());
        return node;
    }
}
