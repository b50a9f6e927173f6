package acorde.monitoring;

import acorde.compact.Bilingual;
import acorde.compact.Indicator;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of an indicator, and how complete they are.
 *
 * @param points the figures that count of each day, by party
 * @param due the days for which figures were due until today
 * @param missing those of them that nobody has given a figure for, since the day before it
 * @param counted the same figures, with what each counts
 */
public record Series(
        SortedMap<LocalDate, SortedMap<PartyCode, Point>> points,
        List<LocalDate> due,
        List<LocalDate> missing,
        Counted counted) { // figures, and of how many

    /** Days for which figures are due: a figure a month for more than eighty years. */
    private static final int MOST = 1_000;

    public Series {
        points = Collections.unmodifiableSortedMap(points);
        due = List.copyOf(due);
        missing = List.copyOf(missing);
    }

    static Series of(Indicator indicator, Counted counted, LocalDate today) {
        var byDay = new TreeMap<LocalDate, SortedMap<PartyCode, Point>>();
        counted.points()
                .forEach((key, point) ->
                        byDay.computeIfAbsent(key.at(), day -> new TreeMap<>()).put(key.party(), point));
        var due = due(indicator, today);
        var missing = new ArrayList<LocalDate>();
        var before = indicator.baselineAt();
        for (var day : due) {
            var given =
                    before == null ? byDay.headMap(day.plusDays(1)) : byDay.subMap(before.plusDays(1), day.plusDays(1));
            if (given.isEmpty()) missing.add(day);
            before = day;
        }
        return new Series(byDay, due, missing, counted);
    }

    /** In what a figure of it is counted. */
    public Bilingual unit(Point.Figure figure) {
        return counted.unit(figure);
    }

    /** The days for which figures were due until today. */
    static List<LocalDate> due(Indicator indicator, LocalDate today) {
        return dueDays(indicator).stream().filter(day -> !day.isAfter(today)).toList();
    }

    /**
     * The days for which figures are due: from the day of the baseline in equal steps, up to that of the target and
     * with it. None without a frequency and both days.
     */
    public static List<LocalDate> dueDays(Indicator indicator) {
        var first = indicator.baselineAt();
        var last = indicator.targetAt();
        var months = indicator.everyMonths();
        var days = new ArrayList<LocalDate>();
        if (first == null || last == null || months == null) return days;
        for (var i = 1L; i <= MOST; i++) {
            // Counted from the first, so that the end of a month stays the end of a month.
            var day = endOfMonth(first) ? atEnd(first.plusMonths(i * months)) : first.plusMonths(i * months);
            if (!day.isBefore(last)) break;
            days.add(day);
        }
        if (last.isAfter(first)) days.add(last);
        return days;
    }

    private static boolean endOfMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }

    private static LocalDate atEnd(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }
}
