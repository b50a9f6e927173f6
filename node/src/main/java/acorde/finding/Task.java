package acorde.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that awaits an officer.
 *
 * @param what what is to be done, a word of small letters and hyphens, such as {@code answer}
 * @param about the thing on whose page it is done
 * @param title what that is called
 * @param due by when; null if nobody said
 * @param since since when it waits
 */
public record Task(
        String what, Key about, Entry.Text title, @Nullable LocalDate due, Instant since) { // a line of work
    /** Tasks of one duty for one officer: more than a person can look through. */
    public static final int MOST = 500;

    /** What is due first comes first; what nobody dated comes last, the oldest of it first. */
    static final Comparator<Task> BY_DUE = Comparator.comparing(
                    Task::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Task::since)
            .thenComparing(Task::about);
}
