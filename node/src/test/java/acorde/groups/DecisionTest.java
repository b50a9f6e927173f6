package acorde.groups;

import static acorde.groups.World.ALL;
import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static acorde.groups.World.SV;
import static acorde.groups.World.US;
import static acorde.groups.World.action;
import static acorde.groups.World.assent;
import static acorde.groups.World.at;
import static acorde.groups.World.decision;
import static acorde.groups.World.put;
import static acorde.groups.World.refuse;
import static acorde.groups.World.rule;
import static acorde.groups.World.span;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.trustlog.Hash;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Decisions by consent, in meetings and in writing, and the actions that follow from them. */
class DecisionTest {
    private final World world = World.withGroup();

    @Test
    void aDecisionIsTakenWhenEveryPartyThatWasThereHasAssented() {
        var call = world.meeting(US, GT, HN, SV);
        var put = world.say(HN, put(call, "10:30", "recalcular"));
        world.say(GT, assent(call, put));
        world.say(US, assent(call, put));
        assertEquals(Decided.State.OPEN, world.decided(call, put).state());
        assertEquals(Set.of(SV), world.decided(call, put).silent());
        world.say(SV, assent(call, put));
        assertEquals(Decided.State.TAKEN, world.decided(call, put).state());
    }

    @Test
    void aPartyThatJumpsWithItsNumberIsNotFollowedNorIsANumberSignedThatEveryNodeWouldReject() {
        var call = world.meeting(US, GT, HN, SV);
        assertEquals(0, Decided.lastNumber(world.node(SV).sitting(call)));
        world.say(HN, put(call, "10:30", "recalcular"));
        assertEquals(1, Decided.lastNumber(world.node(SV).sitting(call)));
        world.say(HN, new Saying.Put(call.id(), 100_000, null, at("10:31"), decision("el último")));
        assertEquals(2, Decided.lastNumber(world.node(SV).sitting(call)));
        var beyond = new Saying.Put(call.id(), 100_001, null, at("10:32"), decision("ninguno"));
        assertEquals(Rule.GROUP_MALFORMED, rule(world.trySay(SV, beyond)));
        var next = World.called("A1", 100_001, "2026-11-24T10:00");
        assertEquals(Rule.GROUP_MALFORMED, rule(world.tryBegin(SV, next)));
    }

    @Test
    void oneRefusalEndsADecision() {
        var call = world.meeting(US, GT, HN, SV);
        var put = world.say(HN, put(call, "10:30", "recalcular"));
        world.say(SV, refuse(call, put));
        assertEquals(Decided.State.REFUSED, world.decided(call, put).state());
        assertEquals(Rule.DECIDED_ALREADY, rule(world.trySay(US, assent(call, put))));
    }

    @Test
    void whereTheMandateAsksForFewerThoseWhoAreThereDecide() {
        var three = World.withGroup(World.mandate(3));
        var call = three.meeting(US, GT, HN);
        var put = three.say(HN, put(call, "10:30", "recalcular"));
        three.say(GT, assent(call, put));
        three.say(US, assent(call, put));
        assertEquals(Decided.State.TAKEN, three.decided(call, put).state());
    }

    @Test
    void aPartyThatSaysItWasThereCannotBeLeftOut() {
        var three = World.withGroup(World.mandate(3));
        var call = three.meeting(US, GT, HN);
        three.say(SV, new Saying.Presence(call.id(), SV, List.of(span("10:00", null))));
        var put = three.say(HN, put(call, "10:30", "recalcular"));
        three.say(GT, assent(call, put));
        three.say(US, assent(call, put));
        assertEquals(Decided.State.OPEN, three.decided(call, put).state());
        assertEquals(Set.of(SV), three.decided(call, put).silent());
    }

    @Test
    void whoIsToDoSomethingHasAssentedToIt() {
        var three = World.withGroup(World.mandate(3));
        var call = three.meeting(US, GT, HN);
        var put = three.say(HN, put(call, "10:30", "que SV nombre enlace", action(SV, "nombrar", "2026-12-04")));
        three.say(GT, assent(call, put));
        three.say(US, assent(call, put));
        assertEquals(Decided.State.OPEN, three.decided(call, put).state());
        three.say(SV, assent(call, put));
        assertEquals(Decided.State.TAKEN, three.decided(call, put).state());
    }

