package acorde.web.view;

import acorde.web.words.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The figures of an indicator against its baseline and its target, as a drawing {@link #WIDTH} wide and {@link #HEIGHT} high, whose text is as
 * large as the page's on a phone. Coordinates are from the upper left corner, with one decimal.
 *
 * @param left where the scale of numbers ends and the drawing begins
 * @param rows the lines of that scale, the lowest first
 * @param ends the first day and the last; one if they are the same
 * @param goal the way from the baseline to the target, as path data; empty unless there are both
 * @param curves one for each party, in the order they were given
 * @param whole whether all figures are drawn: at most {@link #MOST_CURVES} parties are, and of each the latest {@link #MOST_POINTS}
 */
public record Chart(
        double left, List<Row> rows, List<End> ends, String goal, List<Curve> curves, boolean whole) { // its parts
    public static final int WIDTH = 320;
    public static final int HEIGHT = 200;

    /** As many as can be told apart, each by the form of its marks. */
    public static final int MOST_CURVES = 8;

    /** A figure a month for eight years; more would lie on each other. */
    public static final int MOST_POINTS = 100;

    private static final int TOP = 8;
    private static final int BOTTOM = 22;

    /** Room for the code of a party behind the end of its line. */
    private static final int RIGHT = 30;

    private static final double LETTER = 6.5;

    /** Half of the drawing: of a number of more than 24 characters the beginning is cut off. */
    private static final double MOST_LEFT = 160;

    private static final double LINE = 12;

    /** Rows of the scale at most, beside zero. */
    private static final int MOST_ROWS = 5;

    public Chart {
        rows = List.copyOf(rows);
        ends = List.copyOf(ends);
        curves = List.copyOf(curves);
    }

    /** A number of a day. */
    public record Point(LocalDate at, BigDecimal value) {}

    /** What a party gives, in the order of the days. */
    public record Series(String party, List<Point> points) {}

    /** A line of the scale, and its number as it is written. */
    public record Row(double y, String label) {}

    /** A day beneath the drawing. @param anchor {@code start}, {@code middle} or {@code end} of its text stands at {@code x} */
    public record End(double x, String anchor, String label) {}

    /**
     * What one party gives.
     *
     * @param mark which form its marks have, from 0
     * @param path of its figures from the first to the last
     * @param y where its code stands, at {@code x}, apart from those of the others
     */
    public record Curve(String party, int mark, String path, double x, double y) {} // a line and its name

    /**
     * Draws it. The scale has zero in it, or a small change would look like a large one.
     *
     * @param goal the baseline and the target; nothing unless there are both
     * @param all what the parties give; one at least gives something
     * @param formats how the reader writes numbers and days
     */
    public static Chart of(List<Point> goal, List<Series> all, Formats formats) {
        var given = all.stream().filter(series -> !series.points().isEmpty()).toList();
        var drawn = given.stream().limit(MOST_CURVES).map(Chart::latest).toList();
        if (drawn.isEmpty()) throw new IllegalArgumentException("nothing to draw");
        var points = Stream.concat(goal.stream(), drawn.stream().flatMap(series -> series.points().stream()))
                .toList();
        var numbers = Scale.of(points.stream().map(Point::value).toList());
        var labels = numbers.marks().stream().map(formats::number).toList();
        var left = Math.min(
                MOST_LEFT,
                4 + LETTER * labels.stream().mapToInt(String::length).max().orElse(0));
        var plane = new Plane(left, numbers, Days.of(points));
        var rows = new ArrayList<Row>();
        for (var i = 0; i < labels.size(); i++)
            rows.add(new Row(plane.y(numbers.marks().get(i)), labels.get(i)));
        return new Chart(
                tenth(left), rows, plane.ends(formats), plane.path(goal), plane.curves(drawn), drawn.equals(given));
    }

    private static Series latest(Series series) {
        var points = series.points();
        return points.size() <= MOST_POINTS
                ? series
                : new Series(series.party(), points.subList(points.size() - MOST_POINTS, points.size()));
    }

    private static double tenth(double coordinate) {
        return Math.round(coordinate * 10) / 10.0;
    }

    /** Numbers from one to another in even steps of 1, 2 or 5 with zeros, as people read them. */
    record Scale(List<BigDecimal> marks) {
        Scale {
            marks = List.copyOf(marks);
        }

        static Scale of(Collection<BigDecimal> values) {
            var least = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
            var most = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
            if (least.compareTo(most) == 0) most = BigDecimal.ONE;
            var step = step(most.subtract(least));
            var marks = new ArrayList<BigDecimal>();
            var mark = step.multiply(
                    new BigDecimal(least.divideToIntegralValue(step).toBigInteger()));
            if (mark.compareTo(least) > 0) mark = mark.subtract(step);
            for (; mark.compareTo(most) < 0; mark = mark.add(step)) marks.add(mark);
            marks.add(mark);
            return new Scale(marks);
        }

        /** The smallest of 1, 2, 5, 10 … that parts a range into {@link #MOST_ROWS} at most. */
        private static BigDecimal step(BigDecimal range) {
            var step = BigDecimal.ONE.scaleByPowerOfTen(range.precision() - range.scale() - 2);
            while (true) {
                for (var times : new int[] {1, 2, 5}) {
                    var rounded = step.multiply(BigDecimal.valueOf(times));
                    if (rounded.multiply(BigDecimal.valueOf(MOST_ROWS)).compareTo(range) >= 0) return rounded;
                }
                step = step.scaleByPowerOfTen(1);
            }
        }

        /** How far up, from 0 to 1. */
        double share(BigDecimal value) {
            var least = marks.getFirst().doubleValue();
            return (value.doubleValue() - least) / (marks.getLast().doubleValue() - least);
        }
    }

    /** From the first day to the last. */
    private record Days(LocalDate first, LocalDate last) {
        static Days of(List<Point> points) {
            var days = points.stream().map(Point::at).sorted().toList();
            return new Days(days.getFirst(), days.getLast());
        }

        /** How far along, from 0 to 1; in the middle if there is but one. */
        double share(LocalDate day) {
            if (first.equals(last)) return 0.5;
            return (double) (day.toEpochDay() - first.toEpochDay()) / (last.toEpochDay() - first.toEpochDay());
        }
    }

    /** Where a number of a day stands. */
    private record Plane(double left, Scale numbers, Days days) {
        double x(LocalDate day) {
            return tenth(left + 4 + days.share(day) * (WIDTH - RIGHT - left - 4));
        }

        double y(BigDecimal value) {
            return tenth(HEIGHT - BOTTOM - numbers.share(value) * (HEIGHT - BOTTOM - TOP));
        }

        String path(List<Point> points) {
            var path = new StringBuilder();
            for (var point : points)
                path.append(path.isEmpty() ? "M" : "L")
                        .append(String.format(Locale.ROOT, "%.1f %.1f", x(point.at()), y(point.value())));
            return path.toString();
        }

        List<End> ends(Formats formats) {
            if (days.first().equals(days.last()))
                return List.of(new End(x(days.first()), "middle", formats.day(days.first())));
            return List.of(
                    new End(x(days.first()), "start", formats.day(days.first())),
                    new End(WIDTH, "end", formats.day(days.last())));
        }

        /** Each with its code behind its end, none on another. */
        List<Curve> curves(List<Series> all) {
            var curves = new ArrayList<Curve>();
            for (var series : all) {
                var last = series.points().getLast();
                curves.add(new Curve(
                        series.party(), curves.size(), path(series.points()), x(last.at()) + 6, y(last.value()) + 4));
            }
            var apart =
                    curves.stream().sorted(Comparator.comparingDouble(Curve::y)).toList();
            var heights = new double[apart.size()];
            var least = (double) TOP;
            for (var i = 0; i < heights.length; i++, least = heights[i - 1] + LINE)
                heights[i] = Math.max(least, apart.get(i).y());
            var most = (double) HEIGHT - BOTTOM + 4;
            for (var i = heights.length - 1; i >= 0; most = heights[i] - LINE, i--)
                heights[i] = Math.min(most, heights[i]);
            for (var i = 0; i < heights.length; i++) {
                var curve = apart.get(i);
                curves.set(
                        curve.mark(),
                        new Curve(curve.party(), curve.mark(), curve.path(), tenth(curve.x()), tenth(heights[i])));
            }
            return curves;
        }
    }
}
