package acorde.acts;

import acorde.postgres.Trip;
import java.util.List;

/** What a party keeps for itself of who had its acts said. */
@FunctionalInterface
public interface OwnRecords {
    /** Adds to the transaction that makes acts durable what keeps these lines, so that there is never the one without the other. */
    void keep(Trip trip, List<byte[]> lines);
}
