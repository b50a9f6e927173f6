package acorde.bench;

import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Duty;
import acorde.acts.Past;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.offices.OfficesDuty;
import acorde.postgres.Postgres;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.web.PeerServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Four parties founded for a measurement, with the core of their nodes in this process: real keys, databases and TLS, no pages. */
final class Parties {
    private static final List<String> CODES = List.of("US", "GT", "HN", "SV");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> SCHEMAS = List.of("trust", "acts", "offices", "compact");

    final Charter charter;
    final Founding founding;
    private final Map<String, KeyRing> keys = new LinkedHashMap<>();

    Parties(Path folder) throws IOException {
        var content = JSON.createObjectNode();
        content.put("acorde", 1);
        content.put("compact", "bench");
        content.set("title", both("Medición", "Measurement"));
        content.put("announcer", "GT");
        content.put("exercise", true);
        var parties = content.putArray("parties");
        for (var code : CODES) {
            var ring = KeyRing.create(folder.resolve("keys-" + System.nanoTime() + code), new SecureRandom());
            keys.put(code, ring);
            var party = parties.addObject();
            party.put("code", code);
            party.set("name", both(code, code));
            party.set("body", both(code, code));
            party.put("zone", "America/Tegucigalpa");
            try (var socket = new ServerSocket(0)) {
                party.put("address", "https://127.0.0.1:" + socket.getLocalPort());
            }
            ring.publicKeys("bench", new PartyCode(code)).writeTo(party.putObject("keys"));
        }
        charter = Charter.parse(JSON.writeValueAsBytes(content));
        founding = Founding.of(charter);
    }

    private static ObjectNode both(String es, String en) {
        return JSON.createObjectNode().put("es", es).put("en", en);
    }

    One open(String code, Postgres postgres) {
        return new One(code, postgres);
    }

    /** The core of one party's node. */
    final class One implements AutoCloseable {
        final Postgres postgres;
        final Logs logs;
        final Acts acts;
        final List<Duty> duties = List.of(Compact.duty(founding), new OfficesDuty());
        private final PeerServer server;
        private final Transport transport;

        private One(String code, Postgres postgres) {
            this.postgres = postgres;
            SCHEMAS.forEach(postgres::migrate);
            var party = new PartyCode(code);
            var ring = keys.get(code);
            if (ring == null) throw new IllegalArgumentException(code);
            logs = new Logs(charter, party, ring, postgres.readers());
            acts = new Acts(postgres, logs, duties, Clock.systemUTC());
            transport = new Transport(charter, party, ring);
            server = new PeerServer(acts, transport, "127.0.0.1", logs.self().address().getPort());
        }

        void follow() {
            acts.follow(transport);
        }

        void until(BooleanSupplier holds) throws InterruptedException {
            var end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
            for (var seen = acts.commits(); !holds.getAsBoolean(); seen = acts.awaitCommit(seen, Duration.ofSeconds(1)))
                if (System.nanoTime() > end) throw new IllegalStateException("not within ten minutes");
        }

        @Override
        public void close() {
            acts.close();
            server.close();
            postgres.close();
        }
    }

    /** A new initiative proposed by the United States and Guatemala's wait for it: an act of about 600 bytes, and one row of the duty. */
    record Propose(long number) implements Command<String> {
        private static final TreeSet<PartyCode> TO =
                new TreeSet<>(List.of(new PartyCode("GT"), new PartyCode("HN"), new PartyCode("SV")));

        @Override
        public Decision<String> decide(Past past, Instant now) {
            var body = JSON.createObjectNode();
            body.put("item", "initiative/B-" + number);
            body.putNull("base");
            var text = body.putObject("text");
            text.put("area", "A1");
            text.set("title", both("Compromiso de medición " + number, "Commitment for measurement " + number));
            text.putArray("parties").add("US").add("GT");
            text.set("deliverable", both("Lo que se entrega, en pocas palabras", "What is delivered, in a few words"));
            body.set("why", both("Para medir cuánto tarda", "In order to measure how long it takes"));
            return new Decision.Say<>(List.of(new Draft("compact.proposed", "coordination", TO, List.of(), body)));
        }
    }

    static boolean written(Said<String> said) {
        return said instanceof Said.Written<String>;
    }
}
