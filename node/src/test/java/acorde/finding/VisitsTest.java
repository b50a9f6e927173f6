package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.offices.Person;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.PartyCode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When somebody was last here. */
@Tag("database")
class VisitsTest {
    private static final Person.Id ANA = new Person.Id(1);
    private static final Person.Id BETO = new Person.Id(2);
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private Postgres postgres;
    private Lease lease;

    @BeforeEach
    void open() {
        postgres = TestPostgres.fresh("finding");
        lease = postgres.lease("log");
    }

    @AfterEach
    void close() {
        lease.close();
        postgres.close();
    }

    private Visits visits() {
        return new Visits(postgres, lease);
    }

    private static Visits.Mark mark(int minutes, long size) {
        return new Visits.Mark(NOON.plusSeconds(60L * minutes), Map.of(new PartyCode("HN"), size));
    }

    @Test
    void aVisitEndsAfterHalfAnHourWithoutItsPerson() {
        var visits = visits();
        assertNull(visits.come(ANA, mark(0, 5)));
        assertNull(visits.come(ANA, mark(29, 6)));
        assertNull(visits.come(ANA, mark(58, 7)), "each page goes on with the visit");
        assertEquals(mark(58, 7), visits.come(ANA, mark(88, 9)));
        assertEquals(mark(58, 7), visits.come(ANA, mark(100, 12)));
        assertNull(visits.come(BETO, mark(100, 12)), "each has their own");
    }

    @Test
    void aVisitIsRememberedByANodeThatWasStartedAgain() {
        var first = visits();
        first.come(ANA, mark(0, 5));
        first.come(ANA, mark(2, 6));
        first.close();
        assertEquals(mark(2, 6), visits().come(ANA, mark(60, 9)));
        assertEquals(mark(2, 6), visits().come(ANA, mark(61, 10)));
    }

    @Test
    void whatAVisitHasSeenIsWhatStoodInTheLogsThen() {
        assertTrue(mark(0, 5).knew(ActId.parse("HN/4")));
        assertTrue(!mark(0, 5).knew(ActId.parse("HN/5")));
        assertTrue(!mark(0, 5).knew(ActId.parse("GT/0")));
    }

    @Test
    void theOneNotSeenForLongestIsForgottenWhenThereAreTooMany() throws SQLException {
        var visits = visits();
        visits.come(ANA, mark(0, 1));
        visits.close();
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into finding.visit (person, latest, at) select n, (select latest from finding.visit),"
                            + " now() from generate_series(100, 99 + " + (Visits.MOST - 1) + ") n");
        }
        assertEquals(Visits.MOST, count());
        var others = visits();
        others.come(BETO, mark(1, 1));
        others.close();
        assertEquals(Visits.MOST, count());
    }

    @Test
    void nobodyWaitsForAVisitToBeWrittenDown() throws SQLException {
        var visits = visits();
        try (var holder = postgres.open();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table finding.visit in exclusive mode");
            assertNull(visits.come(ANA, mark(0, 1)));
            assertNull(visits.come(BETO, mark(0, 1)));
            assertNull(visits.come(ANA, mark(2, 2)));
            holder.rollback();
        }
        visits.close();
        assertEquals(2, count());
    }

    @Test
    void aProcessThatHasLostTheLeaseWritesNoVisitDown() throws SQLException {
        var visits = visits();
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute("update leases.lease set number = number + 1");
        }
        assertNull(visits.come(ANA, mark(0, 1)));
        visits.close();
        assertEquals(0, count());
    }

    private int count() throws SQLException {
        try (var connection = postgres.open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from finding.visit")) {
            row.next();
            return row.getInt(1);
        }
    }
}
