package acorde.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The row changes of a batch, merged to the last per key, and written with one array statement for the deletions and
 * one for the rows put of each table, all in one round trip. For one thread.
 *
 * <p>The statements stay prepared on the server for the life of the connection: the driver keeps them by their text.
 */
public final class Changes {
    /** Bounds the memory of one statement; a batch of ours fits in one. */
    private static final int MAX_ROWS_PER_STATEMENT = 4096;

    private final Map<Table<?, ?>, OfTable<?, ?>> tables = new LinkedHashMap<>();

    /** @param row null when the row is to be deleted */
    private record Last<K, R>(K key, @Nullable R row) {}

    /** The changes of one table. */
    private static final class OfTable<K, R> {
        private final Table<K, R> table;
        private final Map<K, Last<K, R>> last = new LinkedHashMap<>();

        OfTable(Table<K, R> table) {
            this.table = table;
        }

        void forEach(Consumer<RowChange> receiver) {
            for (Last<K, R> change : last.values()) {
                R row = change.row();
                receiver.accept(
                        row == null
                                ? new RowChange.Delete<>(table, change.key())
                                : new RowChange.Put<>(table, change.key(), row));
            }
        }

        /** Deletions before rows put. */
        void addTo(Trip trip) {
            var deleted = new ArrayList<K>();
            var putKeys = new ArrayList<K>();
            var putRows = new ArrayList<R>();
            for (Last<K, R> change : last.values()) {
                R row = change.row();
                if (row == null) {
                    deleted.add(change.key());
                } else {
                    putKeys.add(change.key());
                    putRows.add(row);
                }
            }
            for (int from = 0; from < deleted.size(); from += MAX_ROWS_PER_STATEMENT) {
                var keys = deleted.subList(from, Math.min(deleted.size(), from + MAX_ROWS_PER_STATEMENT));
                var sent = table.sentKeys(keys);
                trip.add(table.deleteSql, (statement, first) -> Table.bind(statement, first, sent));
            }
            for (int from = 0; from < putKeys.size(); from += MAX_ROWS_PER_STATEMENT) {
                int to = Math.min(putKeys.size(), from + MAX_ROWS_PER_STATEMENT);
                var keys = table.sentKeys(putKeys.subList(from, to));
                var rows = table.sentRows(putRows.subList(from, to));
                trip.add(
                        table.putSql,
                        (statement, first) -> Table.bind(statement, Table.bind(statement, first, keys), rows));
            }
        }
    }

    /** Takes note of {@code change}, which replaces what was noted for the same key. */
    public void add(RowChange change) {
        switch (change) {
            case RowChange.Put<?, ?> put -> note(put);
            case RowChange.Delete<?, ?> delete -> note(delete);
        }
    }

    /** What this batch says about {@code key}. */
    public <K, R> Pending<R> lookup(Table<K, R> table, K key) {
        OfTable<K, R> changes = find(table);
        Last<K, R> change = changes == null ? null : changes.last.get(key);
        if (change == null) {
            return new Pending.Untouched<>();
        }
        R row = change.row();
        return row == null ? new Pending.Gone<>() : new Pending.Will<>(row);
    }

    /** Gives each change that is to be written, the last one of its key. */
    public void forEach(Consumer<RowChange> receiver) {
        tables.values().forEach(table -> table.forEach(receiver));
    }

    /** How many rows are to be written. */
    public int size() {
        return tables.values().stream().mapToInt(table -> table.last.size()).sum();
    }

    /** Writes all within whatever transaction {@code connection} is in, in one round trip, and keeps the changes. */
    public void writeTo(Connection connection) throws SQLException {
        var trip = new Trip();
        addTo(trip);
        trip.run(connection);
    }

    /**
     * Adds the statements that write all to those of a caller; later changes are not in them.
     *
     * @throws IllegalArgumentException if a table cannot hold a row
     */
    public void addTo(Trip trip) {
        tables.values().forEach(table -> table.addTo(trip));
    }

    /** Forgets all. */
    public void clear() {
        tables.clear();
    }

    private <K, R> void note(RowChange.Put<K, R> put) {
        ofTable(put.table()).last.put(put.key(), new Last<>(put.key(), put.row()));
    }

    private <K, R> void note(RowChange.Delete<K, R> delete) {
        ofTable(delete.table()).last.put(delete.key(), new Last<>(delete.key(), null));
    }

    private <K, R> OfTable<K, R> ofTable(Table<K, R> table) {
        OfTable<K, R> changes = find(table);
        if (changes == null) {
            changes = new OfTable<>(table);
            tables.put(table, changes);
        }
        return changes;
    }

    /** A table is entered under itself only, so its changes have its types. */
    @SuppressWarnings("unchecked")
    private <K, R> @Nullable OfTable<K, R> find(Table<K, R> table) {
        return (OfTable<K, R>) tables.get(table);
    }
}
