package acorde.acts;

import acorde.postgres.Changes;
import acorde.postgres.Pending;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.postgres.Trip;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.lang.ref.SoftReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The past as the sequencer sees it: the changes of the batch at hand, then of the one being committed, then rows and acts read before, then
 * the database. Used by one thread.
 *
 * <p>Little is kept between batches, and it is bounded, so that a catch-up over a million acts takes no more memory than one over a thousand.
 * What a batch wrote is not kept: whoever needs it next reads it with all else its batch needs, which costs less than to hold, and to have
 * the collector carry about, so many rows and acts that nobody may ask for.
 */
final class Memory implements Past {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    /** Rows kept that were asked for one at a time: what many acts speak of, such as the areas. */
    private static final int ROWS = 1_024;

    private static final int ACTS = 4_096;
    private static final int ACT_BYTES = 8 << 20;

    /** Acts read ahead with one statement, and the longest that is: a large one is read when it is asked for. */
    private static final int READ_AHEAD = 256;

    private static final int READ_AHEAD_BYTES = 32 << 10;

    private final Logs logs;
    private final Connection connection;
    private Changes changes = new Changes();
    private Changes underWay = new Changes();
    private Map<RowKey<?, ?>, Optional<?>> ahead = new HashMap<>();
    private final Rows kept = new Rows();
    private final Acts acts = new Acts();
    private Map<ActId, Act> batch = new HashMap<>();
    private Map<ActId, Act> batchUnderWay = Map.of();
    private Map<ActId, ActId> takenBack = new HashMap<>();
    private Map<ActId, ActId> takenBackUnderWay = Map.of();

    /** @param connection for reading, by itself: another may be committing meanwhile */
    Memory(Logs logs, Connection connection) {
        this.logs = logs;
        this.connection = connection;
    }

    @Override
    public <K, R> Optional<R> row(Table<K, R> table, K key) {
        return switch (pending(table, key)) {
            case Pending.Will<R>(var will) -> Optional.of(will);
            case Pending.Gone<R> _ -> Optional.empty();
            case Pending.Untouched<R> _ -> read(new RowKey<>(table, key));
        };
    }

    @SuppressWarnings("unchecked") // the table fixes the type of its rows
    private <K, R> Optional<R> read(RowKey<K, R> key) {
        var row = ahead.get(key);
        if (row == null) row = kept.find(key);
        return row == null ? fetch(key) : (Optional<R>) row;
    }

    private <K, R> Pending<R> pending(Table<K, R> table, K key) {
        var now = changes.lookup(table, key);
        return now instanceof Pending.Untouched<R> ? underWay.lookup(table, key) : now;
    }

    @Override
    public Optional<Act> act(ActId id) {
        if (isGivenUp(id)) return Optional.empty();
        var now = batch.getOrDefault(id, batchUnderWay.get(id));
        if (now != null) return Optional.of(now);
        var act = acts.get(id);
        return act == null ? fetchAct(id) : act;
    }

    private boolean isGivenUp(ActId id) {
        return !isOurs(id) && (takenBack.containsKey(id) || takenBackUnderWay.containsKey(id));
    }

    boolean isOurs(ActId id) {
        return id.party().equals(logs.self().party());
    }

    private boolean isKnown(ActId id) {
        return batch.containsKey(id) || batchUnderWay.containsKey(id) || acts.containsKey(id);
    }

    private <K, R> boolean isKnown(RowKey<K, R> row) {
        return !(pending(row.table(), row.key()) instanceof Pending.Untouched<R>)
                || ahead.containsKey(row)
                || kept.find(row) != null;
    }

    /** Reads at once what a batch will likely need: the acts its acts depend on, then the rows. */
    void prefetchActs(Collection<ActId> ids) {
        var unknown = new HashMap<PartyCode, List<Long>>();
        var count = 0;
        for (var id : ids) {
            if (isKnown(id)) continue;
            unknown.computeIfAbsent(id.party(), party -> new ArrayList<>()).add(id.index());
            if (++count == ACTS / 2) break; // more would only push each other out
        }
        unknown.forEach((party, indexes) -> {
            for (var from = 0; from < indexes.size(); from += READ_AHEAD)
                prefetchActs(party, indexes.subList(from, Math.min(indexes.size(), from + READ_AHEAD)));
        });
    }

    private void prefetchActs(PartyCode party, List<Long> indexes) {
        if (logs.charter().place(party).isEmpty()) return;
        try {
            logs.entries(party, indexes, READ_AHEAD_BYTES).forEach((index, entry) -> {
                var id = new ActId(party, index);
                acts.put(id, read(id, entry));
            });
        } catch (RuntimeException fault) {
            throw new DatabaseLost(fault);
        }
    }

    void prefetchRows(Collection<RowKey<?, ?>> keys) {
        var unknown = new LinkedHashMap<Table<?, ?>, Set<Object>>();
        for (var key : keys)
            if (!isKnown(key))
                unknown.computeIfAbsent(key.table(), table -> new HashSet<>()).add(key.key());
        if (unknown.isEmpty()) return;
        var trip = new Trip();
        unknown.forEach((table, asked) -> askUnchecked(trip, table, asked));
        try {
            run(trip);
        } catch (IllegalArgumentException unfit) {
            LOG.debug("A key that no row can have is not read ahead, nor are the others", unfit);
        }
    }

