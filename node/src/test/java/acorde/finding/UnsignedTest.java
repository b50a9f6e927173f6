package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.finding.Unsigned.Keeping;
import acorde.offices.Person;
import acorde.postgres.DatabaseUnavailable;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.PartyCode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people have begun to write. */
@Tag("database")
class UnsignedTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private static Postgres postgres;
    private static Lease lease;
    private static Unsigned unsigned;

    @BeforeAll
    static void open() {
        postgres = TestPostgres.fresh("finding");
        lease = postgres.lease("log");
        unsigned = at(NOW);
    }

    @AfterAll
    static void close() {
        lease.close();
        postgres.close();
    }

    private static Unsigned at(Instant now) {
        return new Unsigned(new Records(postgres, lease), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Map<String, List<String>> titled(String title) {
        return Map.of("title", List.of(title), "parties", List.of("HN", "GT"));
    }

    private static Keeping keep(long person, String form, String title, Instant now) {
        return keep(person, form, title, now, null);
    }

    private static Keeping keep(
            long person, String form, String title, Instant now, @Nullable Instant since) { // whose, and what
        return unsigned.keep(new Person.Id(person), form, new Unsigned.Form(titled(title), now), since);
    }

    private static Optional<Map<String, List<String>>> left(long person, String form, Instant now) {
        return unsigned.of(new Person.Id(person), form, now).map(Unsigned.Form::fields);
    }

    private static int rows(long person) {
        try (var connection = postgres.open();
                var select = connection.prepareStatement("select count(*) from finding.begun where person = ?")) {
            select.setLong(1, person);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachSeesAndDropsOnlyTheirOwnAndTheLastOfAFormCounts() {
        assertEquals(Keeping.DONE, keep(1, "f", "uno", NOW));
        assertEquals(Keeping.DONE, keep(1, "f", "dos «2»", NOW.plusSeconds(1)));
        assertEquals(Optional.of(titled("dos «2»")), left(1, "f", NOW.plusSeconds(2)));
        assertEquals(Optional.empty(), left(2, "f", NOW));
        unsigned.drop(new Person.Id(2), "f", NOW);
        assertTrue(left(1, "f", NOW).isPresent());
        unsigned.drop(new Person.Id(1), "f", NOW);
        assertEquals(Optional.empty(), left(1, "f", NOW));
    }

    @Test
    void whatNobodyGoesOnWithIsTakenAwayAfterSixtyDaysThoughNobodyComes() {
        keep(3, "f", "x", NOW);
        assertTrue(left(3, "f", NOW.plus(Unsigned.KEPT).minusSeconds(1)).isPresent());
        assertEquals(Optional.empty(), left(3, "f", NOW.plus(Unsigned.KEPT)));
        at(NOW.plus(Unsigned.KEPT).minusSeconds(1)).sweep();
        assertEquals(1, rows(3));
        at(NOW.plus(Unsigned.KEPT)).sweep();
        assertEquals(0, rows(3), "it is gone, and not only hidden");
    }

    @Test
    @Timeout(60)
    void itIsSweptFromTheStartOn() {
        keep(4, "f", "x", NOW.minus(Unsigned.KEPT));
        try (var sweeping = at(NOW)) {
            sweeping.sweeping();
            BooleanSupplier gone = () -> rows(4) == 0;
            while (!gone.getAsBoolean()) Thread.onSpinWait();
        }
    }

    @Test
    void ofMoreThanTwentyFormsThoseThatWereLeftLongestGo() {
        for (var i = 0; i <= Unsigned.MOST; i++) keep(5, "f" + i, "x", NOW.plusSeconds(i));
        assertEquals(Optional.empty(), left(5, "f0", NOW));
        assertTrue(left(5, "f1", NOW).isPresent());
        assertTrue(left(5, "f" + Unsigned.MOST, NOW).isPresent());
        for (var i = 0; i <= Unsigned.MOST; i++) unsigned.drop(new Person.Id(5), "g" + i, NOW.plusSeconds(100 + i));
        assertTrue(left(5, "f1", NOW).isPresent(), "what is over takes no place of what is kept");
        assertEquals(2 * Unsigned.MOST, rows(5));
    }

    @Test
    void aFormIsKeptUpToItsLengthAndNotOneCharacterMore() {
        var empty = "{\"t\":[\"\"]}".length();
        var person = new Person.Id(6);
        var longest = Map.of("t", List.of("x".repeat(Unsigned.LONGEST - empty)));
        var longer = Map.of("t", List.of("y".repeat(Unsigned.LONGEST - empty + 1)));
        assertEquals(Keeping.DONE, unsigned.keep(person, "f", new Unsigned.Form(longest, NOW), null));
        assertEquals(Keeping.TOO_LONG, unsigned.keep(person, "f", new Unsigned.Form(longer, NOW), null));
        assertTrue(left(6, "f", NOW).orElseThrow().get("t").getFirst().startsWith("x"), "what was kept stays");
    }

    @Test
    void aPageThatWasOpenWhenItsFormWasDroppedDoesNotBringItBackByItself() {
        var drawn = NOW;
        keep(7, "f", "uno", NOW.plusSeconds(1), drawn);
        unsigned.drop(new Person.Id(7), "f", NOW.plusSeconds(2));
        assertEquals(Keeping.OVER, keep(7, "f", "uno", NOW.plusSeconds(3), drawn));
        assertEquals(Optional.empty(), left(7, "f", NOW.plusSeconds(3)));
        assertEquals(Keeping.DONE, keep(7, "f", "dos", NOW.plusSeconds(5), NOW.plusSeconds(4)), "drawn after that");
        unsigned.drop(new Person.Id(7), "f", NOW.plusSeconds(6));
        assertEquals(
                Keeping.DONE, keep(7, "f", "tres", NOW.plusSeconds(7)), "and what its writer asks to keep is kept");
        assertEquals(Optional.of(titled("tres")), left(7, "f", NOW.plusSeconds(8)));
    }

    @Test
    void aFormThatIsOverBeforeItWasEverKeptIsNotKeptAfterwards() {
        unsigned.drop(new Person.Id(8), "f", NOW.plusSeconds(2));
        assertEquals(Keeping.OVER, keep(8, "f", "x", NOW.plusSeconds(3), NOW));
        at(NOW.plus(Unsigned.OVER).plusSeconds(2)).sweep();
        assertEquals(0, rows(8), "for as long as a page can be open");
    }

    @Test
    void whatAnswersWhatWasTakenBackIsForgottenWithItsTitleAndNothingElseIs() {
        var person = new Person.Id(12);
        var drawn = NOW.minusSeconds(1);
        var typed = List.of(
                Map.of("request", List.of("SV/12"), "title", List.of("Respuesta: \0 \"sello\"")),
                Map.of("request", List.of("SV/121"), "title", List.of("otra")),
                Map.of("request", List.of(""), "title", List.of("\"request\":[\"SV/12\"]")));
        for (var i = 0; i < typed.size(); i++)
            unsigned.keep(person, "report//" + i, new Unsigned.Form(typed.get(i), NOW.minusSeconds(i)), null);
        var gone = List.of(new ActId(new PartyCode("SV"), 12), new ActId(new PartyCode("SV"), 13));
        unsigned.forgetAnswers(answered -> {
            assertFalse(answered.contains(gone.getLast()), "nobody answers it");
            return gone.stream().filter(answered::contains).collect(Collectors.toSet());
        });
        assertEquals(
                List.of("otra", "\"request\":[\"SV/12\"]"),
                unsigned.left(person, "report/", NOW).stream()
                        .map(Unsigned.Left::title)
                        .toList());
        var again = new Unsigned.Form(typed.getFirst(), NOW.plusSeconds(1));
        assertEquals(Keeping.OVER, unsigned.keep(person, "report//0", again, drawn), "a page that was open");
    }

    @Test
    void thoseOfOneBeginningAreListedTheOneLeftLastBeforeTheOthers() {
        keep(9, "p//a", "x", NOW);
        keep(9, "p//b", "x", NOW.plusSeconds(1));
        keep(9, "p/A1", "x", NOW.plusSeconds(2));
        keep(10, "p//c", "x", NOW);
        assertEquals(
                List.of(
                        new Unsigned.Left("p//b", "x", null, NOW.plusSeconds(1)),
                        new Unsigned.Left("p//a", "x", null, NOW)),
                unsigned.left(new Person.Id(9), "p//", NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void aFormThatWasLeftIsToldByItsTitleInOneLanguageOrTheFirstOfTwo() {
        var person = new Person.Id(11);
        var typed = List.of(
                Map.of("title", List.of("e".repeat(301))),
                Map.of("titleEs", List.of(""), "titleEn", List.of("English")),
                Map.of("titleEs", List.of("Español"), "titleEn", List.of("English")),
                Map.of("title", List.of("\0")),
                Map.of("fact", List.of("x")));
        for (var i = 0; i < typed.size(); i++)
            unsigned.keep(person, "t//" + i, new Unsigned.Form(typed.get(i), NOW.minusSeconds(i)), null);
        assertEquals(
                List.of("e".repeat(300), "English", "Español", "", ""),
                unsigned.left(person, "t//", NOW).stream()
                        .map(Unsigned.Left::title)
                        .toList());
    }

    @Test
    void aProcessThatHasLostTheLeaseKeepsNothing() throws SQLException {
        try (var other = TestPostgres.fresh("finding");
                var lost = other.lease("log");
                var connection = other.open();
                var statement = connection.createStatement()) {
            var writing = new Unsigned(new Records(other, lost), Clock.fixed(NOW, ZoneOffset.UTC));
            statement.execute("update leases.lease set number = number + 1");
            var form = new Unsigned.Form(titled("x"), NOW);
            var ana = new Person.Id(1);
            assertThrows(DatabaseUnavailable.class, () -> writing.keep(ana, "f", form, null));
            assertEquals(Optional.empty(), writing.of(ana, "f", NOW));
            var views = new Views(new Records(other, lost));
            assertThrows(DatabaseUnavailable.class, () -> views.save(ana, "Niñez", "q=ninez"));
            assertEquals(List.of(), views.of(ana));
        }
    }
}
