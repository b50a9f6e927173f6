package acorde.groups;

import static acorde.groups.World.ALL;
import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static acorde.groups.World.SV;
import static acorde.groups.World.US;
import static acorde.groups.World.at;
import static acorde.groups.World.called;
import static acorde.groups.World.rule;
import static acorde.groups.World.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mandate, chair, call and course of a meeting. */
class MeetingTest {
    @Test
    void aMeetingIsNeitherCalledForNorMovedToATimeThatIsPast() {
        var world = World.withGroup();
        var now = world.node(HN).now;
        var limit = LocalDateTime.ofInstant(now.minus(When.GRACE), World.ZONE);
        assertEquals(
                Rule.MEETING_PAST,
                rule(world.tryBegin(HN, called(limit.minusMinutes(1).toString()))));
        var call = world.begin(HN, called(limit.toString()));
        var moved =
                new Saying.Changed(call.id(), World.when(limit.minusMinutes(1).toString()), World.online(), why());
        assertEquals(Rule.MEETING_PAST, rule(world.trySay(GT, moved)));
    }

    @Test
    void aMeetingIsCalledOnlyUnderAMandateThatAllItsPartiesAdopted() {
        var world = new World();
        assertEquals(Rule.NO_MANDATE, rule(world.tryBegin(HN, called("2026-11-23T10:00"))));
        var proposal = world.propose(GT, "A1", World.mandate(4));
        world.hearAll();
        world.assent(HN, proposal);
        world.assent(SV, proposal);
        world.hearAll();
        assertEquals(Rule.NO_MANDATE, rule(world.tryBegin(HN, called("2026-11-23T10:00"))));
        world.assent(US, proposal);
        world.hearAll();
        world.begin(HN, called("2026-11-23T10:00"));
    }

    @Test
    void aCallThatDoesNotNameTheAssentsOfAllIsRejected() {
        var world = World.withGroup();
        var proposal = world.node(GT).log.getFirst();
        var assent = world.node(HN).log.getFirst();
        var call = new Saying.Called("A1", proposal.hash(), 1, World.when("2026-11-23T10:00"), World.online(), null);
        var act = world.utter(HN, World.OFFICE, call, List.of(proposal.id(), assent.id()));
        assertEquals("MANDATE_MISSING", world.node(SV).rejected.get(act.id()));
    }

    @Test
    void aGroupOfSomeIsTheirsAloneAndItsMandateNeedsOnlyTheirConsent() {
        var world = new World();
        var two = List.of(GT, HN);
        world.adopt("GT-HN-frontera", World.mandate(two, 2), two);
        var call = world.begin(HN, called("GT-HN-frontera", 1, "2026-11-23T10:00"));
        assertEquals(java.util.Set.of(GT), call.to());
        assertTrue(world.node(SV).sittings().isEmpty());
        assertEquals(Rule.NOT_SEATED, rule(world.tryBegin(SV, called("GT-HN-frontera", 2, "2026-11-24T10:00"))));
    }

    @Test
    void theSeatsOfAGroupAreThoseOfThePartiesItsCodeNames() {
        var world = new World();
        var proposal = world.propose(GT, "GT-HN-frontera", World.mandate(4));
        assertEquals("GROUP_SEATS", world.node(GT).rejected.get(proposal.id()));
        var other = world.propose(GT, "A1", World.mandate(List.of(GT, HN), 2));
        assertEquals("GROUP_SEATS", world.node(GT).rejected.get(other.id()));
    }

    @Test
    void theChairGoesRoundByTheCalendar() {
        var world = World.withGroup();
        world.node(SV).now = at("10:00").minus(Duration.ofDays(600));
        assertEquals(GT, chair(world, "2025-06-01T10:00"));
        assertEquals(GT, chair(world, "2026-12-31T10:00"));
        assertEquals(HN, chair(world, "2027-01-01T10:00"));
        assertEquals(SV, chair(world, "2028-01-01T10:00"));
        assertEquals(US, chair(world, "2029-12-31T10:00"));
        assertEquals(GT, chair(world, "2030-01-01T10:00"));
    }