    @SuppressWarnings("unchecked") // the keys were gathered under their own table
    private <K, R> void askUnchecked(Trip trip, Table<K, R> table, Set<Object> keys) {
        ask(trip, table, (Collection<K>) keys);
    }

    /** Once the trip is made it is known of each key whether there is a row. */
    private <K, R> void ask(Trip trip, Table<K, R> table, Collection<K> keys) {
        trip.read(table, keys, found -> {
            for (var key : keys) ahead.put(new RowKey<>(table, key), Optional.ofNullable(found.get(key)));
        });
    }

    private <K, R> Optional<R> fetch(RowKey<K, R> key) {
        var trip = new Trip();
        var row = new AtomicReference<Optional<R>>(Optional.empty());
        trip.read(key.table(), List.of(key.key()), found -> row.set(Optional.ofNullable(found.get(key.key()))));
        run(trip);
        kept.put(key, row.get());
        return row.get();
    }

    private void run(Trip trip) {
        try {
            trip.run(connection);
        } catch (SQLException e) {
            throw new DatabaseLost(e);
        } catch (IllegalStateException e) {
            // Reading a row of the answer says so when the connection breaks in the midst of it.
            throw e.getCause() instanceof SQLException broken ? new DatabaseLost(broken) : e;
        }
    }

    private Optional<Act> fetchAct(ActId id) {
        if (logs.charter().place(id.party()).isEmpty()) return Optional.empty();
        try {
            var act = logs.entry(id.party(), id.index()).flatMap(entry -> read(id, entry));
            acts.put(id, act);
            return act;
        } catch (RuntimeException fault) {
            throw new DatabaseLost(fault);
        }
    }

    private Optional<Act> read(ActId id, StoredEntry entry) {
        return ActText.read(id, entry, logs.self().party());
    }

    /** An act that is part of the batch and not in the database yet. */
    void add(Act act) {
        batch.put(act.id(), act);
    }

    /** From now on the content of another party's act is not here any more, and that of an own one is handed out no more. */
    void takeBack(ActId id, ActId order) {
        takenBack.putIfAbsent(id, order);
    }

    /** What the batch takes back, each with the act that says so. */
    Map<ActId, ActId> takenBack() {
        return takenBack;
    }

    void add(Applied applied) {
        applied.changes().forEach(changes::add);
    }

    /** Adds what writes the changes of the batch to a transaction. */
    void addTo(Trip trip) {
        changes.addTo(trip);
    }

    /** Ends the batch: the next may begin while this one is being committed. What is under way is not in the database yet, or just so. */
    void seal() {
        underWay = changes;
        changes = new Changes();
        batchUnderWay = batch;
        batch = new HashMap<>();
        takenBackUnderWay = takenBack;
        takenBack = new HashMap<>();
        ahead = new HashMap<>();
    }

    /** What was sealed is durable, and read from the database from now on. */
    void landed() {
        underWay.forEach(change -> kept.forget(keyOf(change)));
        batchUnderWay.keySet().forEach(acts::forget); // it may be known not to be there
        takenBackUnderWay.keySet().forEach(acts::forget);
        takenBackUnderWay = Map.of();
        underWay = new Changes();
        batchUnderWay = Map.of();
    }

    private static RowKey<?, ?> keyOf(RowChange change) {
        return switch (change) {
            case RowChange.Put<?, ?> put -> keyOf(put.table(), put.key());
            case RowChange.Delete<?, ?> delete -> keyOf(delete.table(), delete.key());
        };
    }

    @SuppressWarnings("unchecked") // a change carries a key of its own table
    private static <K> RowKey<K, ?> keyOf(Table<K, ?> table, Object key) {
        return new RowKey<>(table, (K) key);
    }

    /** Rows by their keys, those used longest ago forgotten first. Held softly: how large a row is only its duty knows. */
    private static final class Rows {
        private final Map<RowKey<?, ?>, SoftReference<Optional<?>>> rows = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<RowKey<?, ?>, SoftReference<Optional<?>>> eldest) {
                return size() > ROWS;
            }
        };

        /** Null if nothing is known; else the row, which is itself empty if there is none. */
        @Nullable
        Optional<?> find(RowKey<?, ?> key) {
            var held = rows.get(key);
            return held == null ? null : held.get();
        }

        void put(RowKey<?, ?> key, Optional<?> row) {
            rows.put(key, new SoftReference<>(row));
        }

        void forget(RowKey<?, ?> key) {
            rows.remove(key);
        }
    }

    /** Acts by their names, those used longest ago forgotten first, at most so many and so many bytes of them. */
    static final class Acts {
        private final LinkedHashMap<ActId, Held> acts = new LinkedHashMap<>(16, 0.75f, true);
        private long bytes;

        private record Held(Optional<Act> act, int weight) {}

        @Nullable
        Optional<Act> get(ActId id) {
            var held = acts.get(id);
            return held == null ? null : held.act();
        }

        boolean containsKey(ActId id) {
            return acts.containsKey(id);
        }

        void put(ActId id, Optional<Act> act) {
            var held = new Held(act, act.map(ActText::weight).orElse(64));
            bytes += held.weight() - weight(acts.put(id, held));
            while (acts.size() > ACTS || bytes > ACT_BYTES && acts.size() > 1)
                bytes -= weight(acts.pollFirstEntry().getValue());
        }

        void forget(ActId id) {
            bytes -= weight(acts.remove(id));
        }

        private static long weight(@Nullable Held held) {
            return held == null ? 0 : held.weight();
        }
    }
}
