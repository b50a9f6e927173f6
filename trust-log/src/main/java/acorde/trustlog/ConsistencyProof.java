package acorde.trustlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Proof that a tree begins with all the entries of an older one, in the same order (RFC 6962 §2.1.2).
 *
 * @param first entries of the older tree
 * @param second entries of the newer tree
 * @param path as RFC 6962 orders it; empty when the older tree is empty or both have one size
 */
public record ConsistencyProof(long first, long second, List<Hash> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** What checking a proof comes to. */
    public sealed interface Outcome {
        /** The newer tree contains the older one unchanged. */
        record Consistent(long first, long second) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /** Builds the proof; reads at most about 64 + log2(size) hashes. */
    public static ConsistencyProof of(long first, long second, HashReader hashes) {
        if (first < 0 || first > second)
            throw new IllegalArgumentException("a tree of " + second + " cannot continue one of " + first);
        var path = new ArrayList<Hash>();
        if (first == 0 || first == second) return new ConsistencyProof(first, second, path);
        var begin = 0L;
        var end = second;
        while (first != end) {
            var middle = begin + Long.highestOneBit(end - begin - 1);
            if (first <= middle) {
                path.add(hashes.range(middle, end));
                end = middle;
            } else {
                path.add(hashes.range(begin, middle));
                begin = middle;
            }
        }
        // A subtree that is the whole older tree is not sent: the reader knows its root.
        if (begin != 0) path.add(hashes.range(begin, end));
        Collections.reverse(path);
        return new ConsistencyProof(first, second, path);
    }

    /** Checks the proof by RFC 9162 §2.1.4.2, which needs the path used up exactly when the top is reached. */
    public Outcome verify(Hash firstRoot, Hash secondRoot) {
        if (first < 0 || second < 0) return refused(Flaw.MALFORMED, "a tree cannot have fewer than no entries");
        if (second < first)
            return refused(Flaw.SMALLER_TREE, "the newer tree has " + second + " entries, the older one " + first);
        if (first == 0 && !firstRoot.equals(Merkle.EMPTY_ROOT))
            return refused(Flaw.ROOT_MISMATCH, "the root given for the empty tree is not that of the empty tree");
        if (first == second && !firstRoot.equals(secondRoot))
            return refused(Flaw.SAME_SIZE_OTHER_ROOT, "two trees of " + first + " entries have different roots");
        if (first == 0 || first == second)
            return path.isEmpty()
                    ? new Outcome.Consistent(first, second)
                    : refused(
                            Flaw.PROOF_TOO_LONG,
                            "nothing is left to prove and the proof has " + path.size() + " hashes");
        return climb(firstRoot, secondRoot);
    }

    private Outcome climb(Hash firstRoot, Hash secondRoot) {
        var up = Long.numberOfTrailingZeros(first);
        var node = (first - 1) >>> up;
        var last = (second - 1) >>> up;
        var used = 0;
        // The subtree both trees share: the older tree itself if that is complete, else the first hash of the path.
        if (node != 0 && path.isEmpty()) return tooShort();
        var shared = node == 0 ? firstRoot : path.get(used++);
        var older = shared;
        var newer = shared;
        for (var neighbour : path.subList(used, path.size())) {
            if (last == 0)
                return refused(
                        Flaw.PROOF_TOO_LONG,
                        "the proof has " + path.size() + " hashes and reaches the root before its end");
            if ((node & 1) == 1 || node == last) {
                older = Merkle.node(neighbour, older);
                newer = Merkle.node(neighbour, newer);
                var carried = Long.numberOfTrailingZeros(node);
                node >>>= carried;
                last >>>= carried;
            } else {
                newer = Merkle.node(newer, neighbour);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) return tooShort();
        if (!older.equals(firstRoot))
            return refused(
                    Flaw.ROOT_MISMATCH,
                    "the proof leads to the older root " + older.base64() + ", not to " + firstRoot.base64());
        return newer.equals(secondRoot)
                ? new Outcome.Consistent(first, second)
                : refused(
                        Flaw.ROOT_MISMATCH,
                        "the proof leads to the newer root " + newer.base64() + ", not to " + secondRoot.base64());
    }

    private Outcome tooShort() {
        return refused(Flaw.PROOF_TOO_SHORT, "the proof ends after " + path.size() + " hashes, below the root");
    }

    private static Outcome refused(Flaw flaw, String why) {
        return new Outcome.Refused(new Refusal(flaw, why));
    }
}
