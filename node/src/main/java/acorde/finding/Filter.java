package acorde.finding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a reader narrows a search to; null narrows nothing.
 *
 * @param from the first day
 * @param to the last day
 * @param since only what a visit has not seen
 */
public record Filter(
        @Nullable String kind,
        @Nullable String area,
        @Nullable String party,
        @Nullable String standing,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Visits.@Nullable Mark since) { // a field for each question a reader can ask of a thing
    public static final Filter NONE = new Filter(null, null, null, null, null, null, null);

    /** What is filtered by a word. */
    public enum By {
        KIND,
        AREA,
        PARTY,
        STANDING
    }

    @Nullable
    String word(By by) {
        return switch (by) {
            case KIND -> kind;
            case AREA -> area;
            case PARTY -> party;
            case STANDING -> standing;
        };
    }
}
