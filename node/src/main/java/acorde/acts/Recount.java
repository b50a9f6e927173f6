package acorde.acts;

import acorde.postgres.Postgres;
import acorde.trust.Logs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * What the acts come to, derived once more and compared with what this node has derived from them, while it goes on: in an empty database
 * beside its own, from the logs as they stood at one moment. The memory it takes does not grow with the logs.
 */
public sealed interface Recount {
    /** @param tables those that are not as the acts have them; none if all agree */
    record Compared(List<String> tables) implements Recount {
        public Compared {
            tables = List.copyOf(tables);
        }
    }

    /** The server lets us create no database to do it in; {@code acorde replay} does without, on a node that is stopped. */
    record NoRoom() implements Recount {}

    /** @param read told how many entries have been read; what it throws ends the recount */
    static Recount of(Postgres postgres, Logs logs, List<Duty> duties, LongConsumer read) {
        var scratch = postgres.scratch();
        if (scratch.isEmpty()) return new NoRoom();
        try (var room = scratch.get();
                var now = postgres.open()) {
            // First, because the server ends a session that stands in a transaction for long.
            Replay.schemas(duties).forEach(room.database()::migrate);
            now.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            now.setAutoCommit(false);
            var kept = Replay.fingerprints(now, duties);
            try (var there = room.database().openForRows()) {
                Replay.rebuildBeside(logs.seenBy(now), there, duties, read);
                var derived = Replay.fingerprints(there, duties);
                var differing = new ArrayList<>(derived.keySet());
                differing.removeIf(table -> Objects.equals(kept.get(table), derived.get(table)));
                return new Compared(differing);
            }
        } catch (SQLException e) {
            throw new DatabaseLost(e);
        }
    }
}
