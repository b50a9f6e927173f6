package acorde.trust;

import acorde.trustlog.EntryBundle;
import acorde.trustlog.Hash;
import acorde.trustlog.Merkle;
import acorde.trustlog.TilePath;
import java.util.List;
import java.util.Optional;

/**
 * Tiles of a stored log (c2sp.org/tlog-tiles), computed when asked for: entries are the truth, level 0 is hashed from them, level 1 stands in
 * the table of subtrees, and the levels above are folded from it.
 */
final class Tiles {
    private final LogRows rows;
    private final Place place;
    private final long size;

    Tiles(LogRows rows, Place place, long size) {
        this.rows = rows;
        this.place = place;
        this.size = size;
    }

    /** The bytes of a tile; empty if the log is too small to have it. */
    Optional<byte[]> read(TilePath path) {
        if (!path.isWithin(size)) return Optional.empty();
        var first = path.index() * Tree.BUNDLE;
        var end = first + path.width();
        return Optional.of(
                switch (path.level()) {
                    case TilePath.ENTRIES ->
                        EntryBundle.of(rows.bare(place, first, end)).bytes();
                    case 0 -> leaves(rows.bare(place, first, end));
                    case 1 -> flat(rows.subtrees(place, first, end));
                    default -> folded(path, first, end);
                });
    }

    private static byte[] leaves(List<byte[]> entries) {
        var hashes = new byte[entries.size() * Hash.SIZE];
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            Merkle.leaf(entry, 0, entry.length, hashes, i * Hash.SIZE);
        }
        return hashes;
    }

    /** Level {@code n} from the subtrees of 256: each of its hashes stands for {@code 256^(n-1)} of them. */
    private byte[] folded(TilePath path, long first, long end) {
        var each = 1;
        for (var level = 1; level < path.level(); level++) each = Math.multiplyExact(each, Tree.BUNDLE);
        var hashes = new byte[path.width() * Hash.SIZE];
        for (var i = 0; i < end - first; i++) {
            var under = flat(rows.subtrees(place, (first + i) * each, (first + i + 1) * each));
            Merkle.root(under, 0, each).write(hashes, i * Hash.SIZE);
        }
        return hashes;
    }

    private static byte[] flat(List<Hash> hashes) {
        var bytes = new byte[hashes.size() * Hash.SIZE];
        for (var i = 0; i < hashes.size(); i++) hashes.get(i).write(bytes, i * Hash.SIZE);
        return bytes;
    }
}
