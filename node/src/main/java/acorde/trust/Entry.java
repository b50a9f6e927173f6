package acorde.trust;

import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The entry of a log: {@code version (1 byte, 0x01) | commitment (32) | n (1) | n tags of 8 bytes}; see spec/act.md.
 *
 * <p>The commitment is {@code SHA-256("acorde/act/v1" 0x00 salt act)}: it proves what was said to whoever is given salt and act, and says
 * nothing to anybody once they are destroyed.
 */
public final class Entry {
    /** Random bytes that hide a short or guessable act. */
    public static final int SALT_SIZE = 32;

    static final int TAGS_AT = 34;
    private static final byte VERSION = 1;
    private static final byte[] LABEL = "acorde/act/v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Entry::newDigest);

    private Entry() {}

    /** Bytes of an entry in a log whose directory has {@code places} places. */
    public static int size(int places) {
        return TAGS_AT + places * TagKey.TAG_SIZE;
    }

    /** Version, commitment and count are written; the tags are left zero. */
    static byte[] start(byte[] salt, int saltOffset, byte[] act, int places) {
        var entry = new byte[size(places)];
        entry[0] = VERSION;
        commit(salt, saltOffset, act, entry, 1);
        entry[33] = (byte) places;
        return entry;
    }

    /** Whether {@code bytes} has the form of an entry with that many places. */
    public static boolean wellFormed(byte[] bytes, int places) {
        return bytes.length == size(places) && bytes[0] == VERSION && bytes[33] == places;
    }

    /** Whether {@code salt} and {@code act} are what the entry commits to. */
    public static boolean opens(byte[] entry, byte[] salt, byte[] act) {
        if (salt.length != SALT_SIZE) return false;
        var commitment = new byte[Hash.SIZE];
        commit(salt, 0, act, commitment, 0);
        return Hash.of(commitment).equals(Hash.read(entry, 1));
    }

    /** Five parameters: two places in arrays, so that nothing is copied. */
    private static void commit(byte[] salt, int saltOffset, byte[] act, byte[] target, int offset) {
        var digest = SHA256.get();
        digest.update(LABEL);
        digest.update(salt, saltOffset, SALT_SIZE);
        digest.update(act);
        try {
            digest.digest(target, offset, Hash.SIZE);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
