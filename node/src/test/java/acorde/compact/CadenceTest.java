package acorde.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of RFC 5545 recurrence that meetings need. */
class CadenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY                 | 2026-11-23T10:00 | 2026-11-23T10:00 2026-11-30T10:00 2026-12-07T10:00",
                "FREQ=WEEKLY;INTERVAL=2      | 2026-11-23T10:00 | 2026-11-23T10:00 2026-12-07T10:00",
                "FREQ=WEEKLY;BYDAY=MO        | 2026-11-23T10:00 | 2026-11-23T10:00 2026-11-30T10:00",
                "FREQ=MONTHLY                | 2026-01-31T10:00 | 2026-01-31T10:00 2026-03-31T10:00 2026-05-31T10:00",
                "FREQ=MONTHLY;INTERVAL=3     | 2026-11-15T09:30 | 2026-11-15T09:30 2027-02-15T09:30 2027-05-15T09:30",
                "FREQ=MONTHLY;BYDAY=2TU      | 2026-12-08T10:00 | 2026-12-08T10:00 2027-01-12T10:00 2027-02-09T10:00",
                "FREQ=MONTHLY;BYDAY=-1FR     | 2026-11-27T10:00 | 2026-11-27T10:00 2026-12-25T10:00 2027-01-29T10:00",
                "FREQ=YEARLY                 | 2024-02-29T10:00 | 2024-02-29T10:00 2028-02-29T10:00",
            })
    void aRuleFallsOnTheDaysThatTheStandardSays(String rule, String first, String times) {
        var expected = Arrays.stream(times.split(" ")).map(LocalDateTime::parse).toList();
        var cadence = Cadence.parse(rule);
        assertEquals(expected, cadence.times(LocalDateTime.parse(first), expected.size()));
        assertEquals(rule, cadence.toString());
    }

    @Test
    void aRuleThatDoesNotFallOnItsFirstDayFallsOnNone() {
        assertEquals(
                List.of(), Cadence.parse("FREQ=MONTHLY;BYDAY=2TU").times(LocalDateTime.parse("2026-12-09T10:00"), 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ=DAILY",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;INTERVAL=100",
                "FREQ=WEEKLY;BYDAY=2TU",
                "FREQ=MONTHLY;BYDAY=TU",
                "FREQ=MONTHLY;BYDAY=5TU",
                "FREQ=YEARLY;BYDAY=1MO",
                "FREQ=WEEKLY;COUNT=3",
                "freq=weekly"
            })
    void nothingElseIsRead(String rule) {
        assertThrows(IllegalArgumentException.class, () -> Cadence.parse(rule));
    }
}
