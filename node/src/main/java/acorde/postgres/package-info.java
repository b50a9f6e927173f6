/** The database of a node. */
@org.jspecify.annotations.NullMarked
package acorde.postgres;
