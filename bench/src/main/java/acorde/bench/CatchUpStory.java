package acorde.bench;

import acorde.acts.Replay;
import acorde.trust.PartyCode;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A node that was away takes in a million acts of a partner over mutually authenticated TLS, verified and applied; then replays them. */
final class CatchUpStory implements Story {
    private static final PartyCode US = new PartyCode("US");
    private static final int ACTS = Integer.getInteger("acorde.bench.acts", 1_000_000);
    private static final int IN_FLIGHT = 8_192;

    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var figures = new ArrayList<Figure>();
        var parties = new Parties(place.folder());
        var scale = ACTS / 1_000_000.0;
        try (var us = parties.open("US", place.database())) {
            var began = System.nanoTime();
            fill(us);
            figures.add(Figure.plain(
                    name(),
                    "saying %,d acts, 8,192 in flight".formatted(ACTS),
                    ACTS / ((System.nanoTime() - began) / 1e9),
                    "/s"));
            try (var gt = parties.open("GT", place.database())) {
                var idle = heap();
                var peak = new Peak();
                began = System.nanoTime();
                gt.follow();
                gt.until(() ->
                        gt.logs.state(US).cosignedSize() >= us.logs.state(US).size());
                var seconds = (System.nanoTime() - began) / 1e9;
                figures.add(new Figure(
                        name(),
                        "catching up on %,d acts over mTLS, verified and applied".formatted(ACTS),
                        seconds,
                        "s",
                        40 * scale,
                        28 * scale,
                        "cold follower, both nodes and databases on the same cores"));
                figures.add(new Figure(
                        name(),
                        "heap in use after collection at its highest, above idle (both nodes are in this process)",
                        peak.stop() - idle,
                        "MiB",
                        64,
                        0,
                        "sampled after each collection"));
                gt.acts.close();
                try (var connection = gt.postgres.openForRows()) {
                    began = System.nanoTime();
                    Replay.rebuild(gt.logs, connection, gt.duties);
                    figures.add(new Figure(
                            name(),
                            "replay of %,d acts".formatted(ACTS),
                            (System.nanoTime() - began) / 1e9,
                            "s",
                            60 * scale,
                            30 * scale,
                            "warm"));
                }
            }
        }
        return figures;
    }

    private static void fill(Parties.One us) throws InterruptedException {
        var before = us.logs.state(US).size();
        var room = new Semaphore(IN_FLIGHT);
        for (var i = 0; i < ACTS; i++) {
            room.acquire();
            us.propose(i).whenComplete((said, fault) -> room.release());
        }
        room.acquire(IN_FLIGHT);
        var said = us.logs.state(US).size() - before;
        if (said != ACTS) throw new IllegalStateException("only " + said + " acts were said");
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }

    /** The highest use of the heap right after a collection: what was really held. */
    private static final class Peak {
        private final Thread thread;
        private volatile double highest;

        Peak() {
            thread = Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (true) {
                        Thread.sleep(500);
                        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
                            var after = pool.getCollectionUsage();
                            if (after != null && pool.getName().contains("Old")
                                    || after != null && pool.getName().contains("Tenured"))
                                highest = Math.max(highest, after.getUsed() / 1048576.0);
                        }
                    }
                } catch (InterruptedException e) {
                    // stopped
                }
            });
        }

        double stop() {
            thread.interrupt();
            return Math.max(highest, heap());
        }
    }
}
