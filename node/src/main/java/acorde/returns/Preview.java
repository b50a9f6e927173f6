package acorde.returns;

import acorde.monitoring.Owed;
import acorde.monitoring.Report;
import java.util.List;

/**
 * What a return would have the party say.
 *
 * @param changes the initiatives on which there would be a new report, in the order of the return
 * @param unchanged initiatives that stand in it as they are
 * @param rows that were read
 * @param faults the first of them by their rows, at most {@link #SHOWN}; while there is any, nothing can be said
 * @param wrong how many faults there are
 */
public record Preview(List<Change> changes, int unchanged, int rows, List<Fault> faults, int wrong) {
    /** Faults that are shown at once: more are one fault made many times. */
    public static final int SHOWN = 200;

    public Preview {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    /** @param before what this party said so far */
    public record Change(Owed before, Report report, int row) {}

    /** What came of a file. */
    sealed interface Reading {
        record Made(Preview preview) implements Reading {}

        record Not(Unreadable why) implements Reading {}
    }
}
