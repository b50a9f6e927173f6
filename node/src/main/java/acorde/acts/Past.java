package acorde.acts;

import acorde.postgres.Table;
import java.util.Optional;

/** What has been said and derived so far, this batch included: the only thing a decision may look at beside its command. */
public interface Past {
    /** The row as the acts applied so far left it. */
    <K, R> Optional<R> row(Table<K, R> table, K key);

    /** An act this node holds, whether it was accepted or rejected; empty if unknown or not readable here. */
    Optional<Act> act(ActId id);
}
