package acorde.trustlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a log serves a piece of its tree or its entries (c2sp.org/tlog-tiles): {@code tile/<level>/<N>[.p/<W>]} and
 * {@code tile/entries/<N>[.p/<W>]}, with N in groups of three digits, {@code x001/x234/067}.
 *
 * @param level 0 to {@value #MAX_LEVEL} for hashes, {@link #ENTRIES} for entries
 * @param index number of the tile in its level
 * @param width how many hashes or entries it holds: {@value #FULL} when full, fewer for the last one of a tree
 */
public record TilePath(int level, long index, int width) {
    /** The level of an entry bundle, which stands beside the tiles of level 0. */
    public static final int ENTRIES = -1;
    /** Hashes in a full tile, entries in a full bundle. */
    public static final int FULL = 256;
    /** The standard counts to 63; above 7 a single hash would span more entries than the largest tree of 2^63-1 has. */
    public static final int MAX_LEVEL = 7;
    /** {@code tile/entries/} and the longest number with its groups. */
    public static final int MAX_TEXT = 64;

    public TilePath {
        if (level < ENTRIES || level > MAX_LEVEL)
            throw new Malformed("there is no level " + level + "; they run from 0 to " + MAX_LEVEL);
        if (width < 1 || width > FULL) throw new Malformed("a tile is 1 to " + FULL + " wide, not " + width);
        var hashes = Long.MAX_VALUE >>> (8 * hashLevel(level));
        if (index < 0 || width > hashes || index > (hashes - width) / FULL)
            throw new Malformed("a tile " + index + " of that level lies beyond the largest tree");
    }

    /** A full tile of hashes. */
    public static TilePath tile(int level, long index) {
        if (level < 0) throw new Malformed("there is no level " + level + "; they run from 0 to " + MAX_LEVEL);
        return new TilePath(level, index, FULL);
    }

    /** A full bundle of entries. */
    public static TilePath entries(long index) {
        return new TilePath(ENTRIES, index, FULL);
    }

    /** The same tile while it is only {@code width} wide. */
    public TilePath partial(int width) {
        return new TilePath(level, index, width);
    }

    /** Reads {@code tile/...}, without a slash in front. */
    public static TilePath parse(String path) {
        if (path.length() > MAX_TEXT) throw new Malformed("the path is longer than " + MAX_TEXT + " characters");
        if (!path.startsWith("tile/")) throw new Malformed("the path does not begin with tile/");
        var slash = path.indexOf('/', 5);
        if (slash < 0) throw new Malformed("the path has no number of a tile");
        var level = path.substring(5, slash);
        var number = path.substring(slash + 1);
        return level.equals("entries") ? numbered(ENTRIES, number) : numbered(hashLevelOf(level), number);
    }

    /** Reads {@code <N>[.p/<W>]} alone, as a bundle of entries: the part that other paths for the same ranges share. */
    public static TilePath parseNumber(String number) {
        return numbered(ENTRIES, number);
    }

    /** The whole path, without a slash in front. */
    public String path() {
        return "tile/" + (level == ENTRIES ? "entries" : Integer.toString(level)) + "/" + number();
    }

    /** {@code <N>[.p/<W>]} alone. */
    public String number() {
        var groups = new StringBuilder(threeDigits(index % 1000));
        for (var rest = index / 1000; rest > 0; rest /= 1000) groups.insert(0, "x" + threeDigits(rest % 1000) + "/");
        return isFull() ? groups.toString() : groups + ".p/" + width;
    }

    public boolean isFull() {
        return width == FULL;
    }

    public boolean holdsEntries() {
        return level == ENTRIES;
    }

    /** Index of the first entry the tile speaks of. */
    public long firstEntry() {
        return (index * FULL) << (8 * hashLevel(level));
    }

    /**
     * The smallest size of a tree that has this tile. A full tile stays in every larger tree; a partial one belongs to
     * the sizes from here to {@link #lastSize}. A log need not serve a partial tile unless it signed one of these
     * sizes.
     */
    public long fromSize() {
        return firstEntry() + ((long) width << (8 * hashLevel(level)));
    }

    /** The largest size of a tree that has this tile; 2^63-1 for a full tile. */
    public long lastSize() {
        return isFull() ? Long.MAX_VALUE : fromSize() + ((1L << (8 * hashLevel(level))) - 1);
    }

    /** Whether a tree of exactly that size has this tile, full or as its last partial one. */
    public boolean isIn(long size) {
        return isWithin(size) && size <= lastSize();
    }

    /** Whether a tree of that size holds all that this tile does: as a tile of its own, or as the beginning of a wider one. */
    public boolean isWithin(long size) {
        return size >= fromSize();
    }

    /** The partial tiles at the right-hand edge of a tree, entries first, then upwards: at most nine. */
    public static List<TilePath> edge(long size) {
        var edge = new ArrayList<TilePath>();
        for (var level = ENTRIES; level <= MAX_LEVEL; level++) {
            var width = (int) (size >>> (8 * hashLevel(level))) & (FULL - 1);
            if (width > 0) edge.add(new TilePath(level, fullTiles(level, size), width));
        }
        return List.copyOf(edge);
    }

    /** How many full tiles of a level, numbered from 0, a tree of that size has. */
    public static long fullTiles(int level, long size) {
        return (size >>> (8 * hashLevel(level))) / FULL;
    }

    @Override
    public String toString() {
        return path();
    }

    private static int hashLevel(int level) {
        return Math.max(level, 0);
    }

    private static int hashLevelOf(String text) {
        var level = Strict.decimal(text, "the level");
        if (level > MAX_LEVEL) throw new Malformed("there is no level " + level + "; they run from 0 to " + MAX_LEVEL);
        return (int) level;
    }

    private static TilePath numbered(int level, String number) {
        if (number.length() > MAX_TEXT) throw new Malformed("the path is longer than " + MAX_TEXT + " characters");
        var dot = number.indexOf(".p/");
        if (dot < 0) return new TilePath(level, indexOf(number), FULL);
        var width = Strict.decimal(number.substring(dot + 3), "the width");
        if (width < 1 || width >= FULL)
            throw new Malformed("a partial tile is 1 to " + (FULL - 1) + " wide, not " + width);
        return new TilePath(level, indexOf(number.substring(0, dot)), (int) width);
    }

    private static long indexOf(String groups) {
        var index = 0L;
        for (var at = 0; ; at += 5) {
            var last = groups.length() - at == 3;
            if (!last && !(groups.startsWith("x", at) && groups.startsWith("/", at + 4)))
                throw new Malformed("the number of a tile is written x001/x234/067, not " + quoted(groups));
            var group = 0;
            for (var i = at + (last ? 0 : 1); i < at + (last ? 3 : 4); i++) {
                var digit = groups.charAt(i) - '0';
                if (digit < 0 || digit > 9)
                    throw new Malformed("the number of a tile is written in digits, not " + quoted(groups));
                group = group * 10 + digit;
            }
            if (at == 0 && !last && group == 0)
                throw new Malformed("the number of a tile begins with zeroes: " + quoted(groups));
            if (index > (Long.MAX_VALUE - group) / 1000) throw new Malformed("the number of the tile is too large");
            index = index * 1000 + group;
            if (last) return index;
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("[^ -~]", "?") + "\"";
    }

    private static String threeDigits(long group) {
        return Long.toString(1000 + group).substring(1);
    }
}
