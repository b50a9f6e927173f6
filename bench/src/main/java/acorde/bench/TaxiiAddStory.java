package acorde.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports that a ministry's own system brings to a real node by TAXII, in envelopes of 100, each answered when all of them are durable as drafts: by one
 * connection, then by four. An office has room for 10,000 that wait, so no more are brought.
 */
final class TaxiiAddStory implements Story {
    private static final int BUNDLE = 100;
    private static final int WARM_UP = 20;
    private static final int MEASURED = 40;
    private static final int TOGETHER = 4;
    private static final String TYPE = "application/taxii+json;version=2.1";
    private static final String ROOT = "/taxii2/acorde/collections/";
    private static final String EXTENSION = "extension-definition--4baa456b-63da-4813-8247-2dcc0b9012ca";
    private static final String AMBER = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AtomicInteger number = new AtomicInteger();

    @Override
    public String name() {
        return "taxii-add";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var bundles = place.isShort() ? MEASURED / 10 : MEASURED;
        try (var nodes = new RealNodes(place.folder().resolve("taxii-add"))) {
            var gt = nodes.start("GT", "--announce", RealNodes.COMPACT);
            var headers = gt.authorization() + "Accept: " + TYPE + "\r\nContent-Type: " + TYPE + "\r\n";
            try (var connection = new Keepalive(gt.address)) {
                var path = drafts(connection, headers);
                for (var i = 0; i < WARM_UP; i++) bring(connection, path, headers);
                var began = System.nanoTime();
                for (var i = 0; i < bundles; i++) bring(connection, path, headers);
                var alone = rate(bundles, began);
                var together = together(gt, path, headers, bundles);
                return List.of(
                        new Figure(
                                name(),
                                "objects brought in envelopes of 100, one connection",
                                alone,
                                "/s",
                                2_000,
                                0,
                                note()),
                        new Figure(name(), "the same, four connections", together, "/s", 2_000, 0, note()));
            }
        }
    }

    private static String note() {
        return "after 2,000 objects; durable, each with its own answer";
    }

    private static double rate(int bundles, long began) {
        return bundles * BUNDLE / ((System.nanoTime() - began) / 1e9);
    }

    private double together(RealNodes.One node, String path, String headers, int bundles) throws Exception { // what
        var began = System.nanoTime();
        var done = new ArrayList<Future<?>>();
        try (var room = Executors.newFixedThreadPool(TOGETHER)) {
            for (var c = 0; c < TOGETHER; c++)
                done.add(room.submit(() -> {
                    try (var connection = new Keepalive(node.address)) {
                        for (var i = 0; i < bundles / TOGETHER; i++) bring(connection, path, headers);
                    }
                    return null;
                }));
            for (var each : done) each.get();
        }
        return rate(bundles / TOGETHER * TOGETHER, began);
    }

    /** Where things are brought. */
    private static String drafts(Keepalive connection, String headers) throws IOException {
        var answer = connection.get(ROOT, headers);
        for (var one : JSON.readTree(answer.text()).path("collections"))
            if (one.path("can_write").asBoolean(false))
                return ROOT + one.path("id").asString() + "/objects/";
        throw new IllegalStateException("nothing can be brought: " + answer.text());
    }

    private void bring(Keepalive connection, String path, String headers) throws IOException { // what, where
        var body = JSON.createObjectNode();
        var objects = body.putArray("objects");
        for (var i = 0; i < BUNDLE; i++) objects.add(object(number.incrementAndGet()));
        var reply = connection.post(path, headers, JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        var status = JSON.readTree(reply.text());
        if (reply.status() != 202 || status.path("success_count").asInt() != BUNDLE)
            throw new IllegalStateException(reply.status() + " " + reply.text());
    }

    private static ObjectNode object(int number) {
        var time = "2026-11-02T12:00:00.000Z";
        var object = JSON.createObjectNode()
                .put("type", "report")
                .put("spec_version", "2.1")
                .put("id", "report--00000000-0000-4000-8000-%012d".formatted(number))
                .put("created", time)
                .put("modified", time)
                .put("published", time)
                .put("name", "EJERCICIO: partidas de nacimiento con un mismo sello " + number)
                .put("description", "EJERCICIO. Se presentaron en el puesto tres partidas con un sello idéntico.");
        object.putArray("object_marking_refs").add(AMBER);
        var extension = object.putObject("extensions")
                .putObject(EXTENSION)
                .put("extension_type", "property-extension")
                .put("exercise", true)
                .put("evaluation", "B2")
                .put("basis", "Memorando de 2019, área 2");
        extension.putArray("handling").add("H2");
        extension.putArray("purposes").add("A2");
        return object;
    }
}
