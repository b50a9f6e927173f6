package acorde.notices;

import acorde.offices.Person;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The tables of notices. What is written is written in one transaction that holds the lease. */
final class NoticesRows {
    private static final String KEPT = "select * from notices.subscription where person = ? and address is not null";

    private final Postgres postgres;
    private final Lease lease;
    private final JdbcClient reading;

    NoticesRows(Postgres postgres, Lease lease, DataSource readers) {
        this.postgres = postgres;
        this.lease = lease;
        this.reading = JdbcClient.create(readers);
    }

    /** A subscription with what is not shown of it. */
    record Kept(
            Subscription shown,
            @Nullable Hash code,
            @Nullable Instant codeUntil,
            int codeTries,
            @Nullable LocalDate day) {} // a row

    Optional<Kept> kept(Person.Id person) {
        return one(reading.sql(KEPT), person);
    }

    /** The same, which nobody else changes until the transaction ends. */
    static Optional<Kept> held(JdbcClient in, Person.Id person) {
        return one(in.sql(KEPT + " for update"), person);
    }

    private static Optional<Kept> one(JdbcClient.StatementSpec asked, Person.Id person) {
        return asked.param(person.value()).query(NoticesRows::kept).optional();
    }

    List<Kept> all() {
        return reading.sql("select * from notices.subscription where address is not null order by person")
                .query(NoticesRows::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var code = row.getBytes("code");
        return new Kept(
                subscription(row),
                code == null ? null : Hash.of(code),
                instant(row, "code_until"),
                row.getInt("code_tries"),
                row.getObject("day", LocalDate.class));
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                new Person.Id(row.getLong("person")),
                new Address(row.getString("address")),
                row.getBoolean("confirmed"),
                Pace.valueOf(row.getString("pace")),
                row.getString("language"),
                row.getString("off"),
                instant(row, "written"),
                instant(row, "lost"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    Set<String> told(Person.Id person) {
        return new HashSet<>(reading.sql("select key from notices.told where person = ?")
                .param(person.value())
                .query(String.class)
                .list());
    }

    /** Who has a letter of notices in the queue. */
    Set<Long> awaiting() {
        return new HashSet<>(reading.sql("select person from notices.letter where code is null")
                .query(Long.class)
                .list());
    }

    /** The letters whose turn has come, the oldest first. */
    List<UUID> due(Instant now, int most) {
        return reading.sql("select l.id from notices.letter l join notices.subscription s using (person)"
                        + " where l.next <= ? and s.address is not null order by l.next, l.id limit ?")
                .params(Timestamp.from(now), most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** A letter and whom it is for, as they are now; empty if it is no longer to be sent. */
    Optional<Letter> waiting(UUID id) {
        return reading.sql("select l.id, l.code as letter_code, l.lines, l.more, l.tries, s.*"
                        + " from notices.letter l join notices.subscription s using (person)"
                        + " where l.id = ? and s.address is not null")
                .param(id)
                .query((row, number) -> letter(row))
                .optional();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        var lines = new ArrayList<Letter.Line>();
        for (var line : JsonMapper.shared().readTree(row.getString("lines")))
            lines.add(new Letter.Line(
                    line.path(0).asString(),
                    line.path(1).asString(),
                    line.path(2).asString(),
                    line.path(3).asString()));
        return new Letter(
                row.getObject("id", UUID.class),
                subscription(row),
                lines,
                row.getInt("more"),
                row.getString("letter_code"),
                row.getInt("tries"));
    }

    /** Does what is asked in one transaction, if this process may write. */
    <T> T writing(Function<JdbcClient, T> change) {
        return lease.writing(postgres, change);
    }

    /**
     * A code for an address.
     *
     * @param until when it ends
     * @param day on which it is counted
     * @param most codes of one day
     */
    record Offer(String code, Instant until, LocalDate day, int most) {}

    /** Keeps an address, not confirmed, with its code. @return false if there were as many codes that day as there may be */
    static boolean offered(JdbcClient in, Subscription to, Offer offer) {
        var kept = in.sql("""
                        insert into notices.subscription as kept
                          (person, address, language, off, code, code_until, codes, code_day)
                        values (?, ?, ?, ?, ?, ?, 1, ?) on conflict (person) do update set address = excluded.address,
                          confirmed = false, pace = 'OFF', language = excluded.language, off = excluded.off,
                          code = excluded.code, code_until = excluded.code_until, code_tries = 0, lost = null,
                          codes = case when kept.code_day = excluded.code_day then kept.codes + 1 else 1 end,
                          code_day = excluded.code_day
                        where kept.code_day is distinct from excluded.code_day or kept.codes < ?""")
                .param(to.person().value())
                .param(to.address().text())
                .param(to.language())
                .param(to.off())
                .param(hash(offer.code()))
                .param(Timestamp.from(offer.until()))
                .param(offer.day())
                .param(offer.most())
                .update();
        return kept > 0;
    }

    /** Counts a code that was typed. @param fits whether it is the one */
    static void typed(JdbcClient in, Person.Id person, boolean fits) {
        in.sql(
                        fits
                                ? "update notices.subscription set confirmed = true, code = null, pace = 'AT_ONCE' where person = ?"
                                : "update notices.subscription set code_tries = code_tries + 1 where person = ?")
                .param(person.value())
                .update();
    }

    static void choose(JdbcClient in, Person.Id person, Pace pace, String language) {
        in.sql("update notices.subscription set pace = ?, language = ? where person = ?")
                .params(pace.name(), language, person.value())
                .update();
    }

    static void turnOff(JdbcClient in, Person.Id person) {
        in.sql("update notices.subscription set pace = 'OFF' where person = ?")
                .param(person.value())
                .update();
    }

    /** All but how many codes were sent today. */
    static void forget(JdbcClient in, Person.Id person) {
        in.sql("delete from notices.letter where person = ?")
                .param(person.value())
                .update();
        in.sql("delete from notices.told where person = ?")
                .param(person.value())
                .update();
        in.sql("update notices.subscription set address = null, confirmed = false, pace = 'OFF', off = '',"
                        + " code = null, written = null, day = null, lost = null where person = ?")
                .param(person.value())
                .update();
    }

    /** That a letter of notices was written. */
    static void wrote(JdbcClient in, Person.Id person, Instant now, LocalDate day) {
        in.sql("update notices.subscription set written = ?, day = ? where person = ?")
                .params(Timestamp.from(now), day, person.value())
                .update();
    }

    /** What became of a letter at that time. */
    static void became(JdbcClient in, Letter letter, Fate fate, Instant now) {
        switch (fate) {
            case Fate.Arrived _ -> arrived(in, letter);
            case Fate.Waits(var next) ->
                in.sql("update notices.letter set tries = tries + 1, next = ? where id = ?")
                        .params(Timestamp.from(next), letter.id())
                        .update();
            case Fate.Lost(var again) -> lose(in, letter, now, again);
        }
    }

    static void put(JdbcClient in, Letter letter, Instant next) {
        in.sql("insert into notices.letter (id, person, code, lines, more, next) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (person, (code is null)) do update set id = excluded.id, code = excluded.code,"
                        + " lines = excluded.lines, more = excluded.more, tries = 0, next = excluded.next")
                .param(letter.id())
                .param(letter.to().person().value())
                .param(letter.code())
                .param(json(letter.lines()))
                .param(letter.more())
                .param(Timestamp.from(next))
                .update();
    }

    private static String json(List<Letter.Line> lines) {
        var all = JsonMapper.shared().createArrayNode();
        for (var line : lines)
            all.addArray().add(line.what()).add(line.mark()).add(line.kind()).add(line.name());
        return all.toString();
    }

    static void tell(JdbcClient in, Letter by, Collection<Notice> fresh) {
        in.sql("insert into notices.told (person, key, letter) select ?, unnest(?), ? on conflict do nothing")
                .param(by.to().person().value())
                .param(fresh.stream().map(Notice::key).toArray(String[]::new))
                .param(by.id())
                .update();
    }

    /** The server has it: what it tells is told. */
    private static void arrived(JdbcClient in, Letter letter) {
        taken(in, letter);
        in.sql("update notices.told set letter = null where letter = ?")
                .param(letter.id())
                .update();
    }

    private static int taken(JdbcClient in, Letter letter) {
        return in.sql("delete from notices.letter where id = ?")
                .param(letter.id())
                .update();
    }

    /** It is not sent; should there be another, that one tells what this was to tell. @return 0 if it was gone already */
    static int drop(JdbcClient in, Letter letter) {
        in.sql("delete from notices.told where letter = ?").param(letter.id()).update();
        return taken(in, letter);
    }

    /** Given up, and its reader is shown that. @param again whether another letter may fare better */
    private static void lose(JdbcClient in, Letter letter, Instant now, boolean again) { // which, and when
        if ((again ? drop(in, letter) : taken(in, letter)) == 0) return;
        in.sql("update notices.subscription set lost = ? where person = ?")
                .params(Timestamp.from(now), letter.to().person().value())
                .update();
    }

    /** All that waits for somebody is dropped, and what no server took is told again too. */
    static int withdraw(JdbcClient in, Person.Id person) {
        in.sql("delete from notices.told where person = ? and letter is not null")
                .param(person.value())
                .update();
        return in.sql("delete from notices.letter where person = ?")
                .param(person.value())
                .update();
    }

    static void forget(JdbcClient in, Person.Id person, Set<String> over) {
        in.sql("delete from notices.told where person = ? and key = any(?)")
                .param(person.value())
                .param(over.toArray(String[]::new))
                .update();
    }

    static byte[] hash(String code) {
        return Hash.sha256(code.getBytes(StandardCharsets.US_ASCII)).bytes();
    }
}
