package acorde.compact;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of a proposal, as a table. It says nothing that {@link Consent} does not decide; it is what people are shown, and a test walks
 * every step of it.
 */
public final class LifeCycle {
    private LifeCycle() {}

    /** Where a proposal stands, taking its rivals and its base into account. */
    public enum State {
        /** Being written; known to this party only, and no act yet. */
        DRAFT,
        /** Some required party has said nothing yet. */
        OPEN,
        /** Open, and its proposer asks those who have not assented to refuse it. */
        WITHDRAWAL_ASKED,
        /** It took the place of its base. It stays in force until a proposal on it does the same. */
        IN_FORCE,
        /** A party refused it. */
        DEAD,
        /** It cannot enter into force any more: a rival did, or its base is no version that was in force. */
        SUPERSEDED,
        /** It is complete and so is a rival: a party broke its word. The base stays. */
        CONTESTED;

        /** Whether words to it still lead anywhere. */
        public boolean lives() {
            return this == OPEN || this == WITHDRAWAL_ASKED;
        }
    }

    /** One way from a state to another. Each is taken by an act, and nothing but acts moves a proposal: no clock, no silence. */
    public enum Step {
        PROPOSED(State.DRAFT, Saying.PROPOSED, State.OPEN),
        PROPOSED_BY_THE_ONLY_PARTY_CONCERNED(State.DRAFT, Saying.PROPOSED, State.IN_FORCE),
        ASSENTED(State.OPEN, Saying.ASSENTED, State.OPEN),
        ASSENTED_BY_THE_LAST(State.OPEN, Saying.ASSENTED, State.IN_FORCE),
        REFUSED(State.OPEN, Saying.REFUSED, State.DEAD),
        WITHDRAWAL_ASKED(State.OPEN, Saying.WITHDRAWAL_ASKED, State.WITHDRAWAL_ASKED),
        ASSENTED_ALL_THE_SAME(State.WITHDRAWAL_ASKED, Saying.ASSENTED, State.WITHDRAWAL_ASKED),
        ASSENTED_ALL_THE_SAME_BY_THE_LAST(State.WITHDRAWAL_ASKED, Saying.ASSENTED, State.IN_FORCE),
        WITHDRAWN(State.WITHDRAWAL_ASKED, Saying.REFUSED, State.DEAD),
        RIVAL_ENTERED_INTO_FORCE(State.OPEN, Saying.ASSENTED, State.SUPERSEDED),
        RIVAL_COMPLETED_BY_A_BROKEN_WORD(State.IN_FORCE, Saying.ASSENTED, State.CONTESTED),
        COMPLETED_BY_A_BROKEN_WORD(State.SUPERSEDED, Saying.ASSENTED, State.CONTESTED);

        private final State from;
        private final String act;
        private final State to;

        Step(State from, String act, State to) {
            this.from = from;
            this.act = act;
            this.to = to;
        }

        public State from() {
            return from;
        }

        /** The kind of act by which it is taken. */
        public String act() {
            return act;
        }

        public State to() {
            return to;
        }
    }

    /** The states that can be reached from a draft. */
    static Set<State> reachable() {
        var reached = EnumSet.of(State.DRAFT);
        for (var grown = true; grown; ) {
            grown = false;
            for (var step : Step.values()) if (reached.contains(step.from())) grown |= reached.add(step.to());
        }
        return reached;
    }

    /**
     * Where a proposal stands.
     *
     * @param baseHeld whether the version it would replace is or was in force, or is the announcement that stands
     */
    static State state(Round round, Proposal proposal, boolean baseHeld) {
        return switch (Consent.standing(proposal)) {
            case Consent.Standing.Dead _ -> State.DEAD;
            case Consent.Standing.Open _ -> open(round, proposal, baseHeld);
            case Consent.Standing.Complete _ -> complete(round, baseHeld);
        };
    }

    private static State open(Round round, Proposal proposal, boolean baseHeld) {
        if (!baseHeld || !(Consent.outcome(round) instanceof Consent.Outcome.Undecided)) return State.SUPERSEDED;
        return proposal.withdrawal() == null ? State.OPEN : State.WITHDRAWAL_ASKED;
    }

    private static State complete(Round round, boolean baseHeld) {
        if (Consent.outcome(round) instanceof Consent.Outcome.Contested) return State.CONTESTED;
        return baseHeld ? State.IN_FORCE : State.SUPERSEDED;
    }
}
