package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections and migrations, on every server there is. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@Tag("database")
@ParameterizedClass(name = "{0}")
@MethodSource("acorde.postgres.EveryServer#all")
class PostgresTest {
    @Parameter
    EveryServer server;

    Postgres postgres;
    Connection connection;

    @BeforeEach
    void start() {
        postgres = server.fresh();
        connection = postgres.open();
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        postgres.close();
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    @Test
    void aConnectionCommitsByItselfUntilToldOtherwise() throws SQLException {
        assertTrue(connection.getAutoCommit());
    }

    @Test
    void confirmedIsWrittenAndCompilesNoQueries() throws SQLException {
        for (String setting : List.of("full_page_writes", "synchronous_commit")) {
            assertEquals("on", ask(connection, "show " + setting), setting);
        }
        assertEquals("off", ask(connection, "show jit"));
    }

    @Test
    void whatSomebodyWhoIsGoneHoldsIsFreeWithinAMinute() throws SQLException {
        try (Lease lease = postgres.lease("minute");
                Writers writers = postgres.writers("minute", lease);
                Connection rows = postgres.openForRows();
                Connection migration = postgres.migrators().getConnection();
                Connection reader = postgres.readers().getConnection()) {
            var asked = Map.of(
                    "idle_in_transaction_session_timeout", "1min",
                    "tcp_keepalives_idle", "10",
                    "tcp_keepalives_interval", "5",
                    "tcp_keepalives_count", "3",
                    "tcp_user_timeout", "30000");
            for (var setting : asked.keySet()) {
                var show = "select current_setting('" + setting + "')";
                assertEquals(asked.get(setting), writers.jdbc().queryForObject(show, String.class), setting);
                assertEquals(asked.get(setting), ask(rows, show), setting);
                assertEquals(asked.get(setting), ask(reader, show), setting);
                assertEquals(asked.get(setting), ask(connection, show), setting);
                var whileSteps = setting.startsWith("idle") ? "0" : asked.get(setting);
                assertEquals(whileSteps, ask(migration, show), "a step may take longer");
            }
        }
    }

    @Test
    void readersReadWhatIsCommitted() throws SQLException {
        postgres.migrate("shelf");
        ask(connection, "insert into shelf.thing values ('box', 3) returning 1");
        try (Connection reader = postgres.readers().getConnection()) {
            assertEquals("3", ask(reader, "select size from shelf.thing"));
        }
    }

    @Test
    void readersDoNotWrite() throws SQLException {
        postgres.migrate("shelf");
        try (Connection reader = postgres.readers().getConnection()) {
            var fault = assertThrows(
                    SQLException.class, () -> ask(reader, "insert into shelf.thing values ('box', 3) returning 1"));
            assertEquals("25006", fault.getSQLState());
        }
    }

    @Test
    void aReaderThatSaysSoMayWriteAndTheNextOneMayNot() throws SQLException {
        postgres.migrate("shelf");
        try (Connection reader = postgres.readers().getConnection()) {
            reader.setReadOnly(false);
            assertEquals("1", ask(reader, "insert into shelf.thing values ('box', 3) returning 1"));
        }
        readersDoNotWrite();
    }

    @Test
    void thereAreAtMostEightReaders() throws SQLException {
        var held = new ArrayList<Connection>();
        var pool = (com.zaxxer.hikari.HikariDataSource) postgres.readers();
        try {
            assertTrue(pool.getMaximumPoolSize() <= 8);
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                held.add(pool.getConnection());
            }
            assertEquals(pool.getMaximumPoolSize(), pool.getHikariPoolMXBean().getTotalConnections());
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    @Test
    void aMigrationMakesTheSchemaWithItsOwnHistory() throws SQLException {
        postgres.migrate("shelf");
        assertEquals(
                "2", ask(connection, "select count(*) from shelf.flyway_schema_history where version is not null"));
    }

    @Test
    void migratingAgainChangesNothing() throws SQLException {
        postgres.migrate("shelf");
        ask(connection, "insert into shelf.thing values ('box', 3) returning 1");
        postgres.migrate("shelf");
        assertEquals("1", ask(connection, "select count(*) from shelf.thing"));
    }

    @Test
    void whatIsNotedAsAppliedIsKnownAgainAndAnotherStepOrAnotherHistoryIsNotTakenForIt() throws SQLException {
        Applied steps = Applied.of("shelf");
        assertFalse(steps.isIn(connection), "there is no schema yet");
        postgres.migrate("shelf");
        assertTrue(steps.isIn(connection));
        assertFalse(new Applied("shelf", Applied.of("notes").digest()).isIn(connection), "other steps");
        ask(connection, "update shelf.flyway_schema_history set checksum = 1 where version = '1' returning 1");
        assertFalse(steps.isIn(connection), "another history");
    }

    /** Else each start would pay for it: here the migrations would refuse the history, and are not asked. */
    @Test
    void aStartThatFindsAllStepsNotedAsDoneDoesNotLetTheMigrationsLook() throws SQLException {
        postgres.migrate("shelf");
        ask(connection, "update shelf.flyway_schema_history set checksum = 1 where version = '1' returning 1");
        Applied.of("shelf").noteIn(connection);
        postgres.migrate("shelf");
        ask(connection, "update shelf.flyway_schema_history set checksum = 2 where version = '1' returning 1");
        assertThrows(DatabaseUnavailable.class, () -> postgres.migrate("shelf"), "as they do where they are");
    }

    @Test
    void aMigrationThatFailsLeavesNothingBehindAndSaysWhichSchema() throws SQLException {
        var fault = assertThrows(DatabaseUnavailable.class, () -> postgres.migrate("broken"));
        assertEquals(Trouble.NOT_MIGRATED, fault.trouble());
        assertTrue(String.valueOf(fault.getMessage()).contains("broken"));
        assertThrows(DatabaseUnavailable.class, () -> postgres.migrate("broken"), "and again");
        assertEquals(null, ask(connection, "select to_regclass('broken.thing')"));
    }

    @Test
    void tablesOfANewerVersionAreLeftAlone() throws SQLException {
        postgres.migrate("shelf");
        ask(connection, """
                insert into shelf.flyway_schema_history
                  select 99, '99', 'later', type, 'V99__later.sql', checksum, installed_by, installed_on, 1, true
                  from shelf.flyway_schema_history where version = '1' returning 1""");
        var fault = assertThrows(DatabaseUnavailable.class, () -> postgres.migrate("shelf"));
        assertEquals(Trouble.NEWER_SCHEMA, fault.trouble());
    }

    @Test
    void aMigrationThatWasChangedAfterwardsIsRefused() throws SQLException {
        postgres.migrate("shelf");
        ask(connection, "update shelf.flyway_schema_history set checksum = 1 where version = '1' returning 1");
        assertEquals(
                Trouble.NOT_MIGRATED,
                assertThrows(DatabaseUnavailable.class, () -> postgres.migrate("shelf"))
                        .trouble());
    }

    @Test
    void aSchemaIsNamedPlainly() {
        assertThrows(IllegalArgumentException.class, () -> postgres.migrate("a;b"));
    }

    @Test
    void sortingFollowsTheCodePointsOnEveryServer() throws SQLException {
        assertEquals(
                "A,Z,a,z,É,ñ",
                ask(connection, "select string_agg(x, ',' order by x) from unnest(array['ñ','a','Z','É','z','A']) x"));
    }
}
