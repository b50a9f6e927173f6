package acorde.trustlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FollowingTest {
    static final String ORIGIN = "acorde/vega/HN";
    /** More than three level-1 tiles, so that level-2 hashes are read. */
    static final int LARGE = 3 * 65_536 + 2 * 256 + 77;

    static final ServedLog LOG = new ServedLog(LARGE);

    /** A log in memory, served as tiles: entry i is the text "entry i". */
    static final class ServedLog implements CatchUp.Resources {
        private final byte[] leaves;
        private final Map<TilePath, byte[]> served = new HashMap<>();
        private final Map<Integer, Frontier> grown = new HashMap<>();
        final List<TilePath> asked = new ArrayList<>();

        ServedLog(int size) {
            leaves = MerkleTest.leaves(size);
        }

        Checkpoint checkpoint(int size) {
            return Checkpoint.of(ORIGIN, frontier(size));
        }

        Frontier frontier(int size) {
            return grown.computeIfAbsent(size, key -> {
                        var frontier = new Frontier();
                        frontier.add(leaves, 0, size);
                        return frontier;
                    })
                    .copy();
        }

        static EntryBundle bundle(long from, long to) {
            var entries = new ArrayList<byte[]>();
            for (var i = from; i < to; i++) entries.add(NaiveTree.entry(i));
            return EntryBundle.of(entries);
        }

        @Override
        public byte[] read(TilePath path) {
            asked.add(path);
            return served.computeIfAbsent(path, this::made).clone();
        }

        private byte[] made(TilePath path) {
            if (path.holdsEntries())
                return bundle(path.firstEntry(), path.firstEntry() + path.width())
                        .bytes();
            var span = 1 << (8 * path.level());
            var hashes = new byte[path.width() * Hash.SIZE];
            for (var i = 0; i < path.width(); i++)
                Merkle.root(leaves, Math.toIntExact(path.firstEntry()) + i * span, span)
                        .write(hashes, i * Hash.SIZE);
            return hashes;
        }
    }

    @Test
    void aStretchFromEverySizeToEverySizeIsVerified() {
        for (var from = 0; from <= 40; from++) {
            for (var to = from; to <= 41; to++) {
                var entries = from == to ? List.<EntryBundle>of() : List.of(ServedLog.bundle(from, to));
                var outcome = Stretch.verify(LOG.frontier(from), LOG.checkpoint(to), entries);
                var verified = assertInstanceOf(Stretch.Outcome.Verified.class, outcome);
                assertEquals(LOG.frontier(to).roots(), verified.frontier().roots());
            }
        }
    }

    @Test
    void aStretchMayComeInSeveralBundles() {
        var entries = List.of(ServedLog.bundle(300, 512), ServedLog.bundle(512, 768), ServedLog.bundle(768, 900));
        assertInstanceOf(
                Stretch.Outcome.Verified.class, Stretch.verify(LOG.frontier(300), LOG.checkpoint(900), entries));
    }

    @Test
    void whatIsHeldStaysAsItWasWhenAStretchIsRefused() {
        var held = LOG.frontier(300);
        var wrong = List.of(ServedLog.bundle(301, 401));
        refused(Flaw.ROOT_MISMATCH, Stretch.verify(held, LOG.checkpoint(400), wrong));
        assertEquals(300, held.size());
        assertEquals(LOG.checkpoint(300).root(), held.root());
    }

    @Test
    void aStretchWithMissingOrSpareEntriesIsRefused() {
        var held = LOG.frontier(300);
        refused(Flaw.WRONG_COUNT, Stretch.verify(held, LOG.checkpoint(400), List.of(ServedLog.bundle(300, 399))));
        refused(Flaw.WRONG_COUNT, Stretch.verify(held, LOG.checkpoint(400), List.of(ServedLog.bundle(300, 401))));
        refused(Flaw.WRONG_COUNT, Stretch.verify(held, LOG.checkpoint(300), List.of(ServedLog.bundle(300, 301))));
        refused(Flaw.WRONG_COUNT, Stretch.verify(held, LOG.checkpoint(301), new byte[33]));
    }

    @Test
    void aSmallerTreeAndAnotherRootOfTheSameSizeAreRefused() {
        var held = LOG.frontier(300);
        refused(Flaw.SMALLER_TREE, Stretch.verify(held, LOG.checkpoint(299), List.of()));
        var other = new Checkpoint(ORIGIN, 300, LOG.checkpoint(299).root());
        refused(Flaw.SAME_SIZE_OTHER_ROOT, Stretch.verify(held, other, List.of()));
    }

    @Test
    void aLogThatForgotAndWroteAnewIsRefused() {
        // It lost entries 250 to 299 and continued differently: the new entries are well signed, ours are no longer in
        // it.
        var forked = LOG.frontier(250);
        for (var i = 0; i < 150; i++)
            forked.add(Merkle.leaf(("other " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var entries = new ArrayList<byte[]>();
        for (var i = 50; i < 150; i++) entries.add(("other " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refused(
                Flaw.ROOT_MISMATCH,
                Stretch.verify(LOG.frontier(300), Checkpoint.of(ORIGIN, forked), List.of(EntryBundle.of(entries))));
    }

    @Test
    void catchingUpGivesEveryEntryExactlyOnce() {
        var sizes =
                new int[] {0, 1, 255, 256, 257, 600, 65_535, 65_536, 65_537, 70_000, 131_072, 150_000, LARGE - 1, LARGE
                };
        for (var from : sizes) {
            for (var to : sizes) {
                if (from > to) continue;
                var ready = assertInstanceOf(
                        CatchUp.Opening.Ready.class,
                        CatchUp.open(LOG.frontier(from), LOG.checkpoint(to), LOG),
                        from + " to " + to);
                assertEquals(to, follow(ready.catchUp(), LOG.frontier(from)), from + " to " + to);
            }
        }
    }

    /** Does what a follower does, and gives the size it gets to. */
    private static long follow(CatchUp catchUp, Frontier held) {
        catchUp.head().ifPresent(head -> held.add(head.leafHashes(), 0, head.count()));
        for (var number = catchUp.firstSegment(); number < catchUp.endSegment(); number++) {
            var segment = assertInstanceOf(CatchUp.SegmentOutcome.Checked.class, catchUp.segment(number))
                    .segment();
            for (var bundle = segment.firstBundle(); bundle < segment.endBundle(); bundle++) {
                assertEquals(bundle, held.size() / 256);
                // One bundle of each segment is fetched for real; for the rest the checked hash stands.
                if (bundle == segment.firstBundle()) {
                    var entries = EntryBundle.parse(LOG.read(TilePath.entries(bundle)));
                    assertInstanceOf(CatchUp.BundleOutcome.Checked.class, segment.check(bundle, entries));
                }
                held.addSubtree(8, segment.levelOne(bundle));
            }
        }
        catchUp.tail().ifPresent(tail -> held.add(tail.leafHashes(), 0, tail.count()));
        assertEquals(catchUp.frontier().roots(), held.roots());
        return held.size();
    }

    @Test
    void openingReadsAHandfulOfPiecesHoweverFarItIs() {
        LOG.asked.clear();
        CatchUp.open(LOG.frontier(300), LOG.checkpoint(LARGE), LOG);
        assertEquals(
                List.of("tile/entries/001", "tile/1/000", "tile/2/000.p/3", "tile/1/003.p/2", "tile/entries/770.p/77"),
                LOG.asked.stream().map(TilePath::path).toList());
    }

    @Test
    void aWrongPieceAnywhereInTheOpeningIsRefused() {
        for (var path : List.of(
                "tile/entries/001", "tile/1/000", "tile/2/000.p/3", "tile/1/003.p/2", "tile/entries/770.p/77")) {
            opening(Flaw.ROOT_MISMATCH, changed(path, bytes -> {
                bytes[bytes.length - 1] ^= 1;
                return bytes;
            }));
            var cut = CatchUp.open(
                    LOG.frontier(300),
                    LOG.checkpoint(LARGE),
                    changed(path, bytes -> java.util.Arrays.copyOf(bytes, bytes.length - 1)));
            assertInstanceOf(CatchUp.Opening.Refused.class, cut, path);
        }
        opening(Flaw.WRONG_COUNT, changed("tile/1/000", bytes -> new byte[0]));
        opening(Flaw.MALFORMED, changed("tile/entries/001", bytes -> new byte[0]));
        opening(
                Flaw.WRONG_COUNT,
                changed("tile/entries/001", bytes -> ServedLog.bundle(256, 511).bytes()));
    }

    @Test
    void anOlderAndADifferentTreeAreRefusedBeforeAnythingIsRead() {
        LOG.asked.clear();
        assertEquals(
                Flaw.SMALLER_TREE,
                assertInstanceOf(
                                CatchUp.Opening.Refused.class,
                                CatchUp.open(LOG.frontier(300), LOG.checkpoint(299), LOG))
                        .refusal()
                        .flaw());
        var other = new Checkpoint(ORIGIN, 300, LOG.checkpoint(299).root());
        assertEquals(
                Flaw.SAME_SIZE_OTHER_ROOT,
                assertInstanceOf(CatchUp.Opening.Refused.class, CatchUp.open(LOG.frontier(300), other, LOG))
                        .refusal()
                        .flaw());
        assertTrue(LOG.asked.isEmpty());
    }

    @Test
    void moreThanFourBillionEntriesAtOnceAreRefused() {
        var far = new Checkpoint(ORIGIN, (1L << 32) + 65_536, LOG.checkpoint(1).root());
        assertEquals(
                Flaw.TOO_FAR,
                assertInstanceOf(CatchUp.Opening.Refused.class, CatchUp.open(new Frontier(), far, LOG))
                        .refusal()
                        .flaw());
    }

    @Test
    void aWrongLevelOneTileOrBundleIsRefusedOnItsOwn() {
        var wrongTile = changed("tile/1/001", bytes -> {
            bytes[0] ^= 1;
            return bytes;
        });
        var catchUp = assertInstanceOf(
                        CatchUp.Opening.Ready.class, CatchUp.open(LOG.frontier(300), LOG.checkpoint(LARGE), wrongTile))
                .catchUp();
        var refused = assertInstanceOf(CatchUp.SegmentOutcome.Refused.class, catchUp.segment(1));
        assertEquals(Flaw.ROOT_MISMATCH, refused.refusal().flaw());
        var segment = assertInstanceOf(CatchUp.SegmentOutcome.Checked.class, catchUp.segment(2))
                .segment();
        var wrong = assertInstanceOf(
                CatchUp.BundleOutcome.Refused.class, segment.check(513, ServedLog.bundle(256L * 514, 256L * 515)));
        assertEquals(Flaw.ROOT_MISMATCH, wrong.refusal().flaw());
        var few = assertInstanceOf(
                CatchUp.BundleOutcome.Refused.class, segment.check(513, ServedLog.bundle(256L * 513, 256L * 514 - 1)));
        assertEquals(Flaw.WRONG_COUNT, few.refusal().flaw());
        assertThrows(IllegalArgumentException.class, () -> catchUp.segment(4));
    }

    @Test
    void proofsAreBuiltFromTheTilesOfALog() {
        var hashes = new TileHashes(LOG, LARGE);
        for (var index : new int[] {0, 255, 256, 65_535, 65_536, 131_072, LARGE - 78, LARGE - 1})
            assertInstanceOf(
                    InclusionProof.Outcome.Included.class,
                    InclusionProof.of(index, LARGE, hashes)
                            .verify(
                                    Merkle.leaf(NaiveTree.entry(index)),
                                    LOG.checkpoint(LARGE).root()));
        assertEquals(LOG.frontier(LARGE).roots(), Frontier.at(LARGE, hashes).roots());
        assertThrows(IllegalArgumentException.class, () -> hashes.subtree(8, LARGE / 256));
    }

    @Test
    void aBundleGivesBackWhatWasPutIn() {
        var entries = List.of(new byte[0], new byte[] {1, 2, 3}, new byte[EntryBundle.MAX_ENTRY_BYTES]);
        var bundle = EntryBundle.parse(EntryBundle.of(entries).bytes());
        assertEquals(3, bundle.count());
        for (var i = 0; i < 3; i++) assertArrayEquals(entries.get(i), bundle.entry(i));
        var rest = bundle.from(1);
        assertEquals(2, rest.count());
        assertEquals(Merkle.leaf(new byte[] {1, 2, 3}), Hash.read(rest.leafHashes(), 0));
    }

    private static CatchUp.Resources changed(String path, UnaryOperator<byte[]> change) {
        return asked -> asked.path().equals(path) ? change.apply(LOG.read(asked)) : LOG.read(asked);
    }

    private static void opening(Flaw flaw, CatchUp.Resources resources) {
        var outcome = CatchUp.open(LOG.frontier(300), LOG.checkpoint(LARGE), resources);
        assertEquals(
                flaw,
                assertInstanceOf(CatchUp.Opening.Refused.class, outcome)
                        .refusal()
                        .flaw());
    }

    private static void refused(Flaw flaw, Stretch.Outcome outcome) {
        assertEquals(
                flaw,
                assertInstanceOf(Stretch.Outcome.Refused.class, outcome)
                        .refusal()
                        .flaw());
    }
}
