package acorde.monitoring;

import acorde.acts.ActId;
import acorde.monitoring.Sums.Quantity;
import acorde.monitoring.Sums.Unit;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The indicators of an area added up, each unit by itself.
 *
 * @param baseline what they began from
 * @param target what they are to reach
 * @param actual the latest figure of each party of each indicator, of a day that has come
 * @param behind what each sum is of
 * @param added how many indicators are in the sums
 * @param apart how many are not, because their values may not be added
 * @param due days for which figures of any of them were due until today
 * @param missing those of these days for which nobody has given one
 */
public record AreaFigures(
        Sums baseline,
        Sums target,
        Sums actual,
        SortedMap<Unit, Behind> behind,
        int added,
        int apart,
        int due,
        int missing) { // sums, and of how much
    /**
     * What a sum is of.
     *
     * @param codes of the initiatives
     * @param values the acts that give the values of the parties
     */
    public record Behind(List<String> codes, List<ActId> values) {
        public Behind {
            codes = List.copyOf(codes);
            values = List.copyOf(values);
        }

        Behind and(Behind more) {
            return new Behind(
                    Stream.concat(codes.stream(), more.codes().stream()).toList(),
                    Stream.concat(values.stream(), more.values().stream()).toList());
        }
    }

    public AreaFigures {
        behind = Collections.unmodifiableSortedMap(behind);
    }

    static AreaFigures of(Collection<Desk.Followed> followed, Map<String, Counted> counted, LocalDate today) {
        var baseline = Sums.NONE;
        var target = Sums.NONE;
        var actual = Sums.NONE;
        var behind = new TreeMap<Unit, Behind>();
        var added = 0;
        var apart = 0;
        var due = 0;
        var missing = 0;
        for (var each : followed) {
            var indicator = each.agreed().indicator();
            if (indicator == null) continue;
            var given = Objects.requireNonNull(counted.get(each.agreed().code()));
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
            var acts = new TreeMap<Unit, List<ActId>>(Map.of(unit, new ArrayList<>()));
            for (var point : latest(given.points(), today).values()) {
                var own = Unit.of(
                        given.unit(point.counts())); // an amendment makes no thousands of what was counted in ones
                actual = actual.plus(new Quantity(point.counts().number(), own));
                acts.computeIfAbsent(own, other -> new ArrayList<>())
                        .add(point.counts().act());
            }
            acts.forEach((own, values) ->
                    behind.merge(own, new Behind(List.of(each.agreed().code()), values), Behind::and));
        }
        return new AreaFigures(baseline, target, actual, behind, added, apart, due, missing);
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
