package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LinesOfTodayTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    private final LinesOfToday lines = new LinesOfToday();

    private static JournalLine line(int number) {
        return JournalLine.of("file-taken", new Officer(new Person.Id(1), "Ana", new OfficeCode("coordination")))
                .with("file", number);
    }

    @Test
    void aLineIsOfItsDayItsOfficerAndWhatItTells() {
        lines.add(line(1), TODAY);
        assertTrue(lines.has(line(1), TODAY));
        assertFalse(lines.has(line(2), TODAY));
        var other = new Officer(new Person.Id(2), "Luz", new OfficeCode("coordination"));
        assertFalse(lines.has(JournalLine.of("file-taken", other).with("file", 1), TODAY));
        assertFalse(lines.has(line(1), TODAY.plusDays(1)));
        lines.add(line(2), TODAY.plusDays(1));
        assertFalse(lines.has(line(1), TODAY.plusDays(1)));
    }

    @Test
    void asManyAreRememberedAsMayBeAndTheOldestIsForgotten() {
        for (var number = 0; number < LinesOfToday.MOST; number++) lines.add(line(number), TODAY);
        assertTrue(lines.has(line(0), TODAY));
        lines.add(line(LinesOfToday.MOST), TODAY);
        assertFalse(lines.has(line(0), TODAY));
        assertTrue(lines.has(line(1), TODAY) && lines.has(line(LinesOfToday.MOST), TODAY));
    }
}
