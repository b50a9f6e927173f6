package acorde.acts;

import acorde.postgres.DatabaseUnavailable;
import java.sql.Connection;
import java.sql.SQLException;

/** Insists, inside each transaction that writes, that this process is still the one that may: two writers of one log would tell two histories. */
@FunctionalInterface
public interface Fence {
    /** Where only one process can be: in tests and benchmarks. */
    Fence NONE = writer -> {};

    /** @throws DatabaseUnavailable when another process writes now; this one must not any more */
    void check(Connection writer) throws SQLException;
}
