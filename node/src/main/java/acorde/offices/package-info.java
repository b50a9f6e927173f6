/**
 * Offices of this party, the people who hold them, and how they sign in.
 *
 * <p>Duty: who holds which office from which day to which; accounts, passwords and tokens; who may act for an office now; whether alerts of this node are real; the journal of
 * what only this party may read.
 *
 * <p>Invariant: an act names an office and never a person; a holding is ended, never deleted or rewritten. No password or token is kept,
 * journalled or logged in a form that can be used. What an unknown name is answered, and how long that takes, is what a known one gets.
 *
 * <p>Refuses to know: pages, cookies, what an office says in its acts.
 *
 * <p>Door: {@link acorde.offices.Offices}; the journal is {@link acorde.offices.Journal}.
 */
// More than 25 files: small records, one noun per file, read in groups.
@org.jspecify.annotations.NullMarked
package acorde.offices;
