package acorde.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.compact.Item;
import acorde.compact.ReleaseRules;
import acorde.trustlog.Hash;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By which rules a node decides: those that every party assented to, and no others. */
class AdoptedTest {
    private static final ActId ACT = new ActId(Ask.SV, 7);
    private static final ReleaseRules OPEN = new ReleaseRules(Annexes.permit("ALL", "true"));

    private final Adopted adopted = new Adopted();

    private static Optional<Item> item(boolean consented, ReleaseRules rules, int version) {
        var bytes = new byte[Hash.SIZE];
        bytes[0] = (byte) version;
        var head =
                new Item.Head(Hash.of(bytes), version, null, ACT, rules.toJson().toString());
        return Optional.of(
                consented
                        ? new Item(null, Item.Standing.CONSENTED, head, null)
                        : new Item(ACT, Item.Standing.ANNOUNCED, head, null));
    }

    private Decision decide(Optional<Item> item) {
        return Policy.decide(adopted.inForce(item), Ask.ask(a -> {}));
    }

    /** CO-2. */
    @Test
    void rulesThatWereOnlyAnnouncedReleaseNothing() {
        assertInstanceOf(Decision.Refused.class, decide(Optional.empty()));
        assertInstanceOf(Decision.Refused.class, decide(item(false, OPEN, 1)));
        assertInstanceOf(Decision.Released.class, decide(item(true, OPEN, 2)));
    }

    @Test
    void whereNoRulesAreInForceTheReasonIsThatNonePermitsIt() {
        assertEquals("0", decide(Optional.empty()).reasons().first().rule());
    }

    @Test
    void rulesInForceThatCannotBeReadReleaseNothing() {
        assertInstanceOf(Decision.Refused.class, decide(item(true, new ReleaseRules("permit"), 2)));
    }

    @Test
    void anotherVersionIsReadAnewAndTheSameOnlyOnce() {
        var first = adopted.inForce(item(true, OPEN, 2));
        assertSame(first, adopted.inForce(item(true, OPEN, 2)));
        var stricter = new ReleaseRules(OPEN.text() + Annexes.forbid("F-1", "true"));
        assertInstanceOf(Decision.Refused.class, decide(item(true, stricter, 3)));
        assertSame(adopted.read(stricter), adopted.read(stricter));
    }

    @Test
    void faultsComeWithTheirLines() {
        assertEquals(0, adopted.faults(OPEN).size());
        var faults = adopted.faults(new ReleaseRules("\n\npermit (principal, action, resource);"));
        assertTrue(faults.stream().allMatch(fault -> fault.line() == 3), faults.toString());
        assertEquals(3, faults.size());
    }

    @Test
    void noMoreTextsAreKeptThanAFew() {
        var first = adopted.read(OPEN);
        for (var i = 0; i < 8; i++) adopted.read(new ReleaseRules("// " + i));
        assertTrue(first != adopted.read(OPEN), "of many texts, those that were read longest ago are forgotten");
    }
}
