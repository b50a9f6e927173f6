package acorde.postgres;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The changes of a batch, merged to the last one per row. */
public final class Changes {
    private final Map<Table<?, ?>, Map<Object, Optional<?>>> tables = new IdentityHashMap<>();

    /** Receives each change; an empty row means it is deleted. */
    @FunctionalInterface
    public interface Receiver {
        void receive(Table<?, ?> table, Object key, Optional<?> row);
    }

    public void add(RowChange change) {
        switch (change) {
            case RowChange.Put<?, ?>(var table, var key, var row) -> of(table).put(key, Optional.of(row));
            case RowChange.Delete<?, ?>(var table, var key) -> of(table).put(key, Optional.empty());
        }
    }

    private Map<Object, Optional<?>> of(Table<?, ?> table) {
        return tables.computeIfAbsent(table, name -> new LinkedHashMap<>());
    }

    /** What the batch did to a row: empty if nothing; else the row, which is itself empty if it was deleted. */
    @SuppressWarnings("unchecked") // a table's changes hold rows of that table only
    public <K, R> Optional<Optional<R>> find(Table<K, R> table, K key) {
        var changes = tables.get(table);
        return changes == null ? Optional.empty() : Optional.ofNullable((Optional<R>) changes.get(key));
    }

    public void forEach(Receiver receiver) {
        tables.forEach((table, changes) -> changes.forEach((key, row) -> receiver.receive(table, key, row)));
    }

    Map<Table<?, ?>, Map<Object, Optional<?>>> tables() {
        return tables;
    }

    public void clear() {
        tables.clear();
    }
}
