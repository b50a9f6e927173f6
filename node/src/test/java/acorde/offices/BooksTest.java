package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acorde.postgres.DatabaseUnavailable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.dao.DataAccessException;

/** That nobody writes into the records of offices who has not the right to write. */
@Tag("database")
final class BooksTest {
    private static final String PASSWORD = "un puente de madera";

    private TestOffices test;

    @BeforeEach
    void open() {
        test = new TestOffices("offices");
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aProcessThatLostItsLeaseUnnoticedWritesNothingIntoTheRecordsAndTheJournal() {
        var offices = test.offices;
        test.officer("nadia.alvarenga", "coordination", PASSWORD);
        var session = test.signIn("nadia.alvarenga", PASSWORD);
        var token = TestOffices.done(offices.makeToken(session.officer(), "returns", 30))
                .reveal();
        test.execute("select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and granted"
                + " and (classid::bigint << 32 | objid::bigint) = hashtextextended('offices', 1)");
        try (var _ = test.postgres.lease("offices")) {
            var before = test.dump();
            var today = LocalDate.parse("2026-11-02");
            List<Executable> writes = List.of(
                    () -> offices.signIn("nadia.alvarenga", PASSWORD, "192.0.2.1", null),
                    () -> offices.signIn("nadia.alvarenga", "otra cosa", "192.0.2.1", null),
                    () -> offices.changePassword(session, PASSWORD, "otro puente de madera"),
                    () -> offices.addPerson(test.administrator, "Sonia Mejía Duarte"),
                    () -> offices.endHolding(test.administrator, 1, today),
                    () -> offices.makeToken(session.officer(), "another", 30),
                    () -> offices.tokenHolder(token));
            for (var write : writes) assertThrows(DatabaseUnavailable.class, write);
            assertThrows(Journal.Lost.class, () -> offices.signOut(session));
            assertEquals(before, test.dump());
        }
    }

    @Test
    void theConnectionsOfTheRecordsWriteNothingOutsideATransactionThatInsistsOnTheLease() {
        try (var books = new Books(test.postgres, test.lease, test.clock)) {
            var write = "insert into offices.office values ('liaison-x', 'x', 'x')";
            assertThrows(
                    DataAccessException.class, () -> books.writing().sql(write).update());
            books.within(() -> books.writing().sql(write).update());
            assertThrows(
                    DataAccessException.class,
                    () -> books.writing().sql("delete from offices.office").update());
        }
    }
}