    @Test
    void theFirstWordOfAPartyCountsAndASecondChangesNothing() {
        var call = world.meeting(US, GT, HN, SV);
        var put = world.say(HN, put(call, "10:30", "recalcular"));
        world.say(SV, assent(call, put));
        assertEquals(Rule.WORD_GIVEN, rule(world.trySay(SV, refuse(call, put))));
        var second = world.utter(SV, refuse(call, put));
        assertEquals("WORD_GIVEN", world.node(US).rejected.get(second.id()));
        assertEquals(Decided.State.OPEN, world.decided(call, put).state());
        var kept = GroupsRows.write(world.node(US).sitting(call));
        assertTrue(kept.contains(second.id().toString()), "it is counted among what its author said");
        assertFalse(kept.contains("porque sí"), "but its reason takes no room");
    }

    @Test
    void anAssentToAnotherTextIsNone() {
        var call = world.meeting(US, GT, HN, SV);
        var put = world.say(HN, put(call, "10:30", "recalcular"));
        var other = new Saying.Assented(call.id(), put.id(), Hash.of(new byte[Hash.SIZE]), null);
        assertEquals(Rule.NOT_THAT_TEXT, rule(world.trySay(SV, other)));
        assertEquals(
                "NOT_THAT_TEXT",
                world.node(US).rejected.get(world.utter(SV, other).id()));
    }

    @Test
    void silenceIsNeverConsentAndAClockThatHasRunOutDecidesNothing() {
        var until = at("12:00").plus(Duration.ofDays(10));
        var asked = circulate(until);
        world.say(GT, assent(asked, asked));
        world.say(US, assent(asked, asked));
        var late = until.plusSeconds(1);
        var decided = world.decided(asked, asked);
        assertEquals(Decided.State.OPEN, decided.state());
        assertFalse(Undecided.of(decided).isOverdue(until));
        assertTrue(Undecided.of(decided).isOverdue(late));
        assertEquals(Set.of(SV), decided.silent());
        for (var node : world.all()) node.now = late;
        world.say(SV, assent(asked, asked));
        assertEquals(Decided.State.TAKEN, world.decided(asked, asked).state());
    }

    @Test
    void whatStaysUnansweredClimbsTheLadder() {
        var days = List.of(7, 21, 45, 60);
        var due = LocalDate.parse("2026-12-03");
        assertEquals(new Rung(0, due.plusDays(7)), Rung.of(days, due, due));
        assertEquals(new Rung(0, due.plusDays(7)), Rung.of(days, due, due.plusDays(6)));
        assertEquals(new Rung(1, due.plusDays(21)), Rung.of(days, due, due.plusDays(7)));
        assertEquals(new Rung(4, null), Rung.of(days, due, due.plusDays(60)));
    }

    @Test
    void whatNobodyAnsweredInTimeIsListedTheHighestFirstAndComesBeforeThoseAloneWhoWereAllAsked() {
        world.adopt("GT-HN-frontera", World.mandate(List.of(GT, HN), 2), List.of(GT, HN));
        var until = at("12:00").plus(Duration.ofDays(10));
        var later = circulate(until.plus(Duration.ofDays(9)));
        var first = circulate(until);
        var between = world.begin(
                HN,
                new Saying.Circulated("GT-HN-frontera", Hash.of(new byte[Hash.SIZE]), 1, until, decision("entre dos")));
        for (var party : List.of(GT, US)) world.say(party, assent(first, first));
        var sittings = world.node(HN).sittings();
        var days = new Patience(List.of(7, 21, 45), 7);
        assertEquals(
                List.of(), Unanswered.all(UnansweredTest.inWriting(sittings), days, UnansweredTest.AT_ONCE, until));
        var listed = Unanswered.all(
                UnansweredTest.inWriting(sittings), days, UnansweredTest.AT_ONCE, until.plus(Duration.ofDays(10)));
        assertEquals(
                List.of(first.id(), between.id(), later.id()),
                listed.stream().map(each -> each.question().act()).toList());
        assertEquals(
                List.of(1, 1, 0),
                listed.stream().map(each -> each.rung().number()).toList());
        assertTrue(listed.get(0).concerns(List.of(HN, SV)));
        assertFalse(listed.get(0).concerns(List.of(HN, GT)), "it waits for one that does not sit there");
        assertTrue(listed.get(1).concerns(List.of(GT, HN)));
        assertFalse(listed.get(1).concerns(World.ALL), "two of them were not asked");
    }