    private static PartyCode chair(World world, String starts) {
        return world.node(SV).sitting(world.begin(SV, called(starts))).sitting().chair();
    }

    @Test
    void aMeetingThatIsPutOffKeepsItsChair() {
        var world = World.withGroup();
        var call = world.begin(SV, called("2026-12-30T10:00"));
        world.say(GT, new Saying.Changed(call.id(), World.when("2027-01-04T10:00"), World.online(), why()));
        var proceedings = world.node(US).sitting(call);
        assertEquals(GT, proceedings.sitting().chair());
        assertEquals(World.when("2027-01-04T10:00"), Course.of(proceedings).when());
    }

    @Test
    void anOfficeThatDoesNotSitInTheGroupDoesNotSpeakThere() {
        var world = World.withGroup();
        var call = world.begin(HN, called("2026-11-23T10:00"));
        var opened = new Saying.Opened(call.id(), at("10:00"));
        assertEquals(Rule.OFFICE_NOT_SEATED, rule(world.trySay(GT, "representative-a2", opened)));
        var act = world.utter(GT, "representative-a2", opened, List.of(call.id()));
        assertEquals("OFFICE_NOT_SEATED", world.node(HN).rejected.get(act.id()));
        World.said(world.trySay(GT, "representative-a1-b", opened));
    }

    @Test
    void onlyTheChairOpensAndClosesAMeeting() {
        var world = World.withGroup();
        var call = world.begin(HN, called("2026-11-23T10:00"));
        var opened = new Saying.Opened(call.id(), at("10:00"));
        assertEquals(Rule.NOT_CHAIR, rule(world.trySay(HN, opened)));
        var act = world.utter(HN, opened);
        assertEquals("NOT_CHAIR", world.node(SV).rejected.get(act.id()));
        assertEquals(Course.State.CALLED, world.state(call));
        world.say(GT, opened);
        assertEquals(Course.State.OPEN, world.state(call));
        assertEquals(Rule.MEETING_BEGUN, rule(world.trySay(GT, opened)));
        world.say(GT, new Saying.Closed(call.id(), at("12:00")));
        assertEquals(Course.State.CLOSED, world.state(call));
    }

    @Test
    void whoCalledAMeetingOrHasItsChairCancelsIt() {
        var world = World.withGroup();
        var call = world.begin(HN, called("2026-11-23T10:00"));
        var cancelled = new Saying.Cancelled(call.id(), why());
        assertEquals(Rule.NOT_CHAIR, rule(world.trySay(SV, cancelled)));
        world.say(HN, cancelled);
        assertEquals(Course.State.CANCELLED, world.state(call));
        assertEquals(Rule.MEETING_CANCELLED, rule(world.trySay(GT, new Saying.Opened(call.id(), at("10:00")))));
    }

    @Test
    void aMeetingThatWasOpenedWasHeldWhateverACancellationSaysThatCrossedIt() {
        var world = World.withGroup();
        var call = world.begin(HN, called("2026-11-23T10:00"));
        World.said(world.trySay(HN, new Saying.Cancelled(call.id(), why())));
        World.said(world.trySay(GT, new Saying.Opened(call.id(), at("10:00"))));
        world.hearAll();
        for (var party : ALL)
            assertEquals(
                    Course.State.OPEN,
                    Course.of(world.node(party).sitting(call)).state());
    }

    @Test
    void anActIsForThePartiesOfItsGroupAndForNobodyElse() {
        var world = new World();
        var two = List.of(GT, HN);
        world.adopt("GT-HN-frontera", World.mandate(two, 2), two);
        var call = world.begin(HN, called("GT-HN-frontera", 1, "2026-11-23T10:00"));
        var act = world.utter(GT, new Saying.Opened(call.id(), at("10:00")));
        assertEquals("NOT_TO_GROUP", world.node(HN).rejected.get(act.id()));
        assertFalse(world.node(SV).rejected.containsKey(call.id()));
    }
}
