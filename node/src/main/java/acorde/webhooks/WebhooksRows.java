package acorde.webhooks;

import acorde.offices.Token;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of webhooks. What is written is written in one transaction that holds the lease. */
record WebhooksRows(Postgres postgres, Lease lease) {
    <T> T writing(Function<JdbcClient, T> change) {
        return lease.writing(postgres, change);
    }

    private JdbcClient reading() {
        return JdbcClient.create(postgres.readers());
    }

    List<Hook> all() {
        return reading()
                .sql("select * from webhooks.hook order by made, id")
                .query(WebhooksRows::hook)
                .list();
    }

    Optional<Hook> find(Hook.Id id) {
        return reading()
                .sql("select * from webhooks.hook where id = ?")
                .param(id.value())
                .query(WebhooksRows::hook)
                .optional();
    }

    private static Hook hook(ResultSet row, int number) throws SQLException {
        var silent = row.getTimestamp("silent");
        return new Hook(
                new Hook.Id(row.getString("id")),
                new Token.Id(row.getString("token")),
                URI.create(row.getString("address")),
                row.getTimestamp("made").toInstant(),
                row.getLong("arrived"),
                row.getInt("tries"),
                row.getTimestamp("next").toInstant(),
                row.getObject("answered", LocalDate.class),
                row.getString("fault"),
                silent == null ? null : silent.toInstant());
    }

    /** Never later than it is: the database would round up to a whole µs, and what is due now would not be yet. */
    private static Timestamp time(Instant instant) {
        return Timestamp.from(instant.truncatedTo(ChronoUnit.MICROS));
    }

    Set<String> told(Hook.Id hook) {
        return new HashSet<>(reading()
                .sql("select key from webhooks.told where hook = ?")
                .param(hook.value())
                .query(String.class)
                .list());
    }

    /** @return false if there are as many as there may be */
    static boolean put(JdbcClient in, Hook hook, int most) {
        return in.sql("insert into webhooks.hook (id, token, address, made, next)"
                                + " select ?, ?, ?, ?, ? where (select count(*) from webhooks.hook) < ?")
                        .params(
                                hook.id().value(),
                                hook.program().value(),
                                hook.address().toString(),
                                time(hook.made()),
                                time(hook.next()),
                                most)
                        .update()
                > 0;
    }

    static boolean remove(JdbcClient in, Hook.Id hook) {
        return in.sql("delete from webhooks.hook where id = ?")
                        .param(hook.value())
                        .update()
                > 0;
    }

    /** It is tried again from now on. */
    static boolean resume(JdbcClient in, Hook.Id hook, Instant now) {
        return in.sql("update webhooks.hook set silent = null, tries = 0, next = ? where id = ?")
                        .params(time(now), hook.value())
                        .update()
                > 0;
    }

    static int forget(JdbcClient in, Hook.Id hook, Set<String> over) {
        return in.sql("delete from webhooks.told where hook = ? and key = any(?)")
                .params(hook.value(), over.toArray(String[]::new))
                .update();
    }

    /** What it told is told. @param keys of that */
    static int arrived(JdbcClient in, Hook.Id hook, Collection<String> keys, LocalDate day) { // what, and when
        in.sql("insert into webhooks.told (hook, key) select id, unnest(?) from webhooks.hook where id = ?"
                        + " on conflict do nothing")
                .params(keys.toArray(String[]::new), hook.value())
                .update();
        return in.sql(
                        "update webhooks.hook set arrived = arrived + 1, tries = 0, fault = '', answered = ? where id = ?")
                .params(day, hook.value())
                .update();
    }

    static int waits(JdbcClient in, Hook.Id hook, Fate.Waits until) {
        return in.sql("update webhooks.hook set tries = tries + 1, next = ?, fault = ? where id = ?")
                .params(time(until.next()), until.fault(), hook.value())
                .update();
    }

    static int silence(JdbcClient in, Hook.Id hook, String fault, Instant now) { // why, and when
        return in.sql("update webhooks.hook set silent = ?, fault = ? where id = ?")
                .params(time(now), fault, hook.value())
                .update();
    }
}