    @Test
    void aClockThatHasRunOutBeforeItIsAskedForIsRefused() {
        assertEquals(
                Rule.CLOCK_RUN_OUT,
                rule(world.tryBegin(
                        HN,
                        new Saying.Circulated(
                                "A1", Hash.of(new byte[Hash.SIZE]), 1, world.node(HN).now, decision("tarde")))));
    }

    @Test
    void whoeverAsksAllTheSameForWhatIsOverdueAsksNothing() {
        var asked = circulate(at("12:00").plus(Duration.ofDays(1)));
        if (!(Saying.read(asked).orElseThrow()
                instanceof Saying.Circulated(var group, var mandate, var _, var _, var decision)))
            throw new AssertionError(asked);
        var now = world.node(HN).now;
        var late = new Saying.Circulated(group, mandate, 2, now, decision);
        assertEquals(
                "CLOCK_RUN_OUT",
                world.node(SV)
                        .rejected
                        .get(world.utter(HN, World.OFFICE, late, asked.after()).id()));
        var just = new Saying.Circulated(group, mandate, 3, now.plusSeconds(1), decision);
        var act = world.utter(HN, World.OFFICE, just, asked.after());
        assertEquals(Decided.State.OPEN, world.decided(act, act).state());
    }

    @Test
    void inWritingAllPartiesAreAskedAndNothingElseIsSaid() {
        var asked = circulate(at("12:00").plus(Duration.ofDays(1)));
        assertEquals(Set.of(GT, SV, US), world.decided(asked, asked).silent());
        var opened = new Saying.Opened(asked.id(), at("10:00"));
        assertEquals(Rule.NOT_IN_WRITING, rule(world.trySay(GT, opened)));
        assertEquals(
                "NOT_IN_WRITING",
                world.node(SV).rejected.get(world.utter(GT, opened).id()));
    }

    @Test
    void listsAreReadByARowForEachDecisionAndForEachActionOfThoseThatWereTaken() {
        var call = world.meeting(US, GT, HN, SV);
        var about =
                new DecisionText(decision("una").text(), "A1-05", List.of(action(SV, "nombrar enlace", "2026-12-04")));
        var first = world.say(HN, new Saying.Put(call.id(), 1, null, at("10:20"), about));
        world.say(HN, put(call, "10:30", "de otra cosa"));
        var second = world.say(HN, new Saying.Put(call.id(), 3, null, at("10:40"), about));
        for (var party : List.of(US, GT, SV)) world.say(party, assent(call, first));
        var sitting = world.node(GT).sitting(call);
        var listing = Listing.of(sitting);
        assertEquals(3, listing.decisions().size());
        assertEquals("A1-05", listing.decisions().get(second.id()).initiative());
        assertEquals(
                Decided.State.OPEN, listing.decisions().get(second.id()).state(), "nothing follows before it is taken");
        assertEquals(Set.of(new Part(first.id(), 1)), listing.actions().keySet());
        assertTrue(listing.actions().get(new Part(first.id(), 1)).open());
        assertEquals(listing.decisions(), world.node(GT).rows(Listing.DECISION));
        assertEquals(listing.actions(), world.node(GT).rows(Listing.ACTION));
    }

    private Act circulate(java.time.Instant until) {
        return world.begin(
                HN, new Saying.Circulated("A1", Hash.of(new byte[Hash.SIZE]), 1, until, decision("por escrito")));
    }

