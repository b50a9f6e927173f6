package acorde.documents;

import acorde.monitoring.Days;
import acorde.monitoring.Watched;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From whose sight a paper counts delays: from that of every party. A party is warned of its own before the others see them, and they before
 * everybody (CO-5).
 *
 * @param others days of delay after which the parties that do not owe it are shown it, and a paper counts it
 * @param everybody the same of everybody
 * @param warned initiatives of the paper that this party is shown as late, and the others are not yet
 * @param first the day on which the first of those is shown to the others; null if there is none
 */
public record Sight(
        int others, int everybody, int warned, @Nullable LocalDate first) {
    /**
     * @param own what this party is shown as late
     * @param all what every party is
     */
    static Sight of(List<Watched> own, List<Watched> all, Days days) {
        var known = all.stream().map(each -> each.agreed().code()).toList();
        var warned = own.stream()
                .filter(each -> !known.contains(each.agreed().code()))
                .toList();
        var others = days.rungs().getFirst();
        return new Sight(
                others,
                days.rungs().getLast(),
                warned.size(),
                warned.stream()
                        .map(each -> each.light().climbs().getFirst().from().plusDays(others))
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
