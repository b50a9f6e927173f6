package acorde.finding;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in the index that are shown to one audience.
 *
 * @param stance by which they are, {@link Stance#by}
 * @param until the last day on which they are, in days since 1970; {@link #ALWAYS} if no day changes it
 */
record Room(Audience audience, String stance, int until) {
    static final int ALWAYS = Integer.MAX_VALUE;

    static Room of(Entry entry, Stance stance) {
        return new Room(entry.audience(), stance.by(), day(entry.until()));
    }

    private static int day(@Nullable LocalDate day) {
        return day == null ? ALWAYS : Math.toIntExact(day.toEpochDay());
    }

    /** Whether what stands here is shown by one of these: whoever enters by another would be told of what they may not find any more. */
    boolean holds(Collection<Stance> now) {
        return now.stream().anyMatch(one -> stance.equals(one.by()) && (one.day() == null || until >= day(one.day())));
    }
}
