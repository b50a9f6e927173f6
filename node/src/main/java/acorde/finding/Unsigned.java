package acorde.finding;

import acorde.acts.ActId;
import acorde.acts.Routine;
import acorde.offices.Person;
import acorde.postgres.Type;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people have begun to write and not signed. Each sees their own, and nobody else's; it never leaves the node. Safe for any thread.
 */
public final class Unsigned implements AutoCloseable {
    /** Forms of one person: of more, those that were left longest go. */
    public static final int MOST = 20;

    /** Characters of one form as it is kept: the longest texts in both languages, and room for the rest. */
    public static final int LONGEST = 1_000_000;

    /** What nobody goes on with is taken away. */
    public static final Duration KEPT = Duration.ofDays(60);

    /** How long it is remembered that a form is over: no page is open for longer, for no session lasts so long. */
    static final Duration OVER = Duration.ofDays(1);

    /** The field in which an answer names what it answers, by the act that carries it; the table reads it out of each form by this name. */
    public static final String ANSWERED = "request";

    private static final Duration SWEEP = Duration.ofHours(1);
    private static final int NAME = 60;
    private static final int TITLE = 300;

    /** In one language or the first of two; none where PostgreSQL could not hold it. */
    private static final String TITLED = "case when position('\\u0000' in fields) > 0 then '' else left(coalesce("
            + "nullif(fields::json #>> '{title,0}', ''), nullif(fields::json #>> '{titleEs,0}', ''),"
            + " nullif(fields::json #>> '{titleEn,0}', ''), nullif(fields::json #>> '{title-es,0}', ''),"
            + " nullif(fields::json #>> '{title-en,0}', ''), nullif(fields::json #>> '{name-es,0}', ''),"
            + " fields::json #>> '{name-en,0}', ''), " + TITLE + ") end as title";

    private final Records records;
    private final Clock clock;
    private @Nullable Routine sweeping;

    /** @param fields of the form, each with its values */
    public record Form(Map<String, List<String>> fields, Instant at) {
        public Form {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * A form that was left.
     *
     * @param title what was typed as its title, {@value #TITLE} characters at most; may be empty
     * @param answers what it answers; null if nothing
     */
    public record Left(String form, String title, @Nullable ActId answers, Instant at) {}

    /** What became of a form that was to be kept. */
    public enum Keeping {
        DONE,
        TOO_LONG,
        /** It was signed or dropped after its page was drawn, and nobody asked for it to be kept: it came by itself. */
        OVER
    }

    Unsigned(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** @param form which form it is, and of what */
    public Optional<Form> of(Person.Id person, String form, Instant now) {
        return records.reading()
                .sql("select fields, at from finding.begun where person = ? and form = ? and at > ?"
                        + " and fields is not null")
                .params(person.value(), form, Timestamp.from(now.minus(KEPT)))
                .query((row, number) -> new Form(
                        JsonMapper.shared().readValue(row.getString("fields"), new TypeReference<>() {}),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /** Those of a person whose names begin so, the one left last before the others. */
    public List<Left> left(Person.Id person, String beginning, Instant now) {
        return records.reading()
                .sql("select form, at, answers, " + TITLED
                        + " from finding.begun where person = ? and starts_with(form, ?) and at > ?"
                        + " and fields is not null order by at desc, form limit ?")
                .params(person.value(), beginning, Timestamp.from(now.minus(KEPT)), MOST)
                .query((row, number) -> new Left(
                        row.getString("form"),
                        row.getString("title"),
                        Optional.ofNullable(row.getString("answers"))
                                .flatMap(Key::act)
                                .orElse(null),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /**
     * Keeps a form as it stands, in the place of how it stood.
     *
     * @param since when the page was drawn that sends it by itself; null if its writer asks for it
     */
    public Keeping keep(Person.Id person, String form, Form written, @Nullable Instant since) { // whose, and what
        var kept = JsonMapper.shared().writeValueAsString(new TreeMap<>(written.fields()));
        if (form.length() > NAME || kept.length() > LONGEST || !Type.holds(form + kept)) return Keeping.TOO_LONG;
        var at = Timestamp.from(written.at());
        return records.changing(jdbc -> {
            var done = jdbc.sql("insert into finding.begun as kept (person, form, fields, at) values (?, ?, ?, ?)"
                            + " on conflict (person, form) do update set fields = excluded.fields, at = excluded.at"
                            + " where kept.fields is not null or kept.at < ?")
                    .params(
                            person.value(),
                            form,
                            kept,
                            at,
                            Timestamp.from(since == null ? written.at().plusMillis(1) : since))
                    .update();
            tidy(jdbc, person);
            return done == 0 ? Keeping.OVER : Keeping.DONE;
        });
    }

    /** Forgets a form of theirs: it was signed, or is begun anew. */
    public void drop(Person.Id person, String form, Instant now) {
        records.changing(jdbc -> {
            jdbc.sql("insert into finding.begun (person, form, at) values (?, ?, ?)"
                            + " on conflict (person, form) do update set fields = null, at = excluded.at")
                    .params(person.value(), form, Timestamp.from(now))
                    .update();
            return tidy(jdbc, person);
        });
    }

    /**
     * Forgets whatever anybody began to answer to what was taken back: it may repeat it. Pages that are open bring nothing of it back by themselves.
     *
     * @param gone which of these were
     */
    public void forgetAnswers(UnaryOperator<Set<ActId>> gone) {
        var answered = records
                .reading()
                .sql("select distinct answers from finding.begun where answers is not null")
                .query((row, number) -> Key.act(row.getString("answers")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        if (answered.isEmpty()) return;
        var forgotten = gone.apply(answered).stream().map(ActId::toString).toArray(String[]::new);
        if (forgotten.length == 0) return;
        records.changing(jdbc -> jdbc.sql("update finding.begun set fields = null, at = ? where answers = any(?)")
                .params(Timestamp.from(clock.instant()), forgotten)
                .update());
    }

    /** Of those that are kept, and of those that are over, as many as one person has. */
    private static int tidy(JdbcClient jdbc, Person.Id person) {
        return jdbc.sql("delete from finding.begun where person = ? and form in (select form from (select form,"
                        + " row_number() over (partition by fields is null order by at desc, form) as place"
                        + " from finding.begun where person = ?) as placed where place > ?)")
                .params(person.value(), person.value(), MOST)
                .update();
    }

    /** Takes away what nobody goes on with. @return how many */
    int sweep() {
        var now = clock.instant();
        return records.changing(
                jdbc -> jdbc.sql("delete from finding.begun where at <= ? or fields is null and at <= ?")
                        .params(Timestamp.from(now.minus(KEPT)), Timestamp.from(now.minus(OVER)))
                        .update());
    }

    /** Sweeps from now on, in a thread of its own: nobody may come here for long. */
    void sweeping() {
        sweeping = Routine.start("unsigned", Routine.after(SWEEP), this::sweep);
    }

    @Override
    public void close() {
        if (sweeping != null) sweeping.close();
    }
}
