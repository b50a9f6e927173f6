package acorde.offices;

import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.Writers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This party's own records: where they are read and written, when it is, and the journal of their changes.
 *
 * <p>They are written under the lease of the log: a process that has lost it writes nothing here either. The connections refuse to write but
 * in a transaction that has insisted on it ({@link #together}).
 */
final class Books implements AutoCloseable {
    private final Writers writers;
    private final JdbcClient reading;
    private final JdbcClient writing;
    private final Journal journal;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();

    Books(Postgres postgres, Lease lease, Clock clock) {
        this.writers = postgres.writers("offices", lease);
        this.reading = JdbcClient.create(postgres.readers());
        this.writing = JdbcClient.create(writers.jdbc());
        this.journal = new Journal(writing, this::within, clock);
        this.clock = clock;
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
        return writers.together(work);
    }

    void within(Runnable work) {
        together(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void close() {
        writers.close();
    }
}
