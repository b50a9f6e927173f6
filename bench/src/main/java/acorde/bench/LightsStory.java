package acorde.bench;

import acorde.monitoring.Monitoring;
import acorde.monitoring.Viewer;
import acorde.trust.PartyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All lights of 2,000 initiatives after 200,000 acts, most of them reports: worked out when nothing is known yet, after one more report, and
 * for another day. In one process, without pages.
 */
final class LightsStory implements Story {
    private static final int INITIATIVES = 2_000;
    private static final int ACTS = 200_000;
    private static final int TIMES = 50;
    private static final Viewer READER = new Viewer.Of(new PartyCode("HN"));

    /** Something that is done before lights are worked out. @return the time they are asked of */
    private interface Before {
        Instant doing(int time) throws Exception;
    }

    @Override
    public String name() {
        return "lights";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        try (var nodes = new RealNodes(place.folder().resolve("lights"));
                var compact = new LargeCompact(nodes)) {
            compact.fill(INITIATIVES, INITIATIVES);
            var acts = compact.report(place.isShort() ? ACTS / 10 : ACTS);
            var reader = compact.of("HN");
            var first = taken(reader.anew(), Instant.now());
            var count = reader.monitoring.watch(READER, Instant.now()).size();
            var note = "%,d initiatives, %,d acts".formatted(count, acts);
            var times = place.isShort() ? 5 : TIMES;
            var figures = new ArrayList<Figure>();
            figures.add(new Figure(name(), "all lights, nothing known yet (cold)", first, "s", 1, 0, note));
            var more = slowest(reader, times, time -> {
                compact.reportOnce(reader, -1 - time);
                return Instant.now();
            });
            figures.add(new Figure(
                    name(), "all lights after one more report", more, "s", 1, 0.1, "warm; slowest of " + times));
            var other = slowest(reader, times, time -> Instant.now().plus(Duration.ofDays(1 + time)));
            figures.add(
                    new Figure(name(), "all lights for another day", other, "s", 1, 0.1, "warm; slowest of " + times));
            return figures;
        }
    }

    private static double slowest(Core reader, int times, Before before) throws Exception {
        var slowest = 0.0;
        for (var time = 0; time < times; time++)
            slowest = Math.max(slowest, taken(reader.monitoring, before.doing(time)));
        return slowest;
    }

    /** @return seconds */
    private static double taken(Monitoring monitoring, Instant now) {
        var began = System.nanoTime();
        if (monitoring.watch(READER, now).isEmpty()) throw new IllegalStateException("there are no lights");
        return (System.nanoTime() - began) / 1e9;
    }
}
