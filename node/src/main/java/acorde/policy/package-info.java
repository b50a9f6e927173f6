/**
 * Who may have what, and why: one function, asked by the sender before anything leaves and by the receiver before anybody reads.
 *
 * <p>Duty: read the rules of release that the parties adopted (Cedar text, an annex of the compact), keep the safeguards of the core above
 * them, decide, and name the rules that decided with their reasons in both languages; say beforehand what other rules would change.
 *
 * <p>Invariant: nothing is released that no rule permits. What a safeguard forbids, no rule, role or configuration releases. The same
 * facts and the same annex give the same decision in every node. An annex with a fault is refused whole.
 *
 * <p>Refuses to know: texts of items, acts, the database, the clock, HTTP. Cedar is seen by one class, {@code Cedar}, and only where a text
 * is read.
 *
 * <p>Door: Policy.
 */
// More than 25 files: small records, one noun per file, read in groups.
@org.jspecify.annotations.NullMarked
package acorde.policy;
