package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of somebody else's database without asking it. */
class ExternalRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "postgres://localhost/x",
                "jdbc:mysql://localhost/x",
                "jdbc:postgresql://a:port/x"
            })
    void anAddressOfAnotherKindIsRefusedWithAnExample(String url) {
        assertEquals(
                Trouble.NOT_AN_URL,
                assertThrows(DatabaseUnavailable.class, () -> External.at(url, Map.of()))
                        .trouble());
    }

    @Test
    void theNameForSentencesHasNoPassword() {
        var origin = External.at("jdbc:postgresql://db.example:5433/node?user=u&password=secret", Map.of());
        assertEquals("db.example:5433/node", origin.address().where());
    }

    // Nothing older than 15 is at hand to be run, so this is the decision alone.
    @Test
    void fourteenIsRefusedAndFifteenServes() {
        var fault = assertThrows(
                DatabaseUnavailable.class, () -> new Postgres.Facts("14.9", 14, "UTF8", false, true).insist("db"));
        assertEquals("The database at db is PostgreSQL 14.9: version 15 or newer is needed.", fault.getMessage());
        assertDoesNotThrow(() -> new Postgres.Facts("15.0", 15, "UTF8", false, true).insist("db"));
    }
}
