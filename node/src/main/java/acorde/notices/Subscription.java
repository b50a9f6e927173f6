package acorde.notices;

import acorde.offices.Person;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told, and where.
 *
 * @param confirmed whether the code that was sent there came back
 * @param language {@code es} or {@code en}
 * @param off what turns it off without signing in, as it stands in every letter
 * @param written when the last letter of notices was written; null if none was
 * @param lost when a letter was last given up; null if none was
 */
public record Subscription(
        Person.Id person,
        Address address,
        boolean confirmed,
        Pace pace,
        String language,
        String off,
        @Nullable Instant written,
        @Nullable Instant lost) { // a row
    boolean wants() {
        return confirmed && pace != Pace.OFF;
    }

    /** Whether a letter may be written now. @param hour of the day here, and day, of that time */
    boolean isDue(Instant now, LocalDate day, int hour, @Nullable LocalDate lastDay) { // a time, and what it is here
        return switch (pace) {
            case OFF -> false;
            case AT_ONCE -> written == null || !now.isBefore(written.plus(Notices.BETWEEN));
            case DAILY -> hour >= Notices.MORNING && (lastDay == null || lastDay.isBefore(day));
        };
    }
}
