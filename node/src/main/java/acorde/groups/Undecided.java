package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A decision that waits for words, as lists tell of it: without its text.
 *
 * @param number as the parties count
 * @param title the beginning of its text
 * @param initiative it is about; null if it is about none
 * @param asked when it was put, to the second
 * @param moment at which it was put; in writing, until when an answer is asked for
 * @param silent whose word is missing
 */
public record Undecided(
        Sitting sitting,
        ActId act,
        int number,
        Bilingual title,
        @Nullable String initiative,
        Instant asked,
        Instant moment,
        SortedSet<PartyCode> silent) { // what a line of a list says
    static final Comparator<Undecided> BY_MOMENT =
            Comparator.comparing(Undecided::moment).thenComparing(Undecided::act);

    public Undecided {
        silent = Collections.unmodifiableSortedSet(new TreeSet<>(silent));
    }

    /** @param decided of which nobody's word is missing unless it is open */
    public static Undecided of(Decided decided) {
        return of(decided.sitting(), decided.act(), Listing.asked(decided.sitting(), decided));
    }

    static Undecided of(Sitting sitting, ActId act, Listing.Asked row) {
        return new Undecided(
                sitting,
                act,
                row.number(),
                row.title(),
                row.initiative(),
                Instant.ofEpochSecond(row.asked()),
                Instant.ofEpochSecond(row.moment()),
                row.silent());
    }

    /** As the parties call it: 3/1 is the first of the third meeting, E/2 the second in writing. */
    public String label() {
        return Decided.label(sitting, number);
    }

    /** In writing: whether the time that was given has run out, by the word of who asked. */
    boolean isOverdue(Instant now) {
        return !sitting.isMeeting() && now.isAfter(moment);
    }
}
