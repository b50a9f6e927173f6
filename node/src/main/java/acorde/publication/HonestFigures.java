package acorde.publication;

import acorde.compact.Initiative;
import acorde.monitoring.Light.Colour;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The honest figures of some initiatives; {@link Initiative} defines the words.
 *
 * @param waived with a reason for going without a date or a measure
 * @param consented in force by the assent of every required party
 * @param proposed with an open proposal
 * @param past with a due date that has passed; whether it was kept is not said here
 * @param late shown as late to this reader; null if no lights are shown
 * @param done reported by all who owe it and confirmed by all others; null if no lights are shown
 * @param open of those that are past, neither done nor shown as late yet; null if no lights are shown, or by an edition, which does not tell it
 */
public record HonestFigures(
        int total,
        int dated,
        int numbered,
        int measured,
        int waived,
        int consented,
        int proposed,
        int past,
        @Nullable Integer late,
        @Nullable Integer done,
        @Nullable Integer open) { // as many as a compact is judged by

    /** What of an initiative is counted. @param measured by its whole text @param light as this reader is shown it; null if none is */
    public record Counted(
            Initiative text,
            boolean measured,
            boolean consented,
            boolean proposed,
            @Nullable Colour light) { // one part for each figure
        boolean isPast(LocalDate today) {
            var due = text.due();
            return due != null && due.isBefore(today);
        }
    }

    public static HonestFigures of(Collection<Counted> all, LocalDate today) {
        var dated = 0;
        var numbered = 0;
        var measured = 0;
        var waived = 0;
        var consented = 0;
        var proposed = 0;
        var past = 0;
        for (var each : all) {
            if (each.text().dated()) dated++;
            if (each.text().numbered()) numbered++;
            if (each.measured()) measured++;
            if (each.text().waived()) waived++;
            if (each.consented()) consented++;
            if (each.proposed()) proposed++;
            if (each.isPast(today)) past++;
        }
        return new HonestFigures(
                all.size(),
                dated,
                numbered,
                measured,
                waived,
                consented,
                proposed,
                past,
                lit(all, Set.of(Colour.LATE)),
                lit(all, Set.of(Colour.DONE)),
                lit(all.stream().filter(each -> each.isPast(today)).toList(), OPEN));
    }

    private static final Set<Colour> OPEN = EnumSet.complementOf(EnumSet.of(Colour.LATE, Colour.DONE));

    /** How many have one of these lights; null if none has any. */
    private static @Nullable Integer lit(Collection<Counted> all, Set<Colour> colours) {
        if (all.stream().noneMatch(each -> each.light() != null)) return null;
        return (int) all.stream()
                .filter(each -> each.light() != null && colours.contains(each.light()))
                .count();
    }
}
