package acorde.bench;

import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.acts.Said;
import acorde.compact.Compact;
import acorde.compact.CompactFolder;
import acorde.compact.Founding;
import acorde.compact.ItemKey;
import acorde.compact.Objection;
import acorde.compact.Remark;
import acorde.offices.OfficeCode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Four parties founded for a measurement, with the core of their nodes in this process: real keys, databases and TLS, no pages. */
final class Parties {
    private static final List<String> CODES = List.of("US", "GT", "HN", "SV");
    private static final String COMPACT = "moc-2019";
    private static final OfficeCode COORDINATION = new OfficeCode("coordination");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Remark WHY = new Remark("Para medir cuánto tarda", "In order to measure how long it takes");
    private static final List<String> SCHEMAS = List.of("trust", "acts", "offices", "compact");

    final Charter charter;
    final Founding founding;
    private final Map<String, KeyRing> keys = new LinkedHashMap<>();

    Parties(Path folder) throws IOException {
        var content = JSON.createObjectNode();
        content.put("acorde", 1);
        content.put("compact", COMPACT);
        content.set("title", both("Medición", "Measurement"));
        content.put("announcer", "US");
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
            ring.publicKeys(COMPACT, new PartyCode(code)).writeTo(party.putObject("keys"));
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
        final Compact compact;
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
            acts = new Acts(postgres, postgres.lease("log"), logs, duties, Clock.systemUTC());
            compact = new Compact(acts, founding, postgres.readers());
            compact.join();
            if (party.equals(founding.announcer())) announce();
            transport = new Transport(charter, party, ring);
            server = new PeerServer(
                    acts, transport, "127.0.0.1", logs.self().address().getPort());
        }

        private void announce() {
            if (!(CompactFolder.read(Path.of("compacts", COMPACT)) instanceof CompactFolder.Read.Folder folder))
                throw new IllegalStateException("the compact of 2019 cannot be read");
            compact.announce(folder);
        }

        /**
         * Proposes a new initiative and does not wait: an act of about 600 bytes, and one row of the duty, through the very command an officer's
         * page gives.
         */
        CompletableFuture<Said<Objection>> propose(long number) {
            var text = JSON.createObjectNode();
            text.put("area", "A1");
            text.set("title", both("Compromiso de medición " + number, "Commitment for measurement " + number));
            text.putArray("parties").add("US").add("GT");
            text.set("deliverable", both("Lo que se entrega, en pocas palabras", "What is delivered, in a few words"));
            return acts.say(compact.proposing(COORDINATION, ItemKey.initiative("B-" + number), null, text, WHY));
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

    static boolean written(Said<Objection> said) {
        return said instanceof Said.Written<Objection>;
    }
}
