package acorde.compact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A date as exact as its source gives it: {@code 2020}, {@code 2020-01} or {@code 2020-01-10}.
 *
 * @param month 0 when the source gives only the year
 * @param day 0 when the source gives only the month
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

    public PartialDate {
        if (month == 0 && day != 0) throw new IllegalArgumentException("a day needs its month");
        try {
            LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no such date", e);
        }
    }

    /** Reads what {@link #toString} writes. @throws IllegalArgumentException if there is no such date */
    public static PartialDate parse(String text) {
        var match = SHAPE.matcher(text);
        if (!match.matches()) throw new IllegalArgumentException("a date is written 2020, 2020-01 or 2020-01-10");
        var month = match.group(2);
        var day = match.group(3);
        if ("00".equals(month) || "00".equals(day)) throw new IllegalArgumentException("there is no such date");
        return new PartialDate(
                Integer.parseInt(match.group(1)),
                month == null ? 0 : Integer.parseInt(month),
                day == null ? 0 : Integer.parseInt(day));
    }

    /** In the order of the calendar; of two that may be the same day, the less exact first. */
    @Override
    public int compareTo(PartialDate other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        if (month == 0) return "%04d".formatted(year);
        if (day == 0) return "%04d-%02d".formatted(year, month);
        return "%04d-%02d-%02d".formatted(year, month, day);
    }
}
