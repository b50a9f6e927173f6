package acorde.trustlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The right-hand edge of a tree: the roots of the complete subtrees its entries fall into, one for each bit of the
 * size. It is all one needs in order to append and to know the root: 32 bytes per bit, however many entries there are.
 * (Elsewhere called a compact range that starts at 0.) Mutable and for one thread at a time; {@link #copy} before an
 * attempt that may fail.
 */
public final class Frontier {
    private final byte[] stack;
    private long size;

    /** The empty tree. */
    public Frontier() {
        this(new byte[64 * Hash.SIZE], 0);
    }

    private Frontier(byte[] stack, long size) {
        this.stack = stack;
        this.size = size;
    }

    /**
     * A stored frontier.
     *
     * @param roots biggest subtree first, as {@link #roots} gives them
     * @throws Malformed when there are not as many roots as {@code size} has bits set
     */
    public static Frontier of(long size, List<Hash> roots) {
        if (size < 0) throw new Malformed("a tree cannot have " + size + " entries");
        if (roots.size() != Long.bitCount(size))
            throw new Malformed("a tree of " + size + " entries has " + Long.bitCount(size) + " subtree roots, not "
                    + roots.size());
        var frontier = new Frontier();
        for (var i = 0; i < roots.size(); i++) roots.get(i).write(frontier.stack, i * Hash.SIZE);
        frontier.size = size;
        return frontier;
    }

    /** The frontier of a tree of {@code size} whose hashes are stored: reads one hash for each bit of the size. */
    public static Frontier at(long size, HashReader hashes) {
        var roots = new ArrayList<Hash>();
        for (var left = size; left != 0; ) {
            var level = 63 - Long.numberOfLeadingZeros(left);
            roots.add(hashes.subtree(level, (size - left) >>> level));
            left -= 1L << level;
        }
        return of(size, roots);
    }

    /** Appends one entry, given by its leaf hash. */
    public void add(Hash leaf) {
        addSubtree(0, leaf);
    }

    /**
     * Appends entries given by their leaf hashes.
     *
     * @param leafHashes hashes one after another, 32 bytes each; left as they are
     * @param from number of the first hash (not of the first byte)
     */
    public void add(byte[] leafHashes, int from, int count) {
        var after = grown(count);
        extend(stack, size, leafHashes, from, count);
        size = after;
    }

    /**
     * Appends 2^level entries at once, given by the root over them.
     *
     * @throws IllegalArgumentException when the size is not a multiple of 2^level, so that they would not form a
     * subtree
     */
    public void addSubtree(int level, Hash root) {
        if (level < 0 || level > 62) throw new IllegalArgumentException("there is no subtree of level " + level);
        if ((size & ((1L << level) - 1)) != 0)
            throw new IllegalArgumentException("a subtree of level " + level + " cannot begin at " + size);
        var after = grown(1L << level);
        var top = Long.bitCount(size) * Hash.SIZE;
        root.write(stack, top);
        join(Sha256.mine(), stack, top + Hash.SIZE, Long.numberOfTrailingZeros(~(size >>> level)));
        size = after;
    }

    public long size() {
        return size;
    }

    /** Root of the tree up to here; costs one hash for each bit of the size and changes nothing. */
    public Hash root() {
        if (size == 0) return Merkle.EMPTY_ROOT;
        var scratch = Sha256.mine().stack;
        System.arraycopy(stack, 0, scratch, 0, Long.bitCount(size) * Hash.SIZE);
        return collapse(scratch, size);
    }

    /** Roots of the complete subtrees, biggest first: store these with the size. */
    public List<Hash> roots() {
        var roots = new ArrayList<Hash>();
        for (var i = 0; i < Long.bitCount(size); i++) roots.add(Hash.read(stack, i * Hash.SIZE));
        return List.copyOf(roots);
    }

    public Frontier copy() {
        return new Frontier(stack.clone(), size);
    }

    @Override
    public String toString() {
        return "tree of " + size + " entries, root " + root().base64();
    }

    private long grown(long by) {
        if (by > Long.MAX_VALUE - size) throw new IllegalArgumentException("a tree has at most 2^63-1 entries");
        return size + by;
    }

    /**
     * Appends {@code count} hashes to the stack of a tree of {@code size}. Two at a time where the size is even: then
     * the pair is hashed straight from where it lies. Every carry of the binary counter "size" joins two neighbours on
     * the stack.
     */
    // Five parameters: the stack may be a frontier's or the scratch of Merkle.root.
    static void extend(byte[] stack, long size, byte[] hashes, int from, int count) {
        Objects.checkFromIndexSize(from, count, hashes.length / Hash.SIZE);
        var sha = Sha256.mine();
        var top = Long.bitCount(size) * Hash.SIZE;
        var at = from * Hash.SIZE;
        for (int left = count, taken; left > 0; left -= taken, size += taken, at += taken * Hash.SIZE) {
            taken = (size & 1) == 0 && left > 1 ? 2 : 1;
            if (taken == 2) sha.node(hashes, at, stack, top);
            else System.arraycopy(hashes, at, stack, top, Hash.SIZE);
            top = join(sha, stack, top + Hash.SIZE, Long.numberOfTrailingZeros(~(size >>> (taken - 1))));
        }
    }

    private static int join(Sha256 sha, byte[] stack, int top, int times) {
        for (var i = 0; i < times; i++) {
            top -= Hash.SIZE;
            sha.node(stack, top - Hash.SIZE, stack, top - Hash.SIZE);
        }
        return top;
    }

    /** Joins what is on the stack from the small end, which is where RFC 6962 splits; the stack is used up. */
    static Hash collapse(byte[] stack, long size) {
        join(Sha256.mine(), stack, Long.bitCount(size) * Hash.SIZE, Long.bitCount(size) - 1);
        return Hash.read(stack, 0);
    }
}
