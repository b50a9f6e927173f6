package acorde.trustlog;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The two hashes of RFC 6962 §2.1 on one digest per thread, writing into arrays that exist already: hashing a million
 * entries allocates nothing. Never keep an instance in a field that another thread can see.
 */
final class Sha256 {
    private static final int SHORT = 256;
    private static final ThreadLocal<Sha256> MINE = ThreadLocal.withInitial(Sha256::new);

    /** Roots of complete subtrees, biggest first; one for each bit of a size, and one to spare while two are joined. */
    final byte[] stack = new byte[64 * Hash.SIZE];

    /**
     * Short messages are put together here with their prefix: a digest that is given prefix and message apart copies
     * every block once more, which costs a tenth of the whole.
     */
    private final byte[] message = new byte[SHORT];

    private final MessageDigest digest;

    private Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static Sha256 mine() {
        return MINE.get();
    }

    byte[] plain(byte[] data) {
        return digest.digest(data);
    }

    void leaf(byte[] data, int offset, int length, byte[] out, int outOffset) { // places in arrays: nothing is copied
        if (length < SHORT) {
            message[0] = 0x00;
            System.arraycopy(data, offset, message, 1, length);
            digest.update(message, 0, 1 + length);
        } else {
            digest.update((byte) 0x00);
            digest.update(data, offset, length);
        }
        finish(out, outOffset);
    }

    /** The parent of the two hashes that stand side by side at {@code pair}; it may be written over them. */
    void node(byte[] hashes, int pair, byte[] out, int outOffset) {
        message[0] = 0x01;
        System.arraycopy(hashes, pair, message, 1, 2 * Hash.SIZE);
        digest.update(message, 0, 1 + 2 * Hash.SIZE);
        finish(out, outOffset);
    }

    private void finish(byte[] out, int outOffset) {
        try {
            digest.digest(out, outOffset, Hash.SIZE);
        } catch (DigestException tooShort) {
            digest.reset();
            throw new IndexOutOfBoundsException("no room for a hash at " + outOffset + " of " + out.length);
        }
    }
}
