package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Duty;
import acorde.acts.Replay;
import acorde.finding.Finding;
import acorde.offices.Journal;
import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Offices;
import acorde.offices.Person;
import acorde.onward.Onward;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import acorde.requests.Requests;
import acorde.trust.Logs;
import acorde.trust.Parties;
import acorde.trust.PartyCode;
import acorde.trust.Transport;
import acorde.web.PeerServer;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One party's node with its exchange on a real database and real TLS, without pages. The rules it decides by are those the product ships with. */
public final class PartyNode implements AutoCloseable {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T15:00:00Z"), java.time.ZoneOffset.UTC);

    public final Acts acts;
    public final Exchange exchange;
    public final Requests requests;
    public final Onward onward;
    final Offices offices;

    /** Brought up with the logs when the test says so. */
    final Finding finding;

    /** What holds here now; tests change it. */
    volatile InForce inForce = TestRules.inForce(Reports.AREAS);

    volatile Collection<OfficeCode> codes = List.of();

    /** What is found is decided as of this moment; all else goes by {@link #CLOCK}. */
    volatile Instant now = CLOCK.instant();

    final Postgres postgres =
            TestPostgres.fresh("trust", "acts", "offices", "finding", "files", "exchange", "requests", "onward");
    private final Logs logs;
    private final List<Duty> duties;
    private final PeerServer server;
    private final Transport transport;
    private final AutoCloseable answering;

    public PartyNode(Parties parties, PartyCode party) {
        var charter = parties.charter();
        logs = new Logs(charter, party, parties.keys(party), postgres.readers());
        duties = List.of(Exchange.duty(party), Requests.duty(), Onward.duty());
        var lease = postgres.lease("log");
        acts = new Acts(postgres, lease, logs, duties, Journal.ofActs(), CLOCK);
        offices = new Offices(postgres, postgres.lease("offices"), CLOCK, new SecureRandom());
        exchange = new Exchange(acts, offices.journal(), () -> inForce, postgres.readers());
        requests = new Requests(acts, exchange, postgres.readers());
        onward = new Onward(acts, exchange, () -> inForce, postgres.readers());
        transport = new Transport(charter, party, parties.keys(party));
        var port = charter.place(party).orElseThrow().address().getPort();
        server = new PeerServer(acts, transport, "127.0.0.1", port);
        InstantSource moment = () -> now;
        var clock = moment.withZone(ZoneOffset.UTC);
        finding = new Finding(postgres, lease, acts, List.of(exchange.catalogue(() -> codes, clock)), clock);
        answering = exchange.answering(CLOCK, (now, gone) -> false, gone -> {});
    }

    public PartyNode follow() {
        acts.follow(transport);
        return this;
    }

    public static Officer officer(String office) {
        return new Officer(new Person.Id(1), "Persona inventada", new OfficeCode(office));
    }

    public List<Item> received(String office) {
        return exchange.mailbox(
                        officer(office),
                        Mailbox.Way.RECEIVED,
                        Mailbox.Place.newest(CLOCK.instant()),
                        50,
                        CLOCK.instant())
                .items();
    }

    /** What answers orders, once and when the test says so. */
    Answering answering(BiPredicate<Instant, Set<ActId>> takeIn, Consumer<UnaryOperator<Set<ActId>>> forget) {
        return new Answering(acts, rows(), CLOCK, new Answering.Before(takeIn, forget));
    }

    ExchangeRows rows() {
        return ExchangeRows.of(postgres.readers());
    }

    public Logs logs() {
        return logs;
    }

    public Map<String, String> fingerprints() {
        try (var connection = postgres.open()) {
            return Replay.fingerprints(connection, duties);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public Map<String, String> replayed() {
        try (var connection = postgres.open()) {
            Replay.rebuild(logs, connection, duties);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return fingerprints();
    }

    public void execute(String sql) {
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether these words stand anywhere in what this node has stored of the logs. */
    public boolean holds(String words) {
        try (var connection = postgres.open();
                var statement = connection.prepareStatement(
                        "select count(*) from trust.entry where position(convert_to(?, 'UTF8') in act) > 0")) {
            statement.setString(1, words);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1) > 0;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Brings the index up with the logs, and with what else changed. */
    void indexed() {
        while (indexedFurther()) {
            // until there is no more
        }
    }

    /** @return whether there is more */
    boolean indexedFurther() {
        try {
            return finding.step();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Nobody writes to a table until what is returned is closed. */
    AutoCloseable holding(String table) throws SQLException {
        var connection = postgres.open();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in share mode");
        }
        return () -> {
            connection.rollback();
            connection.close();
        };
    }

    /** @param what a table, and perhaps which of its rows */
    long count(String what) {
        try (var connection = postgres.open();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from " + what)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The hour turns. */
    public void acknowledge() {
        exchange.acknowledge(CLOCK.instant());
    }

    /** Waits for commits until the condition holds, and fails after a generous time. */
    public void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        try {
            while (true) {
                var seen = acts.commits();
                if (condition.getAsBoolean()) return;
                if (System.nanoTime() > end) throw new AssertionError("not within two minutes: " + what);
                acts.awaitCommit(seen, Duration.ofMillis(50));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            answering.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        finding.close();
        acts.close();
        server.close();
        offices.close();
        postgres.close();
    }
}