    @Test
    void anActionIsOwedOnceItsDecisionIsTakenAndDoneWhenAnotherPartyConfirmsIt() {
        var call = world.meeting(US, GT, HN, SV);
        var put = world.say(HN, put(call, "10:30", "listas", action(SV, "nombrar enlace", "2026-12-04")));
        var id = new Part(put.id(), 1);
        var done = new Saying.Reported(call.id(), id, Action.Progress.DONE, null);
        assertEquals(Rule.NOT_DECIDED, rule(world.trySay(SV, done)));
        assertEquals(List.of(), Owed.all(world.node(SV).sitting(call)));
        for (var party : List.of(GT, SV, US)) world.say(party, assent(call, put));
        assertEquals(Owed.State.OWED, owed(call).state());
        assertTrue(owed(call).isLate(LocalDate.parse("2026-12-05")));
        assertEquals(Rule.NOT_OWNER, rule(world.trySay(US, done)));
        world.say(SV, new Saying.Reported(call.id(), id, Action.Progress.BLOCKED, World.why()));
        assertEquals(Owed.State.BLOCKED, owed(call).state());
        var report = world.say(SV, done);
        assertEquals(Owed.State.REPORTED, owed(call).state());
        var confirmed = new Saying.Checked(call.id(), report.id(), true, null);
        assertEquals(Rule.OWN_ACTION_REPORT, rule(world.trySay(SV, confirmed)));
        world.say(HN, new Saying.Checked(call.id(), report.id(), false, World.why()));
        assertEquals(Owed.State.DISPUTED, owed(call).state());
        world.say(HN, confirmed);
        assertEquals(Owed.State.CONFIRMED, owed(call).state());
    }

    @Test
    void nobodyIsGivenAnActionWhoHasNoSeat() {
        var world = new World();
        var two = List.of(GT, HN);
        world.adopt("GT-HN-frontera", World.mandate(two, 2), two);
        var asked = new Saying.Circulated(
                "GT-HN-frontera",
                Hash.of(new byte[Hash.SIZE]),
                1,
                at("12:00").plus(Duration.ofDays(1)),
                decision("que lo haga otra", action(SV, "esto", "2026-12-04")));
        assertEquals(Rule.OWNER_NOT_SEATED, rule(world.tryBegin(HN, asked)));
    }

    @Test
    void aPartySaysAtMostThreeHundredThingsInASittingAndTheFirstOfThemCount() {
        var call = world.meeting(US, GT, HN, SV);
        var present = new Saying.Presence(call.id(), SV, List.of(span("10:00", null)));
        var absent = new Saying.Presence(call.id(), SV, List.of());
        for (var i = 0; i < Proceedings.MOST; i++)
            world.node(SV).say(new Speak(world.node(SV).speaker(World.OFFICE), i % 2 == 0 ? present : absent));
        assertEquals(Rule.TOO_MUCH_SAID, rule(world.trySay(SV, present)));
        var act = world.utter(SV, present);
        assertEquals("TOO_MUCH_SAID", world.node(US).rejected.get(act.id()));
        for (var party : ALL)
            assertEquals(Proceedings.MOST, world.node(party).sitting(call).count(SV));
    }

    @Test
    void aPartyPutsAtMostThirtyDecisionsInAMeetingAndTheFirstOfThemCountInWhateverOrderTheyCome() {
        var call = world.meeting(US, GT, HN, SV);
        for (var i = 0; i < Proceedings.DECISIONS; i++) world.say(SV, put(call, "10:30", "decisión " + i));
        assertEquals(Rule.TOO_MUCH_SAID, rule(world.trySay(SV, put(call, "10:30", "una más"))));
        world.say(HN, put(call, "10:30", "de otra parte"));
        var beyond =
                List.of(world.utter(SV, put(call, "10:30", "una más")), world.utter(SV, put(call, "10:30", "y otra")));
        world.say(SV, new Saying.Presence(call.id(), SV, List.of(span("10:00", null))));
        var node = world.node(US);
        for (var act : beyond) assertEquals("TOO_MUCH_SAID", node.rejected.get(act.id()));
        assertEquals(Proceedings.DECISIONS + 1, Decided.all(node.sitting(call)).size());
        var acts = world.acts();
        var random = new Random(30);
        for (var i = 0; i < 20; i++) {
            var other = new Node(US);
            Collections.shuffle(acts, random);
            acts.forEach(other::hear);
            assertEquals(node.state(), other.state());
        }
    }

    private Owed owed(Act call) {
        return Owed.all(world.node(SV).sitting(call)).getFirst();
    }
}
