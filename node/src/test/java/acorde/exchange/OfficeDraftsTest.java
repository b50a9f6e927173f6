package acorde.exchange;

import static acorde.exchange.PartyNode.officer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long what an office's systems brought waits. */
@Tag("database")
class OfficeDraftsTest {
    private static final Instant NOW = PartyNode.CLOCK.instant();
    private static final Instant LATER = NOW.plus(OfficeDrafts.KEPT).plusSeconds(1);

    private final Postgres postgres = TestPostgres.fresh("finding", "exchange");
    private final OfficeDrafts drafts = new OfficeDrafts(postgres, postgres.lease("log"));

    @AfterEach
    void stop() {
        postgres.close();
    }

    private UUID bring(String office, Instant now) {
        var id = UUID.randomUUID();
        var draft = new OfficeDrafts.Draft("a", "EJERCICIO", Reports.report(_ -> {}));
        drafts.bring(officer(office), List.of(draft), id, _ -> "{}", now);
        return id;
    }

    @Test
    void whatWaitedForTooLongIsShownToNobodyEvenWhereItWasNotSweptYet() {
        var id = bring("analysis", NOW);
        assertEquals(
                Reports.report(_ -> {}),
                drafts.find(officer("analysis"), "a", LATER.minusSeconds(1)).orElseThrow());
        assertEquals(Optional.empty(), drafts.find(officer("analysis"), "a", LATER));
        assertEquals(List.of(), drafts.waiting(officer("analysis"), LATER));
        assertEquals(Optional.of("{}"), drafts.told(officer("analysis"), id));
    }

    @Test
    void whatWaitedForTooLongIsTakenAwayOfEveryOfficeWhetherItBringsAgainOrNot() throws SQLException {
        var id = bring("analysis", NOW);
        bring("liaison", NOW.plusSeconds(5));
        drafts.sweep(LATER);
        assertEquals(Optional.empty(), drafts.told(officer("analysis"), id));
        assertEquals(List.of("liaison"), offices("exchange.brought"));
        assertEquals(List.of("liaison"), offices("exchange.bringing"));
        drafts.sweep(LATER.plusSeconds(5));
        assertEquals(List.of(), offices("exchange.brought"));
    }

    private List<String> offices(String table) throws SQLException {
        try (var connection = postgres.open();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select array_agg(office) from " + table)) {
            found.next();
            var offices = found.getArray(1);
            return offices == null ? List.of() : List.of((String[]) offices.getArray());
        }
    }
}
