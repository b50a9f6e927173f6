/**
 * Keys, logs and proofs: what this party signs, and what the others cannot take back.
 *
 * <p>Duty: this party's keys; the entries of its own log and of the mirrors of its partners' logs, with what they commit to; signed
 * checkpoints, cosignatures, and the evidence when a partner's log contradicts itself.
 *
 * <p>Invariant: nothing is stored that was not verified first, and no checkpoint is signed that does not extend the one before.
 *
 * <p>Refuses to know: what an act says, who an officer is, how bytes travel.
 *
 * <p>Door: {@link acorde.trust.Logs}; the founding charter is {@link acorde.trust.Charter}.
 */
// More than 25 files: small records, one noun per file, read in groups.
@org.jspecify.annotations.NullMarked
package acorde.trust;
