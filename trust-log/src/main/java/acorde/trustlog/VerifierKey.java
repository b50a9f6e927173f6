package acorde.trustlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key under a name, written as a vkey (c2sp.org/signed-note): {@code name+key id in 8 hexadecimal
 * digits+base64(kind || public key)}. A value. The key id only finds the right line; what is trusted is the public key.
 */
public final class VerifierKey {
    /** The ML-DSA cosignature writes the length of the cosigner's name in one byte. */
    public static final int MAX_NAME_BYTES = 255;
    /** A name, two plus signs, a key id and the base64 of an ML-DSA-44 key. */
    public static final int MAX_TEXT = 2_048;

    private final String name;
    private final SignatureKind kind;
    private final byte[] publicKey;
    private final int keyId;

    private VerifierKey(String name, SignatureKind kind, byte[] publicKey) {
        if (publicKey.length != kind.keyBytes())
            throw new Malformed(
                    "the public key has " + publicKey.length + " bytes where " + kind.keyBytes() + " belong");
        this.name = Strict.keyName(name);
        this.kind = kind;
        this.publicKey = publicKey.clone();
        this.keyId = keyIdOf(name, kind, publicKey);
    }

    /** A log's key. By rule the name is the origin of the log. */
    public static VerifierKey ofEd25519(String name, byte[] publicKey) {
        return new VerifierKey(name, SignatureKind.ED25519, publicKey);
    }

    /** A cosigner's Ed25519 key. */
    public static VerifierKey ofCosigner(String name, byte[] publicKey) {
        return new VerifierKey(name, SignatureKind.COSIGNATURE_ED25519, publicKey);
    }

    /** A cosigner's ML-DSA-44 key. */
    public static VerifierKey ofMlDsaCosigner(String name, byte[] publicKey) {
        return new VerifierKey(name, SignatureKind.COSIGNATURE_ML_DSA_44, publicKey);
    }

    /**
     * Reads a vkey.
     *
     * @throws Malformed when it is not one, is of a kind not used here, or its key id does not fit its name and key
     */
    public static VerifierKey parse(String vkey) {
        if (vkey.length() > MAX_TEXT) throw new Malformed("the key is longer than " + MAX_TEXT + " characters");
        // The base64 part may contain plus signs of its own; the name may not.
        var parts = vkey.split("\\+", 3);
        if (parts.length != 3) throw new Malformed("a key is written name+id+key, with two plus signs");
        var bytes = Strict.base64(parts[2], "the key");
        if (bytes.length == 0) throw new Malformed("the key is empty");
        var key = new VerifierKey(parts[0], SignatureKind.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!parts[1].equals(HexFormat.of().toHexDigits(key.keyId)))
            throw new Malformed("the key id " + parts[1]
                    + " does not belong to this name and key; was a character lost in copying?");
        return key;
    }

    private static int keyIdOf(String name, SignatureKind kind, byte[] publicKey) {
        var named = name.getBytes(StandardCharsets.UTF_8);
        var message = ByteBuffer.allocate(named.length + 2 + publicKey.length);
        message.put(named).put((byte) '\n').put(kind.code()).put(publicKey);
        return ByteBuffer.wrap(Sha256.mine().plain(message.array())).getInt();
    }

    public String name() {
        return name;
    }

    public SignatureKind kind() {
        return kind;
    }

    /** The raw key. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** First four bytes of SHA-256(name || 0x0A || kind || public key), big-endian. */
    public int keyId() {
        return keyId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && kind == that.kind
                && name.equals(that.name)
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    /** The vkey. */
    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(1 + publicKey.length).put(kind.code()).put(publicKey);
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+"
                + Base64.getEncoder().encodeToString(bytes.array());
    }
}
