package acorde.policy;

import static acorde.policy.Ask.GT;
import static acorde.policy.Ask.HN;
import static acorde.policy.Ask.SV;
import static acorde.policy.Ask.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acorde.compact.Bilingual;
import acorde.policy.People.Flag;
import acorde.policy.Question.Moment;
import acorde.policy.Retroactive.Regime;
import acorde.policy.Retroactive.Shift;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a changed annex, or a party that joins or leaves, would do to what was exchanged before. */
class RetroactiveTest {
    private static final PartyCode CR = new PartyCode("CR");
    private static final Retroactive SEEN_BY_SV = seenBy(SV);
    private static final String PARTIES = Annexes.permit("P-1", "resource.parties.contains(principal.party)")
            + Annexes.permit("P-2", "principal.party == resource.originator");

    private static Retroactive seenBy(PartyCode party) {
        return new Retroactive(Reader.node(party), new Moment(Ask.TODAY, party, false, Set.of()));
    }

    private static Regime regime(String text, PartyCode... parties) {
        return new Regime(
                Annexes.good(text), List.of(parties).stream().map(Reader::node).toList());
    }

    private static List<Facts> items(int count, Consumer<Ask> change) {
        var items = new ArrayList<Facts>();
        for (var i = 0; i < count; i++) {
            var ask = new Ask();
            change.accept(ask);
            items.add(ask.facts());
        }
        return items;
    }

    @Test
    void aPartyThatJoinsIsToldHowMuchItWouldSee() {
        var items = items(41, a -> a.parties = Set.of(HN, CR));
        items.addAll(items(5, a -> a.parties = Set.of(HN)));
        var shifts = SEEN_BY_SV.between(regime(PARTIES, HN, SV), regime(PARTIES, HN, SV, CR), items);
        assertEquals(List.of(new Shift("CR", 41, 0, 0, 0)), shifts);
        assertEquals(
                List.of(new Bilingual(
                        "41 elementos pasarían a ser visibles para CR.", "41 items would become visible to CR.")),
                shifts.getFirst().words());
    }

    @Test
    void aPartyThatLeavesIsToldWhatItMustGiveUp() {
        var shifts = SEEN_BY_SV.between(regime(PARTIES, HN, GT), regime(PARTIES, GT), items(1, a -> {}));
        assertEquals(
                List.of(new Bilingual(
                        "1 elemento dejaría de ser visible para HN.", "1 item would no longer be visible to HN.")),
                shifts.getFirst().words());
    }

    @Test
    void aRuleThatKeepsBackAFieldNarrowsWhatIsSeen() {
        var now = PARTIES + Annexes.forbid("F-1", "assessment", "principal.party == \"GT\"");
        var items = items(3, a -> {});
        var narrower = SEEN_BY_SV.between(regime(PARTIES, GT, HN), regime(now, GT, HN), items);
        assertEquals(List.of(new Shift("GT", 0, 0, 0, 3)), narrower);
        assertEquals(
                "3 elementos mostrarían menos campos a GT.",
                narrower.getFirst().words().getFirst().es());
        var wider = SEEN_BY_SV.between(regime(now, GT, HN), regime(PARTIES, GT, HN), items);
        assertEquals(List.of(new Shift("GT", 0, 0, 3, 0)), wider);
    }

    @Test
    void theSameRulesChangeNothing() {
        assertEquals(
                List.of(), SEEN_BY_SV.between(regime(PARTIES, GT, HN), regime(PARTIES, HN, GT), items(3, a -> {})));
    }

    /** AS-1: a count that grows would tell of somebody. */
    @Test
    void whatTheViewerMayNotFindIsNotCounted() {
        var items = items(2, a -> a.people = new People(Set.of(Flag.PROTECTION), Set.of(new Country("HN"))));
        var then = regime(PARTIES, GT);
        var now = regime(PARTIES + Annexes.forbid("F-1", "true"), GT);
        assertEquals(List.of(new Shift("GT", 0, 2, 0, 0)), SEEN_BY_SV.between(then, now, items));
        assertEquals(List.of(), seenBy(HN).between(then, now, items));
    }

    /** AS-1. */
    @Test
    void noAnnexMakesVisibleWhatTheCoreHides() {
        var items = items(2, a -> a.people = new People(Set.of(Flag.PROTECTION), Set.of(new Country("HN"))));
        var open = PARTIES + Annexes.permit("ALL", "true");
        assertEquals(
                List.of(new Shift("US", 2, 0, 0, 0)),
                SEEN_BY_SV.between(regime(PARTIES, HN, US), regime(open, HN, US), items));
    }

    @Test
    void aReaderStandsOnce() {
        assertThrows(IllegalArgumentException.class, () -> regime(PARTIES, HN, HN));
    }
}
