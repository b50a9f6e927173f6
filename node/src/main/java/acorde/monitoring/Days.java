package acorde.monitoring;

import acorde.compact.Thresholds;
import java.util.List;

/**
 * The days by which lights and the ladder are computed, as the parties adopted them; ours where they adopted none.
 *
 * @param atRisk before a due day
 * @param cadence that may go by without evidence; twice as many without any word make it late
 * @param rungs of delay after which word goes up one rung, each later than the one before: no day on which two are told
 * at once (CO-5)
 * @param unshown that a node may show nothing of a question in writing; then the time of its party runs
 */
public record Days(int atRisk, int cadence, List<Integer> rungs, int unshown) { // what the parties adopt
    private static final String AT_RISK = "at-risk";
    private static final String LADDER = "ladder";
    private static final String CADENCE = "cadence";
    private static final String RECEIPT = "receipt";

    /** A week without a receipt: longer than a failure takes to mend. */
    static final Days OURS = new Days(14, 90, List.of(7, 21, 45, 60), 7);

    /** The rules of thresholds by which anything is computed. */
    public static final List<String> RULES = List.of(AT_RISK, LADDER, CADENCE, RECEIPT);

    /** @throws IllegalArgumentException if there are not as many rungs as steps between them, from 1 ascending */
    public Days {
        rungs = List.copyOf(rungs);
        if (!isLadder(rungs))
            throw new IllegalArgumentException("one number of days between two rungs, from 1 ascending");
    }

    private static boolean isLadder(List<Integer> rungs) {
        return rungs.size() == Rung.values().length - 2
                && rungs.getFirst() > 0
                && rungs.equals(rungs.stream().sorted().distinct().toList());
    }

    /** What an adopted text says; where it says something else than a number of days, ours. */
    public static Days of(Thresholds thresholds) {
        return new Days(
                one(thresholds, AT_RISK, OURS.atRisk),
                Math.max(1, one(thresholds, CADENCE, OURS.cadence)),
                rungs(thresholds),
                Math.max(1, one(thresholds, RECEIPT, OURS.unshown)));
    }

    /** Whether a rule says what it is for: in the place of one that does not, ours goes on. */
    public static boolean isFollowed(Thresholds.Threshold rule) {
        return switch (rule.code()) {
            case LADDER -> isLadder(rule.days());
            case CADENCE, RECEIPT -> rule.days().size() == 1 && rule.days().getFirst() > 0;
            case AT_RISK -> rule.days().size() == 1;
            default -> true; // nothing is computed by it
        };
    }

    private static int one(Thresholds thresholds, String code, int ours) {
        return thresholds.rules().stream()
                .filter(rule -> rule.code().equals(code) && rule.days().size() == 1)
                .map(rule -> rule.days().getFirst())
                .findFirst()
                .orElse(ours);
    }

    private static List<Integer> rungs(Thresholds thresholds) {
        return thresholds.rules().stream()
                .filter(rule -> rule.code().equals(LADDER))
                .map(Thresholds.Threshold::days)
                .filter(Days::isLadder)
                .findFirst()
                .orElse(OURS.rungs);
    }
}
