package acorde.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The row changes of a batch, merged to the last per key, and written with one array statement for the deletions and
 * one for the rows put of each table. For one thread.
 *
 * <p>The statements stay prepared on the server for the life of the connection: the driver keeps them by their text.
 */
public final class Changes {
    /** Bounds the memory of one statement; a batch of ours fits in one. */
    private static final int MAX_ROWS_PER_STATEMENT = 4096;

    private static final int MAX_ROWS_IN_ONE_TRIP = 512;

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
        void addParts(List<Part<?, ?>> parts) {
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
                int to = Math.min(deleted.size(), from + MAX_ROWS_PER_STATEMENT);
                parts.add(new Part<>(table, table.deleteSql, deleted.subList(from, to), List.of()));
            }
            for (int from = 0; from < putKeys.size(); from += MAX_ROWS_PER_STATEMENT) {
                int to = Math.min(putKeys.size(), from + MAX_ROWS_PER_STATEMENT);
                parts.add(new Part<>(table, table.putSql, putKeys.subList(from, to), putRows.subList(from, to)));
            }
        }
    }

    /** One statement. @param rows beside their keys, empty for a deletion */
    private record Part<K, R>(Table<K, R> table, String sql, List<K> keys, List<R> rows) {
        int bind(PreparedStatement statement, int first) throws SQLException {
            int next = table.bindKeys(statement, first, keys);
            return rows.isEmpty() ? next : table.bindRows(statement, next, rows);
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

    /**
     * Writes all within whatever transaction {@code connection} is in; commits nothing itself and keeps the changes.
     *
     * <p>Few rows go in one round trip, where the round trips are what costs.
     */
    public void writeTo(Connection connection) throws SQLException {
        if (size() == 0) {
            return;
        }
        if (size() <= MAX_ROWS_IN_ONE_TRIP) {
            try (PreparedStatement statement = connection.prepareStatement(sql())) {
                bind(statement, 1);
                statement.execute();
            }
            return;
        }
        for (Part<?, ?> part : parts()) {
            try (PreparedStatement statement = connection.prepareStatement(part.sql())) {
                part.bind(statement, 1);
                statement.executeUpdate();
            }
        }
    }

    /**
     * The statements of this batch, joined by semicolons, for a caller who sends them in one round trip with statements
     * of its own; empty when there is nothing to write. {@link #bind} fills their parameters.
     */
    public String sql() {
        return parts().stream().map(Part::sql).collect(Collectors.joining(";\n"));
    }

    /**
     * Fills the parameters of {@link #sql}.
     *
     * @param first the number of the first of them in {@code statement}, from 1
     * @return the number of the parameter after the last of them
     */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Part<?, ?> part : parts()) {
            next = part.bind(statement, next);
        }
        return next;
    }

    private List<Part<?, ?>> parts() {
        var parts = new ArrayList<Part<?, ?>>();
        tables.values().forEach(table -> table.addParts(parts));
        return parts;
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
