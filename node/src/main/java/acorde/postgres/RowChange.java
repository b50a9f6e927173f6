package acorde.postgres;

/** What is to become of one row of a derived table. */
public sealed interface RowChange {
    Table<?, ?> table();

    Object key();

    /** The row of this key is from now on {@code row}, whatever it was. */
    record Put<K, R>(Table<K, R> table, K key, R row) implements RowChange {}

    /** There is no row of this key any more. */
    record Delete<K, R>(Table<K, R> table, K key) implements RowChange {}
}
