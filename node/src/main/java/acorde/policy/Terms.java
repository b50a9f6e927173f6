package acorde.policy;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On what terms an item was given.
 *
 * @param purposes what it may be used for
 * @param lawful whether its legal basis is named
 * @param arrangement the arrangement of some parties under which alone it moves, such as {@code US-HN}; null if none
 */
public record Terms(
        Set<Purpose> purposes, boolean lawful, @Nullable String arrangement, Span span) {
    /**
     * How long it holds.
     *
     * @param validTo the last day; null if it holds until somebody says otherwise
     * @param reviewOn the day by which it is looked at again, or goes; null if there is none
     */
    public record Span(
            @Nullable LocalDate validTo, @Nullable LocalDate reviewOn) {}

    public Terms {
        purposes = Circle.bounded(purposes);
        if (arrangement != null && !arrangement.matches("[A-Z][A-Z0-9-]{1,31}"))
            throw new IllegalArgumentException(
                    "an arrangement is named by 2 to 32 capital letters, digits and hyphens");
    }
}
