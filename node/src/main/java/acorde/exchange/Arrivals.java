package acorde.exchange;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.offices.OfficeCode;
import acorde.postgres.Keyed;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives what is exchanged its place in the order for programs, once it is there for readers: what waits for what comes before it in its log, or is
 * dated ahead, gets a place when it no longer does. What is renewed gets a new one; what was taken away and is given up, one that says so.
 */
record Arrivals(Acts acts, Place place, ArrivalRows rows) {
    /** Acts looked at in one transaction. */
    private static final int PART = 500;

    /** µs at most between two things that came together: so many that they tell little, and so few that no time runs far ahead of the clock. */
    static final int APART = 1_024;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** After which it is looked again whether what came before is here. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** @param names how programs call what an act carries */
    record Place(Postgres postgres, Lease lease, Function<ActId, UUID> names) {}

    static Arrivals of(Acts acts, Place place) {
        return new Arrivals(acts, place, ArrivalRows.of(place.postgres().readers()));
    }

    /**
     * Looks at these, and at a part of all else that came, changed or went since.
     *
     * @param first what orders to give up wait for, however much came
     * @return whether there is more
     */
    boolean takeIn(Instant now, Set<ActId> first) {
        var gone = rows.unlisted(first);
        if (!gone.isEmpty()) writing(jdbc -> new Part(jdbc, now).takeIn(gone));
        if (!rows.isDue(now))
            return false; // after most commits: a transaction of its own would cost each of them as much again
        return writing(jdbc -> new Part(jdbc, now).takeIn()) == PART;
    }

    private <T> T writing(Function<JdbcClient, T> work) {
        return place.lease().writing(place.postgres(), work);
    }

    /**
     * Remembers, before an office's programs are handed these, that they took them away.
     *
     * @return the acts of those that still stood once that was durable: whatever gives them up from then on finds it, and the office is told
     */
    Set<ActId> taken(OfficeCode office, Collection<Item> items) {
        var said = items.stream()
                .collect(Collectors.toMap(Item::act, item -> item.at().toEpochMilli()));
        if (said.isEmpty()) return Set.of();
        var fresh = new HashMap<>(said);
        fresh.keySet().removeAll(rows.taken(office.value(), said.keySet()));
        if (!fresh.isEmpty())
            writing(jdbc -> jdbc.sql("insert into exchange.taken select act, ?, said from unnest(?, ?) as t (act, said)"
                            + " on conflict do nothing")
                    .params(
                            office.value(),
                            texts(fresh.keySet()),
                            fresh.values().toArray(Long[]::new))
                    .update());
        return new ExchangeRows(rows.jdbc()).standing(said.keySet());
    }

    /**
     * Forgets what was remembered and then not handed out, because it was given up in between. What was handed out stood when that was remembered, so
     * it has its place in the order until its office is told: this touches none of it.
     */
    void forgetUnhanded() {
        writing(jdbc -> jdbc.sql("delete from exchange.taken t"
                        + " where not exists (select from exchange.item i where i.act = t.act)"
                        + " and not exists (select from exchange.arrival a where a.act = t.act and a.gone is null)")
                .update());
    }

    private static String[] texts(Collection<?> all) {
        return all.stream().map(Object::toString).toArray(String[]::new);
    }

    /** One transaction. It takes acts off the list of what is to be looked at before it reads them: what changes meanwhile stands there again. */
    private final class Part {
        private final JdbcClient jdbc;
        private final Instant now;
        private final Map<ActId, Long> later = new HashMap<>();
        private final List<Row> placed = new ArrayList<>();

        private record Row(
                String list,
                String office,
                Listed.Place place,
                String renewed,
                @Nullable Long gone) {} // as the columns

        Part(JdbcClient jdbc, Instant now) {
            this.jdbc = jdbc;
            this.now = now;
        }

        /** What has waited longest. @return how many were looked at */
        int takeIn() {
            return lookAt(
                    "act in (select act from exchange.unlisted where due <= ? order by came limit ?)",
                    now.toEpochMilli(),
                    PART);
        }

        int takeIn(Collection<ActId> these) {
            return lookAt("act = any(?)", (Object) texts(these));
        }

        private int lookAt(String which, Object... parameters) {
            var due = new ArrayList<>(jdbc.sql("delete from exchange.unlisted where " + which + " returning act")
                    .params(parameters)
                    .query((row, _) -> ActId.parse(row.getString("act")))
                    .list());
            if (due.isEmpty()) return 0;
            var items = items(due);
            due.sort(Comparator.comparing((ActId act) -> said(items.get(act))).thenComparing(act -> act));
            var before = before(due);
            var fresh = items.entrySet().stream()
                    .filter(each -> isNew(each.getKey(), each.getValue(), before.get(each.getKey())))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            var gone = new HashSet<>(before.keySet());
            gone.removeAll(items.keySet());
            var places = places(fresh.size() + gone.size());
            for (var act : due) {
                if (fresh.contains(act)) list(act, items.get(act), places.next());
                if (gone.contains(act)) farewell(act, places.next());
            }
            var changed = new HashSet<>(fresh);
            changed.addAll(gone);
            jdbc.sql("delete from exchange.arrival where act = any(?)")
                    .param(texts(changed))
                    .update();
            jdbc.sql("delete from exchange.taken where act = any(?)")
                    .param(texts(gone))
                    .update();
            write();
            return due.size();
        }

