package acorde.compact;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a proposal, as a table: the steps from one {@link Stood.State} to another. It decides nothing, {@link Consent} does; a test
 * walks every step.
 *
 * <p>A proposal begins as a draft, which is local to the party that writes it and no act yet. Nothing but acts moves it: no clock, and no
 * silence. The table shows what acts do as they are said; one that its author held back may undo what came of its later ones, because
 * the first in its log counts.
 */
public enum LifeCycle {
    PROPOSED(null, Saying.PROPOSED, Stood.State.OPEN),
    PROPOSED_BY_THE_ONLY_PARTY_CONCERNED(null, Saying.PROPOSED, Stood.State.IN_FORCE),
    ASSENTED(Stood.State.OPEN, Saying.ASSENTED, Stood.State.OPEN),
    ASSENTED_BY_THE_LAST(Stood.State.OPEN, Saying.ASSENTED, Stood.State.IN_FORCE),
    REFUSED(Stood.State.OPEN, Saying.REFUSED, Stood.State.DEAD),
    /** The proposer asks those who have not assented to refuse. It stays open, and marked, until one of them does. */
    WITHDRAWAL_ASKED(Stood.State.OPEN, Saying.WITHDRAWAL_ASKED, Stood.State.OPEN),
    /** Said to a rival. */
    RIVAL_ENTERED_INTO_FORCE(Stood.State.OPEN, Saying.ASSENTED, Stood.State.SUPERSEDED),
    /** Said to a rival, by a party that broke its word. */
    RIVAL_COMPLETED_TOO(Stood.State.IN_FORCE, Saying.ASSENTED, Stood.State.CONTESTED),
    /** Said by a party that broke its word. */
    COMPLETED_AFTER_A_RIVAL(Stood.State.SUPERSEDED, Saying.ASSENTED, Stood.State.CONTESTED);

    private final Stood.@Nullable State from;
    private final String act;
    private final Stood.State to;

    LifeCycle(Stood.@Nullable State from, String act, Stood.State to) {
        this.from = from;
        this.act = act;
        this.to = to;
    }

    /** Null for a draft. */
    public Stood.@Nullable State from() {
        return from;
    }

    /** The kind of act by which the step is taken. */
    public String act() {
        return act;
    }

    public Stood.State to() {
        return to;
    }

    /** The states that steps lead to from a draft. */
    static Set<Stood.State> reachable() {
        var reached = EnumSet.noneOf(Stood.State.class);
        for (var grown = true; grown; ) {
            grown = false;
            for (var step : values())
                if (step.from == null || reached.contains(step.from)) grown |= reached.add(step.to);
        }
        return reached;
    }
}
