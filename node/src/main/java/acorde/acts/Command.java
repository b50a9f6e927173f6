package acorde.acts;

import java.time.Instant;
import java.util.List;

/**
 * What an officer wants done, with the rule that decides whether it may be.
 *
 * @param <R> the reasons for which it can be declined
 */
public interface Command<R> {
    /** The rows the decision will likely read; a hint, as in {@link Duty#reads}. */
    default List<RowKey<?, ?>> reads() {
        return List.of();
    }

    /** The acts that the decision, or a duty that hears what it says, will likely read; a hint as well. */
    default List<ActId> readsActs() {
        return List.of();
    }

    /** Pure: the past and the time are values. Called by the sequencer, so that no decision rests on stale state. */
    Decision<R> decide(Past past, Instant now);
}
