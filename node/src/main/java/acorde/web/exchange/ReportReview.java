package acorde.web.exchange;

import acorde.exchange.Release;
import acorde.files.Attachment;
import acorde.policy.Decision.Released;
import acorde.policy.Field;
import acorde.policy.Reason;
import acorde.web.view.Refusal;
import acorde.web.words.Bilingual;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What would be sent, and to whom; nothing is signed yet.
 *
 * @param rules whether rules of release are in force
 * @param files that go with it
 * @param turn what makes it a request or an answer; null if it is neither
 * @param draft which of its writer's it is
 * @param seal names exactly what is shown here
 */
public record ReportReview(
        ReportSheet sheet,
        boolean rules,
        List<Verdict> verdicts,
        List<Attachment> files,
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

        /** @param fields that are filled */
        static Verdict of(Release release, Set<Field> fields) {
            return switch (release) {
                case Release.Goes(var to, var copy, var decision) -> {
                    var without = new TreeSet<>(fields);
                    without.removeAll(copy.fields());
                    yield new Verdict(
                            to.value(),
                            decision instanceof Released ? How.WHOLE : How.PART,
                            without.stream().map(Enum::name).toList(),
                            Because.of(decision.reasons()));
                }
                case Release.Stays(var to, var reasons) ->
                    new Verdict(to.value(), How.NONE, List.of(), Because.of(reasons));
            };
        }
    }

    /** A rule that decided, and why it is there. */
    public record Because(String rule, Bilingual reason) {
        private static List<Because> of(Collection<Reason> reasons) {
            return reasons.stream()
                    .map(reason -> new Because(
                            reason.rule(),
                            new Bilingual(reason.text().es(), reason.text().en())))
                    .toList();
        }
    }

    public ReportReview {
        verdicts = List.copyOf(verdicts);
        files = List.copyOf(files);
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
