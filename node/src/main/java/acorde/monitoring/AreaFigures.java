package acorde.monitoring;

import acorde.monitoring.Sums.Quantity;
import acorde.monitoring.Sums.Unit;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The indicators of an area added up, each unit by itself.
 *
 * @param baseline what they began from
 * @param target what they are to reach
 * @param actual the latest figure of each party of each indicator, of a day that has come
 * @param added how many indicators are in the sums
 * @param apart how many are not, because their values may not be added
 * @param due days for which figures of any of them were due until today
 * @param missing those of these days for which nobody has given one
 */
public record AreaFigures(
        Sums baseline, Sums target, Sums actual, int added, int apart, int due, int missing) { // sums, and of how much
    static AreaFigures of(
            Collection<Desk.Followed> followed, Map<String, Map<Point.Key, Point>> points, LocalDate today) {
        var baseline = Sums.NONE;
        var target = Sums.NONE;
        var actual = Sums.NONE;
        var added = 0;
        var apart = 0;
        var due = 0;
        var missing = 0;
        for (var each : followed) {
            var indicator = each.agreed().indicator();
            if (indicator == null) continue;
            var given = points.getOrDefault(each.agreed().code(), Map.of());
            var series = Series.of(indicator, given, today);
            due += series.due().size();
            missing += series.missing().size();
            if (!indicator.adds()) {
                apart++;
                continue;
            }
            added++;
            var unit = Unit.of(indicator.unit());
            if (indicator.baseline() != null) baseline = baseline.plus(new Quantity(indicator.baseline(), unit));
            if (indicator.target() != null) target = target.plus(new Quantity(indicator.target(), unit));
            for (var point : latest(given, today).values())
                actual = actual.plus(new Quantity(point.counts().number(), unit));
        }
        return new AreaFigures(baseline, target, actual, added, apart, due, missing);
    }

    /** The latest figure of each party. */
    private static Map<PartyCode, Point> latest(Map<Point.Key, Point> points, LocalDate today) {
        var latest = new HashMap<PartyCode, Point>();
        points.entrySet().stream()
                .filter(each -> Situation.hasCome(each.getKey().at(), today))
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Point.Key::at)))
                .forEach(each -> latest.put(each.getKey().party(), each.getValue()));
        return latest;
    }
}
