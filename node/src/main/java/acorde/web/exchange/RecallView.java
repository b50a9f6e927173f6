package acorde.web.exchange;

import acorde.web.view.Flaw;
import acorde.web.view.Flawed;
import acorde.web.view.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order to give a report up: being written, or as it would be signed.
 *
 * @param holders the parties it can still be taken back from
 * @param seen those that had it when the form was shown
 * @param from those it is taken back from
 * @param deadline as it was typed
 * @param due the day it is; null if it cannot be read
 * @param review whether it is only to be signed
 */
public record RecallView(
        String act,
        List<String> holders,
        List<String> seen,
        List<String> from,
        String ground,
        String deadline,
        @Nullable LocalDate due,
        List<Flaw> flaws,
        boolean review,
        @Nullable Refusal refusal)
        implements Flawed {
    public RecallView {
        holders = List.copyOf(holders);
        seen = List.copyOf(seen);
        from = List.copyOf(from);
        flaws = List.copyOf(flaws);
    }

    /** The parties that have it and are not ordered to give it up. */
    public List<String> kept() {
        return holders.stream().filter(party -> !from.contains(party)).toList();
    }
}
