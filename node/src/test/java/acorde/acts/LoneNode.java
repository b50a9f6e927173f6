package acorde.acts;

import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One party's node on a real database, without pages and without a port: whom it follows is handed to it. */
class LoneNode implements AutoCloseable {
    static final List<Duty> DUTIES = List.of(new Notes());

    /** What acts and their logs are kept in. */
    static final List<String> TABLES = List.of(
            "trust.entry",
            "trust.missing",
            "trust.late",
            "trust.taken_back",
            "trust.subtree",
            "trust.log",
            "trust.receipt",
            "trust.given",
            "trust.evidence",
            "acts.rejected",
            "acts.waiting");

    /** Not all that is waited for comes with a commit. */
    private static final Duration LOOK = Duration.ofMillis(20);

    final Postgres postgres;
    final Logs logs;
    final Acts acts;

    LoneNode(Charter charter, PartyCode party, KeyRing keys, Postgres postgres) {
        this.postgres = postgres;
        logs = new Logs(charter, party, keys, postgres.readers());
        acts = new Acts(postgres, postgres.lease("log"), logs, DUTIES, (_, _) -> {}, Clock.systemUTC());
    }

    /** Follows a partner by a fake of it. */
    void follow(PartyCode party, Peer peer, Pace pace) {
        acts.follow(logs.charter().place(party).orElseThrow(), peer, pace);
    }

    Partner partner(PartyCode party) {
        return acts.partners().stream()
                .filter(partner -> partner.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    ActId say(Command<String> command) {
        try {
            return switch (acts.sayOfItself(command).get(60, TimeUnit.SECONDS)) {
                case Said.Written<String>(var written) -> written.getFirst().id();
                case Said.Declined<String>(var why) -> throw new AssertionError(why);
            };
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the condition holds, which is looked at after each commit and now and then, and fails after a generous time. */
    void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        try {
            while (true) {
                var seen = acts.commits();
                if (condition.getAsBoolean()) return;
                if (System.nanoTime() > end) throw new AssertionError("not within two minutes: " + what);
                acts.awaitCommit(seen, LOOK);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** How many notes there are: each act that was applied made one. */
    long notes() {
        return count("notes.note");
    }

    long count(String table) {
        try (var connection = postgres.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    Map<String, String> fingerprints() {
        try (var connection = postgres.open()) {
            return Replay.fingerprints(connection, DUTIES);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The fingerprints after every derived row was dropped and made again from the acts. */
    Map<String, String> replayed() {
        try (var connection = postgres.open()) {
            Replay.rebuild(logs, connection, DUTIES);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return fingerprints();
    }

    /** A database with the tables a node needs. */
    static Postgres prepared() {
        return TestPostgres.fresh("trust", "acts", "notes");
    }

    /** Empties every table, so that one database serves many nodes one after another: rows are sooner deleted than files made anew. */
    static void empty(Postgres postgres) {
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            for (var table : TABLES) statement.addBatch("delete from " + table);
            statement.addBatch("delete from notes.note");
            statement.executeBatch();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Stops the node; the database stays. */
    void stop() {
        acts.close();
    }

    @Override
    public void close() {
        stop();
        postgres.close();
    }
}
