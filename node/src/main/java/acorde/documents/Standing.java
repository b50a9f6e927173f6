package acorde.documents;

import acorde.acts.ActId;
import acorde.compact.Stood;
import acorde.monitoring.AreaFigures;
import acorde.monitoring.Watched;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the compact stands on a day, as every party may be shown it: what papers are composed from.
 *
 * @param open the proposals that wait for words
 * @param measured the indicators of the area the paper is of; empty if it is of none
 * @param doings of the group the paper is of; empty if it is of none
 */
record Standing(
        LocalDate day,
        List<Promise> promises,
        List<Stood> open,
        Optional<AreaFigures> measured,
        Optional<Doings> doings) { // what there is to compose from
    /** @param text the act that carries its text; null if no act does */
    record Promise(Watched watched, @Nullable ActId text) {}

    Standing {
        promises = List.copyOf(promises);
        open = List.copyOf(open);
    }
}
