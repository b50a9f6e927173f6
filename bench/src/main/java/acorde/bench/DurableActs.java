package acorde.bench;

import acorde.acts.Said;
import acorde.compact.Objection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Acts said in this process, durable before they are acknowledged, through the real duty: many writers waiting, and one alone. */
final class DurableActs implements Story {
    private static final int WRITERS = 64;
    private static final int WARM_SECONDS = Integer.getInteger("acorde.bench.warm", 30);
    private static final int SECONDS = 20;

    /** Acts of one writer in a second: more than it can say. */
    private static final int MOST = 2_000;

    @Override
    public String name() {
        return "durable-acts";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var figures = new ArrayList<Figure>();
        try (var us = new Parties(place.folder()).open("US", place.database())) {
            var number = new AtomicLong();
            var cold = load(us, number, 5);
            figures.add(
                    Figure.plain(name(), "64 waiting writers, the first 5 s after start (cold)", cold.rate(), "/s"));
            load(us, number, WARM_SECONDS);
            var warm = load(us, number, SECONDS);
            var copy = CopyRate.of(us.postgres, WRITERS);
            figures.add(new Figure(
                    name(), "64 waiting writers", warm.rate(), "/s", 15_000, 22_000, "warm, " + SECONDS + " s"));
            figures.add(new Figure(
                    name(), "64 waiting writers, p99 from said to durable", warm.p99(), "ms", 10, 6, "warm"));
            figures.add(Figure.plain(name(), "raw COPY of the same rows in batches of 64", copy, "/s"));
            figures.add(new Figure(
                    name(), "64 waiting writers against COPY", warm.rate() / copy, "of COPY", 0.5, 0.75, "same run"));
            var alone = alone(us, number);
            figures.add(new Figure(name(), "one act alone, median", alone, "ms", 2, 1, "warm, 2,000 acts"));
        }
        return figures;
    }

    private record Load(double rate, double p99) {}

    private static Load load(Core node, AtomicLong number, int seconds) throws InterruptedException {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var times = new long[WRITERS][];
        var done = new CountDownLatch(WRITERS);
        var began = System.nanoTime();
        for (var w = 0; w < WRITERS; w++) {
            var writer = w;
            Thread.ofVirtual().start(() -> {
                var mine = new long[MOST * seconds];
                var count = 0;
                while (System.nanoTime() < end && count < mine.length) {
                    var start = System.nanoTime();
                    say(node, number.incrementAndGet());
                    mine[count++] = System.nanoTime() - start;
                }
                times[writer] = Arrays.copyOf(mine, count);
                done.countDown();
            });
        }
        done.await();
        var elapsed = (System.nanoTime() - began) / 1e9;
        var all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Load(all.length / elapsed, all[(int) (all.length * 0.99)] / 1e6);
    }

    private static double alone(Core node, AtomicLong number) {
        var times = new long[2_000];
        for (var i = 0; i < times.length; i++) {
            var start = System.nanoTime();
            say(node, number.incrementAndGet());
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times[times.length / 2] / 1e6;
    }

    private static void say(Core node, long number) {
        try {
            Said<Objection> said = node.propose(number).get();
            if (!(said instanceof Said.Written)) throw new IllegalStateException("not written: " + said);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
