package acorde.trustlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Following a log from far behind, in constant memory, storing nothing that is not verified.
 *
 * <p><b>The method.</b> Work from the top down. A level-2 hash stands for 65,536 entries, a level-1 hash for 256.
 * Opening reads only
 * <pre>
 *   the rest of the bundle in which our size lies        at most 255 entries
 *   the rest of its level-1 tile                         at most 255 hashes
 *   level-2 hashes from there on                         32 bytes for each 65,536 entries
 *   the partial level-1 tile at the new edge             at most 255 hashes
 *   the partial bundle at the new edge                   at most 255 entries
 * </pre>
 * and appends them in this order to a copy of our frontier. If the root is the signed one, then every hash just read is
 * a node of the signed tree, and the tree continues ours. After that each level-1 tile is checked on its own against
 * its level-2 hash ({@link #segment}), and each bundle on its own against its level-1 hash ({@link Segment#check}), in
 * any order, by any number of threads, and again from the stored frontier after an interruption.
 *
 * <p><b>Cost.</b> For a million entries: 16 level-2 hashes, then 125 kB of level-1 hashes, then the entries, each read
 * once. Memory is one tile for each segment being worked on, and 32 bytes for each 65,536 entries, bounded by {@link
 * #MAX_LEVEL_TWO}.
 *
 * <p>Immutable once opened; {@link Resources} must bear being called from the threads that call {@link #segment}.
 */
public final class CatchUp {
    /** Level-2 hashes kept, 2 MiB of them: 2^32 entries in one go, more than any log here will have. */
    public static final int MAX_LEVEL_TWO = 65_536;

    private static final int TILE = TilePath.FULL;
    private static final int BUNDLE_LEVEL = 8;
    private static final int SEGMENT_LEVEL = 16;

    /** Reads the followed log. Whatever it throws goes through to the caller. */
    @FunctionalInterface
    public interface Resources {
        /**
         * The bytes served at {@code path}, exactly as wide as the path says (cut a full tile if the partial one is
         * gone).
         */
        byte[] read(TilePath path);
    }

    /** What opening comes to. */
    public sealed interface Opening {
        /** The signed tree continues ours; go and fetch. */
        record Ready(CatchUp catchUp) implements Opening {}

        record Refused(Refusal refusal) implements Opening {}
    }

    /** What checking a level-1 tile comes to. */
    public sealed interface SegmentOutcome {
        record Checked(Segment segment) implements SegmentOutcome {}

        record Refused(Refusal refusal) implements SegmentOutcome {}
    }

    /** What checking a bundle comes to. */
    public sealed interface BundleOutcome {
        /** @param levelOne its root: to be kept, and to be appended with {@code addSubtree(8, levelOne)} */
        record Checked(Hash levelOne) implements BundleOutcome {}

        record Refused(Refusal refusal) implements BundleOutcome {}
    }

    private final Frontier frontier;
    private final Resources resources;
    private final long firstFull;
    private final long endFull;
    private final @Nullable EntryBundle head;
    private final @Nullable EntryBundle tail;
    /** The level-1 hashes read while opening, at either end, by number of their tile. */
    private final List<Segment> edges;
    /** Roots of the level-1 tiles between, the first of number {@code firstLevelTwo}. */
    private final byte[] levelTwo;

    private final long firstLevelTwo;

    private CatchUp(Opener opener, Checkpoint signed) {
        frontier = opener.frontier;
        resources = opener.resources;
        firstFull = opener.firstFull;
        endFull = signed.size() / TILE;
        head = opener.head;
        tail = opener.tail;
        edges = List.copyOf(opener.edges);
        levelTwo = opener.levelTwo;
        firstLevelTwo = opener.firstLevelTwo;
    }

    /**
     * Reads the top of the tree and compares its root with the signed one.
     *
     * @param held the frontier at our size, of entries that were verified before; left as it is
     * @param signed a checkpoint whose signature and origin were checked already
     */
    public static Opening open(Frontier held, Checkpoint signed, Resources resources) {
        var refusal = Stretch.sizes(held, signed);
        if (refusal != null) return new Opening.Refused(refusal);
        var opener = new Opener(held, signed.size(), resources);
        refusal = opener.read();
        if (refusal == null) refusal = Stretch.root(opener.frontier, signed);
        return refusal == null ? new Opening.Ready(new CatchUp(opener, signed)) : new Opening.Refused(refusal);
    }

    /** Our frontier grown to the checkpoint; a copy. It is true already, but the entries are still to be fetched. */
    public Frontier frontier() {
        return frontier.copy();
    }

    /**
     * The entries from our size up to the next multiple of 256 (or the end): verified already. None when our size is a
     * multiple.
     */
    public Optional<EntryBundle> head() {
        return Optional.ofNullable(head);
    }

    /**
     * The entries after the last full bundle: verified already. None when the new size is a multiple of 256, or the
     * head reaches it.
     */
    public Optional<EntryBundle> tail() {
        return Optional.ofNullable(tail);
    }

    /** Number of the first full bundle that is to be fetched. */
    public long firstBundle() {
        return firstFull;
    }

    /** One more than the number of the last full bundle that is to be fetched. */
    public long endBundle() {
        return Math.max(firstFull, endFull);
    }

    /** Number of the first level-1 tile, for {@link #segment}. */
    public long firstSegment() {
        return firstBundle() / TILE;
    }

    /** One more than the number of the last level-1 tile. */
    public long endSegment() {
        return firstBundle() == endBundle() ? firstSegment() : (endBundle() - 1) / TILE + 1;
    }

    /** The checked level-1 hashes of up to 256 bundles; reads one tile, unless it was read while opening. */
    public SegmentOutcome segment(long number) {
        if (number < firstSegment() || number >= endSegment())
            throw new IllegalArgumentException("there is no segment " + number + " in what is to be fetched");
        for (var edge : edges) if (edge.number == number) return new SegmentOutcome.Checked(edge);
        var path = TilePath.tile(1, number);
        var hashes = resources.read(path);
        var refusal = length(path, hashes);
        if (refusal != null) return new SegmentOutcome.Refused(refusal);
        var wanted = Hash.read(levelTwo, Math.toIntExact(number - firstLevelTwo) * Hash.SIZE);
        if (!Merkle.root(hashes, 0, TILE).equals(wanted))
            return new SegmentOutcome.Refused(
                    new Refusal(Flaw.ROOT_MISMATCH, path + " is not part of the tree that was signed"));
        return new SegmentOutcome.Checked(new Segment(number, number * TILE, hashes.clone()));
    }

    private static @Nullable Refusal length(TilePath path, byte[] hashes) {
        if (hashes.length == path.width() * Hash.SIZE) return null;
        return new Refusal(
                Flaw.WRONG_COUNT,
                path + " has " + hashes.length + " bytes, not " + path.width() + " hashes of " + Hash.SIZE);
    }

    /** Level-1 hashes that were checked: one for each bundle. Immutable. */
    public static final class Segment {
        private final long number;
        private final long first;
        private final byte[] hashes;

        private Segment(long number, long first, byte[] hashes) {
            this.number = number;
            this.first = first;
            this.hashes = hashes;
        }

        /** Number of its first bundle. */
        public long firstBundle() {
            return first;
        }

        /** One more than the number of its last bundle. */
        public long endBundle() {
            return first + hashes.length / Hash.SIZE;
        }

        /** The root that a bundle must have. */
        public Hash levelOne(long bundle) {
            if (bundle < first || bundle >= endBundle())
                throw new IllegalArgumentException("bundle " + bundle + " is not in segment " + number);
            return Hash.read(hashes, (int) (bundle - first) * Hash.SIZE);
        }

        /** Checks one full bundle on its own. */
        public BundleOutcome check(long bundle, EntryBundle entries) {
            var wanted = levelOne(bundle);
            if (entries.count() != TILE)
                return new BundleOutcome.Refused(new Refusal(
                        Flaw.WRONG_COUNT, "bundle " + bundle + " has " + entries.count() + " entries, not " + TILE));
            return Merkle.root(entries.leafHashes(), 0, TILE).equals(wanted)
                    ? new BundleOutcome.Checked(wanted)
                    : new BundleOutcome.Refused(new Refusal(
                            Flaw.ROOT_MISMATCH, "bundle " + bundle + " is not part of the tree that was signed"));
        }
    }

    /** The reading of the five pieces, each one starting where the frontier has got to. */
    private static final class Opener {
        private final Frontier frontier;
        private final long end;
        private final Resources resources;
        private final List<Segment> edges = new ArrayList<>();
        private @Nullable EntryBundle head;
        private @Nullable EntryBundle tail;
        private byte[] levelTwo = {};
        private long firstLevelTwo;
        private long firstFull;

        Opener(Frontier held, long end, Resources resources) {
            this.frontier = held.copy();
            this.end = end;
            this.resources = resources;
        }

        @Nullable
        Refusal read() {
            if ((end >>> SEGMENT_LEVEL) - (frontier.size() >>> SEGMENT_LEVEL) > MAX_LEVEL_TWO)
                return new Refusal(
                        Flaw.TOO_FAR, "from " + frontier.size() + " to " + end + " is more than 2^32 entries");
            try {
                if (frontier.size() % TILE != 0 && frontier.size() < end) head = entries();
                firstFull = frontier.size() / TILE;
                if (frontier.size() % (1 << SEGMENT_LEVEL) != 0) levelOne();
                levelTwo();
                levelOne();
                if (frontier.size() < end) tail = entries();
            } catch (Malformed malformed) {
                return new Refusal(Flaw.MALFORMED, String.valueOf(malformed.getMessage()));
            } catch (WrongLength wrong) {
                return wrong.refusal;
            }
            return null;
        }

        /** The rest of the bundle in which the frontier stands, up to the end of the tree. */
        private EntryBundle entries() {
            var number = frontier.size() / TILE;
            var path = TilePath.entries(number).partial(width(number, end));
            var bundle = EntryBundle.parse(resources.read(path));
            if (bundle.count() != path.width())
                throw new WrongLength(new Refusal(
                        Flaw.WRONG_COUNT, path + " has " + bundle.count() + " entries, not " + path.width()));
            var rest = bundle.from((int) (frontier.size() % TILE));
            frontier.add(rest.leafHashes(), 0, rest.count());
            return rest;
        }

        /** The level-1 hashes from the frontier to the end of their tile or of the tree, if there are any. */
        private void levelOne() {
            var first = frontier.size() >>> BUNDLE_LEVEL;
            if (frontier.size() % TILE != 0 || first >= end >>> BUNDLE_LEVEL) return;
            var hashes = hashes(1, first, BUNDLE_LEVEL);
            for (var at = 0; at < hashes.length; at += Hash.SIZE)
                frontier.addSubtree(BUNDLE_LEVEL, Hash.read(hashes, at));
            edges.add(new Segment(first / TILE, first, hashes));
        }

        private void levelTwo() {
            LongSupplier next = () -> frontier.size() >>> SEGMENT_LEVEL;
            firstLevelTwo = next.getAsLong();
            if (frontier.size() % (1 << SEGMENT_LEVEL) != 0) return;
            levelTwo = new byte[(int) ((end >>> SEGMENT_LEVEL) - firstLevelTwo) * Hash.SIZE];
            while (next.getAsLong() < end >>> SEGMENT_LEVEL) {
                var hashes = hashes(2, next.getAsLong(), SEGMENT_LEVEL);
                System.arraycopy(
                        hashes, 0, levelTwo, (int) (next.getAsLong() - firstLevelTwo) * Hash.SIZE, hashes.length);
                for (var at = 0; at < hashes.length; at += Hash.SIZE)
                    frontier.addSubtree(SEGMENT_LEVEL, Hash.read(hashes, at));
            }
        }

        /** The hashes from number {@code first} to the end of their tile or of the tree. */
        private byte[] hashes(int level, long first, int entriesLevel) {
            var number = first / TILE;
            var path = TilePath.tile(level, number).partial(width(number, end >>> entriesLevel));
            var hashes = resources.read(path);
            var refusal = length(path, hashes);
            if (refusal != null) throw new WrongLength(refusal);
            return Arrays.copyOfRange(hashes, (int) (first % TILE) * Hash.SIZE, hashes.length);
        }

        private static int width(long number, long end) {
            return (int) Math.min(TILE, end - number * TILE);
        }
    }

    /** Ends the reading early; never leaves this class. */
    private static final class WrongLength extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        WrongLength(Refusal refusal) {
            super(refusal.why(), null, false, false);
            this.refusal = refusal;
        }
    }
}
