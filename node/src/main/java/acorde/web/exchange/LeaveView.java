package acorde.web.exchange;

import acorde.exchange.Release;
import acorde.web.view.Flaw;
import acorde.web.view.Flawed;
import acorde.web.view.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another party would give on, as an office of its provider answers.
 *
 * @param report the act that carries the whole
 * @param verdict what the third party would be given by the rules
 * @param held whether that party has it already
 * @param answer {@code GRANTED} or {@code REFUSED} as chosen; empty if nothing was
 * @param ground chosen, of a refusal; empty if none was
 * @param seal names exactly what is shown that the party would be given
 * @param review whether it is only to be signed
 */
public record LeaveView(
        OnwardView.Wished wish,
        String report,
        String title,
        String language,
        ReportReview.Verdict verdict,
        boolean held,
        String answer,
        String ground,
        String seal,
        List<Flaw> flaws,
        boolean review,
        @Nullable Refusal refusal)
        implements Flawed { // what its page shows
    public LeaveView {
        flaws = List.copyOf(flaws);
    }

    /** Whether the rules let the party have it, which leave does not loosen. */
    public boolean grantable() {
        return verdict.how() != Release.How.NONE;
    }
}
