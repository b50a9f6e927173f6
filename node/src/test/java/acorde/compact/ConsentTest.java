package acorde.compact;

import static acorde.compact.World.A105;
import static acorde.compact.World.GT;
import static acorde.compact.World.HN;
import static acorde.compact.World.SV;
import static acorde.compact.World.US;
import static acorde.compact.World.forAll;
import static acorde.compact.World.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of consent, one by one, as honest nodes keep them. From the simplest to the hardest. */
class ConsentTest {
    private final World world = World.founded();
    private final Node hn = world.node(HN);

    @Test
    void whatWasAnnouncedIsNotConsented() {
        assertEquals(Item.Standing.ANNOUNCED, hn.item(A105).standing());
        assertEquals(48, initiatives(Item.Standing.ANNOUNCED));
        assertEquals(0, initiatives(Item.Standing.CONSENTED));
    }

    @Test
    void whatWasFoundedWithTheCharterIsConsented() {
        var thresholds = new ItemKey(ItemKey.Kind.THRESHOLDS, "moc-2019");
        assertEquals(Item.Standing.CONSENTED, hn.item(thresholds).standing());
        assertEquals(Optional.of(World.FOUNDING.hash()), version(hn, thresholds));
    }

    @Test
    void proposingIsAssenting() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        assertEquals(List.of(US, GT, SV), sorted(silent(hn, proposal)));
    }

    @Test
    void whatWasAnnouncedOrProposedByAnotherIsHeldToNoMeasure() {
        assertEquals(48, initiatives(Item.Standing.ANNOUNCED));
        var version = version(hn, A105).orElseThrow();
        var carrier =
                Optional.ofNullable(hn.item(A105).head()).map(Item.Head::act).orElseThrow();
        var act = world.utter(
                GT, new Saying.Proposed(A105, version, ProposedTextTest.withoutReason(""), World.why()), carrier);
        hn.hear(act);
        assertTrue(!hn.rejected.containsKey(act.id()), "no act is rejected for it");
    }

    @Test
    void silenceIsNeverConsent() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        world.assent(GT, proposal);
        world.assent(SV, proposal);
        world.hearAll();
        assertEquals(Item.Standing.ANNOUNCED, hn.item(A105).standing());
        assertEquals(List.of(US), sorted(silent(hn, proposal)));
    }

    @Test
    void aTextIsInForceWhenEveryRequiredPartyAssented() {
        var proposal = inForce(world, HN, forAll("uno"));
        for (var node : world.all()) {
            assertEquals(Item.Standing.CONSENTED, node.item(A105).standing());
            assertEquals(Optional.of(proposal.hash()), version(node, A105));
        }
    }

    @Test
    void oneRefusalKillsAProposalForEver() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        world.refuse(GT, proposal);
        world.hearAll();
        assertObjection(Rule.PROPOSAL_DEAD, world.tryAssent(SV, proposal, null));
        assertInstanceOf(Consent.Standing.Dead.class, standing(hn, proposal));
    }

    @Test
    void aReservationDoesNotKeepATextFromEnteringIntoForce() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        World.said(world.tryAssent(GT, proposal, new Remark(null, "as far as our law allows")));
        world.assent(SV, proposal);
        world.assent(US, proposal);
        world.hearAll();
        assertEquals(Item.Standing.CONSENTED, hn.item(A105).standing());
    }

    @Test
    void aPartySaysOneThingToAProposal() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        world.assent(GT, proposal);
        assertObjection(Rule.ALREADY_SAID, world.tryRefuse(GT, proposal));
        assertObjection(Rule.ALREADY_SAID, world.tryAssent(GT, proposal, null));
        assertObjection(Rule.ALREADY_SAID, world.tryRefuse(HN, proposal));
    }

    @Test
    void anAssentToAnotherTextIsRefused() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        var node = world.node(GT);
        var other = new Saying.Assented(proposal.id(), World.FOUNDING.hash(), null);
        assertObjection(
                Rule.OTHER_TEXT,
                node.say(
                        new Reply(node.speaker, other, Saying.proposal(proposal).orElseThrow())));
    }

    @Test
    void aPartyMayNotAssentToASecondRivalWhileTheFirstLives() {
        var first = world.propose(HN, A105, forAll("uno"));
        var second = world.propose(GT, A105, forAll("dos"));
        world.hearAll();
        world.assent(SV, first);
        var objection = assertObjection(Rule.RIVAL_LIVES, world.tryAssent(SV, second, null));
        assertEquals(Optional.of(first.id()), objection.about());
    }

    @Test
    void aPartyMayNotProposeWhileARivalItAssentedToLives() {
        world.propose(HN, A105, forAll("uno"));
        assertObjection(Rule.RIVAL_LIVES, world.tryPropose(HN, A105, forAll("dos")));
    }

    @Test
    void anAssentToASecondRivalNamesTheRefusalThatKilledTheFirst() {
        var first = world.propose(HN, A105, forAll("uno"));
        var second = world.propose(GT, A105, forAll("dos"));
        world.hearAll();
        world.assent(SV, first);
        var refusal = world.refuse(US, first);
        world.hearAll();
        assertEquals(
                List.of(second.id(), refusal.id()), world.assent(SV, second).after());
    }

    /** Only a party that the winner does not need can still have a living rival: all others assented to one thing at a time. */
    @Test
    void whenAProposalEntersIntoForceItsRivalsAreSuperseded() {
        var police = ItemKey.initiative("A4-02"); // of GT, HN and SV
        var rival = world.propose(US, police, text("con EE. UU.", US, GT, HN, SV));
        var proposal = world.propose(HN, police, text("sin EE. UU.", GT, HN, SV));
        world.hearAll();
        world.assent(GT, proposal);
        world.assent(SV, proposal);
        world.hearAll();
        assertEquals(Optional.of(proposal.hash()), version(hn, police));
        var objection = assertObjection(Rule.SUPERSEDED, world.tryAssent(GT, rival, null));
        assertEquals(Optional.of(proposal.id()), objection.about());
        assertObjection(Rule.SUPERSEDED, world.tryRefuse(GT, rival));
        assertObjection(Rule.SUPERSEDED, world.tryAskToWithdraw(US, rival));
    }

    @Test
    void aProposalOnABaseThatHasMovedIsNotMade() {
        var node = world.node(HN);
        var old = version(node, A105).orElseThrow();
        inForce(world, HN, forAll("uno"));
        var stale = new Propose(node.speaker, new Saying.Proposed(A105, old, forAll("dos"), World.why()));
        assertObjection(Rule.BASE_MOVED, node.say(stale));
    }

    @Test
    void versionsFollowEachOther() {
        inForce(world, HN, forAll("uno"));
        var second = inForce(world, GT, forAll("dos"));
        var third = inForce(world, US, forAll("tres"));
        assertEquals(Optional.of(third.hash()), version(hn, A105));
        assertEquals(4, Optional.ofNullable(hn.item(A105).head()).orElseThrow().number());
        assertTrue(third.after().contains(second.id()));
    }

    @Test
    void onlyThePartiesOfAnInitiativeAreAskedAboutIt() {
        var police = ItemKey.initiative("A4-02"); // of GT, HN and SV
        var proposal = world.propose(HN, police, text("policías", GT, HN, SV));
        world.hearAll();
        assertObjection(Rule.NOT_CONCERNED, world.tryAssent(US, proposal, null));
        assertObjection(Rule.NOT_CONCERNED, world.tryPropose(US, police, text("otra", GT, HN, SV)));
        world.assent(GT, proposal);
        world.assent(SV, proposal);
        world.hearAll();
        assertEquals(Item.Standing.CONSENTED, hn.item(police).standing());
    }

    @Test
    void whoeverATextBringsInOrLeavesOutIsAskedToo() {
        var police = ItemKey.initiative("A4-02");
        var proposal = world.propose(HN, police, text("policías", US, HN));
        assertEquals(List.of(US, GT, SV), sorted(silent(hn, proposal)));
    }

    @Test
    void anInitiativeOfOnePartyIsInForceWhenItProposesIt() {
        var training = ItemKey.initiative("A4-10"); // Honduras offers its facilities
        var proposal = world.propose(HN, training, text("cupos", HN));
        assertEquals(Optional.of(proposal.hash()), version(hn, training));
    }

    @Test
    void aNewItemNeedsEveryPartyWhoeverOwesIt() {
        var item = ItemKey.initiative("A1-09");
        var proposal = world.propose(HN, item, text("nueva", HN));
        assertEquals(Optional.empty(), hn.row(CompactRows.ITEM, item));
        world.hearAll();
        for (var party : List.of(US, GT, SV)) world.assent(party, proposal);
        world.hearAll();
        assertEquals(Item.Standing.CONSENTED, hn.item(item).standing());
    }

    @Test
    void whatIsInForceIsAmendedAndNotProposedAnew() {
        inForce(world, HN, forAll("uno"));
        var anew = new Propose(hn.speaker, new Saying.Proposed(A105, null, forAll("dos"), World.why()));
        assertObjection(Rule.ALREADY_IN_FORCE, hn.say(anew));
    }

    @Test
    void aTextThatChangesNothingIsNotProposed() {
        inForce(world, HN, forAll("uno"));
        assertObjection(Rule.NOTHING_CHANGES, world.tryPropose(HN, A105, forAll("uno")));
    }

    /** CO-2. */
    @Test
    void rulesOfReleaseThatWereOnlyAnnouncedAreAdoptedAsTheyStandByAll() {
        var item = World.FOUNDING.releaseRules();
        assertEquals(Item.Standing.ANNOUNCED, hn.item(item).standing());
        var announced = Moc2019.folder().items().get(item);
        var proposal = world.propose(SV, item, announced.toJson());
        world.hearAll();
        for (var party : List.of(US, GT)) world.assent(party, proposal);
        world.hearAll();
        assertEquals(Item.Standing.ANNOUNCED, hn.item(item).standing());
        world.assent(HN, proposal);
        world.hearAll();
        for (var node : world.all()) {
            assertEquals(Item.Standing.CONSENTED, node.item(item).standing());
            assertEquals(Optional.of(proposal.hash()), version(node, item));
        }
    }

    @Test
    void onlyTheProposerAsksToWithdraw() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        assertObjection(Rule.NOT_PROPOSER, world.tryAskToWithdraw(GT, proposal));
        world.askToWithdraw(HN, proposal);
        assertObjection(Rule.ALREADY_SAID, world.tryAskToWithdraw(HN, proposal));
    }

    @Test
    void aProposalAskedToBeWithdrawnLivesUntilSomebodyRefusesIt() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.askToWithdraw(HN, proposal);
        world.hearAll();
        assertInstanceOf(Consent.Standing.Open.class, standing(hn, proposal));
        world.refuse(SV, proposal);
        world.hearAll();
        assertInstanceOf(Consent.Standing.Dead.class, standing(hn, proposal));
        assertObjection(Rule.PROPOSAL_DEAD, world.tryAskToWithdraw(HN, proposal));
    }

    @Test
    void whatIsInForceCannotBeWithdrawn() {
        var proposal = inForce(world, HN, forAll("uno"));
        assertObjection(Rule.ALREADY_IN_FORCE, world.tryAskToWithdraw(HN, proposal));
    }

    @Test
    void onlyCoordinationSpeaks() {
        var liaison = new Speaker(World.FOUNDING, HN, new OfficeCode("liaison-copan"));
        var version = version(hn, A105).orElseThrow();
        assertObjection(
                Rule.OFFICE_MAY_NOT,
                hn.say(new Propose(liaison, new Saying.Proposed(A105, version, forAll("uno"), World.why()))));
        assertObjection(Rule.OFFICE_MAY_NOT, hn.say(new AssentToCharter(liaison)));
    }

    @Test
    void partiesAndKeysAreNotAmendedYetButWordsAre() {
        var charter = new ItemKey(ItemKey.Kind.CHARTER, "moc-2019");
        var text = World.FOUNDING.text().toJson();
        text.putObject("title").put("es", "Otro título").put("en", "Another title");
        var proposal = world.propose(HN, charter, text);
        world.hearAll();
        for (var party : List.of(US, GT, SV)) world.assent(party, proposal);
        world.hearAll();
        assertEquals(Optional.of(proposal.hash()), version(hn, charter));
        var more = text.deepCopy();
        ((ObjectNode) more.path("parties").get(0)).putObject("keys");
        assertObjection(Rule.CHARTER_PARTIES, world.tryPropose(HN, charter, more));
    }

    @Test
    void aPartyHasAtMostSixteenProposalsOnOneBase() {
        for (var i = 0; i < Round.MOST; i++) {
            var proposal = world.propose(HN, A105, forAll("n" + i));
            world.node(GT).hear(proposal);
            hn.hear(world.refuse(GT, proposal));
        }
        assertObjection(Rule.TOO_MANY, world.tryPropose(HN, A105, forAll("una más")));
    }

    @Test
    void onlyTheAnnouncerAnnouncesAndOnlyOnce() {
        var folder = Moc2019.folder();
        assertObjection(Rule.NOT_ANNOUNCER, hn.say(new Announce(hn.speaker, folder.id(), folder.items())));
        var gt = world.node(GT);
        assertObjection(Rule.ALREADY_ANNOUNCED, gt.say(new Announce(gt.speaker, folder.id(), folder.items())));
    }

    @Test
    void aLogBeginsWithOneAssentToTheCharter() {
        assertObjection(Rule.ALREADY_SAID, hn.say(new AssentToCharter(hn.speaker)));
    }

    @Test
    void anOrdinaryProposalOrWordChangesOneRow() {
        var proposal = world.propose(HN, A105, forAll("uno"));
        assertEquals(1, hn.changes);
        world.node(GT).hear(proposal);
        world.assent(GT, proposal);
        assertEquals(1, world.node(GT).changes);
        world.askToWithdraw(HN, proposal);
        assertEquals(1, hn.changes);
    }

    static Act inForce(World world, PartyCode proposer, JsonNode text) {
        var proposal = world.propose(proposer, A105, text);
        world.hearAll();
        for (var node : world.all()) if (!node.party.equals(proposer)) world.assent(node.party, proposal);
        world.hearAll();
        return proposal;
    }

    static Objection assertObjection(Rule rule, Object outcome) {
        var objection = assertInstanceOf(Objection.class, outcome);
        assertEquals(rule, objection.rule());
        return objection;
    }

    static Optional<Hash> version(Node node, ItemKey item) {
        return Optional.ofNullable(node.item(item).head()).map(Item.Head::version);
    }

    static Proposal proposal(Node node, Act act) {
        return node.round(act).flatMap(round -> round.proposal(act.id())).orElseThrow();
    }

    static Consent.Standing standing(Node node, Act act) {
        return Consent.standing(proposal(node, act));
    }

    private static SortedSet<PartyCode> silent(Node node, Act act) {
        return proposal(node, act).silent();
    }

    /** In the order of their places. */
    private static List<PartyCode> sorted(Set<PartyCode> parties) {
        return List.of(US, GT, HN, SV).stream().filter(parties::contains).toList();
    }

    private long initiatives(Item.Standing standing) {
        return Moc2019.all(Initiative.class).keySet().stream()
                .filter(code -> hn.item(ItemKey.initiative(code)).standing() == standing)
                .count();
    }
}
