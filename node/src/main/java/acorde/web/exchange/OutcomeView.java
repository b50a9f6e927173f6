package acorde.web.exchange;

import acorde.web.view.Flaw;
import acorde.web.view.Flawed;
import acorde.web.view.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of something this party was given: being chosen, or as it would be signed.
 *
 * @param to where it is said
 * @param by who gave it
 * @param kinds what can be said
 * @param kind what was chosen; empty if nothing was
 * @param review whether it is only to be signed
 */
public record OutcomeView(
        String act,
        String to,
        String title,
        String language,
        String by,
        List<String> kinds,
        String kind,
        List<Flaw> flaws,
        boolean review,
        @Nullable Refusal refusal)
        implements Flawed { // what its page shows
    public OutcomeView {
        kinds = List.copyOf(kinds);
        flaws = List.copyOf(flaws);
    }
}
