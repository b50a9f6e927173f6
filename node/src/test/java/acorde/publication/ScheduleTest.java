package acorde.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Bilingual;
import acorde.compact.PublicationTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When editions are due, and which are missing. */
final class ScheduleTest {
    private static final Schedule MONTHLY = schedule("2026-12-01", 1);

    private static Schedule schedule(String first, int months) {
        return new Schedule(new PublicationTerms(
                LocalDate.parse(first), months, 7, true, true, new Bilingual("Mensual", "Monthly")));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void nothingIsDueBeforeTheFirstDay() {
        assertEquals(Optional.empty(), MONTHLY.lastDue(day("2026-11-30")));
        assertEquals(day("2026-12-01"), MONTHLY.nextDue(day("2026-11-30")));
        assertEquals(List.of(), MONTHLY.missed(Optional.empty(), day("2026-11-30")));
    }

    @Test
    void anEditionServesTheLastDayOnWhichOneWasDue() {
        assertEquals(Optional.of(day("2026-12-01")), MONTHLY.lastDue(day("2026-12-01")));
        assertEquals(Optional.of(day("2026-12-01")), MONTHLY.lastDue(day("2026-12-31")));
        assertEquals(day("2027-01-01"), MONTHLY.nextDue(day("2026-12-31")));
    }

    @Test
    void anEditionThatWasDueAndIsNotThereIsAGap() {
        var served = Optional.of(day("2026-12-01"));
        assertEquals(List.of(), MONTHLY.missed(served, day("2027-01-03")));
        assertEquals(
                List.of(day("2027-01-01"), day("2027-02-01"), day("2027-03-01")),
                MONTHLY.missed(served, day("2027-04-02")));
        assertEquals(List.of(day("2026-12-01")), MONTHLY.missed(Optional.empty(), day("2027-01-01")));
    }

    @Test
    void anEditionIsLateAfterTheDaysOfGrace() {
        assertFalse(MONTHLY.late(day("2026-12-08")));
        assertTrue(MONTHLY.late(day("2026-12-09")));
        assertFalse(MONTHLY.late(day("2026-11-01")));
    }

    @Test
    void theThirtyFirstComesBackAfterAShortMonth() {
        var last = schedule("2027-01-31", 1);
        assertEquals(day("2027-02-28"), last.nextDue(day("2027-01-31")));
        assertEquals(day("2027-03-31"), last.nextDue(day("2027-02-28")));
    }
}
