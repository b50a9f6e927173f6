package acorde.postgres;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes derived rows on one connection, many rows to a statement; the caller commits. Statements are kept for the life of the
 * connection. One array statement per table and batch is worth a factor of three to seven over a statement per row.
 */
public final class RowWriter {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    public RowWriter(Connection connection) {
        this.connection = connection;
    }

    /** Writes merged changes: one statement for a table's puts, one for its deletes. */
    public void write(Changes changes) throws SQLException {
        for (var table : changes.tables().entrySet()) write(table.getKey(), table.getValue());
    }

    private <K, R> void write(Table<K, R> table, Map<Object, Optional<?>> changes) throws SQLException {
        var puts = new ArrayList<Keyed<K, R>>(changes.size());
        var deletes = new ArrayList<K>();
        split(changes, puts, deletes);
        if (!deletes.isEmpty()) delete(table, deletes);
        if (!puts.isEmpty()) put(table, puts);
    }

    @SuppressWarnings("unchecked") // a table's changes hold rows of that table only
    private static <K, R> void split(Map<Object, Optional<?>> changes, List<Keyed<K, R>> puts, List<K> deletes) {
        changes.forEach((key, row) -> {
            if (row.isPresent()) puts.add(new Keyed<>((K) key, (R) row.get()));
            else deletes.add((K) key);
        });
    }

    private <K, R> void put(Table<K, R> table, List<Keyed<K, R>> rows) throws SQLException {
        var statement = prepare("put " + table.name(), () -> putSql(table));
        var at = 1;
        for (var column : table.keys())
            at = set(
                    statement,
                    at,
                    column.type(),
                    rows.stream().map(row -> column.value().apply(row.key())));
        for (var column : table.columns())
            at = set(
                    statement,
                    at,
                    column.type(),
                    rows.stream().map(row -> column.value().apply(row.row())));
        statement.executeUpdate();
    }

    private static String putSql(Table<?, ?> table) {
        var keys = table.keys().stream().map(Table.Column::name).toList();
        var values = table.columns().stream().map(Table.Column::name).toList();
        var all = Stream.concat(keys.stream(), values.stream()).toList();
        var arrays = Stream.concat(table.keys().stream(), table.columns().stream())
                .map(column -> "?::" + column.type().sql() + "[]")
                .collect(Collectors.joining(", "));
        var update = values.isEmpty()
                ? "do nothing"
                : "do update set "
                        + values.stream()
                                .map(name -> name + " = excluded." + name)
                                .collect(Collectors.joining(", "));
        return "insert into " + table.name() + " (" + String.join(", ", all) + ") select * from unnest(" + arrays
                + ") on conflict (" + String.join(", ", keys) + ") " + update;
    }

    private <K, R> void delete(Table<K, R> table, List<K> keys) throws SQLException {
        var statement = prepare(
                "delete " + table.name(),
                () -> "delete from " + table.name() + " t using " + keyArrays(table) + " where " + sameKey(table));
        setKeys(statement, table, keys);
        statement.executeUpdate();
    }

    /** The rows of these keys that exist, with one statement. */
    public <K, R> Map<K, R> read(Table<K, R> table, Collection<K> keys) throws SQLException {
        if (keys.isEmpty()) return Map.of();
        var statement = prepare(
                "read " + table.name(),
                () -> "select t.* from " + table.name() + " t join " + keyArrays(table) + " on " + sameKey(table));
        setKeys(statement, table, List.copyOf(keys));
        var found = new HashMap<K, R>();
        try (var rows = statement.executeQuery()) {
            var row = new Row(rows);
            while (rows.next()) {
                var keyed = table.read(row);
                found.put(keyed.key(), keyed.row());
            }
        }
        return found;
    }

    private static String keyArrays(Table<?, ?> table) {
        var arrays = table.keys().stream()
                .map(column -> "?::" + column.type().sql() + "[]")
                .collect(Collectors.joining(", "));
        var names = table.keys().stream().map(Table.Column::name).collect(Collectors.joining(", "));
        return "unnest(" + arrays + ") as k (" + names + ")";
    }

    private static String sameKey(Table<?, ?> table) {
        return table.keys().stream()
                .map(column -> "t." + column.name() + " = k." + column.name())
                .collect(Collectors.joining(" and "));
    }

    private <K> void setKeys(PreparedStatement statement, Table<K, ?> table, List<K> keys) throws SQLException {
        var at = 1;
        for (var column : table.keys())
            at = set(
                    statement,
                    at,
                    column.type(),
                    keys.stream().map(key -> column.value().apply(key)));
    }

    private int set(PreparedStatement statement, int at, Type type, Stream<? extends @Nullable Object> values)
            throws SQLException {
        statement.setArray(
                at,
                connection.createArrayOf(type.sql(), values.map(RowWriter::sql).toArray()));
        return at + 1;
    }

    private static @Nullable Object sql(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> Timestamp.from(instant);
            case LocalDate date -> Date.valueOf(date);
            default -> value;
        };
    }

    private interface Sql {
        String text();
    }

    private PreparedStatement prepare(String name, Sql sql) throws SQLException {
        var statement = prepared.get(name);
        if (statement == null) {
            statement = connection.prepareStatement(sql.text());
            prepared.put(name, statement);
        }
        return statement;
    }
}
