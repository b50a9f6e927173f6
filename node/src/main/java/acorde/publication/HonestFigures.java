package acorde.publication;

import acorde.compact.Initiative;
import java.time.LocalDate;
import java.util.Collection;

/**
 * The honest figures of some initiatives; {@link Initiative} defines the words.
 *
 * @param consented in force by the assent of every required party
 * @param proposed with an open proposal
 * @param past with a due date that has passed; whether it was kept is not said here
 */
public record HonestFigures(
        int total,
        int dated,
        int numbered,
        int measured,
        int consented,
        int proposed,
        int past) { // as many as a compact is judged by

    /** What of an initiative is counted. */
    public record Counted(Initiative text, boolean consented, boolean proposed) {}

    public static HonestFigures of(Collection<Counted> all, LocalDate today) {
        var dated = 0;
        var numbered = 0;
        var measured = 0;
        var consented = 0;
        var proposed = 0;
        var past = 0;
        for (var each : all) {
            var due = each.text().due();
            if (each.text().dated()) dated++;
            if (each.text().numbered()) numbered++;
            if (each.text().measured()) measured++;
            if (each.consented()) consented++;
            if (each.proposed()) proposed++;
            if (due != null && due.isBefore(today)) past++;
        }
        return new HonestFigures(all.size(), dated, numbered, measured, consented, proposed, past);
    }
}
