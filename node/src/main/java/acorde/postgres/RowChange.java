package acorde.postgres;

/** A change to one row of a derived table. */
public sealed interface RowChange {
    record Put<K, R>(Table<K, R> table, K key, R row) implements RowChange {}

    record Delete<K, R>(Table<K, R> table, K key) implements RowChange {}
}
