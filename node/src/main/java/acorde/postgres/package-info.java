/**
 * The database of a node: one it runs itself, or one it was given.
 *
 * <p>Duty: have a PostgreSQL that keeps what it was told to keep; hand out connections to it; bring schemas up to date;
 * read and write typed rows in bulk.
 *
 * <p>Invariant: a server that this package started never outlives its program, listens on the loopback address only,
 * and never trades durability for speed. Whatever goes wrong before the first row is a {@link
 * acorde.postgres.DatabaseUnavailable} whose message says what to do.
 *
 * <p>Refuses to know: what any row means. No word of the domain stands here.
 *
 * <p>Door: {@link acorde.postgres.Postgres}; for rows {@link acorde.postgres.Table}, {@link
 * acorde.postgres.Changes} and {@link acorde.postgres.Trip}, which carries them.
 */
// A few files more than our limit of 25: the pieces are small, and rows or server apart would need each other's door.
@NullMarked
package acorde.postgres;

import org.jspecify.annotations.NullMarked;