        private static long said(ExchangeRows.@Nullable Carried row) {
            return row == null ? 0 : row.said();
        }

        private Map<ActId, ExchangeRows.Carried> items(List<ActId> due) {
            return jdbc
                    .sql("select * from exchange.item where act = any(?)")
                    .param(texts(due))
                    .query((row, _) -> ExchangeRows.ITEM.keyed(row))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Keyed::key, Keyed::row));
        }

        /** Of those that have a place, the act that had renewed them by then. */
        private Map<ActId, String> before(List<ActId> due) {
            var before = new HashMap<ActId, String>();
            jdbc.sql("select distinct act, renewed from exchange.arrival where gone is null and act = any(?)")
                    .param(texts(due))
                    .query((row, _) -> before.put(ActId.parse(row.getString("act")), row.getString("renewed")))
                    .list();
            return before;
        }

        private boolean isNew(ActId act, ExchangeRows.Carried row, @Nullable String before) {
            var self = acts.self();
            var ours = row.holder().isEmpty()
                    ? row.provider().equals(self)
                    : row.holder().equals(self.value());
            if (!ours || row.renewed().equals(before) || isHidden(act, row)) return false;
            if (row.said() > now.toEpochMilli()) later.put(act, row.said());
            else if (!acts.isSettled(act)) later.put(act, now.plus(AGAIN).toEpochMilli());
            else return true;
            return false;
        }

        /** By the core alone: nothing lets that be found here ever, so that no page, count or time can tell of it (AS-1). */
        private boolean isHidden(ActId act, ExchangeRows.Carried row) {
            return Releasing.isHidden(Item.outline(act, row), acts.self());
        }

        /** So many, each by chance a little behind the one before: how far two are apart hardly tells how many are between them. */
        private Iterator<Long> places(int many) {
            var steps = RANDOM.longs(many, 1, APART + 1).toArray();
            Arrays.parallelPrefix(steps, Long::sum);
            var length = many == 0 ? 0 : steps[many - 1];
            var from = jdbc.sql("update exchange.arrived set last = greatest(last, ?) + ? returning last - ?")
                    .params(micros(now), length, length)
                    .query(Long.class)
                    .single();
            return Arrays.stream(steps).map(step -> from + step).iterator();
        }

        private static long micros(Instant time) {
            return Math.multiplyExact(time.getEpochSecond(), 1_000_000L) + time.getNano() / 1_000;
        }

        private void list(ActId act, ExchangeRows.@Nullable Carried row, long added) {
            if (row == null) return;
            var at = new Listed.Place(act, place.names().apply(act), added);
            var way = row.holder().isEmpty() ? Mailbox.Way.SENT : Mailbox.Way.RECEIVED;
            for (var area : Item.outline(act, row).report().terms().purposes())
                placed.add(new Row(ArrivalRows.list(way, area), "", at, row.renewed(), null));
        }

        /** Each office whose programs took it away is told in the lists in which it was. */
        private void farewell(ActId act, long added) {
            var at = new Listed.Place(act, place.names().apply(act), added);
            jdbc.sql(
                            "select distinct a.list, t.office, t.said from exchange.arrival a join exchange.taken t using (act)"
                                    + " where act = ?")
                    .param(act.toString())
                    .query((row, _) -> placed.add(
                            new Row(row.getString("list"), row.getString("office"), at, "", row.getLong("said"))))
                    .list();
        }

        private void write() {
            jdbc.sql("insert into exchange.unlisted (act, due) select * from unnest(?, ?) on conflict do nothing")
                    .params(texts(later.keySet()), later.values().toArray(Long[]::new))
                    .update();
            jdbc.sql("insert into exchange.arrival (list, office, added, act, name, renewed, gone)"
                            + " select * from unnest(?, ?, ?, ?, ?::text[]::uuid[], ?, ?)")
                    .params(
                            column(Row::list, new String[0]),
                            column(Row::office, new String[0]),
                            column(row -> row.place().added(), new Long[0]),
                            column(row -> row.place().act().toString(), new String[0]),
                            column(row -> row.place().name().toString(), new String[0]),
                            column(Row::renewed, new String[0]),
                            column(Row::gone, new Long[0]))
                    .update();
        }

        private <T> T[] column(Function<Row, ? extends @Nullable T> value, T[] kind) {
            return placed.stream().map(value).toList().toArray(kind);
        }
    }
}
