package acorde.acts;

import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Parties with real keys, real databases and real TLS on this machine, for tests of what happens between them. */
final class TestNodes implements AutoCloseable {
    final Charter charter;
    private final Map<PartyCode, KeyRing> keys = new LinkedHashMap<>();
    private final Map<PartyCode, One> nodes = new LinkedHashMap<>();

    /** One party's node, without pages. */
    static final class One implements AutoCloseable {
        final Postgres postgres;
        final Logs logs;
        final Acts acts;
        private final Transport transport;
        private PeerServer server;
        private final int port;

        One(Charter charter, PartyCode party, KeyRing keys, Postgres postgres) {
            this.postgres = postgres;
            for (var schema : List.of("trust", "acts", "notes")) postgres.migrate(schema);
            logs = new Logs(charter, party, keys, postgres.readers());
            acts = new Acts(postgres, logs, List.of(new Notes()), Clock.systemUTC());
            transport = new Transport(charter, party, keys);
            port = charter.place(party).orElseThrow().address().getPort();
            server = new PeerServer(acts, transport, "127.0.0.1", port);
        }

        void follow() {
            acts.follow(transport);
        }

        ActId say(Notes.Say note) {
            try {
                return switch (acts.say(note).get(30, TimeUnit.SECONDS)) {
                    case Said.Written<String>(var acts) -> acts.getFirst();
                    case Said.Declined<String>(var why) -> throw new AssertionError(why);
                };
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        /** Waits for commits until the condition holds, and fails after a generous time. */
        void until(String what, BooleanSupplier condition) {
            var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            try {
                while (true) {
                    var seen = acts.commits();
                    if (condition.getAsBoolean()) return;
                    if (System.nanoTime() > end) throw new AssertionError("not within a minute: " + what);
                    acts.awaitCommit(seen, Duration.ofMillis(500));
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void stopServing() {
            if (server != null) server.close();
            server = null;
        }

        void serve() {
            server = new PeerServer(acts, transport, "127.0.0.1", port);
        }

        @Override
        public void close() {
            acts.close();
            stopServing();
            postgres.close();
        }
    }

    TestNodes(Path folder, String... codes) {
        var parties = JsonMapper.shared().createArrayNode();
        for (var code : codes) {
            var party = new PartyCode(code);
            var ring = KeyRing.create(folder.resolve(code), new SecureRandom());
            keys.put(party, ring);
            var entry = parties.addObject();
            entry.put("code", code);
            entry.put("address", "https://127.0.0.1:" + freePort());
            ring.publicKeys("test", party).writeTo(entry.putObject("keys"));
        }
        var content = JsonMapper.shared().createObjectNode();
        content.put("compact", "test");
        content.set("parties", parties);
        charter = Charter.parse(JsonMapper.shared().writeValueAsBytes(content));
    }

    /** Starts a party's node on a fresh database. */
    One start(String code) {
        var party = new PartyCode(code);
        var node = new One(charter, party, keys.get(party), TestPostgres.fresh());
        nodes.put(party, node);
        return node;
    }

    KeyRing keys(String code) {
        return keys.get(new PartyCode(code));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(One::close);
    }
}
