package acorde.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.policy.Evaluation.Source;
import acorde.policy.Marking.Handling;
import acorde.policy.People.Flag;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markings: what they read, what is made of several, and what lowers them. */
class MarkingTest {
    private static Marking marking(Tlp tlp, Handling... handling) {
        return new Marking(tlp, Set.of(handling), new Evaluation(Source.B, 2), false);
    }

    /** EV-6. */
    @Test
    void whiteIsClearAndALabelThatIsNotKnownIsNone() {
        assertEquals(Optional.of(Tlp.CLEAR), Tlp.read("TLP:WHITE"));
        for (var unknown : List.of("", "TLP:", "TLP:BLUE", "amber", "AMBER STRICT", "EX:CHR", "RED "))
            assertEquals(Optional.empty(), Tlp.read(unknown), unknown);
    }

    /** EV-7. */
    @ParameterizedTest
    @EnumSource(Tlp.class)
    void aLabelIsReadAsItIsWritten(Tlp tlp) {
        assertEquals(Optional.of(tlp), Tlp.read(tlp.toString()));
        assertEquals(Optional.of(tlp), Tlp.read("TLP:" + tlp));
    }

    /** EV-3, over trees of products made of products. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aProductCarriesTheStrictestMarkingOfItsParts(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var leaves = new ArrayList<Marking>();
            var product = tree(random, 4, leaves);
            assertEquals(product.tlp() == null, leaves.stream().anyMatch(leaf -> leaf.tlp() == null));
            // Of what is not marked in one part nothing can be said: it goes nowhere (EV-6).
            if (product.tlp() != null) {
                for (var leaf : leaves) assertFalse(product.isLooserThan(leaf), product + " of " + leaves);
                assertTrue(leaves.stream().anyMatch(leaf -> leaf.tlp() == product.tlp()), "no stricter than any part");
            }
            var codes =
                    leaves.stream().flatMap(leaf -> leaf.handling().stream()).collect(Collectors.toSet());
            assertTrue(codes.containsAll(product.handling()), product + " of " + leaves);
        }
    }

    private static Marking tree(Random random, int depth, List<Marking> leaves) {
        if (depth == 0 || random.nextInt(3) == 0) {
            var leaf = new Marking(
                    random.nextInt(20) == 0 ? null : Tlp.values()[random.nextInt(5)],
                    Set.of(Handling.values()[random.nextInt(4)]),
                    new Evaluation(Source.values()[random.nextInt(4)], 1 + random.nextInt(4)),
                    random.nextBoolean());
            leaves.add(leaf);
            return leaf;
        }
        return Marking.strictest(IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> tree(random, depth - 1, leaves))
                .toList());
    }

    /** EV-3. */
    @Test
    void aProductIsAsGoodAsTheWeakestOfItsParts() {
        var product = Marking.strictest(List.of(
                new Marking(Tlp.GREEN, Set.of(Handling.H1), new Evaluation(Source.A, 3), false),
                new Marking(Tlp.AMBER, Set.of(Handling.H2), new Evaluation(Source.X, 1), true)));
        assertEquals(
                new Marking(Tlp.AMBER, Set.of(Handling.H1, Handling.H2), new Evaluation(Source.X, 3), true), product);
        assertThrows(IllegalArgumentException.class, () -> Marking.strictest(List.of()));
    }

    /** EV-2. */
    @Test
    void loweringIsGivingFewerRestrictionsOrAFreerLabel() {
        var amber = marking(Tlp.AMBER, Handling.H2);
        assertTrue(marking(Tlp.GREEN, Handling.H2).isLooserThan(amber));
        assertTrue(marking(Tlp.RED, Handling.H0).isLooserThan(amber));
        assertTrue(marking(null, Handling.H2).isLooserThan(amber));
        assertTrue(marking(Tlp.AMBER).isLooserThan(marking(Tlp.AMBER, Handling.H0)));
        assertFalse(marking(Tlp.AMBER, Handling.H1, Handling.H2).isLooserThan(amber));
        assertFalse(marking(Tlp.RED, Handling.H2).isLooserThan(amber));
        assertFalse(marking(Tlp.AMBER, Handling.H2).isLooserThan(marking(Tlp.AMBER, Handling.H0)));
    }

    /** AS-3. */
    @Test
    void whoSeeksProtectionFromNoKnownCountryIsMarkedSoByThemselves() {
        assertEquals(
                Set.of(Flag.PERSON, Flag.PROTECTION, Flag.COUNTRY_UNKNOWN),
                new People(Set.of(Flag.PROTECTION), Set.of()).flags());
        assertEquals(Set.of(Flag.PERSON, Flag.PROTECTION), new People(Set.of(), Set.of(new Country("NI"))).flags());
    }

    @Test
    void anItemNamesSixtyFourOfAKindAndNoMore() {
        var parties = IntStream.range(0, 65)
                .mapToObj(i -> new PartyCode("" + (char) ('A' + i / 26) + (char) ('A' + i % 26)))
                .toList();
        var none = Circle.Leave.NONE;
        new Circle(Set.copyOf(parties.subList(0, 64)), Set.of(), Set.of(), none);
        assertThrows(IllegalArgumentException.class, () -> new Circle(Set.copyOf(parties), Set.of(), Set.of(), none));
    }
}
