package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Person;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people have begun to write. */
@Tag("database")
class BegunTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private static Postgres postgres;
    private static Begun begun;

    @BeforeAll
    static void open() {
        postgres = TestPostgres.fresh("finding");
        begun = new Begun(postgres.readers());
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    private static Map<String, List<String>> titled(String title) {
        return Map.of("title", List.of(title), "parties", List.of("HN", "GT"));
    }

    private static Optional<Map<String, List<String>>> left(long person, String form, Instant now) {
        return begun.of(new Person.Id(person), form, now).map(Begun.Text::fields);
    }

    @Test
    void eachSeesAndDropsOnlyTheirOwnAndTheLastOfAFormCounts() {
        assertTrue(begun.keep(new Person.Id(1), "f", titled("uno"), NOW));
        assertTrue(begun.keep(new Person.Id(1), "f", titled("dos «2»"), NOW.plusSeconds(1)));
        assertEquals(Optional.of(titled("dos «2»")), left(1, "f", NOW.plusSeconds(2)));
        assertEquals(Optional.empty(), left(2, "f", NOW));
        begun.drop(new Person.Id(2), "f");
        assertTrue(left(1, "f", NOW).isPresent());
        begun.drop(new Person.Id(1), "f");
        assertEquals(Optional.empty(), left(1, "f", NOW));
    }

    @Test
    void whatNobodyGoesOnWithIsTakenAwayAfterSixtyDays() {
        begun.keep(new Person.Id(3), "f", titled("x"), NOW);
        assertTrue(left(3, "f", NOW.plus(Begun.KEPT).minusSeconds(1)).isPresent());
        assertEquals(Optional.empty(), left(3, "f", NOW.plus(Begun.KEPT)));
        begun.keep(new Person.Id(4), "f", titled("x"), NOW.plus(Duration.ofDays(60)));
        assertEquals(Optional.empty(), left(3, "f", NOW), "it is gone, and not only hidden");
    }

    @Test
    void ofMoreThanTwentyFormsThoseThatWereLeftLongestGo() {
        var person = new Person.Id(5);
        for (var i = 0; i <= Begun.MOST; i++) begun.keep(person, "f" + i, titled("x"), NOW.plusSeconds(i));
        assertEquals(Optional.empty(), left(5, "f0", NOW));
        assertTrue(left(5, "f1", NOW).isPresent());
        assertTrue(left(5, "f" + Begun.MOST, NOW).isPresent());
    }

    @Test
    void aFormIsKeptUpToItsLengthAndNotOneCharacterMore() {
        var empty = "{\"t\":[\"\"]}".length();
        var person = new Person.Id(6);
        assertTrue(begun.keep(person, "f", Map.of("t", List.of("x".repeat(Begun.LONGEST - empty))), NOW));
        assertFalse(begun.keep(person, "f", Map.of("t", List.of("y".repeat(Begun.LONGEST - empty + 1))), NOW));
        assertTrue(left(6, "f", NOW).orElseThrow().get("t").getFirst().startsWith("x"), "what was kept stays");
    }
}
