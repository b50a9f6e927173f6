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
 * <p>What is kept between batches is bounded, so that a catch-up over a million acts takes no more memory than one over a thousand.
 */
final class Memory implements Past {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private static final int ROWS = 16_384;
    private static final int ACTS = 4_096;
    private static final int ACT_BYTES = 16 << 20;

    /** Acts read ahead with one statement, and the longest that is: a large one is read when it is asked for. */
    private static final int READ_AHEAD = 256;

    private static final int READ_AHEAD_BYTES = 32 << 10;

    private final Logs logs;
    private final Connection connection;
    private Changes changes = new Changes();
    private Changes underWay = new Changes();
    private final Rows known = new Rows();
    private final Acts acts = new Acts();
    private Map<ActId, Act> batch = new HashMap<>();
    private Map<ActId, Act> batchUnderWay = Map.of();

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
            case Pending.Untouched<R> _ -> known.find(table, key).orElseGet(() -> fetch(table, key));
        };
    }

    private <K, R> Pending<R> pending(Table<K, R> table, K key) {
        var now = changes.lookup(table, key);
        return now instanceof Pending.Untouched<R> ? underWay.lookup(table, key) : now;
    }

    @Override
    public Optional<Act> act(ActId id) {
        var now = batch.getOrDefault(id, batchUnderWay.get(id));
        if (now != null) return Optional.of(now);
        var act = acts.get(id);
        return act == null ? fetchAct(id) : act;
    }

    private boolean isKnown(ActId id) {
        return batch.containsKey(id) || batchUnderWay.containsKey(id) || acts.containsKey(id);
    }

    private <K, R> boolean isKnown(RowKey<K, R> row) {
        return !(pending(row.table(), row.key()) instanceof Pending.Untouched<R>) || known.holds(row);
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
            for (var key : keys) known.put(new RowKey<>(table, key), Optional.ofNullable(found.get(key)));
        });
    }

    private <K, R> Optional<R> fetch(Table<K, R> table, K key) {
        var trip = new Trip();
        var row = new AtomicReference<Optional<R>>(Optional.empty());
        trip.read(table, List.of(key), found -> row.set(Optional.ofNullable(found.get(key))));
        run(trip);
        known.put(new RowKey<>(table, key), row.get());
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
    }

    /** What was sealed is durable: from now on it is only what was read before. */
    void landed() {
        underWay.forEach(change -> {
            switch (change) {
                case RowChange.Put<?, ?>(var table, var key, var row) -> known.put(keyOf(table, key), Optional.of(row));
                case RowChange.Delete<?, ?>(var table, var key) -> known.put(keyOf(table, key), Optional.empty());
            }
        });
        batchUnderWay.forEach((id, act) -> acts.put(id, Optional.of(act)));
        underWay = new Changes();
        batchUnderWay = Map.of();
    }

    @SuppressWarnings("unchecked") // a change carries a key of its own table
    private static <K, R> RowKey<K, R> keyOf(Table<K, R> table, Object key) {
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

        /** Empty if nothing is known; else the row, which is itself empty if there is none. */
        @SuppressWarnings("unchecked") // the table fixes the type of its rows
        <K, R> Optional<Optional<R>> find(Table<K, R> table, K key) {
            var held = rows.get(new RowKey<>(table, key));
            return held == null ? Optional.empty() : Optional.ofNullable((Optional<R>) held.get());
        }

        boolean holds(RowKey<?, ?> key) {
            var held = rows.get(key);
            return held != null && held.get() != null;
        }

        void put(RowKey<?, ?> key, Optional<?> row) {
            rows.put(key, new SoftReference<>(row));
        }
    }

    /** Acts by their names, those used longest ago forgotten first, at most so many and so many bytes of them. */
    private static final class Acts {
        private final LinkedHashMap<ActId, Optional<Act>> acts = new LinkedHashMap<>(16, 0.75f, true);
        private long bytes;

        @Nullable
        Optional<Act> get(ActId id) {
            return acts.get(id);
        }

        boolean containsKey(ActId id) {
            return acts.containsKey(id);
        }

        void put(ActId id, Optional<Act> act) {
            bytes += weight(act) - weight(acts.put(id, act));
            while (acts.size() > ACTS || bytes > ACT_BYTES && acts.size() > 1)
                bytes -= weight(acts.pollFirstEntry().getValue());
        }

        private static long weight(@Nullable Optional<Act> act) {
            return act == null ? 0 : act.map(ActText::weight).orElse(64);
        }
    }
}
