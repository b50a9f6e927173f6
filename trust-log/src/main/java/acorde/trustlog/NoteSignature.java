package acorde.trustlog;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;

/** One signature line of a note: {@code — <key name> base64(key id || signature)}. A value. */
public final class NoteSignature {
    /** An ML-DSA-44 cosignature has 2,428 bytes; signed-note says to expect nearly 5,000 from others. */
    public static final int MAX_BYTES = 6_144;

    private final String name;
    private final int keyId;
    private final byte[] signature;

    /**
     * A line that is to be written.
     *
     * @param keyId first four bytes of the key's hash, see {@link VerifierKey#keyId}
     * @param signature what stands after the key id; at least one byte
     */
    public NoteSignature(String name, int keyId, byte[] signature) {
        if (signature.length == 0) throw new Malformed("a signature is empty");
        if (signature.length > MAX_BYTES) throw new Malformed("a signature is longer than " + MAX_BYTES + " bytes");
        this.name = Strict.keyName(name);
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /** Reads a line without its newline. */
    static NoteSignature parse(String line) {
        var space = line.indexOf(' ', 2);
        if (!line.startsWith("— ") || space < 0) throw new Malformed("a signature line is not \"— name signature\"");
        var bytes = Strict.base64(line.substring(space + 1), "a signature");
        if (bytes.length < 5) throw new Malformed("a signature is too short to hold a key id and a signature");
        var buffer = ByteBuffer.wrap(bytes);
        var keyId = buffer.getInt();
        var signature = new byte[buffer.remaining()];
        buffer.get(signature);
        return new NoteSignature(line.substring(2, space), keyId, signature);
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    /** The bytes after the key id. */
    public byte[] signature() {
        return signature.clone();
    }

    /** Whether the line says that it is by that key. */
    public boolean isBy(VerifierKey key) {
        return keyId == key.keyId() && name.equals(key.name());
    }

    boolean sameKey(NoteSignature other) {
        return keyId == other.keyId && name.equals(other.name);
    }

    /** The line without its newline. */
    public String line() {
        var bytes = ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature);
        return "— " + name + " " + Base64.getEncoder().encodeToString(bytes.array());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(keyId);
    }
}
