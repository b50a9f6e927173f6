package acorde.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A derived table: its key, its columns, and how a record becomes a row and back.
 *
 * <p>The table itself is made by a migration, with the key as its primary key. Writes of a batch reach the tables in
 * the order in which they were first touched and by one statement each; so a derived table has no foreign key, and no
 * unique index but its key.
 *
 * @param <K> the key, a value with {@code equals}
 * @param <R> the row, a value with {@code equals}
 */
public final class Table<K, R> {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private record Column<T>(String name, Type type, Function<? super T, ? extends @Nullable Object> get) {}

    private final String name;
    private final List<Column<K>> keys;
    private final List<Column<R>> columns;
    private final RowReader<K, R> reader;
    final String putSql;
    final String deleteSql;
    final String readSql;

    private Table(Builder<K, R> builder, RowReader<K, R> reader) {
        this.name = builder.name;
        this.keys = List.copyOf(builder.keys);
        this.columns = List.copyOf(builder.columns);
        this.reader = reader;
        this.putSql = putSql();
        this.deleteSql = "delete from " + name + " t using unnest(" + arrays(keys) + ") as u(" + places(keys.size())
                + ") where " + sameKey();
        this.readSql = "select t.* from " + name + " t join unnest(" + arrays(keys) + ") as u(" + places(keys.size())
                + ") on " + sameKey();
    }

    /** Starts the description of {@code schema.table}; ends with {@link Builder#reading}. */
    public static <K, R> Builder<K, R> named(String schemaAndName) {
        String[] parts = schemaAndName.split("\\.", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a table is named with its schema, schema.table: " + schemaAndName);
        }
        return new Builder<>(quoted(parts[0]) + "." + quoted(parts[1]));
    }

    /** The rows of these keys, by one statement; a key without a row is left out. */
    public static <K, R> Map<K, R> read(Connection connection, Table<K, R> table, Collection<K> keys)
            throws SQLException {
        var rows = new HashMap<K, R>();
        var trip = new Trip();
        if (!keys.isEmpty()) {
            trip.read(table, keys, rows::putAll);
        }
        trip.run(connection);
        return rows;
    }

    /**
     * The key and the row at which {@code found} stands: for selections of a duty's own, {@code select * from} this
     * table.
     */
    public Keyed<K, R> keyed(ResultSet found) {
        return reader.read(new Row(found));
    }

    @Override
    public String toString() {
        return name.replace("\"", "");
    }

    /** The values of one column in some rows, as they are sent. */
    record Sent(Type type, @Nullable Object[] values) {}

    /** The columns of some keys. @throws IllegalArgumentException if one of them is none that a row can have */
    List<Sent> sentKeys(List<K> batch) {
        return keys.stream().map(column -> sent(column, batch, false)).toList();
    }

    /** The columns of some rows. @throws IllegalArgumentException if the table cannot hold one of them */
    List<Sent> sentRows(List<R> batch) {
        return columns.stream().map(column -> sent(column, batch, true)).toList();
    }

    /** Fills in columns from parameter {@code first} on; returns the number of the next one. */
    static int bind(PreparedStatement statement, int first, List<Sent> columns) throws SQLException {
        PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
        int next = first;
        for (Sent column : columns) {
            statement.setArray(next++, connection.createArrayOf(column.type.sent, column.values));
        }
        return next;
    }

    private <T> Sent sent(Column<T> column, List<T> batch, boolean nullable) {
        @Nullable Object[] values = column.type.array(batch.size());
        for (int i = 0; i < values.length; i++) {
            Object value = column.get.apply(batch.get(i));
            try {
                if (value == null && !nullable) {
                    throw new IllegalArgumentException("is part of the key and must hold a value");
                }
                values[i] = column.type.send(value);
            } catch (IllegalArgumentException unfit) {
                throw new IllegalArgumentException(this + "." + column.name + " " + unfit.getMessage(), unfit);
            }
        }
        return new Sent(column.type, values);
    }

    private String putSql() {
        List<Column<?>> all = new ArrayList<>(keys);
        all.addAll(columns);
        String selected = IntStream.range(0, all.size())
                .mapToObj(i -> "c" + i + cast(all.get(i).type))
                .collect(Collectors.joining(", "));
        String updated = columns.stream()
                .map(column -> quoted(column.name) + " = excluded." + quoted(column.name))
                .collect(Collectors.joining(", "));
        return "insert into " + name + " (" + names(all) + ") select " + selected + " from unnest(" + arrays(all)
                + ") as u(" + places(all.size()) + ") on conflict (" + names(keys) + ") do "
                + (columns.isEmpty() ? "nothing" : "update set " + updated);
    }

    private String sameKey() {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> "t." + quoted(keys.get(i).name) + " = u.c" + i + cast(keys.get(i).type))
                .collect(Collectors.joining(" and "));
    }

    private static String cast(Type type) {
        return type.sent.equals(type.stored) ? "" : "::" + type.stored;
    }

    private static String names(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).map(Table::quoted).collect(Collectors.joining(", "));
    }

    private static String arrays(List<? extends Column<?>> columns) {
        return columns.stream()
                .map(Column::type)
                .map(type -> "?::" + type.sent + "[]")
                .collect(Collectors.joining(", "));
    }

    private static String places(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name in the database has small letters, digits and _: " + name);
        }
        return '"' + name + '"';
    }

    /** The description of a table in the making. */
    public static final class Builder<K, R> {
        private final String name;
        private final List<Column<K>> keys = new ArrayList<>();
        private final List<Column<R>> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * A column of the key; {@code get} never gives null. All columns of a key together have at most some 2,600
         * bytes, or the index refuses the row.
         */
        public Builder<K, R> key(String column, Type type, Function<? super K, ?> get) {
            keys.add(new Column<>(column, type, get));
            return this;
        }

        /** A column of the row; {@code get} may give null. */
        public Builder<K, R> column(String column, Type type, Function<? super R, ? extends @Nullable Object> get) {
            columns.add(new Column<>(column, type, get));
            return this;
        }

        /** Ends the description with the way back. */
        public Table<K, R> reading(RowReader<K, R> reader) {
            if (keys.isEmpty()) {
                throw new IllegalArgumentException(name + " has no key");
            }
            return new Table<>(this, reader);
        }
    }
}
