/**
 * A transparency log as C2SP describes it: the RFC 6962 tree, tlog-tiles, checkpoints, signed notes, cosignatures,
 * proofs, and the checks by which a mirror follows somebody else's log.
 *
 * <p><b>Duty:</b> turn bytes into values or a refusal, and say whether one tree continues another.
 *
 * <p><b>Invariant:</b> everything that arrives is bounded, and has exactly one spelling: what parses, prints to the
 * same bytes.
 *
 * <p><b>Refuses to know:</b> the clock, the network, storage, random numbers, private keys. Times are arguments;
 * reading goes through {@link HashReader} and {@link CatchUp.Resources}; signing through {@link Signer} and {@link
 * SignatureCheck}.
 *
 * <p><b>Doors:</b> {@link Frontier} to append, {@link NoteSigning} to sign and check, {@link Stretch} and {@link
 * CatchUp} to follow, {@link TlogProof} to prove offline. Shapes and limits are in {@code spec/log.md}; cases in {@code
 * spec/vectors/log}.
 *
 * <p>Two kinds of bad news: a text or file that cannot be read throws {@link Malformed} with a sentence; a check that
 * fails returns a {@link Refusal}, so that the reason travels to whoever must act on it.
 */
// More than 25 files: small records, one noun per file, read in groups.
@org.jspecify.annotations.NullMarked
package acorde.trustlog;
