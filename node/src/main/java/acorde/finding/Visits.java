package acorde.finding;

import acorde.acts.ActId;
import acorde.offices.Person;
import acorde.postgres.DatabaseUnavailable;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.Trip;
import acorde.trust.PartyCode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the logs went when somebody was last here. A visit ends when its person has not been seen for as long as an idle session lasts.
 * Visits are written down beside the requests that tell of them, and only while this process holds the lease of the log. Safe for any thread.
 */
public final class Visits implements AutoCloseable {
    /** People who are remembered; the one not seen for longest is forgotten. */
    static final int MOST = 4_096;

    private static final Duration BREAK = Duration.ofMinutes(30);

    /** How much of a visit may be lost with the machine. */
    private static final Duration KEPT_EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

    private final Postgres postgres;
    private final Lease lease;
    private final Map<Person.Id, Visit> visits = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Person.Id, Visit> eldest) {
            return size() > MOST;
        }
    };

    /** Those to be written down, under the same lock: one for each person, however often they come. */
    private final Map<Person.Id, Visit> unwritten = new LinkedHashMap<>();

    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("visits").factory());

    /** @param kept when it was last written down */
    private record Visit(@Nullable Mark before, Mark latest, Instant kept) {}

    /**
     * How far the logs went at a time.
     *
     * @param sizes of each party's log
     */
    public record Mark(Instant at, Map<PartyCode, Long> sizes) {
        public Mark {
            sizes = Map.copyOf(sizes);
        }

        public boolean knew(ActId act) {
            return act.index() < sizes.getOrDefault(act.party(), 0L);
        }

        private String json() {
            var json = JsonMapper.shared().createObjectNode().put("at", at.toString());
            var logs = json.putObject("sizes");
            sizes.forEach((party, size) -> logs.put(party.value(), size));
            return json.toString();
        }

        private static Mark read(String text) {
            var json = JsonMapper.shared().readTree(text);
            var sizes = new HashMap<PartyCode, Long>();
            json.path("sizes")
                    .properties()
                    .forEach(log -> sizes.put(
                            new PartyCode(log.getKey()), log.getValue().asLong()));
            return new Mark(Instant.parse(json.path("at").asString()), sizes);
        }
    }

    Visits(Postgres postgres, Lease lease) {
        this.postgres = postgres;
        this.lease = lease;
    }

    /** Notes that somebody is here now. @return the end of the visit before this one; null at the first */
    public @Nullable Mark come(Person.Id person, Mark now) {
        synchronized (visits) {
            var known = visits.get(person);
            if (known != null) return noted(person, known, now);
        }
        var stored = stored(person); // while nobody else waits for it
        synchronized (visits) {
            var known = visits.getOrDefault(person, stored);
            return known == null ? toBeKept(person, new Visit(null, now, now.at())) : noted(person, known, now);
        }
    }

    private @Nullable Mark noted(Person.Id person, Visit last, Mark now) {
        if (!now.at().isBefore(last.latest().at().plus(BREAK)))
            return toBeKept(person, new Visit(last.latest(), now, now.at()));
        if (!now.at().isBefore(last.kept().plus(KEPT_EVERY)))
            return toBeKept(person, new Visit(last.before(), now, now.at()));
        visits.put(person, new Visit(last.before(), now, last.kept()));
        return last.before();
    }

    private @Nullable Mark toBeKept(Person.Id person, Visit visit) {
        visits.put(person, visit);
        if (unwritten.isEmpty()) writer.execute(this::writeDown);
        unwritten.put(person, visit);
        return visit.before();
    }

    private @Nullable Visit stored(Person.Id person) {
        try (var connection = postgres.readers().getConnection();
                var select =
                        connection.prepareStatement("select before, latest, at from finding.visit where person = ?")) {
            select.setLong(1, person.value());
            try (var row = select.executeQuery()) {
                return row.next() ? visit(row) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a visit cannot be read", e);
        }
    }

    private static Visit visit(ResultSet row) throws SQLException {
        var before = row.getString("before");
        return new Visit(
                before == null ? null : Mark.read(before),
                Mark.read(row.getString("latest")),
                row.getTimestamp("at").toInstant());
    }

    /** All that is to be written, in one transaction. What cannot be written now is written when its person is seen a minute on. */
    private void writeDown() {
        Map<Person.Id, Visit> all;
        synchronized (visits) {
            all = new LinkedHashMap<>(unwritten);
            unwritten.clear();
        }
        var trip = new Trip();
        lease.addTo(trip);
        all.forEach((person, visit) -> trip.add(PUT, (statement, first) -> bind(statement, first, person, visit)));
        trip.add(FORGET, (statement, first) -> first);
        try (var connection = postgres.open()) {
            trip.run(connection);
        } catch (SQLException | DatabaseUnavailable e) {
            LOG.warn("Who was here when is not written down; it will be tried again: {}", e.toString());
        }
    }

    private static final String PUT = """
            insert into finding.visit (person, before, latest, at) values (?, ?::jsonb, ?::jsonb, ?)
            on conflict (person) do update set before = excluded.before, latest = excluded.latest, at = excluded.at""";

    private static final String FORGET =
            "delete from finding.visit where person in (select person from finding.visit order by at desc offset "
                    + MOST + ")";

    private static int bind(PreparedStatement put, int first, Person.Id person, Visit visit)
            throws SQLException { // one row
        var before = visit.before();
        put.setLong(first, person.value());
        put.setString(first + 1, before == null ? null : before.json());
        put.setString(first + 2, visit.latest().json());
        put.setTimestamp(first + 3, Timestamp.from(visit.kept()));
        return first + 4;
    }

    /** Writes down what still is to be. */
    @Override
    public void close() {
        writer.close();
    }
}
