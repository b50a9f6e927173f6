package acorde.trustlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Proof that an entry stands at one place of a tree (RFC 6962 §2.1.1).
 *
 * @param index place of the entry, counted from 0
 * @param size entries in the tree
 * @param path the neighbours' hashes from the leaf up to just below the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** What checking a proof comes to. */
    public sealed interface Outcome {
        /** The entry with that leaf hash is at {@code index} of the tree with that root. */
        record Included(long index, Hash root) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /** Builds the proof; reads at most about 64 + log2(size) hashes. */
    public static InclusionProof of(long index, long size, HashReader hashes) {
        if (index < 0 || index >= size)
            throw new IllegalArgumentException("entry " + index + " is not in a tree of " + size);
        var path = new ArrayList<Hash>();
        var begin = 0L;
        var end = size;
        while (end - begin > 1) {
            var middle = begin + Long.highestOneBit(end - begin - 1);
            if (index < middle) {
                path.add(hashes.range(middle, end));
                end = middle;
            } else {
                path.add(hashes.range(begin, middle));
                begin = middle;
            }
        }
        Collections.reverse(path);
        return new InclusionProof(index, size, path);
    }

    /**
     * Checks the proof by RFC 9162 §2.1.3.2, with the two conditions that are easily forgotten: the index must be below
     * the size (or the same hashes would prove another place), and the path must be used up exactly when the top is
     * reached (or it would prove the leaf in a tree of another size).
     */
    public Outcome verify(Hash leaf, Hash root) {
        if (index < 0 || index >= size)
            return refused(
                    Flaw.INDEX_NOT_BELOW_SIZE, "entry " + index + " cannot be in a tree of " + size + " entries");
        var node = index;
        var last = size - 1;
        var hash = leaf;
        for (var neighbour : path) {
            if (last == 0)
                return refused(
                        Flaw.PROOF_TOO_LONG,
                        "the proof has " + path.size() + " hashes and reaches the root before its end");
            if ((node & 1) == 1 || node == last) {
                hash = Merkle.node(neighbour, hash);
                // At the right-hand edge a node without a neighbour is carried up until it has one.
                var up = Long.numberOfTrailingZeros(node);
                node >>>= up;
                last >>>= up;
            } else {
                hash = Merkle.node(hash, neighbour);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0)
            return refused(Flaw.PROOF_TOO_SHORT, "the proof ends after " + path.size() + " hashes, below the root");
        return hash.equals(root)
                ? new Outcome.Included(index, root)
                : refused(
                        Flaw.ROOT_MISMATCH,
                        "the proof leads to the root " + hash.base64() + ", not to " + root.base64());
    }

    private static Outcome refused(Flaw flaw, String why) {
        return new Outcome.Refused(new Refusal(flaw, why));
    }
}
