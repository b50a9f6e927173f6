package acorde.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts said through the interface for programs of a real node, with a token, over connections kept alive: each request is a proposal of a new
 * initiative, becomes one act of about 600 bytes for three partners, and is answered when that act is durable.
 */
final class HttpActs implements Story {
    private static final int CONNECTIONS = 64;
    private static final int ALONE = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "http-acts";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var figures = new ArrayList<Figure>();
        try (var nodes = new RealNodes(place.folder().resolve("http-acts"))) {
            var gt = nodes.start("GT", "--announce", RealNodes.COMPACT);
            var number = new AtomicLong();
            var cold = load(gt, number, place.seconds(5));
            figures.add(Figure.plain(name(), "64 connections, the first 5 s after start (cold)", cold.rate(), "/s"));
            load(gt, number, place.seconds(30));
            var seconds = place.seconds(20);
            var warm = load(gt, number, seconds);
            figures.add(new Figure(
                    name(), "64 connections with a token", warm.rate(), "/s", 4_000, 6_000, "warm, " + seconds + " s"));
            figures.add(Figure.plain(name(), "64 connections, median", warm.median(), "ms"));
            figures.add(new Figure(name(), "64 connections, p99", warm.p99(), "ms", 40, 0, "warm"));
            // The second compiler needs minutes for all that a request passes through: what it takes is told apart.
            load(gt, number, place.seconds(100));
            var later = load(gt, number, seconds);
            figures.add(Figure.plain(name(), "64 connections, two minutes later", later.rate(), "/s"));
            var alone = alone(gt, number);
            figures.add(new Figure(
                    name(), "one act alone, median", alone.median(), "ms", 10, 5, "warm, " + ALONE + " acts"));
            figures.add(Figure.plain(name(), "one act alone, p99", alone.p99(), "ms"));
            try (var database = place.database()) {
                var copy = CopyRate.beside(name(), database, CONNECTIONS);
                figures.add(copy);
                figures.add(Figure.plain(name(), "64 connections against COPY", warm.rate() / copy.value(), "of COPY"));
            }
        }
        return figures;
    }

    private record Load(double rate, double median, double p99) {
        static Load of(long[] nanos, double seconds) {
            Arrays.sort(nanos);
            return new Load(
                    nanos.length / seconds, nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6);
        }
    }

    private static Load load(RealNodes.One node, AtomicLong number, int seconds) throws Exception {
        var authorization = node.authorization();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var times = new long[CONNECTIONS][];
        var done = new CountDownLatch(CONNECTIONS);
        var fault = new AtomicReference<Exception>();
        var began = System.nanoTime();
        for (var c = 0; c < CONNECTIONS; c++) {
            var mine = c;
            Thread.ofVirtual().start(() -> {
                var taken = new ArrayList<Long>();
                try (var connection = new Keepalive(node.address)) {
                    while (System.nanoTime() < end) {
                        var start = System.nanoTime();
                        say(connection, authorization, number.incrementAndGet());
                        taken.add(System.nanoTime() - start);
                    }
                } catch (IOException | RuntimeException e) {
                    fault.set(e);
                }
                times[mine] = taken.stream().mapToLong(Long::longValue).toArray();
                done.countDown();
            });
        }
        done.await();
        if (fault.get() != null) throw fault.get();
        return Load.of(Arrays.stream(times).flatMapToLong(Arrays::stream).toArray(), (System.nanoTime() - began) / 1e9);
    }

    private static Load alone(RealNodes.One node, AtomicLong number) throws IOException {
        var authorization = node.authorization();
        var times = new long[ALONE];
        var began = System.nanoTime();
        try (var connection = new Keepalive(node.address)) {
            for (var i = 0; i < ALONE; i++) {
                var start = System.nanoTime();
                say(connection, authorization, number.incrementAndGet());
                times[i] = System.nanoTime() - start;
            }
        }
        return Load.of(times, (System.nanoTime() - began) / 1e9);
    }

    private static void say(Keepalive connection, String authorization, long number) throws IOException {
        var reply = connection.post(
                "/api/v1/proposals", authorization + "Content-Type: application/json\r\n", proposal(number));
        if (reply.status() != 201) throw new IllegalStateException(reply.status() + " " + reply.text());
    }

    /** The same initiative as in the other stories. */
    private static byte[] proposal(long number) {
        var body = JSON.createObjectNode();
        body.put("item", "initiative/B-" + number);
        body.putNull("base");
        var text = body.putObject("text");
        text.put("area", "A1");
        text.putObject("title")
                .put("es", "Compromiso de medición " + number)
                .put("en", "Commitment for measurement " + number);
        text.putArray("parties").add("US").add("GT");
        text.putObject("deliverable")
                .put("es", "Lo que se entrega, en pocas palabras")
                .put("en", "What is delivered, in a few words");
        text.putObject("waiver").put("es", "Una medición no promete nada").put("en", "A measurement promises nothing");
        body.putObject("why").put("es", "Para medir cuánto tarda").put("en", "In order to measure how long it takes");
        return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }
}
