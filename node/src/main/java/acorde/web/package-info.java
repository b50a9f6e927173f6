/**
 * Pages, the interface for programs, sign-in, and the port that partners' nodes pull from.
 *
 * <p>Duty: turn requests into commands of a duty's door, and outcomes into words, pages and status codes.
 *
 * <p>Invariant: nothing is reachable that the table {@link acorde.web.Routes} does not name; every refusal says who decided, by which rule, and
 * what to do next; no rule of a duty is decided here.
 *
 * <p>Refuses to know: rows, keys, how an act is written.
 *
 * <p>Door: {@link acorde.web.Website} for the pages, {@link acorde.web.PeerServer} for partners.
 */
// More than 25 files: small records, one noun per file, read in groups.
@org.jspecify.annotations.NullMarked
package acorde.web;
