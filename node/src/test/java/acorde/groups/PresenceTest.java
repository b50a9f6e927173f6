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
import java.util.List;
import java.util.Set;
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

    private Attendance attendance(Act call) {
        return new Attendance(world.node(SV).sitting(call));
    }
}
