package acorde.postgres;

/** A row with its key. */
public record Keyed<K, R>(K key, R row) {}
