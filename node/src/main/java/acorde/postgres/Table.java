package acorde.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A derived table: its key, its columns, and how a record becomes a row and back.
 *
 * <p>Made once, as a constant: two tables are the same only if they are the same object.
 *
 * @param <K> the key, a value with {@code equals}
 * @param <R> the row, a value with {@code equals}
 */
public final class Table<K, R> {
    /** A column and what it holds of a key or a row. */
    record Column<V>(String name, Type type, Function<V, @Nullable Object> value) {}

    /** Makes a record of a row that was read. */
    @FunctionalInterface
    public interface Reading<K, R> {
        Keyed<K, R> read(Row row);
    }

    private final String name;
    private final List<Column<K>> keys;
    private final List<Column<R>> columns;
    private final Reading<K, R> reading;

    private Table(Builder<K, R> builder, Reading<K, R> reading) {
        this.name = builder.name;
        this.keys = List.copyOf(builder.keys);
        this.columns = List.copyOf(builder.columns);
        this.reading = reading;
    }

    /** Begins a table; {@code name} is the schema and the name, such as {@code compact.item}. */
    public static <K, R> Builder<K, R> named(String name) {
        return new Builder<>(name);
    }

    public String name() {
        return name;
    }

    List<Column<K>> keys() {
        return keys;
    }

    List<Column<R>> columns() {
        return columns;
    }

    Keyed<K, R> read(Row row) {
        return reading.read(row);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Gathers the columns of a table. */
    public static final class Builder<K, R> {
        private final String name;
        private final List<Column<K>> keys = new ArrayList<>();
        private final List<Column<R>> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** A column of the primary key, never null. */
        public Builder<K, R> key(String column, Type type, Function<K, @Nullable Object> value) {
            keys.add(new Column<>(column, type, value));
            return this;
        }

        public Builder<K, R> column(String column, Type type, Function<R, @Nullable Object> value) {
            columns.add(new Column<>(column, type, value));
            return this;
        }

        public Table<K, R> reading(Reading<K, R> reading) {
            return new Table<>(this, reading);
        }
    }
}
