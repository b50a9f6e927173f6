package acorde.offices;

import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.Trip;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This party's own records: where they are read and written, when it is, and the journal of their changes.
 *
 * <p>They are written under the lease of the log: a process that has lost it writes nothing here either. The connections refuse to write but
 * in a transaction that has insisted on it ({@link #together}).
 */
final class Books implements AutoCloseable {
    /** Connections that write; sign-ins and administration are few. */
    private static final int WRITERS = 4;

    private static final int LOGIN_SECONDS = 5;

    private final HikariDataSource writers;
    private final Lease lease;
    private final JdbcClient reading;
    private final JdbcTemplate jdbc;
    private final JdbcClient writing;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();

    Books(Postgres postgres, Lease lease, Clock clock) {
        this.lease = lease;
        this.writers = new HikariDataSource(writers(postgres));
        this.reading = JdbcClient.create(postgres.readers());
        this.jdbc = new JdbcTemplate(writers);
        this.writing = JdbcClient.create(jdbc);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(writers));
        this.journal = new Journal(writing, this::within, clock);
        this.clock = clock;
    }

    private static HikariConfig writers(Postgres postgres) {
        var config = new HikariConfig();
        config.setPoolName("offices");
        config.setDataSource(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return postgres.open();
            }

            @Override
            public int getLoginTimeout() {
                return LOGIN_SECONDS;
            }

            @Override
            public Connection getConnection(String user, String password) {
                throw new UnsupportedOperationException("the database knows its user");
            }
        });
        config.setConnectionInitSql("set default_transaction_read_only = on");
        config.setMaximumPoolSize(WRITERS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** For what is only looked at. */
    JdbcClient reading() {
        return reading;
    }

    /** For what is changed, and looked at in order to change it. */
    JdbcClient writing() {
        return writing;
    }

    Journal journal() {
        return journal;
    }

    Clock clock() {
        return clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Decides and changes with nobody else changing meanwhile: what was looked at still holds when the change and its line in the journal are
     * committed, which they are together or not at all.
     */
    <T> Change<T> change(Supplier<Change<T>> deciding) {
        try {
            return together(() -> {
                journal.lock();
                return deciding.get();
            });
        } finally {
            // Also when it failed: whether a commit that was cut off has happened is not known here.
            changes.incrementAndGet();
        }
    }

    /**
     * How often the records may have changed. What was read while it was {@code n} holds as long as it is {@code n}: it moves before whoever
     * made a change is answered.
     */
    long changes() {
        return changes.get();
    }

    /**
     * In one transaction, which fails unless this process still holds the lease.
     *
     * @throws acorde.postgres.DatabaseUnavailable if another has taken it
     */
    <T> T together(Supplier<T> work) {
        var result = transaction.execute(status -> {
            insist();
            return work.get();
        });
        if (result == null) throw new IllegalStateException("a transaction gave nothing");
        return result;
    }

    void within(Runnable work) {
        together(() -> {
            work.run();
            return true;
        });
    }

    private void insist() {
        var trip = new Trip();
        trip.add("set transaction read write", (statement, first) -> first);
        lease.addTo(trip);
        try {
            jdbc.execute((ConnectionCallback<Boolean>) connection -> {
                trip.run(connection);
                return true;
            });
        } catch (DataAccessException refused) {
            if (refused.getCause() instanceof SQLException fault && lease.isLost(fault)) throw lease.lost();
            throw refused;
        }
    }

    @Override
    public void close() {
        writers.close();
    }
}
