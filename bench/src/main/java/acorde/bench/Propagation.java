package acorde.bench;

import acorde.acts.Said;
import acorde.compact.Objection;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** From durable at one party to durable at another, by one clock on one machine. */
final class Propagation implements Story {
    private static final PartyCode US = new PartyCode("US");
    private static final int SECONDS = 15;

    @Override
    public String name() {
        return "propagation";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var figures = new ArrayList<Figure>();
        var parties = new Parties(place.folder());
        try (var us = parties.open("US", place.database());
                var gt = parties.open("GT", place.database())) {
            gt.follow();
            var number = new long[] {0};
            var cold = run(us, gt, number, 500);
            figures.add(Figure.plain(name(), "500/s, the first 15 s after start (cold), p99", cold[1], "ms"));
            run(us, gt, number, 500);
            run(us, gt, number, 500);
            for (var rate : List.of(50, 500)) {
                var warm = run(us, gt, number, rate);
                figures.add(new Figure(name(), rate + "/s, median", warm[0], "ms", 10, 4, "warm"));
                figures.add(new Figure(name(), rate + "/s, p99", warm[1], "ms", 50, 15, "warm"));
            }
            figures.add(CopyRate.beside(name(), us.postgres, 64));
        }
        return figures;
    }

    /** @return median and p99 in ms */
    private static double[] run(Core us, Core gt, long[] number, int rate) throws InterruptedException {
        var durableThere = new ConcurrentHashMap<Long, Long>();
        var durableHere = new ConcurrentHashMap<Long, Long>();
        var first = us.logs.state(US).size();
        var count = rate * SECONDS;
        var watch = Thread.ofPlatform().start(() -> {
            try {
                var next = first;
                for (var seen = gt.acts.commits(); next < first + count; ) {
                    var size = gt.logs.state(US).size();
                    var now = System.nanoTime();
                    for (; next < size; next++) durableThere.put(next, now);
                    if (next < first + count) seen = gt.acts.awaitCommit(seen, java.time.Duration.ofSeconds(1));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var began = System.nanoTime();
        for (var i = 0; i < count; i++) {
            var due = began + i * 1_000_000_000L / rate;
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime())
                java.util.concurrent.locks.LockSupport.parkNanos(left); // keeps the rate
            us.propose(number[0]++).thenAccept(said -> {
                if (said instanceof Said.Written<Objection>(var acts))
                    durableHere.put(acts.getFirst().id().index(), System.nanoTime());
            });
        }
        watch.join();
        var times = new long[count];
        var known = 0;
        for (var there : durableThere.entrySet()) {
            var here = durableHere.get(there.getKey());
            if (here != null) times[known++] = Math.max(0, there.getValue() - here);
        }
        times = Arrays.copyOf(times, known);
        Arrays.sort(times);
        return new double[] {times[times.length / 2] / 1e6, times[(int) (times.length * 0.99)] / 1e6};
    }
}
