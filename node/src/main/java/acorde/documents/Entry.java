package acorde.documents;

import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a paper: an item and why it stands there.
 *
 * @param party who is late, disputes, is blocked, proposes or presides
 * @param day since when, or by when it was due
 * @param text the act that carries the text, from which its title is read; null for what was founded with the charter
 * @param see the act that says so; null if none does
 */
public record Entry(
        Why why,
        ItemKey item,
        PartyCode party,
        LocalDate day,
        @Nullable ActId text,
        @Nullable ActId see) { // what a line says
    /** Why something stands on a paper, in the order in which a reader should hear it. */
    public enum Why {
        /** A day has passed. */
        OVERDUE,
        /** Nothing was heard for twice the cadence. */
        SILENT,
        /** A party says that something stands in the way. */
        BLOCKED,
        /** A party disputes what another reports. */
        DISPUTED,
        /** The ladder has reached the minister. */
        RAISED,
        /** A proposal waits for a word. */
        TO_DECIDE,
        /** A meeting was held, and there was a quorum at some time. */
        HELD,
        /** A meeting was held, and there never was a quorum. */
        INQUORATE,
        /** A decision was taken. */
        DECIDED,
        /** The day of an action has passed. */
        ACTION_LATE;

        /** As acts have it: {@code to-decide}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
