package acorde.acts;

import acorde.postgres.Postgres;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.web.PeerServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parties with real keys, real databases and real TLS on this machine, for tests of what happens between them. */
final class TestNodes implements AutoCloseable {
    final Charter charter;
    private final Parties parties;
    private final Map<PartyCode, One> nodes = new LinkedHashMap<>();

    /** One party's node, without pages, and the port on which it answers the others. */
    static final class One extends LoneNode {
        private final Transport transport;
        private PeerServer server;
        private final int port;

        One(Charter charter, PartyCode party, KeyRing keys, Postgres postgres) {
            super(charter, party, keys, postgres);
            transport = new Transport(charter, party, keys);
            port = charter.place(party).orElseThrow().address().getPort();
            server = new PeerServer(acts, transport, "127.0.0.1", port);
        }

        void follow() {
            acts.follow(transport);
        }

        void stopServing() {
            if (server != null) server.close();
            server = null;
        }

        void serve() {
            server = new PeerServer(acts, transport, "127.0.0.1", port);
        }

        @Override
        void stop() {
            super.stop();
            stopServing();
        }
    }

    TestNodes(Path folder, String... codes) {
        parties = new Parties(folder, party -> "https://127.0.0.1:" + freePort(), codes);
        charter = parties.charter();
    }

    /** Starts a party's node on a fresh database. */
    One start(String code) {
        var party = new PartyCode(code);
        var node = new One(charter, party, parties.keys(party), LoneNode.prepared());
        nodes.put(party, node);
        return node;
    }

    KeyRing keys(String code) {
        return parties.keys(new PartyCode(code));
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
