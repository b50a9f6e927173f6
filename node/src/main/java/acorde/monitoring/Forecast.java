package acorde.monitoring;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * When an open step may be done, judged by how those before it went: the middle half of their delays, laid on its day.
 * It says how many cases it rests on, and nothing at all below {@link #FEWEST}.
 */
public sealed interface Forecast {
    /** Cases below which it is silent: fewer tell nothing. */
    int FEWEST = 10;

    /** Too few cases. */
    record Silent(int cases) implements Forecast {}

    /**
     * Half of the cases behind it ended between these days, if it goes as they did.
     *
     * @param from not before today
     * @param early days from its due day to {@code from} by the cases alone; negative if they ended before their day
     * @param late the same to {@code to}
     */
    record Range(LocalDate from, LocalDate to, int early, int late, int cases)
            implements Forecast {} // a range and its ground

    /**
     * @param slips of steps that were done: days from the first day that was agreed for them to the day they were,
     * negative if before it
     * @param due the first day that was agreed for the step
     */
    static Forecast of(Collection<Integer> slips, LocalDate due, LocalDate today) {
        if (slips.size() < FEWEST) return new Silent(slips.size());
        var sorted = slips.stream().sorted().toList();
        var early = quantile(sorted, 1);
        var late = quantile(sorted, 3);
        var from = notBefore(today, due.plusDays(early));
        return new Range(from, notBefore(from, due.plusDays(late)), early, late, sorted.size());
    }

    private static LocalDate notBefore(LocalDate first, LocalDate day) {
        return day.isBefore(first) ? first : day;
    }

    /** The nearest rank. */
    private static int quantile(List<Integer> sorted, int quarters) {
        return sorted.get(Math.ceilDiv(quarters * sorted.size(), 4) - 1);
    }
}
