package acorde.trustlog;

/** Holds a private key elsewhere and signs with it. */
@FunctionalInterface
public interface Signer {
    /** The raw signature over exactly these bytes: 64 bytes for Ed25519 (RFC 8032), 2,420 for ML-DSA-44 (FIPS 204). */
    byte[] sign(byte[] message);
}
