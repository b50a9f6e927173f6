package acorde.acts;

import acorde.postgres.Table;

/** Names one row that is about to be read. */
public record RowKey<K, R>(Table<K, R> table, K key) {}
