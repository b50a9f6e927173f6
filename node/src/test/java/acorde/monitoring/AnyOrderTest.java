package acorde.monitoring;

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

/**
 * What a set of acts comes to does not depend on the order in which they came. Checked over histories made up from
 * seeds.
 */
class AnyOrderTest {
    private static final int STEPS = 120;

    @Test
    void anyOrderOfArrivalGivesTheSameState() {
        honest(0, 40);
    }

    @Test
    @Tag("slow")
    void anyOrderOfArrivalGivesTheSameStateOverManyHistories() {
        honest(1_000, 100);
    }

    @Test
    void anyOrderOfArrivalGivesTheSameStateAndVerdictsWhateverIsSaid() {
        dishonest(0, 60);
    }

    @Test
    @Tag("slow")
    void anyOrderOfArrivalGivesTheSameStateAndVerdictsOverManyDishonestHistories() {
        dishonest(1_000, 100);
    }

    private static void honest(int first, int count) {
        var words = 0;
        for (var seed = first; seed < first + count; seed++) {
            var world = Histories.honest(seed, STEPS);
            var ear = inAnyOrder(seed, world.acts());
            assertEquals(Map.of(), ear.rejected, "seed " + seed);
            for (var account : ear.facts(World.CODE).accounts().values())
                words += account.words().size();
        }
        assertTrue(words > 2 * count, "the histories must come to something: " + words);
    }

    private static void dishonest(int first, int count) {
        var rules = new HashSet<String>();
        for (var seed = first; seed < first + count; seed++)
            rules.addAll(inAnyOrder(seed, Histories.dishonest(seed, STEPS).acts())
                    .rejected
                    .values());
        assertTrue(
                rules.containsAll(List.of(
                        "MALFORMED",
                        "OFFICE_MAY_NOT",
                        "AFTER_MISSING",
                        "UNKNOWN_REPORT",
                        "OWN_REPORT",
                        "NOT_YOUR_REPORT",
                        "UNKNOWN_FIGURE",
                        "UNKNOWN_DISPUTE",
                        "TOO_MANY_CORRECTIONS")),
                "the histories must break rules: " + rules);
    }

    /** Hears the acts in several orders, and returns one of the ears that all came to the same. */
    private static Ear inAnyOrder(long seed, List<Act> acts) {
        var random = new Random(seed);
        var ear = hearing(acts);
        var state = ear.state();
        for (var i = 0; i < 3; i++) {
            var shuffled = new ArrayList<>(acts);
            Collections.shuffle(shuffled, random);
            assertEquals(state, hearing(shuffled).state(), "seed " + seed);
        }
        assertEquals(state, hearing(acts.reversed()).state(), "seed " + seed);
        return ear;
    }

    private static Ear hearing(List<Act> acts) {
        var ear = new Ear(World.FOUNDING, World.SV);
        acts.forEach(ear::hear);
        assertEquals(0, ear.waits());
        return ear;
    }
}
