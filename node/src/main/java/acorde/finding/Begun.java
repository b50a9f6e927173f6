package acorde.finding;

import acorde.offices.Person;
import acorde.postgres.Type;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people have begun to write and not signed. Each sees their own, and nobody else's; it never leaves the node. Safe for any thread.
 */
public final class Begun {
    /** Forms of one person: of more, those that were left longest go. */
    public static final int MOST = 20;

    /** Characters of one form as it is kept: the longest texts in both languages, and room for the rest. */
    public static final int LONGEST = 1_000_000;

    /** What nobody goes on with is taken away. */
    public static final Duration KEPT = Duration.ofDays(60);

    private static final int NAME = 60;

    private final DataSource records;

    /** @param fields of the form, each with its values */
    public record Text(Map<String, List<String>> fields, Instant at) {
        public Text {
            fields = Map.copyOf(fields);
        }
    }

    Begun(DataSource records) {
        this.records = records;
    }

    /** @param form which form it is, and of what */
    public Optional<Text> of(Person.Id person, String form, Instant now) {
        return JdbcClient.create(records)
                .sql("select fields, at from finding.begun where person = ? and form = ? and at > ?")
                .params(person.value(), form, Timestamp.from(now.minus(KEPT)))
                .query((row, number) -> new Text(
                        JsonMapper.shared().readValue(row.getString("fields"), new TypeReference<>() {}),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /** Keeps a form as it stands, in the place of how it stood. @return false if it is too long to be kept */
    public boolean keep(
            Person.Id person, String form, Map<String, List<String>> fields, Instant now) { // whose, and what
        var kept = JsonMapper.shared().writeValueAsString(new TreeMap<>(fields));
        if (form.length() > NAME || kept.length() > LONGEST || !Type.holds(form + kept)) return false;
        changing(jdbc -> {
            jdbc.sql("insert into finding.begun (person, form, fields, at) values (?, ?, ?, ?)"
                            + " on conflict (person, form) do update set fields = excluded.fields, at = excluded.at")
                    .params(person.value(), form, kept, Timestamp.from(now))
                    .update();
            jdbc.sql("delete from finding.begun where at <= ?")
                    .param(Timestamp.from(now.minus(KEPT)))
                    .update();
            jdbc.sql("delete from finding.begun where person = ? and form in (select form from finding.begun"
                            + " where person = ? order by at desc, form offset ?)")
                    .params(person.value(), person.value(), MOST)
                    .update();
        });
        return true;
    }

    /** Forgets a form of theirs: it was signed, or is begun anew. */
    public void drop(Person.Id person, String form) {
        changing(jdbc -> jdbc.sql("delete from finding.begun where person = ? and form = ?")
                .params(person.value(), form)
                .update());
    }

    private void changing(java.util.function.Consumer<JdbcClient> change) {
        try {
            Views.changing(records, jdbc -> {
                change.accept(jdbc);
                return true;
            });
        } catch (SQLException e) {
            throw new IllegalStateException("what was begun cannot be kept", e);
        }
    }
}
