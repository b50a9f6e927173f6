package acorde.compact;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often something happens: the part of a recurrence rule (RFC 5545, 3.3.10) that meetings need. {@code FREQ} is WEEKLY, MONTHLY or YEARLY;
 * {@code INTERVAL} 1 to 99; {@code BYDAY} one day, with its place in the month for MONTHLY: {@code FREQ=MONTHLY;BYDAY=2TU} is every second
 * Tuesday. Nothing else is read, so that every party computes the same days.
 *
 * @param day null to keep the day of the first
 * @param place of {@code day} in the month: 1 to 4, −1 for the last; 0 if there is none
 */
public record Cadence(
        Frequency frequency, int interval, @Nullable DayOfWeek day, int place) {
    public enum Frequency {
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /** Days that are looked at for each that is found: in any four years there is a 29 February but around centuries, and 31sts abound. */
    private static final int TRIES = 100;

    private static final Pattern SHAPE = Pattern.compile(
            "FREQ=(WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=([1-9][0-9]?))?(?:;BYDAY=(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU))?");

    public Cadence {
        var fits = switch (frequency) {
            case WEEKLY -> place == 0;
            case MONTHLY -> day == null ? place == 0 : place != 0;
            case YEARLY -> day == null && place == 0;
        };
        if (!fits || interval < 1 || interval > 99 || place < -1 || place > 4)
            throw new IllegalArgumentException("no such cadence");
    }

    /** Reads a rule. @throws IllegalArgumentException if it is none of those above */
    public static Cadence parse(String text) {
        var rule = SHAPE.matcher(text);
        if (!rule.matches()) throw new IllegalArgumentException("a cadence is written like FREQ=MONTHLY;INTERVAL=3");
        var day = Optional.ofNullable(rule.group(4)).map(Cadence::day).orElse(null);
        return new Cadence(Frequency.valueOf(rule.group(1)), number(rule.group(2), 1), day, number(rule.group(3), 0));
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static DayOfWeek day(String letters) {
        for (var day : DayOfWeek.values()) if (day.name().startsWith(letters)) return day;
        throw new IllegalArgumentException("no such day");
    }

    /**
     * The first {@code count} times, in local time, which keeps the hour of the day whatever the clocks do. A month or year that lacks the day
     * is left out, as RFC 5545 says. Empty if the rule does not fall on the day of {@code first}.
     */
    public List<LocalDateTime> times(LocalDateTime first, int count) {
        var times = new ArrayList<LocalDateTime>();
        for (var step = 0L; times.size() < count && step < (long) count * TRIES; step++) {
            var time = time(first, step * interval);
            if (step == 0 && !time.equals(Optional.of(first))) return List.of();
            time.ifPresent(times::add);
        }
        return List.copyOf(times);
    }

    /** The next time after one; empty if there is none within reach. */
    public Optional<LocalDateTime> next(LocalDateTime last) {
        for (var step = 1L; step < TRIES; step++) {
            var time = time(last, step * interval);
            if (time.isPresent()) return time;
        }
        return Optional.empty();
    }

    private Optional<LocalDateTime> time(LocalDateTime first, long steps) {
        return switch (frequency) {
            case WEEKLY ->
                Optional.of(
                        day == null
                                ? first.plusWeeks(steps)
                                : first.plusWeeks(steps).with(TemporalAdjusters.nextOrSame(day)));
            case MONTHLY -> month(first, YearMonth.from(first).plusMonths(steps));
            case YEARLY -> month(first, YearMonth.from(first).plusYears(steps));
        };
    }

    private Optional<LocalDateTime> month(LocalDateTime first, YearMonth month) {
        if (day != null)
            return Optional.of(month.atDay(1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(place, day))
                    .atTime(first.toLocalTime()));
        return month.isValidDay(first.getDayOfMonth())
                ? Optional.of(month.atDay(first.getDayOfMonth()).atTime(first.toLocalTime()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        var rule = "FREQ=" + frequency;
        if (interval > 1) rule += ";INTERVAL=" + interval;
        if (day != null)
            rule += ";BYDAY=" + (place == 0 ? "" : place) + day.name().substring(0, 2);
        return rule;
    }
}
