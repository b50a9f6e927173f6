package acorde.finding;

import acorde.acts.ActId;
import acorde.offices.Person;
import acorde.trust.PartyCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the logs went when somebody was last here. A visit ends when its person has not been seen for as long as an idle session lasts.
 * Safe for any thread.
 */
public final class Visits {
    /** People who are remembered; the one not seen for longest is forgotten. */
    static final int MOST = 4_096;

    private static final Duration BREAK = Duration.ofMinutes(30);

    /** How much of a visit may be lost with the machine. */
    private static final Duration KEPT_EVERY = Duration.ofMinutes(1);

    private final DataSource records;
    private final Map<Person.Id, Visit> visits = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Person.Id, Visit> eldest) {
            return size() > MOST;
        }
    };

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

    Visits(DataSource records) {
        this.records = records;
    }

    /** Notes that somebody is here now. @return the end of the visit before this one; null at the first */
    public synchronized @Nullable Mark come(Person.Id person, Mark now) {
        var known = visits.get(person);
        var last = known == null ? stored(person) : known;
        if (last == null) return kept(person, new Visit(null, now, now.at()));
        if (!now.at().isBefore(last.latest().at().plus(BREAK)))
            return kept(person, new Visit(last.latest(), now, now.at()));
        if (!now.at().isBefore(last.kept().plus(KEPT_EVERY)))
            return kept(person, new Visit(last.before(), now, now.at()));
        visits.put(person, new Visit(last.before(), now, last.kept()));
        return last.before();
    }

    private @Nullable Mark kept(Person.Id person, Visit visit) {
        visits.put(person, visit);
        store(person, visit);
        return visit.before();
    }

    private @Nullable Visit stored(Person.Id person) {
        try (var connection = records.getConnection();
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

    private void store(Person.Id person, Visit visit) {
        try (var connection = records.getConnection()) {
            connection.setReadOnly(false); // these readers only look, unless told otherwise
            write(connection, person, visit);
        } catch (SQLException e) {
            throw new IllegalStateException("a visit cannot be kept", e);
        }
    }

    private static void write(Connection connection, Person.Id person, Visit visit) throws SQLException {
        var before = visit.before();
        try (var put = connection.prepareStatement("insert into finding.visit (person, before, latest, at)"
                        + " values (?, ?::jsonb, ?::jsonb, ?) on conflict (person) do update"
                        + " set before = excluded.before, latest = excluded.latest, at = excluded.at");
                var forget = connection.prepareStatement("delete from finding.visit where person in"
                        + " (select person from finding.visit order by at desc offset " + MOST + ")")) {
            put.setLong(1, person.value());
            put.setString(2, before == null ? null : before.json());
            put.setString(3, visit.latest().json());
            put.setTimestamp(4, Timestamp.from(visit.kept()));
            put.executeUpdate();
            forget.executeUpdate();
        }
    }
}
