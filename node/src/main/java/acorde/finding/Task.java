package acorde.finding;

import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that awaits an officer.
 *
 * @param what what is to be done, a word of small letters and hyphens, such as {@code answer}
 * @param by the party whose word or promise it comes from
 * @param about the thing on whose page it is done
 * @param title what that is called
 * @param due by when; null if nobody said
 * @param since since when it waits
 */
public record Task(
        String what,
        PartyCode by,
        Key about,
        Entry.Text title,
        @Nullable LocalDate due,
        Instant since) { // a line of work
    /** Tasks of one duty for one officer: more than a person can look through. */
    public static final int MOST = 500;

    /** What is due first comes first; what nobody dated comes last, the oldest of it first. */
    public static final Comparator<Task> BY_DUE = Comparator.comparing(
                    Task::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Task::since)
            .thenComparing(Task::about);

    /** What is due first of much, one of each party in turn, so that no party's many crowd out what another waits for. */
    public static List<Task> first(int most, List<Task> ordered) {
        return InTurn.first(most, ordered, Task::by);
    }
}
