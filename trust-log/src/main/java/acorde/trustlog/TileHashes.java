package acorde.trustlog;

/**
 * Reads a tree from the tiles that hold it: what a client needs to build proofs from a log's own resources. Nothing
 * read here is verified; the proof that is built from it is. Keeps no cache.
 */
public final class TileHashes implements HashReader {
    private static final int LEVELS_OF_TILE = 8;

    private final CatchUp.Resources tiles;
    private final long size;

    /** @param size of the tree the tiles belong to: it decides how wide the last tile of each level is */
    public TileHashes(CatchUp.Resources tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    @Override
    public Hash subtree(int level, long index) {
        var tileLevel = level / LEVELS_OF_TILE;
        var within = level % LEVELS_OF_TILE;
        var first = index << within;
        var number = first / TilePath.FULL;
        var stored = size >>> (LEVELS_OF_TILE * tileLevel);
        if (index < 0 || index >= stored >>> within)
            throw new IllegalArgumentException(
                    "a tree of " + size + " has no complete subtree " + index + " of level " + level);
        var path = TilePath.tile(tileLevel, number)
                .partial((int) Math.min(TilePath.FULL, stored - number * TilePath.FULL));
        var hashes = tiles.read(path);
        if (hashes.length != path.width() * Hash.SIZE)
            throw new Malformed(
                    path + " has " + hashes.length + " bytes, not " + path.width() + " hashes of " + Hash.SIZE);
        return Merkle.root(hashes, (int) (first % TilePath.FULL), 1 << within);
    }
}
