package acorde.trustlog;

/** The kinds of note signature that are used here, with the byte c2sp.org/signed-note gives each. */
public enum SignatureKind {
    /** A log's own Ed25519 signature over the text of a note. */
    ED25519(0x01, 32, 64),
    /** An Ed25519 cosignature with its time, c2sp.org/tlog-cosignature {@code cosignature/v1}. */
    COSIGNATURE_ED25519(0x04, 32, 72),
    /** An ML-DSA-44 cosignature with its time, c2sp.org/tlog-cosignature {@code subtree/v1}. */
    COSIGNATURE_ML_DSA_44(0x06, 1_312, 2_428);

    private final byte code;
    private final int keyBytes;
    private final int signatureBytes;

    SignatureKind(int code, int keyBytes, int signatureBytes) {
        this.code = (byte) code;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
    }

    static SignatureKind of(byte code) {
        for (var kind : values()) if (kind.code == code) return kind;
        throw new Malformed("the key is of kind " + (code & 0xff) + ", which is not used here");
    }

    /** The byte that stands for this kind. */
    public byte code() {
        return code;
    }

    /** Bytes of a raw public key. */
    public int keyBytes() {
        return keyBytes;
    }

    /** Bytes of a signature in a note, without the key id and with the time if it has one. */
    public int signatureBytes() {
        return signatureBytes;
    }

    /** Whether this is a cosigner's statement with a time, not a log's own signature. */
    public boolean cosigns() {
        return this != ED25519;
    }
}
