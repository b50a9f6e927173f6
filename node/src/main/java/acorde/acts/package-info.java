/**
 * Signed statements: said once, delivered to whom they are addressed, applied in every node alike.
 *
 * <p>Duty: write acts into this party's log and follow the partners' logs; hand each act to the duty that reads its kind; keep those that
 * wait for others and those that broke a rule; rebuild every derived row from the acts.
 *
 * <p>Invariant: state is a fold of the acts. One sequencer decides, appends and applies, a batch in one transaction; readers see only
 * what is committed; nothing is acknowledged before it is durable.
 *
 * <p>Refuses to know: what any kind of act means, pages, who may sign in.
 *
 * <p>Door: {@link acorde.acts.Acts}; a duty implements {@link acorde.acts.Duty}.
 */
// More than 25 files: small records, one noun per file, read in groups.
@org.jspecify.annotations.NullMarked
package acorde.acts;
