/**
 * The compact: what was agreed, in which words, and who consented to them.
 *
 * <p>Duty: keep the versioned items of the compact (charter and its annexes, instrument, areas, initiatives, meetings, events, sources, rules of release), read
 * the folder they are first written down in, and say which text of each is in force.
 *
 * <p>Invariant: a text changes only when each required party assented to exactly that text, in both languages. Silence is never consent
 * (CO-1). What was only announced is never shown as consented (CO-2). All of it is a function of the set of acts, whatever the order in
 * which they arrived.
 *
 * <p>Refuses to know: HTTP, pages, clocks, how acts travel, who may sign in.
 *
 * <p>Door: Compact.
 */
// More than 25 files: small records, one noun per file, read in groups.
@org.jspecify.annotations.NullMarked
package acorde.compact;
