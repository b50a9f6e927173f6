package acorde.finding;

import acorde.offices.Person;
import acorde.postgres.Type;
import java.util.List;

/** Questions that people saved under a name. Each sees their own, and nobody else's. Safe for any thread. */
public final class Views {
    /** Views of one person: a list they can look through. */
    public static final int MOST = 50;

    public static final int NAME = 80;

    /** Characters of what is asked. */
    public static final int ASKED = 2_000;

    private final Records records;

    /** @param asked the question with its filters, as the page that asks it wrote them */
    public record View(long id, String name, String asked) {}

    /** What became of a view that was to be saved. */
    public enum Saved {
        DONE,
        /** It needs a name of at most {@link #NAME} characters, and a question of at most {@link #ASKED}. */
        UNNAMED,
        TOO_MANY
    }

    Views(Records records) {
        this.records = records;
    }

    /** Those of a person, by their names. */
    public List<View> of(Person.Id person) {
        return records.reading()
                .sql("select id, name, asked from finding.view where person = ? order by name, id limit ?")
                .params(person.value(), MOST)
                .query((row, number) -> new View(row.getLong("id"), row.getString("name"), row.getString("asked")))
                .list();
    }

    /** Saves a view; one of the same name is replaced. */
    public Saved save(Person.Id person, String name, String asked) {
        var kept = name.strip();
        if (kept.isEmpty() || kept.length() > NAME || asked.length() > ASKED || !Type.holds(kept + asked))
            return Saved.UNNAMED;
        return records.changing(jdbc -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('finding.view'), ?)")
                    .param((int) person.value())
                    .query((row, number) -> number)
                    .list();
            var others = jdbc.sql("select count(*) from finding.view where person = ? and name <> ?")
                    .params(person.value(), kept)
                    .query(Integer.class)
                    .single();
            if (others >= MOST) return Saved.TOO_MANY;
            jdbc.sql("insert into finding.view (person, name, asked) values (?, ?, ?)"
                            + " on conflict (person, name) do update set asked = excluded.asked")
                    .params(person.value(), kept, asked)
                    .update();
            return Saved.DONE;
        });
    }

    /** Removes a view of theirs; another's is not theirs to remove, and nothing happens. */
    public void remove(Person.Id person, long view) {
        records.changing(jdbc -> jdbc.sql("delete from finding.view where person = ? and id = ?")
                .params(person.value(), view)
                .update());
    }
}
