package acorde.finding;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.offices.Officer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one duty lets be found, and what it awaits of somebody. Safe for any thread. */
public interface Catalogue {
    /** The kinds of its things; each belongs to one catalogue. */
    Set<String> kinds();

    /**
     * The things that an act may have brought about or changed. A function of the act and of those it names; called for acts of every kind,
     * also for those that were rejected. A thing that is named by an act is among those which that act touches.
     */
    Set<Key> touched(Act act, Function<ActId, Optional<Act>> known);

    /** Others that may have changed along with these, such as the rivals of a proposal. */
    default Set<Key> along(Collection<Key> keys) {
        return Set.of();
    }

    /**
     * These things as they are now, from committed rows; those that are not there are left out. One that not everybody is shown alike has an
     * entry for each audience that is, and nobody is in two of them.
     */
    Collection<Entry> entries(Collection<Key> keys);

    /** The same for the index, which wants to know until which day each is so. */
    default Collection<Entry> lasting(Collection<Key> keys) {
        return entries(keys);
    }

    /**
     * Those of these that are here no more, looked at and not decided about: so cheap that it is asked of all that is counted. None of a duty whose
     * things stay.
     */
    default Set<Key> gone(Collection<Key> keys) {
        return Set.of();
    }

    /** Whether the things of an act are not there yet, though it was taken in: it is looked at again. */
    default boolean isEarly(Act act) {
        return false;
    }

    /** By what else than acts it depends how its things are and who may open them: when that changes, all of them are looked at again. */
    default Stance stance() {
        return Stance.NONE;
    }

    /**
     * All of its things, part by part, for who looks at them again.
     *
     * @param last of the part before; null for the first
     */
    default List<Key> behind(@Nullable Key last, int most) {
        return List.of();
    }

    /** What awaits an officer on that day; at most {@link Task#MOST}. */
    default List<Task> tasks(Officer officer, LocalDate today) {
        return List.of();
    }
}
