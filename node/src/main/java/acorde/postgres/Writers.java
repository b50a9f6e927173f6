package acorde.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A few shared connections for a package that writes under a lease: a process that has lost it writes nothing. They refuse
 * to write outside of a transaction that has insisted on it ({@link #together}). Safe for use by several threads.
 */
public final class Writers implements AutoCloseable {
    private final HikariDataSource connections;
    private final Lease lease;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Writers(HikariDataSource connections, Lease lease) {
        this.connections = connections;
        this.lease = lease;
        this.jdbc = new JdbcTemplate(connections);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
    }

    /** What is asked and changed in the transaction at hand; where there is none it may only ask. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /**
     * Does it in one transaction, if the lease is still held.
     *
     * @throws DatabaseUnavailable if another process has taken it; then nothing was written
     */
    public <T> T together(Supplier<T> work) {
        var done = transaction.execute(_ -> {
            jdbc.execute((ConnectionCallback<Boolean>) connection -> {
                lease.begin(connection);
                return true;
            });
            return work.get();
        });
        if (done == null) throw new IllegalStateException("a transaction gave nothing");
        return done;
    }

    @Override
    public void close() {
        connections.close();
    }
}
