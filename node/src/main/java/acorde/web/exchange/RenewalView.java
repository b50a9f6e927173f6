package acorde.web.exchange;

import acorde.web.view.Flaw;
import acorde.web.view.Flawed;
import acorde.web.view.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A later day of review for a report of this party's: being chosen, or as it would be signed.
 *
 * @param before the day it has
 * @param day as it was typed
 * @param until the day it is; null while it is not only to be signed
 * @param holders who would have it until then
 */
public record RenewalView(
        String act,
        String title,
        String language,
        LocalDate before,
        String day,
        @Nullable LocalDate until,
        List<String> holders,
        List<Flaw> flaws,
        @Nullable Refusal refusal)
        implements Flawed { // what its page shows
    public RenewalView {
        holders = List.copyOf(holders);
        flaws = List.copyOf(flaws);
    }
}
