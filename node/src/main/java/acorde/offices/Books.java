package acorde.offices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** This party's own records: where they are, when it is, and the journal of their changes. */
record Books(JdbcClient jdbc, TransactionTemplate transaction, Journal journal, Clock clock) {
    static Books in(DataSource database, Clock clock) {
        var jdbc = JdbcClient.create(database);
        return new Books(
                jdbc, new TransactionTemplate(new JdbcTransactionManager(database)), new Journal(jdbc, clock), clock);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Decides and changes with nobody else changing meanwhile: what was looked at still holds when the change and its line in the journal are
     * committed, which they are together or not at all.
     */
    <T> Change<T> change(Supplier<Change<T>> deciding) {
        return together(() -> {
            journal.lock();
            return deciding.get();
        });
    }

    <T> T together(Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) throw new IllegalStateException("a transaction gave nothing");
        return result;
    }
}
