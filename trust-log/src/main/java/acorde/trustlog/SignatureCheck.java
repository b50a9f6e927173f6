package acorde.trustlog;

/**
 * Checks raw signatures; the algorithm follows from the length of the key. Must answer false, not throw, for a bad
 * point or key.
 */
@FunctionalInterface
public interface SignatureCheck {
    /**
     * Whether {@code signature} is by {@code publicKey} over exactly {@code message}.
     *
     * @param publicKey raw: 32 bytes for Ed25519 (RFC 8032), 1,312 for ML-DSA-44 (FIPS 204)
     */
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);
}
