package acorde.files;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.OwnRecords;
import acorde.acts.Replay;
import acorde.acts.Said;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.Logs;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.web.PeerServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Parties that send each other letters with files, on real databases and over real TLS. */
final class Post implements AutoCloseable {
    static final PartyCode GT = new PartyCode("GT");
    static final PartyCode HN = new PartyCode("HN");
    static final PartyCode SV = new PartyCode("SV");
    static final Person.Id ANA = new Person.Id(1);
    static final Person.Id LUZ = new Person.Id(2);

    /** The person, for an office. */
    static Officer officer(Person.Id person) {
        return new Officer(person, "Persona inventada", new OfficeCode("coordination"));
    }

    final Parties parties;
    private final Map<PartyCode, One> nodes = new LinkedHashMap<>();

    Post(Path folder) {
        parties = new Parties(folder, party -> "https://127.0.0.1:" + freePort(), "GT", "HN", "SV");
    }

    /** A clock that a test moves on. */
    static final class Watch extends Clock {
        private volatile Duration passed = Duration.ZERO;

        void pass(Duration more) {
            passed = passed.plus(more);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(passed);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** One party's node, without pages. */
    final class One implements AutoCloseable {
        final PartyCode party;
        final Watch watch = new Watch();

        /** Where it is kept who did what; tests change it. */
        volatile OwnRecords records = (_, _) -> {};

        final Postgres postgres;
        final Logs logs;
        final Acts acts;
        final Files files;
        private final Transport transport;
        private PeerServer server;

        One(PartyCode party, Room room) {
            this.party = party;
            postgres = TestPostgres.fresh("trust", "acts", "files");
            logs = new Logs(parties.charter(), party, parties.keys(party), postgres.readers());
            var lease = postgres.lease("log");
            acts = new Acts(
                    postgres, lease, logs, List.of(new Letters()), (trip, lines) -> records.keep(trip, lines), watch);
            files = new Files(postgres, lease, acts, watch, room);
            transport = new Transport(parties.charter(), party, parties.keys(party));
            serve();
        }

        void serve() {
            var port = logs.self().address().getPort();
            server = new PeerServer(acts, files, transport, new PeerServer.Listening("127.0.0.1", port));
        }

        void stopServing() {
            server.close();
        }

        Transport transport() {
            return transport;
        }

        void follow() {
            acts.follow(transport);
            files.follow(transport, _ -> true, _ -> true);
        }

        Attachment upload(Person.Id person, String name, byte[] bytes) {
            return switch (files.put(officer(person), Announced.as(name), new ByteArrayInputStream(bytes))) {
                case Put.Ready(var upload) -> upload.file();
                case Put.Refused(var why) -> throw new AssertionError(why);
            };
        }

        ActId send(List<Attachment> attached, PartyCode... to) {
            try {
                return switch (acts.sayOfItself(Letters.send(attached, to)).get(60, TimeUnit.SECONDS)) {
                    case Said.Written<String>(var written) -> written.getFirst().id();
                    case Said.Declined<String>(var why) -> throw new AssertionError(why);
                };
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        Kept kept(ActId act) {
            return files.of(act).getFirst();
        }

        boolean isWhole(ActId act) {
            var kept = files.of(act);
            return !kept.isEmpty() && kept.stream().allMatch(one -> one.state() == Kept.State.WHOLE);
        }

        byte[] bytes(ActId act) {
            var out = new ByteArrayOutputStream();
            try {
                files.write(kept(act), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }

        long count(String table) {
            return number("select count(*) from " + table);
        }

        long number(String sql) {
            return Long.parseLong(texts(sql).getFirst());
        }

        /** The first column, row by row. */
        List<String> texts(String sql) {
            var texts = new ArrayList<String>();
            try (var connection = postgres.open();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) texts.add(rows.getString(1));
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return texts;
        }

        Map<String, String> fingerprints() {
            try (var connection = postgres.open()) {
                return Replay.fingerprints(connection, List.of(new Letters()));
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        void replay() {
            try (var connection = postgres.open()) {
                Replay.rebuild(logs, connection, List.of(new Letters()));
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        /** Looks again and again, at each commit and in between, and fails after a generous time. */
        void until(String what, BooleanSupplier condition) {
            var end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
            try {
                while (!condition.getAsBoolean()) {
                    if (System.nanoTime() > end) throw new AssertionError("not within two minutes: " + what);
                    acts.awaitCommit(acts.commits(), Duration.ofMillis(100));
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            server.close();
            files.close();
            acts.close();
            postgres.close();
        }
    }

    One start(PartyCode party) {
        return start(party, Room.USUAL);
    }

    One start(PartyCode party, Room room) {
        var node = new One(party, room);
        nodes.put(party, node);
        return node;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(One::close);
    }
}
