package acorde.acts;

import acorde.postgres.Changes;
import acorde.postgres.Pending;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.trust.Logs;
import acorde.trust.StoredEntry;
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

/**
 * The past as the sequencer sees it: the changes of the batch at hand, then rows and acts read before, then the database. Used by one thread.
 *
 * <p>What is kept between batches is bounded, so that a catch-up over a million acts takes no more memory than one over a thousand.
 */
final class Memory implements Past {
    private static final int ROWS = 16_384;
    private static final int ACTS = 4_096;

    private final Logs logs;
    private final Connection connection;
    private final Changes changes = new Changes();
    private final Map<RowKey<?, ?>, Optional<?>> known = new Bounded<>(ROWS);
    private final Map<ActId, Optional<Act>> acts = new Bounded<>(ACTS);
    private final Map<ActId, Act> batch = new HashMap<>();

    Memory(Logs logs, Connection connection) {
        this.logs = logs;
        this.connection = connection;
    }

    @Override
    public <K, R> Optional<R> row(Table<K, R> table, K key) {
        switch (changes.lookup(table, key)) {
            case Pending.Will<R>(var will) -> {
                return Optional.of(will);
            }
            case Pending.Gone<R> _ -> {
                return Optional.empty();
            }
            case Pending.Untouched<R> _ -> {}
        }
        var rowKey = new RowKey<>(table, key);
        @SuppressWarnings("unchecked") // the table fixes the type of its rows
        var row = (Optional<R>) known.get(rowKey);
        if (row != null) return row;
        fetch(table, List.of(key));
        @SuppressWarnings("unchecked")
        var fetched = (Optional<R>) known.get(rowKey);
        return fetched == null ? Optional.empty() : fetched;
    }

    @Override
    public Optional<Act> act(ActId id) {
        var now = batch.get(id);
        if (now != null) return Optional.of(now);
        var act = acts.get(id);
        if (act == null) {
            fetchActs(Set.of(id));
            act = acts.get(id);
        }
        return act == null ? Optional.empty() : act;
    }

    /** Reads at once what a batch will need: the acts its acts depend on, then the rows. */
    void prefetchActs(Collection<ActId> ids) {
        var unknown = new HashSet<ActId>();
        for (var id : ids) if (!acts.containsKey(id) && !batch.containsKey(id)) unknown.add(id);
        if (!unknown.isEmpty()) fetchActs(unknown);
    }

    void prefetchRows(Collection<RowKey<?, ?>> keys) {
        var unknown = new LinkedHashMap<Table<?, ?>, Set<Object>>();
        for (var key : keys)
            if (!known.containsKey(key))
                unknown.computeIfAbsent(key.table(), table -> new HashSet<>()).add(key.key());
        unknown.forEach(this::fetchUnchecked);
    }

    @SuppressWarnings("unchecked") // the keys were gathered under their own table
    private <K, R> void fetchUnchecked(Table<K, R> table, Set<Object> keys) {
        fetch(table, (Collection<K>) keys);
    }

    private <K, R> void fetch(Table<K, R> table, Collection<K> keys) {
        try {
            var found = Table.read(connection, table, keys);
            for (var key : keys) known.put(new RowKey<>(table, key), Optional.ofNullable(found.get(key)));
        } catch (SQLException e) {
            throw new DatabaseLost(e);
        }
    }

    private void fetchActs(Set<ActId> ids) {
        var byParty = new HashMap<acorde.trust.PartyCode, List<Long>>();
        for (var id : ids) {
            acts.put(id, Optional.empty());
            if (logs.charter().place(id.party()).isPresent())
                byParty.computeIfAbsent(id.party(), party -> new ArrayList<>()).add(id.index());
        }
        byParty.forEach((party, indexes) -> logs.entries(party, indexes).forEach((index, entry) -> {
            var id = new ActId(party, index);
            acts.put(id, read(id, entry));
        }));
    }

    private static Optional<Act> read(ActId id, StoredEntry entry) {
        var bytes = entry.act();
        if (bytes == null) return Optional.empty();
        return ActText.read(id, bytes) instanceof ActText.Reading.Good(var act) ? Optional.of(act) : Optional.empty();
    }

    /** An act that is part of the batch and not in the database yet. */
    void add(Act act) {
        batch.put(act.id(), act);
    }

    void add(Applied applied) {
        applied.changes().forEach(changes::add);
    }

    Changes changes() {
        return changes;
    }

    void write() throws SQLException {
        changes.writeTo(connection);
    }

    /** The batch is durable: what it changed is known from now on. */
    void committed() {
        changes.forEach(change -> {
            switch (change) {
                case RowChange.Put<?, ?>(var table, var key, var row) -> known.put(keyOf(table, key), Optional.of(row));
                case RowChange.Delete<?, ?>(var table, var key) -> known.put(keyOf(table, key), Optional.empty());
            }
        });
        batch.forEach((id, act) -> acts.put(id, Optional.of(act)));
        changes.clear();
        batch.clear();
    }

    @SuppressWarnings("unchecked") // a change carries a key of its own table
    private static <K, R> RowKey<K, R> keyOf(Table<K, R> table, Object key) {
        return new RowKey<>(table, (K) key);
    }

    void discard() {
        changes.clear();
        batch.clear();
        known.clear();
        acts.clear();
    }

    /** Forgets the entry used longest ago when it is full. */
    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int limit;

        Bounded(int limit) {
            super(16, 0.75f, true);
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
        }
    }
}
