package acorde.postgres;

/** Makes a key and a row of the columns read. */
@FunctionalInterface
public interface RowReader<K, R> {
    Keyed<K, R> read(Row row);
}
