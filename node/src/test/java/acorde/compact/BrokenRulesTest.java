package acorde.compact;

import static acorde.compact.World.A105;
import static acorde.compact.World.GT;
import static acorde.compact.World.HN;
import static acorde.compact.World.SV;
import static acorde.compact.World.US;
import static acorde.compact.World.forAll;
import static acorde.compact.World.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Draft;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of acts no honest node would write, or that were held back: one list of broken rules. */
// longer than a file should be: a list, read line by line
class BrokenRulesTest {
    private final World world = World.founded();
    private final Node us = world.node(US);

    @Test
    void anActThatBreaksARuleIsRejectedAndChangesNothing() {
        var before = us.state();
        var act = world.utter(HN, new Saying.Refused(new ActId(GT, 5), World.why()), new ActId(GT, 5));
        us.hear(act);
        assertEquals("UNKNOWN_PROPOSAL", us.rejected.remove(act.id()));
        assertEquals(before, us.state());
    }

    /** A node is told of entries that are not for it only that they are there. */
    @Test
    void aWordToWhatItsAuthorDidNotGiveUsIsNoFaultOfItsOwn() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.node(GT).hear(proposal);
        var word = world.assent(GT, proposal);
        us.passOver(proposal.id());
        assertRejected("NOT_GIVEN_TO_US", word);
        var on = new Saying.Proposed(A105, proposal.hash(), forAll("dos"), World.why());
        assertRejected("NOT_GIVEN_TO_US", world.utter(GT, on, proposal.id()));
    }

    @Test
    void theFirstWordInALogCountsEvenIfItWasHeldBack() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        var refusal = world.utter(GT, new Saying.Refused(proposal.id(), World.why()), proposal.id());
        var assent = world.utter(GT, assent(proposal), proposal.id());
        us.hear(assent);
        assertFalse(us.rejected.containsKey(assent.id()));
        us.hear(refusal);
        assertEquals("ALREADY_SAID", us.rejected.get(assent.id()));
        assertInstanceOf(Consent.Standing.Dead.class, ConsentTest.standing(us, proposal));
    }

    @Test
    void aVersionInForceFallsWhenARefusalHeldBackComesOut() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        var refusal = world.utter(GT, new Saying.Refused(proposal.id(), World.why()), proposal.id());
        us.hear(world.utter(GT, assent(proposal), proposal.id()));
        us.hear(world.assent(SV, proposal));
        world.assent(US, proposal);
        assertEquals(Item.Standing.CONSENTED, us.item(A105).standing());
        us.hear(refusal);
        assertEquals(Item.Standing.ANNOUNCED, us.item(A105).standing());
    }

    @Test
    void aPartyThatAssentedToTwoLivingRivalsIsShownWithBothSignedAssents() {
        var first = world.propose(HN, A105, forAll("uno"));
        var second = world.propose(GT, A105, forAll("dos"));
        world.hearAll();
        var words = new ArrayList<Act>();
        for (var party : List.of(US, GT, SV)) words.add(world.utter(party, assent(first), first.id()));
        for (var party : List.of(US, HN, SV)) words.add(world.utter(party, assent(second), second.id()));
        words.forEach(us::hear);
        var item = us.item(A105);
        assertEquals(Item.Standing.CONTESTED, item.standing());
        assertEquals(1, Optional.ofNullable(item.head()).orElseThrow().number(), "the base stays");
        var round = us.round(first).orElseThrow();
        var contested = assertInstanceOf(Consent.Outcome.Contested.class, Consent.outcome(round));
        var proofs = Consent.brokenWords(contested.proposals());
        assertEquals(
                List.of(GT, HN, SV, US),
                proofs.stream().map(Consent.BrokenWord::party).toList());
        assertEquals(new Consent.BrokenWord(US, words.get(3).id(), words.get(0).id()), proofs.get(3));
        assertFalse(item.consented());
    }

    @Test
    void aNewItemWhoseContestEndsByRefusalsHeldBackIsOnlyProposedAgain() {
        var item = ItemKey.initiative("A1-09");
        var rivals = List.of(world.propose(HN, item, forAll("uno")), world.propose(GT, item, forAll("dos")));
        world.hearAll();
        var refusals = new ArrayList<Act>();
        for (var rival : rivals) refusals.add(world.utter(SV, new Saying.Refused(rival.id(), World.why()), rival.id()));
        for (var rival : rivals)
            for (var party : List.of(US, GT, HN, SV))
                if (!party.equals(rival.by())) us.hear(world.utter(party, assent(rival), rival.id()));
        assertEquals(Item.Standing.CONTESTED, us.item(item).standing());
        us.hear(refusals.getFirst());
        assertEquals(Optional.of(rivals.getLast().hash()), ConsentTest.version(us, item));
        us.hear(refusals.getLast());
        assertEquals(Optional.empty(), us.row(CompactRows.ITEM, item));
    }

    @Test
    void nothingFollowsOnAContestedBase() {
        aPartyThatAssentedToTwoLivingRivalsIsShownWithBothSignedAssents();
        ConsentTest.assertObjection(Rule.CONTESTED, world.tryPropose(US, A105, forAll("tres")));
    }

    @Test
    void aSeventeenthProposalOfAPartyOnOneBaseIsRejected() {
        var base = ConsentTest.version(us, A105).orElseThrow();
        var carrier = head(A105);
        var acts = new ArrayList<Act>();
        for (var i = 0; i <= Round.MOST; i++)
            acts.add(world.utter(HN, new Saying.Proposed(A105, base, forAll("n" + i), World.why()), carrier));
        acts.forEach(us::hear);
        assertEquals("TOO_MANY", us.rejected.get(acts.getLast().id()));
        assertEquals(
                Round.MOST, us.round(acts.getFirst()).orElseThrow().proposals().size());
    }

    @Test
    void ofManyProposalsTheFirstInTheLogCountWhateverTheirOrderOfArrival() {
        var base = ConsentTest.version(us, A105).orElseThrow();
        var carrier = head(A105);
        var acts = new ArrayList<Act>();
        for (var i = 0; i <= Round.MOST; i++)
            acts.add(world.utter(HN, new Saying.Proposed(A105, base, forAll("n" + i), World.why()), carrier));
        acts.reversed().forEach(us::hear);
        assertEquals("TOO_MANY", us.rejected.get(acts.getLast().id()));
        assertEquals(1, us.rejected.size());
    }

    @Test
    void wordsToAProposalPastTheLimitAreStillToldFirstFromSecond() {
        var base = ConsentTest.version(us, A105).orElseThrow();
        var carrier = head(A105);
        var last = new Act[1];
        for (var i = 0; i <= Round.MOST; i++) {
            last[0] = world.utter(HN, new Saying.Proposed(A105, base, forAll("n" + i), World.why()), carrier);
            us.hear(last[0]);
        }
        var first = world.utter(GT, new Saying.Refused(last[0].id(), World.why()), last[0].id());
        var second = world.utter(GT, assent(last[0]), last[0].id());
        us.hear(second);
        us.hear(first);
        assertEquals("ALREADY_SAID", us.rejected.get(second.id()));
        assertFalse(us.rejected.containsKey(first.id()));
    }

    @Test
    void aProposalMustNameTheActThatCarriesItsBase() {
        var base = ConsentTest.version(us, A105).orElseThrow();
        var act = world.utter(HN, new Saying.Proposed(A105, base, forAll("uno"), World.why()));
        assertRejected("AFTER_MISSING", act);
    }

    @Test
    void theBaseOfAnotherItemIsNoBase() {
        var other = ItemKey.initiative("A1-04");
        var base = ConsentTest.version(us, other).orElseThrow();
        var act = world.utter(HN, new Saying.Proposed(A105, base, forAll("uno"), World.why()), head(other));
        assertRejected("UNKNOWN_BASE", act);
    }

    @Test
    void aProposalWithHalfAMeasureIsRejected() {
        var half = (ObjectNode) forAll("uno");
        half.set("indicator", ProposedTextTest.measure().without("baselineAt"));
        var version = ConsentTest.version(us, A105).orElseThrow();
        assertRejected(
                "TEXT_INCOMPLETE", world.utter(HN, new Saying.Proposed(A105, version, half, World.why()), head(A105)));
    }

    @Test
    void aRejectedProposalIsNoBase() {
        var bad = world.utter(HN, new Saying.Proposed(A105, null, text("x").deepCopy(), World.why()));
        assertRejected("TEXT_INCOMPLETE", bad);
        var act = world.utter(HN, new Saying.Proposed(A105, bad.hash(), forAll("uno"), World.why()), bad.id());
        assertRejected("UNKNOWN_BASE", act);
    }

    @Test
    void aProposalOnAProposalThatIsNotInForceComesToLifeWithIt() {
        var first = world.propose(HN, A105, forAll("uno"));
        var second = world.utter(HN, new Saying.Proposed(A105, first.hash(), forAll("dos"), World.why()), first.id());
        world.hearAll();
        for (var party : List.of(US, GT, SV)) world.utter(party, assent(second), second.id());
        world.hearAll();
        assertEquals(Item.Standing.ANNOUNCED, us.item(A105).standing());
        for (var party : List.of(US, GT, SV)) world.utter(party, assent(first), first.id());
        world.hearAll();
        assertEquals(Optional.of(second.hash()), ConsentTest.version(us, A105));
    }

    @Test
    void aWordMustNameItsProposalInAfter() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        us.hear(proposal);
        assertRejected("AFTER_MISSING", world.utter(GT, assent(proposal)));
    }

    @Test
    void aPartyThatIsNotConcernedIsNotHeard() {
        var police = ItemKey.initiative("A4-02");
        var proposal = world.propose(HN, police, text("policías", GT, HN, SV));
        world.hearAll();
        assertRejected("NOT_CONCERNED", world.utter(US, assent(proposal), proposal.id()));
    }

    @Test
    void anAssentToAnotherTextIsRejected() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        var other = new Saying.Assented(proposal.id(), World.FOUNDING.hash(), null);
        assertRejected("OTHER_TEXT", world.utter(GT, other, proposal.id()));
    }

    @Test
    void anActOfTheCompactGoesToEveryParty() {
        var node = world.node(HN);
        var base = ConsentTest.version(us, A105).orElseThrow();
        var saying = new Saying.Proposed(A105, base, forAll("uno"), World.why());
        var draft = node.speaker.draft(saying, List.of(head(A105)));
        assertRejected("NOT_TO_ALL", node.utter(World.addressedTo(draft, GT, US)));
    }

    @Test
    void onlyTheAnnouncerAnnounces() {
        var act = world.utter(HN, new Saying.Announced(ItemKey.initiative("A9-99"), forAll("uno")));
        assertRejected("NOT_ANNOUNCER", act);
    }

    @Test
    void theFirstAnnouncementCountsEvenIfItWasHeldBack() {
        var item = ItemKey.initiative("A9-99");
        var first = world.utter(GT, new Saying.Announced(item, forAll("primero")));
        var second = world.utter(GT, new Saying.Announced(item, forAll("segundo")));
        us.hear(second);
        us.hear(first);
        assertEquals("ALREADY_ANNOUNCED", us.rejected.get(second.id()));
        assertEquals(Optional.of(first.hash()), ConsentTest.version(us, item));
    }

    @Test
    void noAnnouncementOutweighsConsent() {
        var item = ItemKey.initiative("A1-09");
        var proposal = world.propose(HN, item, forAll("nueva"));
        world.hearAll();
        for (var party : List.of(US, GT, SV)) world.assent(party, proposal);
        world.hearAll();
        us.hear(world.utter(GT, new Saying.Announced(item, forAll("anunciada"))));
        assertEquals(Optional.of(proposal.hash()), ConsentTest.version(us, item));
        assertEquals(Item.Standing.CONSENTED, us.item(item).standing());
    }

    /** A new item that lacks one word; then it is announced, and all agree on a change of what was announced. */
    @Test
    void anOlderProposalDoesNotTakeThePlaceOfWhatAllAgreedOnSinceItWasAnnounced() {
        var item = ItemKey.initiative("A1-09");
        var older = world.propose(HN, item, forAll("nueva"));
        world.hearAll();
        for (var party : List.of(US, GT)) world.assent(party, older);
        var announced = world.utter(GT, new Saying.Announced(item, forAll("anunciada")));
        world.hearAll();
        var rival = new Saying.Proposed(item, announced.hash(), forAll("cambiada"), World.why());
        var change = world.utter(SV, rival, announced.id());
        world.hearAll();
        ConsentTest.assertObjection(Rule.RIVAL_LIVES, world.tryAssent(US, change, null));
        for (var party : List.of(US, GT, HN)) world.utter(party, assent(change), change.id());
        world.hearAll();
        assertEquals(Optional.of(change.hash()), ConsentTest.version(us, item));
        us.hear(world.utter(SV, assent(older), older.id()));
        assertEquals(Item.Standing.CONTESTED, us.item(item).standing());
        var contested = assertInstanceOf(
                Consent.Outcome.Contested.class, Consent.outcome(us.round(older).orElseThrow()));
        assertEquals(
                Set.of(US, GT, HN, SV),
                Consent.brokenWords(contested.proposals()).stream()
                        .map(Consent.BrokenWord::party)
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatWasProposedBeforeItWasAnnouncedCanStillBeAgreedOnOrRefused() {
        var agreed = ItemKey.initiative("A1-09");
        var refused = ItemKey.initiative("A9-98");
        var first = world.propose(HN, agreed, forAll("una"));
        var second = world.propose(HN, refused, forAll("otra"));
        world.hearAll();
        for (var item : List.of(agreed, refused)) world.utter(GT, new Saying.Announced(item, forAll("anunciada")));
        world.hearAll();
        for (var party : List.of(US, GT, SV)) world.assent(party, first);
        world.refuse(SV, second);
        world.hearAll();
        assertEquals(Optional.of(first.hash()), ConsentTest.version(us, agreed));
        assertEquals(Item.Standing.ANNOUNCED, us.item(refused).standing());
    }

    @Test
    void whatAPartyProposedIsNotAnnouncedOverItsHead() {
        var item = ItemKey.initiative("A1-09");
        world.propose(HN, item, forAll("nueva"));
        world.hearAll();
        var gt = world.node(GT);
        var history = new TreeMap<ItemKey, ItemText>(Map.of(item, Moc2019.initiative("A1-05")));
        ConsentTest.assertObjection(
                Rule.ALREADY_ANNOUNCED, gt.say(new Announce(gt.speaker, World.FOUNDING.compact(), history)));
    }

    @Test
    void anAnnouncementHeldBackDoesNotUndoWhatWasAgreedOnALaterOne() {
        var item = ItemKey.initiative("A9-99");
        var held = world.utter(GT, new Saying.Announced(item, forAll("primero")));
        var change = agreedOnASecondAnnouncement(item);
        assertEquals(Optional.of(change.hash()), ConsentTest.version(us, item));
        us.hear(held);
        assertEquals(Optional.of(change.hash()), ConsentTest.version(us, item));
        assertEquals(Item.Standing.CONSENTED, us.item(item).standing());
    }

    /** The announcer brings up an announcement that concerns nobody but itself, and agrees with itself. */
    @Test
    void theAnnouncerAloneUndoesNothingByAnAnnouncementHeldBack() {
        var item = ItemKey.initiative("A9-99");
        var held = world.utter(GT, new Saying.Announced(item, text("mía", GT)));
        var mine = new Saying.Proposed(item, held.hash(), text("solo mía", GT), World.why());
        var alone = world.utter(GT, mine, held.id());
        var change = agreedOnASecondAnnouncement(item);
        for (var act : List.of(held, alone)) us.hear(act);
        assertFalse(us.rejected.containsKey(alone.id()));
        assertEquals(Optional.of(change.hash()), ConsentTest.version(us, item));
        assertEquals(Item.Standing.CONSENTED, us.item(item).standing());
    }

    private Act agreedOnASecondAnnouncement(ItemKey item) {
        var second = world.utter(GT, new Saying.Announced(item, forAll("segundo")));
        us.hear(second);
        var saying = new Saying.Proposed(item, second.hash(), text("cambiado", GT, SV, US), World.why());
        var change = world.utter(US, saying, second.id());
        for (var party : List.of(GT, HN, SV)) us.hear(world.utter(party, assent(change), change.id()));
        return change;
    }

    @Test
    void whatAnOfficeThatMayNotAnnouncedIsNoBase() {
        var gt = world.node(GT);
        var draft = gt.speaker.draft(new Saying.Announced(ItemKey.initiative("A9-99"), forAll("x")), List.of());
        var bad = gt.utter(new Draft(draft.kind(), "liaison", draft.to(), draft.after(), draft.body()));
        assertRejected("OFFICE_MAY_NOT", bad);
        var on = new Saying.Proposed(ItemKey.initiative("A9-99"), bad.hash(), forAll("uno"), World.why());
        assertRejected("UNKNOWN_BASE", world.utter(HN, on, bad.id()));
    }

    @Test
    void whatIsFoundedIsNeitherAnnouncedNorProposedAnew() {
        var thresholds = new ItemKey(ItemKey.Kind.THRESHOLDS, "moc-2019");
        var text = World.FOUNDING.textOf(thresholds).orElseThrow();
        assertRejected("UNKNOWN_ITEM", world.utter(GT, new Saying.Announced(thresholds, text)));
        assertRejected("UNKNOWN_ITEM", world.utter(HN, new Saying.Proposed(thresholds, null, text, World.why())));
        var another = new ItemKey(ItemKey.Kind.THRESHOLDS, "another");
        assertRejected(
                "UNKNOWN_ITEM",
                world.utter(HN, new Saying.Proposed(another, World.FOUNDING.hash(), text, World.why())));
    }

    @Test
    void aCompactHasOneTextOfRulesOfReleaseCalledAsItself() {
        var text = new ReleaseRules("permit (principal, action, resource);").toJson();
        var another = new ItemKey(ItemKey.Kind.RELEASE, "another");
        assertRejected("UNKNOWN_ITEM", world.utter(GT, new Saying.Announced(another, text)));
        assertRejected("UNKNOWN_ITEM", world.utter(HN, new Saying.Proposed(another, null, text, World.why())));
    }

    /** No act is judged by what rules say: programs of two versions could differ, and what is in force must not. */
    @Test
    void rulesOfReleaseNeedOnlyBeATextThatCanBeShown() {
        var item = World.FOUNDING.releaseRules();
        var base = world.node(HN).speaker.head(world.node(HN), item).orElseThrow();
        for (var bad : List.of("", "a\u0000", "a\u202e", "x".repeat(100_001))) {
            var text = new ReleaseRules(bad).toJson();
            var proposed = new Saying.Proposed(item, base.version(), text, World.why());
            assertRejected("TEXT_INCOMPLETE", world.utter(HN, proposed, base.act()));
        }
        var text = new ReleaseRules("x".repeat(100_000)).toJson();
        var act = world.utter(HN, new Saying.Proposed(item, base.version(), text, World.why()), base.act());
        assertEquals(null, world.node(HN).rejected.get(act.id()));
    }

    /** It would be a fault of the node to stumble over what it has to complain of. */
    @Test
    void whatCannotBeShownIsComplainedOfAllTheSame() {
        for (var name : List.of("a\u202e", "\u0000", "x".repeat(200_000))) {
            var text = ((ObjectNode) forAll("uno")).put("area", name).put(name, 1);
            var base = world.node(HN).speaker.head(world.node(HN), A105).orElseThrow();
            var proposed = new Saying.Proposed(A105, base.version(), text, World.why());
            assertRejected("TEXT_INCOMPLETE", world.utter(HN, proposed, base.act()));
        }
    }

    @Test
    void theAssentToTheCharterStandsFirstInItsLog() {
        assertRejected("NOT_FIRST", world.utter(HN, new Saying.Chartered(World.FOUNDING.hash())));
    }

    @Test
    void anAssentToAnotherCharterIsRejected() {
        var fresh = new World();
        var act = fresh.utter(HN, new Saying.Chartered(Hash.of(new byte[32])));
        assertEquals("OTHER_CHARTER", fresh.node(HN).rejected.get(act.id()));
    }

    @Test
    void thePartiesOfTheCharterCannotBeAmended() {
        var charter = new ItemKey(ItemKey.Kind.CHARTER, "moc-2019");
        var text = World.FOUNDING.text().toJson();
        text.put("announcer", "HN");
        assertRejected(
                "CHARTER_PARTIES",
                world.utter(HN, new Saying.Proposed(charter, World.FOUNDING.hash(), text, World.why())));
    }

    private void assertRejected(String rule, Act act) {
        us.hear(act);
        assertEquals(rule, us.rejected.get(act.id()));
    }

    private ActId head(ItemKey item) {
        return Optional.ofNullable(us.item(item).head()).map(Item.Head::act).orElseThrow();
    }

    static Saying.Assented assent(Act proposal) {
        return new Saying.Assented(proposal.id(), proposal.hash(), null);
    }

    static List<PartyCode> parties() {
        return List.of(US, GT, HN, SV);
    }
}
