package acorde.trustlog;

/** Reads hashes of a stored tree. */
@FunctionalInterface
public interface HashReader {
    /**
     * Root of the complete subtree over the entries from {@code index * 2^level} up to, not including, {@code (index +
     * 1) * 2^level}.
     */
    Hash subtree(int level, long index);

    /**
     * Root over the entries from {@code begin} up to, not including, {@code end}, as RFC 6962 §2.1 splits them: the
     * biggest complete subtree first. {@code begin} must be a multiple of the biggest power of two that fits, as every
     * node of a tree is.
     */
    default Hash range(long begin, long end) {
        if (begin < 0 || begin >= end) throw new IllegalArgumentException("no entries from " + begin + " to " + end);
        var level = 63 - Long.numberOfLeadingZeros(end - begin);
        var width = 1L << level;
        if ((begin & (width - 1)) != 0)
            throw new IllegalArgumentException(
                    "the entries from " + begin + " to " + end + " are not one node of a tree");
        var left = subtree(level, begin >>> level);
        // At most 63 deep: each step clears the highest bit of what is left.
        return begin + width == end ? left : Merkle.node(left, range(begin + width, end));
    }

    /** Root of the tree of the first {@code size} entries. */
    default Hash root(long size) {
        return size == 0 ? Merkle.EMPTY_ROOT : range(0, size);
    }
}
