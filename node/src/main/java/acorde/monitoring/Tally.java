package acorde.monitoring;

import acorde.monitoring.Light.Colour;
import java.util.Collection;

/**
 * How many initiatives stand how, as one reader is shown them.
 *
 * @param done reported by all who owe them and confirmed by all others
 */
public record Tally(int undated, int onTrack, int atRisk, int late, int blocked, int done) { // one for each light
    public static Tally of(Collection<Watched> watched) {
        var counts = new int[Colour.values().length];
        for (var each : watched) counts[each.light().colour().ordinal()]++;
        return new Tally(
                counts[Colour.UNDATED.ordinal()],
                counts[Colour.ON_TRACK.ordinal()],
                counts[Colour.AT_RISK.ordinal()],
                counts[Colour.LATE.ordinal()],
                counts[Colour.BLOCKED.ordinal()],
                counts[Colour.DONE.ordinal()]);
    }
}
