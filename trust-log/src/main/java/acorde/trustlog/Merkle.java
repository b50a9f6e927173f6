package acorde.trustlog;

import java.util.Objects;

/** The tree hashes of RFC 6962 §2.1 with SHA-256. */
public final class Merkle {
    /** Root of the tree without entries: SHA-256 of nothing. */
    public static final Hash EMPTY_ROOT = Hash.of(Sha256.mine().plain(new byte[0]));

    private Merkle() {}

    /** SHA-256(0x00 || data). */
    public static Hash leaf(byte[] data) {
        return leaf(data, 0, data.length);
    }

    /** SHA-256(0x00 || the {@code length} bytes at {@code offset}). */
    public static Hash leaf(byte[] data, int offset, int length) {
        var out = new byte[Hash.SIZE];
        leaf(data, offset, length, out, 0);
        return Hash.of(out);
    }

    /** The same, written to the 32 bytes at {@code outOffset}: what a batch of entries uses. */
    // Five parameters: two slices of arrays, so that nothing is allocated per entry.
    public static void leaf(byte[] data, int offset, int length, byte[] out, int outOffset) {
        Objects.checkFromIndexSize(offset, length, data.length);
        Objects.checkFromIndexSize(outOffset, Hash.SIZE, out.length);
        Sha256.mine().leaf(data, offset, length, out, outOffset);
    }

    /** SHA-256(0x01 || left || right). */
    public static Hash node(Hash left, Hash right) {
        var pair = new byte[2 * Hash.SIZE];
        left.write(pair, 0);
        right.write(pair, Hash.SIZE);
        Sha256.mine().node(pair, 0, pair, 0);
        return Hash.read(pair, 0);
    }

    /**
     * Root of the tree over {@code count} hashes, which need not be a power of two.
     *
     * @param leafHashes hashes one after another, 32 bytes each; left as they are
     * @param from number of the first hash (not of the first byte)
     */
    public static Hash root(byte[] leafHashes, int from, int count) {
        if (count == 0) return EMPTY_ROOT;
        var stack = Sha256.mine().stack;
        Frontier.extend(stack, 0, leafHashes, from, count);
        return Frontier.collapse(stack, count);
    }
}
