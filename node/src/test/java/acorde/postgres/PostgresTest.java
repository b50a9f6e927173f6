package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PostgresTest {
    @Test
    void aFreshDatabaseAnswers() throws Exception {
        try (Postgres postgres = TestPostgres.fresh();
                var connection = postgres.open();
                var found = connection.createStatement().executeQuery("select 1")) {
            found.next();
            assertEquals(1, found.getInt(1));
        }
    }
}
