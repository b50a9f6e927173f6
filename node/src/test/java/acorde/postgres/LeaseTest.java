package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** That only one process writes, on every server there is. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@Tag("database")
@Tag("slow") // a refusal comes after two seconds
@ParameterizedClass(name = "{0}")
@MethodSource("acorde.postgres.EveryServer#all")
class LeaseTest {
    @Parameter
    EveryServer server;

    Postgres postgres;
    Connection writer;

    @BeforeEach
    void start() throws SQLException {
        postgres = server.fresh();
        writer = postgres.open();
        writer.setAutoCommit(false);
    }

    @AfterEach
    void stop() throws SQLException {
        writer.close();
        postgres.close();
    }

    /** What a firewall does that forgets a session, and what the process does not notice. */
    private void cutTheSessionOf(String name) throws SQLException {
        try (Connection connection = postgres.open();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(l.pid, 10000) from pg_locks l where locktype = 'advisory' and "
                            + "(l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('" + name
                            + "', 1) and granted");
        }
    }

    private void insist(Lease lease) throws SQLException {
        var trip = new Trip();
        lease.addTo(trip);
        trip.run(writer);
    }

    @Test
    void aLeaseThatIsHeldIsRefusedWithItsHolder() {
        try (var _ = postgres.lease("log")) {
            var fault = assertThrows(DatabaseUnavailable.class, () -> postgres.lease("log"));
            assertEquals(Trouble.LEASE_HELD, fault.trouble());
            assertTrue(String.valueOf(fault.getMessage())
                    .contains("process " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void anotherNameIsAnotherLease() {
        try (var log = postgres.lease("log");
                var other = postgres.lease("other")) {
            assertEquals(1, log.number());
            assertEquals(1, other.number());
        }
    }

    @Test
    void eachHolderHasALargerNumber() {
        postgres.lease("log").close();
        try (var second = postgres.lease("log")) {
            assertEquals(2, second.number());
        }
    }

    @Test
    void theHolderMayWrite() throws SQLException {
        try (var lease = postgres.lease("log");
                var statement = writer.createStatement()) {
            insist(lease);
            statement.execute("create table written as select 1");
            writer.commit();
        }
        assertEquals("1", ServerFolder.ask(postgres, "select count(*) from written"));
    }

    @Test
    void aHolderThatWasCutOffUnnoticedMayNotWriteOnceAnotherHasTheLease() throws SQLException {
        try (var first = postgres.lease("log")) {
            cutTheSessionOf("log");
            try (var _ = postgres.lease("log")) {
                var fault = assertThrows(SQLException.class, () -> insist(first));
                assertTrue(first.isLost(fault), fault.getMessage());
            }
        }
    }

    @Test
    void theNextHolderWaitsForAWriteThatTheEarlierOneHasBegun() throws Exception {
        try (var first = postgres.lease("log")) {
            insist(first);
            cutTheSessionOf("log");
            var second = CompletableFuture.supplyAsync(() -> postgres.lease("log"));
            awaitALockWait();
            assertTrue(!second.isDone());
            writer.commit();
            second.get(10, TimeUnit.SECONDS).close();
        }
    }

    private void awaitALockWait() throws SQLException {
        try (Connection connection = postgres.open();
                Statement statement = connection.createStatement()) {
            boolean waits = false;
            while (!waits) {
                try (var found = statement.executeQuery("select count(*) from pg_stat_activity where "
                        + "datname = current_database() and wait_event_type = 'Lock'")) {
                    found.next();
                    waits = found.getInt(1) > 0;
                }
            }
        }
    }
}
