package acorde.web.groups;

import acorde.groups.Attendance;
import acorde.groups.Course;
import acorde.groups.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The picture of who was present when: a row for each party, one for the quorum, and a line at the present moment.
 *
 * @param width of the drawing; its left edge leaves room for names
 */
public record Timeline(
        int width,
        int height,
        int left,
        List<Tick> ticks,
        List<Row> rows,
        List<Bar> quorum,
        @Nullable Tick now) { // what is drawn
    private static final int ROW = 26;
    private static final int TOP = 35;

    /** @param x where, from the left */
    public record Tick(String x, String text, String anchor) {}

    /** @param name of the party's code; {@code y} is the base line of its text */
    public record Row(String party, int y, List<Bar> bars, List<Bar> claimed) {
        public Row {
            bars = List.copyOf(bars);
            claimed = List.copyOf(claimed);
        }
    }

    public record Bar(String x, String width, int y) {}

    public Timeline {
        ticks = List.copyOf(ticks);
        rows = List.copyOf(rows);
        quorum = List.copyOf(quorum);
    }

    /** Where moments lie. */
    private record Scale(Instant from, Instant to, int left, int right) {
        double x(Instant moment) {
            var clamped = moment.isBefore(from) ? from : moment.isAfter(to) ? to : moment;
            var share = (double) Duration.between(from, clamped).toMillis()
                    / Math.max(1, Duration.between(from, to).toMillis());
            return left + share * (right - left);
        }

        Bar bar(Instant start, Instant end, int y) {
            return new Bar(number(x(start)), number(Math.max(3, x(end) - x(start))), y);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static Timeline of(
            Course course, Attendance attendance, Instant now, boolean wide) { // what is drawn, and how large
        var accounts = attendance.accounts();
        // From when it was opened, which may be long before or after it was called for.
        var from = course.opened() == null ? course.when().start() : course.opened();
        var closed = course.closed();
        var planned = from.plus(Duration.ofMinutes(course.when().minutes()));
        var end = closed != null ? closed : now;
        var to = end.isAfter(planned) ? end : planned;
        for (var account : accounts)
            for (var span : account.recorded()) {
                if (span.from().isBefore(from)) from = span.from();
                if (span.until() != null && span.until().isAfter(to)) to = span.until();
            }
        var scale = new Scale(from, to, wide ? 112 : 40, wide ? 752 : 342);
        var rows = new ArrayList<Row>();
        var y = TOP;
        for (var account : accounts) {
            var own = account.own();
            rows.add(new Row(
                    account.party().value(),
                    y,
                    bars(account.recorded(), scale, end, y),
                    own == null || !account.isDisputed() ? List.of() : bars(own, scale, end, y + 8)));
            y += ROW;
        }
        var quorum = new ArrayList<Bar>();
        for (var stretch : attendance.quorums()) {
            var until = stretch.until();
            quorum.add(scale.bar(stretch.from(), until == null ? end : until, y - 10));
        }
        var zone = course.when().zone();
        var shown = course.state() == Course.State.OPEN && now.isAfter(from);
        return new Timeline(
                wide ? 760 : 350,
                y + 35,
                wide ? 112 : 40,
                ticks(scale, zone, wide),
                rows,
                quorum,
                shown ? new Tick(number(scale.x(now)), Shown.clock(now, zone), "start") : null);
    }

    private static List<Bar> bars(List<Span> spans, Scale scale, Instant end, int y) {
        var bars = new ArrayList<Bar>();
        for (var span : spans) {
            var until = span.until();
            bars.add(scale.bar(span.from(), until == null ? end : until, y - 10));
        }
        return bars;
    }

    private static List<Tick> ticks(Scale scale, ZoneId zone, boolean wide) {
        var steps = wide ? 4 : 2;
        var ticks = new ArrayList<Tick>();
        for (var i = 0; i <= steps; i++) {
            var moment = scale.from()
                    .plusMillis(Duration.between(scale.from(), scale.to()).toMillis() * i / steps);
            ticks.add(new Tick(
                    number(scale.x(moment)),
                    Shown.clock(moment, zone),
                    i == steps ? "end" : i == 0 ? "start" : "middle"));
        }
        return ticks;
    }
}
