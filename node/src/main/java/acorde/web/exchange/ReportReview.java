package acorde.web.exchange;

import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be sent, and to whom; nothing is signed yet.
 *
 * @param rules whether rules of release are in force
 * @param turn what makes it a request or an answer; null if it is neither
 * @param draft which of its writer's it is
 * @param seal names exactly what is shown here
 */
public record ReportReview(
        ReportSheet sheet,
        boolean rules,
        List<Verdict> verdicts,
        String draft,
        String seal,
        @Nullable TurnView turn,
        @Nullable Refusal refusal) {
    /** How much of it a party would be given. */
    public enum How {
        WHOLE,
        PART,
        NONE
    }

    /** @param without the fields kept back, as rules name them */
    public record Verdict(String party, How how, List<String> without, List<Because> because) {
        public Verdict {
            without = List.copyOf(without);
            because = List.copyOf(because);
        }
    }

    /** A rule that decided, and why it is there. */
    public record Because(String rule, Bilingual reason) {}

    public ReportReview {
        verdicts = List.copyOf(verdicts);
    }

    /** Whether it asks. */
    public boolean asks() {
        return turn != null && turn.answers().isEmpty();
    }

    /** How many parties would be given it. */
    public int given() {
        return (int) verdicts.stream().filter(one -> one.how() != How.NONE).count();
    }
}
