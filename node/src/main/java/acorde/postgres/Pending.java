package acorde.postgres;

/** What the changes of a batch say about one key. */
public sealed interface Pending<R> {
    /** The row will be this. */
    record Will<R>(R row) implements Pending<R> {}

    /** There will be no row. */
    record Gone<R>() implements Pending<R> {}

    /** The batch says nothing: what is in the table stands. */
    record Untouched<R>() implements Pending<R> {}
}
