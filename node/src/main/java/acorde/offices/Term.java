package acorde.offices;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From a day to a day.
 *
 * @param from the first day
 * @param to the first day no longer, so that at a hand-over it is the {@code from} of the successor; null while open
 */
public record Term(LocalDate from, @Nullable LocalDate to) {
    public static Term since(LocalDate from) {
        return new Term(from, null);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** Whether both cover some day. */
    boolean overlaps(Term other) {
        return (other.to == null || from.isBefore(other.to)) && (to == null || other.from.isBefore(to));
    }
}
