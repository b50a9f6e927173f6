package acorde.trust;

import acorde.trustlog.Frontier;
import acorde.trustlog.Hash;
import acorde.trustlog.Merkle;
import java.util.ArrayList;
import java.util.List;

/**
 * The growing tree of one log: its frontier, the leaves of the bundle of 256 that is not full yet, and the roots of the bundles filled since
 * the last time they were taken for storing.
 */
final class Tree {
    /** Entries in a full bundle (C2SP tlog-tiles). */
    static final int BUNDLE = 256;

    private final Frontier frontier;
    private final byte[] leaves = new byte[BUNDLE * Hash.SIZE];
    private final List<Hash> filled = new ArrayList<>();
    private int inBundle;

    private Tree(Frontier frontier) {
        this.frontier = frontier;
    }

    /** The tree over {@code subtrees} full bundles and the entries after them. */
    static Tree of(List<Hash> subtrees, List<byte[]> rest) {
        var frontier = new Frontier();
        for (var root : subtrees) frontier.addSubtree(8, root);
        var tree = new Tree(frontier);
        for (var entry : rest) tree.add(entry);
        tree.takeFilled();
        return tree;
    }

    void add(byte[] entry) {
        var at = inBundle * Hash.SIZE;
        Merkle.leaf(entry, 0, entry.length, leaves, at);
        frontier.add(leaves, inBundle, 1);
        if (++inBundle == BUNDLE) {
            filled.add(Merkle.root(leaves, 0, BUNDLE));
            inBundle = 0;
        }
    }

    long size() {
        return frontier.size();
    }

    Hash root() {
        return frontier.root();
    }

    /** The roots of the bundles filled since the last call; the last of them is bundle {@code size() / 256 - 1}. */
    List<Hash> takeFilled() {
        var taken = List.copyOf(filled);
        filled.clear();
        return taken;
    }

    Frontier frontier() {
        return frontier.copy();
    }
}
