package acorde.compact;

import static acorde.compact.World.A105;
import static acorde.compact.World.GT;
import static acorde.compact.World.HN;
import static acorde.compact.World.SV;
import static acorde.compact.World.US;
import static acorde.compact.World.forAll;
import static acorde.compact.World.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.Act;
import acorde.trust.PartyCode;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of a proposal can be reached, and every step is taken by the act the table names. */
class LifeCycleTest {
    private static final ItemKey POLICE = ItemKey.initiative("A4-02"); // of GT, HN and SV
    private static final ItemKey TRAINING = ItemKey.initiative("A4-10"); // of HN alone

    private final World world = World.founded();

    @Test
    void aProposalAskedToBeWithdrawnCanStillEnterIntoForce() {
        var proposal = openButFor(SV, before -> {});
        world.askToWithdraw(HN, proposal);
        world.hearAll();
        world.assent(SV, proposal);
        assertEquals(Stood.State.IN_FORCE, state(proposal));
    }

    @Test
    void everyStateCanBeReached() {
        assertEquals(EnumSet.allOf(Stood.State.class), LifeCycle.reachable());
    }

    /** A proposal, and the act that took it from one state to another. */
    private record Taken(Act proposal, Act by) {}

    @ParameterizedTest
    @EnumSource
    void everyStepIsTakenByItsAct(LifeCycle step) {
        var before = new AtomicReference<Stood.State>();
        var taken = take(step, proposal -> before.set(state(proposal)));
        assertEquals(step.from(), before.get());
        assertEquals(step.act(), taken.by().kind());
        world.hearAll();
        assertEquals(step.to(), state(taken.proposal()));
    }

    private interface Before {
        void look(Act proposal);
    }

    private Taken take(LifeCycle step, Before before) {
        return switch (step) {
            case PROPOSED -> made(world.propose(HN, A105, forAll("uno")));
            case PROPOSED_BY_THE_ONLY_PARTY_CONCERNED -> made(world.propose(HN, TRAINING, text("cupos", HN)));
            case ASSENTED -> {
                var proposal = open(before);
                yield new Taken(proposal, world.assent(GT, proposal));
            }
            case ASSENTED_BY_THE_LAST -> {
                var proposal = openButFor(SV, before);
                yield new Taken(proposal, world.assent(SV, proposal));
            }
            case REFUSED -> {
                var proposal = open(before);
                yield new Taken(proposal, world.refuse(GT, proposal));
            }
            case WITHDRAWAL_ASKED -> {
                var proposal = open(before);
                yield new Taken(proposal, world.askToWithdraw(HN, proposal));
            }
            case RIVAL_ENTERED_INTO_FORCE -> {
                var proposal = world.propose(US, POLICE, text("con EE. UU.", US, GT, HN, SV));
                var rival = world.propose(HN, POLICE, text("sin EE. UU.", GT, HN, SV));
                world.hearAll();
                world.assent(GT, rival);
                world.hearAll();
                before.look(proposal);
                yield new Taken(proposal, world.assent(SV, rival));
            }
            case RIVAL_COMPLETED_TOO -> {
                var rivals = inForceAndRival();
                before.look(rivals.getFirst());
                yield new Taken(rivals.getFirst(), breakWord(rivals.getLast()));
            }
            case COMPLETED_AFTER_A_RIVAL -> {
                var rivals = inForceAndRival();
                before.look(rivals.getLast());
                yield new Taken(rivals.getLast(), breakWord(rivals.getLast()));
            }
        };
    }

    private static Taken made(Act proposal) {
        return new Taken(proposal, proposal);
    }

    private Act open(Before before) {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        before.look(proposal);
        return proposal;
    }

    private Act openButFor(PartyCode last, Before before) {
        var proposal = world.propose(HN, A105, forAll("uno"));
        world.hearAll();
        for (var party : List.of(GT, SV, US)) if (!party.equals(last)) world.assent(party, proposal);
        world.hearAll();
        before.look(proposal);
        return proposal;
    }

    /** A proposal in force, and a rival that lacks only the word of SV. */
    private List<Act> inForceAndRival() {
        var rival = world.propose(US, POLICE, text("con EE. UU.", US, GT, HN, SV));
        var proposal = world.propose(HN, POLICE, text("sin EE. UU.", GT, HN, SV));
        world.hearAll();
        world.assent(GT, proposal);
        world.assent(SV, proposal);
        for (var party : List.of(GT, HN)) world.utter(party, BrokenRulesTest.assent(rival), rival.id());
        world.hearAll();
        return List.of(proposal, rival);
    }

    private Act breakWord(Act rival) {
        return world.utter(SV, BrokenRulesTest.assent(rival), rival.id());
    }

    /** As the node of El Salvador sees it; it would be the first text that is agreed on. */
    private Stood.State state(Act proposal) {
        var item = Saying.proposal(proposal).orElseThrow().item();
        return Stood.of(Round.Key.first(item), world.node(SV).round(proposal).orElseThrow(), true).stream()
                .filter(stood -> stood.proposal().act().equals(proposal.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
