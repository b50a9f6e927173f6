/**
 * Measures what ARCHITECTURE.md promises, and writes it down with the machine it was measured on.
 *
 * <p>Every story prints its figures beside those asked for; a durable figure stands beside the raw COPY rate of the same run, since a ratio ages
 * well and a number does not. Never shipped.
 */
// More than 25 files: one for each story, which is read by itself.
@org.jspecify.annotations.NullMarked
package acorde.bench;
