package acorde.finding;

import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people keep here for themselves: anybody's process reads it, and the one that holds the lease writes it. Safe for any thread. */
record Records(Postgres postgres, Lease lease) {
    JdbcClient reading() {
        return JdbcClient.create(postgres.readers());
    }

    /**
     * Does it in one transaction.
     *
     * @throws acorde.postgres.DatabaseUnavailable if another process has taken the lease; then nothing was written
     */
    <T> T changing(Function<JdbcClient, T> change) {
        return lease.writing(postgres, change);
    }
}
