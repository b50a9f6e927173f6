package acorde.exchange;

import acorde.acts.Routine;
import acorde.offices.Officer;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an office's own systems bring to be sent: it waits until somebody who holds the office looks at it and makes it their own, or drops it. Nothing is
 * sent by itself. What a system brings twice waits once. Safe for any thread.
 */
public record OfficeDrafts(Postgres postgres, Lease lease) {
    /** Waiting, of one office. */
    public static final int MOST = 10_000;

    /** In a list, those that have waited longest. */
    public static final int SHOWN = 30;

    /** What nobody looks at is taken away, and whatever became of it forgotten. */
    public static final Duration KEPT = Duration.ofDays(60);

    /** Bringings of one office that are told of. */
    private static final int STATUSES = 100;

    private static final int TITLE = 300;

    /** @param name made of what its system calls it, and of its version */
    public record Draft(String name, String title, Report report) {}

    /** One that waits. */
    public record Waiting(String name, String title, Instant at) {}

    /**
     * What came of a bringing.
     *
     * @param noRoom the names of those that were not taken in, because so many wait already
     */
    public record Brought(Set<String> noRoom) {
        public Brought {
            noRoom = Set.copyOf(noRoom);
        }
    }

    private <T> T writing(Function<JdbcClient, T> work) {
        return lease.writing(postgres, work);
    }

    /**
     * Takes in what a system brings, durably and in one transaction with what it is told came of it.
     *
     * @param drafts no two of one name
     * @param told what it is told, as JSON, under this id
     */
    public void bring(
            Officer officer, List<Draft> drafts, UUID id, Function<Brought, String> told, Instant now) { // what
        var office = officer.office().value();
        writing(jdbc -> {
            tidy(jdbc, office);
            var names = drafts.stream().map(Draft::name).toArray(String[]::new);
            var known = Set.copyOf(jdbc.sql("select name from exchange.brought where office = ? and name = any(?)")
                    .params(office, names)
                    .query(String.class)
                    .list());
            var waiting = jdbc.sql("select count(*) from exchange.brought where office = ? and report is not null")
                    .param(office)
                    .query(Integer.class)
                    .single();
            var fresh = new ArrayList<>(drafts);
            fresh.removeIf(draft -> known.contains(draft.name()));
            var room = Math.min(fresh.size(), Math.max(0, MOST - waiting));
            insert(jdbc, office, fresh.subList(0, room), now);
            var brought = new Brought(Set.copyOf(
                    fresh.subList(room, fresh.size()).stream().map(Draft::name).toList()));
            return jdbc.sql("insert into exchange.bringing (id, office, at, status) values (?, ?, ?, ?)")
                    .params(id, office, now.toEpochMilli(), told.apply(brought))
                    .update();
        });
    }

    /** Of each office as many bringings as are told of. */
    private static void tidy(JdbcClient jdbc, String office) {
        jdbc.sql("delete from exchange.bringing where office = ? and id in (select id from exchange.bringing"
                        + " where office = ? order by at desc, id offset ?)")
                .params(office, office, STATUSES - 1)
                .update();
    }

    /** Takes away, at the turn of every hour, what nobody looked at in time, of whichever office, until closed. */
    public AutoCloseable sweeping(Clock clock) {
        return Routine.start(
                "office-drafts", Routine.atTurnsOf(Duration.ofHours(1), clock), () -> sweep(clock.instant()));
    }

    void sweep(Instant now) {
        var old = now.minus(KEPT).toEpochMilli();
        writing(jdbc ->
                jdbc.sql("delete from exchange.brought where at < ?").param(old).update()
                        + jdbc.sql("delete from exchange.bringing where at < ?")
                                .param(old)
                                .update());
    }

    private static void insert(JdbcClient jdbc, String office, List<Draft> drafts, Instant now) { // whose, and when
        jdbc.sql("insert into exchange.brought (office, name, at, title, report)"
                        + " select ?, name, ?, title, report from unnest(?, ?, ?) as t (name, title, report)")
                .params(
                        office,
                        now.toEpochMilli(),
                        drafts.stream().map(Draft::name).toArray(String[]::new),
                        drafts.stream().map(OfficeDrafts::title).toArray(String[]::new),
                        drafts.stream()
                                .map(draft -> draft.report().toJson().toString())
                                .toArray(String[]::new))
                .update();
    }

    private static String title(Draft draft) {
        return draft.title().length() > TITLE ? draft.title().substring(0, TITLE) : draft.title();
    }

    /** What an office's systems were told came of a bringing; empty if it is none of its own. */
    public Optional<String> told(Officer officer, UUID id) {
        return reading()
                .sql("select status from exchange.bringing where id = ? and office = ?")
                .params(id, officer.office().value())
                .query(String.class)
                .optional();
    }

    private JdbcClient reading() {
        return JdbcClient.create(postgres.readers());
    }

    /** What waits for an office, the longest first. */
    public List<Waiting> waiting(Officer officer, Instant now) {
        return reading()
                .sql("select name, title, at from exchange.brought where office = ? and report is not null and at >= ?"
                        + " order by at, name limit ?")
                .params(officer.office().value(), now.minus(KEPT).toEpochMilli(), SHOWN)
                .query((row, _) -> new Waiting(
                        row.getString("name"), row.getString("title"), Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    /** One that waits; empty if none does, or for longer than it may. */
    public Optional<Report> find(Officer officer, String name, Instant now) {
        return reading()
                .sql("select report from exchange.brought where office = ? and name = ? and report is not null"
                        + " and at >= ?")
                .params(officer.office().value(), name, now.minus(KEPT).toEpochMilli())
                .query(String.class)
                .optional()
                .flatMap(text -> Report.read(JsonMapper.shared().readTree(text)));
    }

    /** It waits no more, because somebody made it their own or dropped it. @return whether it waited until now */
    public boolean settle(Officer officer, String name) {
        return writing(jdbc -> jdbc.sql(
                                "update exchange.brought set report = null, title = '' where office = ? and name = ?"
                                        + " and report is not null")
                        .params(officer.office().value(), name)
                        .update())
                > 0;
    }
}
