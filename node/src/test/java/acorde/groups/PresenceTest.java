package acorde.groups;

import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static acorde.groups.World.SV;
import static acorde.groups.World.US;
import static acorde.groups.World.at;
import static acorde.groups.World.put;
import static acorde.groups.World.rule;
import static acorde.groups.World.span;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.trust.PartyCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who was there, as the chair records it and each party says itself; and the quorum at each moment. */
class PresenceTest {
    private final World world = World.withGroup();

    @Test
    void nobodyRecordsTheirPresenceButTheChairAndTheyThemselves() {
        var call = world.meeting(GT, HN);
        var claimed = new Saying.Presence(call.id(), SV, List.of(span("10:00", null)));
        assertEquals(Rule.NOT_ONES_PRESENCE, rule(world.trySay(HN, claimed)));
        var act = world.utter(HN, claimed);
        assertEquals("NOT_ONES_PRESENCE", world.node(US).rejected.get(act.id()));
        world.say(SV, claimed);
    }

    @Test
    void lateArrivalsAndDeparturesMakeAndBreakTheQuorum() {
        var call = world.meeting(US, GT, HN);
        world.present(call, SV, "10:22", null);
        world.say(GT, new Saying.Presence(call.id(), GT, List.of(span("10:00", "10:38"), span("10:44", null))));
        var attendance = attendance(call);
        assertFalse(attendance.quorum(at("10:21")));
        assertTrue(attendance.quorum(at("10:22")));
        assertFalse(attendance.quorum(at("10:38")));
        assertTrue(attendance.quorum(at("10:44")));
        assertEquals(
                List.of(new Attendance.Stretch(at("10:22"), at("10:38")), new Attendance.Stretch(at("10:44"), null)),
                attendance.quorums());
    }

    @Test
    void aLaterAccountOfTheChairTakesThePlaceOfAnEarlierOne() {
        var call = world.meeting(US, GT, HN, SV);
        world.present(call, SV, "10:00", "10:30");
        assertEquals(Set.of(US, GT, HN), attendance(call).counted(at("10:31")));
    }

    @Test
    void aPartyThatConfirmsTheRecordIsShownAsConfirming() {
        var call = world.meeting(US, GT, HN, SV);
        assertFalse(attendance(call).of(SV).isConfirmed());
        world.say(SV, new Saying.Presence(call.id(), SV, List.of(span("10:00", null))));
        assertTrue(attendance(call).of(SV).isConfirmed());
    }

    @Test
    void aPresenceThatItsPartyDeniesDoesNotCountAndBothAccountsStand() {
        var call = world.meeting(US, GT, HN, SV);
        world.say(SV, new Saying.Presence(call.id(), SV, List.of()));
        var account = attendance(call).of(SV);
        assertTrue(account.isDisputed());
        assertEquals(List.of(span("10:00", null)), account.recorded());
        assertEquals(List.of(), account.own());
        assertFalse(attendance(call).quorum(at("10:30")));
    }

    @Test
    void aPresenceThatTheChairDoesNotRecordMakesNoQuorum() {
        var call = world.meeting(US, GT, HN);
        world.say(SV, new Saying.Presence(call.id(), SV, List.of(span("10:00", null))));
        assertFalse(attendance(call).quorum(at("10:30")));
        assertTrue(attendance(call).of(SV).isDisputed());
    }

    @Test
    void aDecisionWithoutQuorumIsRefusedWithThePartiesThatAreMissing() {
        var call = world.meeting(US, GT, HN);
        var outcome = world.trySay(HN, put(call, "10:10", "sin El Salvador"));
        assertEquals(Rule.NO_QUORUM, rule(outcome));
        assertEquals(List.of(SV), ((Objection) outcome).parties());
    }

    @Test
    void whoPutsADecisionIsThereAndWhoIsMissingIsToldBefore() {
        var call = world.meeting(GT, HN);
        assertEquals(new Attendance.Shortage(2, new TreeSet<>(Set.of(SV, US))), shortage(call, HN));
        assertEquals(new Attendance.Shortage(1, new TreeSet<>(Set.of(SV))), shortage(call, US), "it is there itself");
        world.present(call, SV, "10:05", null);
        world.present(call, US, "10:05", null);
        assertEquals(Attendance.Shortage.NONE, shortage(call, HN));
    }

    @Test
    void ofThoseWhoAreAbsentAsManyAreMissingAsTheQuorumLacksAndAnyOfThemMakesItUp() {
        var three = World.withGroup(World.mandate(3));
        var call = three.meeting(GT, HN);
        var attendance = new Attendance(three.node(SV).sitting(call));
        assertEquals(new Attendance.Shortage(1, new TreeSet<>(Set.of(SV, US))), attendance.shortage(at("10:10"), HN));
    }

