package acorde.exchange;

import acorde.acts.ActId;
import acorde.policy.Purpose;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** One thing of a {@link Feed}. */
public sealed interface Listed {
    Place place();

    /**
     * Where it stands.
     *
     * @param name as programs call it
     * @param added when it came to be there, µs since 1970; no two things came at once
     */
    record Place(ActId act, UUID name, long added) {}

    /**
     * It is here.
     *
     * @param item with what may be taken away of it; of a list without texts, with a dash for each
     * @param purposes for which it may
     * @param renewed whether its day of review was set anew since it came first
     */
    record Here(Place place, Item item, SortedSet<Purpose> purposes, boolean renewed) implements Listed {
        public Here {
            purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
        }
    }

    /** The reader's programs took it away, and it was given up since. @param said when its author said it */
    record Gone(Place place, Instant said) implements Listed {}
}
