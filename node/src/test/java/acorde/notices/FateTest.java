package acorde.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.offices.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a letter once the server has said its word, or none. */
class FateTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Fate fate(int tries, Outcome outcome) {
        var to = new Subscription(
                new Person.Id(1), new Address("a@ministerio.example"), true, Pace.AT_ONCE, "es", "s", null, null);
        return Fate.of(new Letter(UUID.randomUUID(), to, List.of(), 0, null, tries), outcome, NOW);
    }

    @Test
    void whatTheServerTookHasArrivedWhateverWasBefore() {
        for (var tries : List.of(0, 7)) assertEquals(new Fate.Arrived(), fate(tries, Outcome.SENT));
    }

    @Test
    void aLetterIsTriedEightTimesLaterAndLaterAndThenGivenUpForAnotherToTell() {
        var minutes = List.of(1, 5, 15, 60, 240, 720, 1440);
        for (var tries = 0; tries < minutes.size(); tries++)
            assertEquals(new Fate.Waits(NOW.plus(Duration.ofMinutes(minutes.get(tries)))), fate(tries, Outcome.FAILED));
        assertEquals(new Fate.Lost(true), fate(7, Outcome.FAILED));
    }

    @Test
    void aRefusalForGoodIsAskedOnce() {
        assertEquals(new Fate.Lost(false), fate(0, Outcome.REFUSED));
    }
}