    @Test
    void theOfficeThatIsThereIsTheOneThatSaysSoOrSpokeLast() {
        var call = world.meeting(GT, HN);
        var seat = world.node(GT).sitting(call).sitting().seat(US).orElseThrow();
        assertEquals(World.OFFICE, attendance(call).acting(seat).value(), "nobody has said anything");
        var point = new Point(Why.ASKED, World.both("Turnos"), null, null);
        world.trySay(US, World.ALTERNATE, new Saying.Points(call.id(), List.of(point)));
        world.hearAll();
        assertEquals(World.ALTERNATE, attendance(call).acting(seat).value());
        world.say(US, new Saying.Presence(call.id(), US, List.of(span("10:00", null))));
        assertEquals(World.OFFICE, attendance(call).acting(seat).value());
    }

    @Test
    void aDecisionThatWasPutWithoutQuorumAllTheSameIsVoidInEveryNode() {
        var call = world.meeting(US, GT, HN);
        var act = world.utter(HN, put(call, "10:10", "sin El Salvador"));
        world.say(GT, World.assent(call, act));
        world.say(US, World.assent(call, act));
        assertEquals(Decided.State.VOID, world.decided(call, act).state());
    }

    @Test
    void aMeetingThatIsNotOpenHasNoPresence() {
        var call = world.begin(HN, World.called("2026-11-23T10:00"));
        assertEquals(
                Rule.MEETING_NOT_OPEN,
                rule(world.trySay(GT, new Saying.Presence(call.id(), GT, List.of(span("10:00", null))))));
    }

    @Test
    void whoIsThereDoesNotArriveAndWhoIsNotThereDoesNotLeave() {
        var call = world.meeting(GT, HN, SV);
        var twice = new Saying.Presence(call.id(), HN, List.of(span("10:00", null), span("10:10", null)));
        assertEquals(Rule.PRESENT_ALREADY, rule(world.trySay(GT, twice)));
        assertEquals(
                Rule.PRESENCE_STANDS, rule(world.trySay(GT, new Saying.Presence(call.id(), US, List.of()))), "it left");
        world.say(GT, new Saying.Presence(call.id(), HN, List.of(span("10:00", "10:10"), span("10:10", null))));
    }

    @Test
    void arrivalsOfThoseWhoArePresentAreRejectedEverywhere() {
        var call = world.meeting(GT, HN, SV);
        for (var spans : List.of(
                List.of(span("10:00", null), span("10:10", null)),
                List.of(span("10:00", "10:20"), span("10:10", "10:30")),
                List.of(span("10:20", "10:30"), span("10:00", "10:10")))) {
            var act = world.utter(GT, new Saying.Presence(call.id(), HN, spans));
            assertEquals("GROUP_MALFORMED", world.node(US).rejected.get(act.id()));
        }
        assertEquals(List.of(span("10:00", null)), attendance(call).of(HN).recorded());
    }

    @Test
    void nobodyArrivesOrLeavesOnceTheMeetingIsClosedButTheRecordIsSetRight() {
        var call = world.meeting(GT, HN, SV);
        world.say(GT, new Saying.Closed(call.id(), at("11:00")));
        for (var spans : List.of(List.of(span("11:00", null)), List.of(span("10:00", "11:01"))))
            for (var by : List.of(GT, HN))
                assertEquals(
                        Rule.MEETING_OVER, rule(world.trySay(by, new Saying.Presence(call.id(), HN, spans))), by + "");
        world.say(GT, new Saying.Presence(call.id(), HN, List.of(span("10:00", "10:40"))));
        world.say(HN, new Saying.Presence(call.id(), HN, List.of(span("10:00", "11:00"))));
    }

    @Test
    void whatIsSaidOfPresenceAfterTheCloseCountsForNothingWhicheverArrivesFirst() {
        var call = world.meeting(GT, HN, SV);
        world.utter(US, new Saying.Presence(call.id(), US, List.of(span("11:20", null))));
        world.utter(GT, new Saying.Closed(call.id(), at("11:00")));
        world.utter(GT, new Saying.Presence(call.id(), US, List.of(span("11:10", null))));
        var reversed = new Node(SV);
        world.acts().reversed().forEach(reversed::hear);
        assertEquals(world.node(SV).state(), reversed.state());
        for (var node : List.of(world.node(SV), reversed)) {
            var attendance = new Attendance(node.sitting(call));
            assertEquals(List.of(), attendance.of(US).recorded());
            assertEquals(List.of(), attendance.of(US).own());
            assertEquals(Set.of(), attendance.counted(at("11:30")));
            assertEquals(List.of(span("10:00", "11:00")), attendance.of(HN).recorded());
        }
    }

    @Test
    void aChairThatClosesEarlyLeavesNobodyOut() {
        var call = world.meeting(GT, HN, US);
        world.say(SV, new Saying.Presence(call.id(), SV, List.of(span("10:05", null))));
        world.utter(GT, new Saying.Closed(call.id(), at("10:01")));
        assertTrue(attendance(call).concerned(at("10:30")).contains(SV));
        assertTrue(attendance(call).attended().contains(SV));
    }

    private Attendance.Shortage shortage(Act call, PartyCode putting) {
        return attendance(call).shortage(at("10:10"), putting);
    }

    private Attendance attendance(Act call) {
        return new Attendance(world.node(SV).sitting(call));
    }
}
