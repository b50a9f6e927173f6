package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An action that is open, as lists tell of it: without its text and what was said of it.
 *
 * @param decision its number as the parties count
 * @param initiative it is about; null if it is about none
 * @param title the beginning of its text
 * @param unchecked while it is reported done, who has not said whether it is
 */
public record Undone(
        Part id,
        Sitting sitting,
        int decision,
        @Nullable String initiative,
        PartyCode owner,
        LocalDate due,
        Owed.State state,
        Bilingual title,
        SortedSet<PartyCode> unchecked) { // what a line of a list says
    public Undone {
        unchecked = Collections.unmodifiableSortedSet(new TreeSet<>(unchecked));
    }

    static Undone of(Sitting sitting, int decision, Part id, Listing.Due row) { // its row, and what it stands in
        return new Undone(
                id,
                sitting,
                decision,
                row.initiative(),
                row.owner(),
                LocalDate.ofEpochDay(row.day()),
                row.state(),
                row.title(),
                row.unchecked());
    }

    /** The act of its decision. */
    public ActId put() {
        return id.act();
    }

    /** As the parties call it: 3/1.2 is the second action of the first decision of the third meeting. */
    public String label() {
        return Decided.label(sitting, decision) + "." + id.number();
    }

    public Owed.Light light(LocalDate today) {
        return Owed.light(state, due, today);
    }
}
