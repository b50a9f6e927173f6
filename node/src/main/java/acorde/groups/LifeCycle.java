package acorde.groups;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lives of a meeting, of a decision and of minutes, as one table: the steps from one stage to another, and the act that takes each. It
 * decides nothing; a test walks every step. Nothing but acts moves anything: no clock, and no silence.
 */
public enum LifeCycle {
    MEETING_CALLED(null, Saying.CALLED, Course.State.CALLED),
    MEETING_CHANGED(Course.State.CALLED, Saying.CHANGED, Course.State.CALLED),
    MEETING_CANCELLED(Course.State.CALLED, Saying.CANCELLED, Course.State.CANCELLED),
    MEETING_OPENED(Course.State.CALLED, Saying.OPENED, Course.State.OPEN),
    /** Said by a chair that had not heard of it: who met, met. */
    MEETING_OPENED_THOUGH_CANCELLED(Course.State.CANCELLED, Saying.OPENED, Course.State.OPEN),
    MEETING_CLOSED(Course.State.OPEN, Saying.CLOSED, Course.State.CLOSED),

    DECISION_PUT(null, Saying.PUT, Decided.State.OPEN),
    DECISION_CIRCULATED(null, Saying.CIRCULATED, Decided.State.OPEN),
    /** Said by a party that keeps no rules, or had not heard that another had left. */
    DECISION_PUT_WITHOUT_QUORUM(null, Saying.PUT, Decided.State.VOID),
    DECISION_ASSENTED(Decided.State.OPEN, Saying.ASSENTED, Decided.State.OPEN),
    DECISION_ASSENTED_BY_THE_LAST(Decided.State.OPEN, Saying.ASSENTED, Decided.State.TAKEN),
    DECISION_REFUSED(Decided.State.OPEN, Saying.REFUSED, Decided.State.REFUSED),
    /** The chair records that a party was there after all. */
    DECISION_QUORUM_RECORDED(Decided.State.VOID, Saying.PRESENCE, Decided.State.OPEN),
    /** A party says that it was not there. */
    DECISION_QUORUM_DISPUTED(Decided.State.OPEN, Saying.PRESENCE, Decided.State.VOID),
    /** All parties of the group assent: they count themselves. */
    DECISION_TAKEN_WITHOUT_THE_CHAIR(Decided.State.VOID, Saying.ASSENTED, Decided.State.TAKEN),

    MINUTES_PUT(null, Saying.MINUTES, MinutesBook.State.OPEN),
    MINUTES_ASSENTED(MinutesBook.State.OPEN, Saying.ASSENTED, MinutesBook.State.OPEN),
    MINUTES_ASSENTED_BY_THE_LAST(MinutesBook.State.OPEN, Saying.ASSENTED, MinutesBook.State.APPROVED),
    MINUTES_REFUSED(MinutesBook.State.OPEN, Saying.REFUSED, MinutesBook.State.REFUSED),
    /** Said to what amends them. */
    MINUTES_AMENDMENT_APPROVED(MinutesBook.State.OPEN, Saying.ASSENTED, MinutesBook.State.SUPERSEDED);

    /** Where a meeting, a decision or minutes stand. */
    public sealed interface Stage permits Course.State, Decided.State, MinutesBook.State {}

    private final @Nullable Stage from;
    private final String act;
    private final Stage to;

    LifeCycle(@Nullable Stage from, String act, Stage to) {
        this.from = from;
        this.act = act;
        this.to = to;
    }

    /** Null at its beginning. */
    public @Nullable Stage from() {
        return from;
    }

    /** The kind of act by which the step is taken. */
    public String act() {
        return act;
    }

    public Stage to() {
        return to;
    }

    /** The stages that steps lead to from a beginning. */
    static Set<Stage> reachable() {
        var reached = new HashSet<Stage>();
        for (var grown = true; grown; ) {
            grown = false;
            for (var step : values())
                if (step.from == null || reached.contains(step.from)) grown |= reached.add(step.to);
        }
        return reached;
    }
}
