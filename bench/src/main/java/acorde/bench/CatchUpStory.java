package acorde.bench;

import acorde.acts.Replay;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real node that was away takes in many acts of a partner over mutually authenticated TLS, verified and applied: first a fifth of a million,
 * then a million more, so that it shows whether its memory grows with the distance. Then all is replayed.
 */
final class CatchUpStory implements Story {
    private static final PartyCode US = new PartyCode("US");
    private static final PartyCode GT = new PartyCode("GT");
    private static final int ACTS = Integer.getInteger("acorde.bench.acts", 1_000_000);
    private static final int IN_FLIGHT = 8_192;

    /** A collection of everything takes some 0.1 s, which is part of the time that is measured. */
    private static final double SECONDS_BETWEEN_COLLECTIONS = 4;

    private final List<Figure> figures = new ArrayList<>();
    private long number;

    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var acts = place.isShort() ? ACTS / 10 : ACTS;
        figures.clear();
        try (var nodes = new RealNodes(place.folder().resolve("catch-up"))) {
            shareTheHistory(nodes);
            var idle = idle(nodes);
            for (var length : List.of(acts / 5, acts)) catchUp(nodes, length, idle);
            replay(nodes);
        }
        return figures;
    }

    /** Guatemala announces, and the United States hears it: acts name areas that must be known. */
    private static void shareTheHistory(RealNodes nodes) throws IOException, InterruptedException {
        try (var us = Core.of(nodes, "US");
                var gt = Core.of(nodes, "GT")) {
            gt.announce();
            us.follow();
            us.until(() -> us.size(GT) >= gt.size(GT));
        }
    }

    /** What the node holds when it has nothing to do; its first run leaves the cache of classes as well. */
    private static double idle(RealNodes nodes) throws IOException, InterruptedException {
        try (var gt = nodes.start("GT")) {
            return new Heap(gt.pid()).held();
        }
    }

    private void catchUp(RealNodes nodes, int length, double idle) throws Exception {
        try (var us = Core.of(nodes, "US")) {
            var began = System.nanoTime();
            say(us, length);
            if (length >= ACTS)
                figures.add(Figure.plain(
                        name(),
                        "saying %,d acts, 8,192 in flight".formatted(length),
                        length / ((System.nanoTime() - began) / 1e9),
                        "/s"));
            began = System.nanoTime();
            try (var gt = nodes.start("GT");
                    var connection = new Keepalive(gt.address)) {
                var heap = new Heap(gt.pid());
                var highest = 0.0;
                var collected = System.nanoTime();
                while (cosigned(connection, gt) < us.size(US)) {
                    if ((System.nanoTime() - collected) / 1e9 < SECONDS_BETWEEN_COLLECTIONS) {
                        Thread.sleep(50); // between two looks
                        continue;
                    }
                    highest = Math.max(highest, heap.held());
                    collected = System.nanoTime();
                }
                var seconds = (System.nanoTime() - began) / 1e9;
                report(length, seconds, Math.max(highest, heap.held()) - idle);
            }
        }
    }

    private void report(int length, double seconds, double heap) {
        var scale = length / 1_000_000.0;
        figures.add(new Figure(
                name(),
                "catching up on %,d acts over mTLS, verified and applied".formatted(length),
                seconds,
                "s",
                length < ACTS ? 0 : 40 * scale,
                28 * scale,
                "a real node of 256 MiB, from its start on; the other node and both databases on the same cores"));
        figures.add(new Figure(
                name(),
                "heap held at its highest meanwhile, above idle, over %,d acts".formatted(length),
                heap,
                "MiB",
                64,
                0,
                "after collections of everything, every 4 s"));
    }

    private void say(Core us, int acts) throws InterruptedException {
        var before = us.size(US);
        var room = new Semaphore(IN_FLIGHT);
        for (var i = 0; i < acts; i++) {
            room.acquire();
            us.propose(number++).whenComplete((said, fault) -> room.release());
        }
        room.acquire(IN_FLIGHT);
        var said = us.size(US) - before;
        if (said != acts) throw new IllegalStateException("only " + said + " acts were said");
    }

    /** Up to where the node has cosigned the log of the United States: all of it is stored and applied. */
    private static long cosigned(Keepalive connection, RealNodes.One node) throws IOException {
        var reply = connection.get("/api/v1/partners", node.authorization());
        for (var partner : JsonMapper.shared().readTree(reply.text()).path("partners"))
            if (partner.path("party").asString("").equals(US.value()))
                return partner.path("cosigned").longValue();
        throw new IllegalStateException("the node does not know " + US + ": " + reply.text());
    }

    private void replay(RealNodes nodes) throws Exception {
        try (var gt = Core.of(nodes, "GT")) {
            gt.acts.close();
            try (var connection = gt.postgres.openForRows()) {
                var began = System.nanoTime();
                var acts = Replay.rebuild(gt.logs, connection, gt.duties);
                var scale = acts / 1_000_000.0;
                figures.add(new Figure(
                        name(),
                        "replay of %,d acts".formatted(acts),
                        (System.nanoTime() - began) / 1e9,
                        "s",
                        60 * scale,
                        30 * scale,
                        "warm"));
            }
            figures.add(CopyRate.beside(name(), gt.postgres, 1_024));
        }
    }
}
