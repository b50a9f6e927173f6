package acorde.offices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether alerts of this node are real. They belong to an exercise until two persons say otherwise (CA-7); one alone says that they do so again.
 * Safe for any thread.
 */
public final class AlertSwitch {
    /** How long the first waits for the second: a whole round of shifts, and no longer, so that a word nobody remembers does not count. */
    static final Duration WAITS = Duration.ofDays(1);

    private final Books books;

    AlertSwitch(Books books) {
        this.books = books;
    }

    /** Where it stands. */
    public sealed interface Stands {
        record Exercise() implements Stands {}

        /** One person said that they are real, and another is still to say so. */
        record Asked(Person.Id by, Instant at) implements Stands {}

        record Real(Instant since) implements Stands {}
    }

    public Stands stands() {
        return atNow(
                stands(books.reading()).orElseGet(Stands.Exercise::new),
                books.clock().instant());
    }

    public boolean isReal() {
        return stands() instanceof Stands.Real;
    }

    /**
     * Somebody says that alerts are real.
     *
     * @param read whether it stands as they read it: the second word is never said by who meant the first
     */
    public Change<Stands> turnOn(Officer officer, Predicate<Stands> read) {
        var now = books.clock().instant();
        return books.change(() -> {
            var before = stands(books.writing()).orElseGet(Stands.Exercise::new);
            if (!read.test(atNow(before, now))) return Change.declined(Rule.ALERTS_MOVED);
            var change = turnedOn(before, officer.person(), now);
            if (change instanceof Change.Done<Stands>(var after) && !after.equals(before)) {
                keep(after);
                var what = after instanceof Stands.Real ? "alerts-real" : "alerts-real-asked";
                books.journal().writeHere(JournalLine.of(what, officer));
            }
            return change;
        });
    }

    /** Somebody says that they belong to an exercise again. */
    public Change<Stands> turnOff(Officer officer) {
        return books.change(() -> {
            var exercise = new Stands.Exercise();
            if (stands(books.writing()).isPresent())
                books.journal().writeHere(JournalLine.of("alerts-exercise", officer));
            keep(exercise);
            return new Change.Done<>(exercise);
        });
    }

    private static Stands atNow(Stands stands, Instant now) {
        return stands instanceof Stands.Asked(var _, var at) && now.isAfter(at.plus(WAITS))
                ? new Stands.Exercise()
                : stands;
    }

    static Change<Stands> turnedOn(Stands before, Person.Id who, Instant now) {
        return switch (atNow(before, now)) {
            case Stands.Exercise _ -> new Change.Done<>(new Stands.Asked(who, now));
            case Stands.Asked(var by, var _) when by.equals(who) -> Change.declined(Rule.SECOND_PERSON);
            case Stands.Asked _ -> new Change.Done<>(new Stands.Real(now));
            case Stands.Real real -> new Change.Done<>(real);
        };
    }

    private static Optional<Stands> stands(JdbcClient jdbc) {
        return jdbc.sql("select person, at from offices.real_alerts")
                .query((row, number) -> {
                    var at = Instant.ofEpochMilli(row.getLong("at"));
                    var person = row.getLong("person");
                    return row.wasNull() ? new Stands.Real(at) : (Stands) new Stands.Asked(new Person.Id(person), at);
                })
                .optional();
    }

    private void keep(Stands stands) {
        var jdbc = books.writing();
        jdbc.sql("delete from offices.real_alerts").update();
        switch (stands) {
            case Stands.Exercise _ -> {}
            case Stands.Asked(var by, var at) ->
                jdbc.sql("insert into offices.real_alerts (person, at) values (?, ?)")
                        .params(by.value(), at.toEpochMilli())
                        .update();
            case Stands.Real(var since) ->
                jdbc.sql("insert into offices.real_alerts (person, at) values (null, ?)")
                        .param(since.toEpochMilli())
                        .update();
        }
    }
}
