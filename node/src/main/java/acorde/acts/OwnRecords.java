package acorde.acts;

import acorde.postgres.Trip;
import java.util.List;

/** What a party keeps for itself of who had its acts said, and of who did something else that must not be without its line. */
@FunctionalInterface
public interface OwnRecords {
    /**
     * Adds to the transaction that makes acts, or whatever else, durable what keeps these lines, so that there is never the one without the other. Last:
     * whoever else keeps lines waits until its end.
     */
    void keep(Trip trip, List<byte[]> lines);
}
