package acorde.documents;

import acorde.acts.ActId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * One figure of a paper: how many of something, and the acts that show it.
 *
 * @param acts in their order, none twice
 */
public record Figure(Name name, int value, List<ActId> acts) {
    /** What is counted: initiatives up to {@link #RAISED}; then each says what. */
    public enum Name {
        /** A party owes it, or it stands in the area. */
        PROMISED,
        /** There is a day for something in it. */
        DATED,
        /** Reported by all who owe it and confirmed by all others. */
        DONE,
        ON_TRACK,
        AT_RISK,
        /** Shown as late to every party; on a brief because of what its party owes. */
        LATE,
        /** On a brief: shown as late to every party because of what another owes, where the party of the brief takes part. */
        LATE_OTHERS,
        BLOCKED,
        /** An account of it is disputed. */
        DISPUTED,
        /** The ladder has reached the minister. */
        RAISED,
        /** Proposals that wait for a word. */
        TO_DECIDE,
        /** Indicators whose values are in the sums. */
        ADDED,
        /** Indicators that are in none: their values may not be added, or the paper has no room for their unit. */
        APART,
        /** Values that were due until the day and that nobody has given. */
        MISSING,
        /** Meetings that were opened. */
        MEETINGS,
        /** Those of them in which there was a quorum at some time. */
        QUORATE,
        /** Parties that were at a meeting. */
        ATTENDED,
        /** Decisions that were taken. */
        DECISIONS,
        /** Decisions that wait for a word. */
        UNDECIDED,
        /** What the decisions that were taken give somebody to do. */
        ACTIONS,
        /** Actions of any time that are not confirmed as done. */
        ACTIONS_OPEN,
        /** Actions reported as done in this time, and confirmed. */
        ACTIONS_DONE,
        /** Actions whose day has passed. */
        ACTIONS_LATE;

        /** As acts have it: {@code to-decide}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @throws IllegalArgumentException if less than nothing is counted */
    public Figure {
        if (value < 0) throw new IllegalArgumentException("a count is not negative");
        acts = List.copyOf(new TreeSet<>(acts));
    }
}
