package acorde.trustlog;

import static acorde.trustlog.LogVectorWriter.GT;
import static acorde.trustlog.LogVectorWriter.HN;
import static acorde.trustlog.LogVectorWriter.LOG;
import static acorde.trustlog.LogVectorWriter.LOG_KEY;
import static acorde.trustlog.LogVectorWriter.TREE;
import static acorde.trustlog.LogVectorWriter.checkpointOf;
import static acorde.trustlog.LogVectorWriter.entries;
import static acorde.trustlog.LogVectorWriter.entry;
import static acorde.trustlog.LogVectorWriter.forged;
import static acorde.trustlog.LogVectorWriter.held;
import static acorde.trustlog.LogVectorWriter.signed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a follower holds, what a log shows it, and what it must make of it. */
final class MirrorVectors {
    private final LogVectorWriter writer;

    MirrorVectors(LogVectorWriter writer) {
        this.writer = writer;
    }

    void write() throws IOException {
        stretches();
        catchUps();
    }

    private void stretches() throws IOException {
        stretch("good", "good", 5, signed(checkpointOf(12)), entries(5, 12));
        stretch("from-nothing", "good", 0, signed(checkpointOf(12)), entries(12));
        stretch("nothing-new", "good", 12, signed(checkpointOf(12)), List.of());
        stretch("over-a-bundle-boundary", "good", 250, signed(checkpointOf(262)), entries(250, 262));
        stretch(
                "wrong-signature",
                "wrong-signature",
                5,
                forged(checkpointOf(12).text(), LOG_KEY, GT, checkpointOf(12).text()),
                entries(5, 12));
        var other = new Checkpoint("acorde/vega/SV", 12, TREE.root(12));
        stretch(
                "right-signature-wrong-origin",
                "wrong-origin",
                5,
                forged(other.text(), LOG_KEY, LOG, other.text()),
                entries(5, 12));
        stretch("smaller-tree", "smaller-tree", 12, signed(checkpointOf(11)), List.of());
        var fork = fork(5, 7);
        stretch(
                "same-size-other-root",
                "same-size-other-root",
                12,
                signed(new Checkpoint(HN, 12, fork.root(12))),
                List.of());
        stretch("entry-changed", "root-mismatch", 5, signed(checkpointOf(12)), changed(entries(5, 12)));
        stretch("two-entries-swapped", "root-mismatch", 5, signed(checkpointOf(12)), swapped(entries(5, 12)));
        stretch("entry-missing", "wrong-count", 5, signed(checkpointOf(12)), entries(5, 11));
        stretch("entry-too-many", "wrong-count", 5, signed(checkpointOf(12)), entries(5, 13));
        stretch("entries-though-nothing-is-new", "wrong-count", 12, signed(checkpointOf(12)), entries(12, 13));
        // Well signed and larger, and what we hold is no longer in it.
        stretch(
                "history-rewritten",
                "root-mismatch",
                8,
                signed(new Checkpoint(HN, 12, fork.root(12))),
                entriesOf(fork, 8, 12));
        // The log lost its last entries, shows an older tree, then grows past us with other entries.
        stretch("rolled-back-log-after-restore-from-backup", "smaller-tree", 12, signed(checkpointOf(7)), List.of());
        var restored = fork(7, 10);
        stretch(
                "rolled-back-log-that-grew-past-us",
                "root-mismatch",
                12,
                signed(new Checkpoint(HN, 17, restored.root(17))),
                entriesOf(restored, 12, 17));
        // The follower itself was restored: it holds less than it cosigned. It just goes on from there.
        stretch("rolled-back-mirror-after-restore-from-backup", "good", 3, signed(checkpointOf(12)), entries(3, 12));
        // And when what it held up to the backup was another branch, it is refused instead of being overwritten.
        stretch("rolled-back-mirror-that-held-another-branch", "root-mismatch", fork, 8, entries(8, 12));
    }

    private void catchUps() throws IOException {
        catchUp("from-nothing", "good", 0, 600, Map.of());
        catchUp("from-inside-a-bundle", "good", 300, 600, Map.of());
        catchUp("to-a-full-bundle", "good", 10, 512, Map.of());
        catchUp("within-one-bundle", "good", 520, 600, Map.of());
        catchUp("nothing-new", "good", 600, 600, Map.of());
        catchUp("smaller-tree", "smaller-tree", 600, 599, Map.of());
        var wrongTile = tile(0, 2);
        wrongTile[40] ^= 1;
        catchUp("level-1-hash-changed", "root-mismatch", 0, 600, Map.of("tile/1/000.p/2", wrongTile));
        catchUp("level-1-hash-missing", "wrong-count", 0, 600, Map.of("tile/1/000.p/2", tile(0, 1)));
        catchUp(
                "level-1-tile-cut",
                "wrong-count",
                0,
                600,
                Map.of("tile/1/000.p/2", java.util.Arrays.copyOf(tile(0, 2), 63)));
        catchUp(
                "last-bundle-changed",
                "root-mismatch",
                0,
                600,
                Map.of(
                        "tile/entries/002.p/88",
                        EntryBundle.of(changed(entries(512, 600))).bytes()));
        catchUp(
                "last-bundle-one-entry-short",
                "wrong-count",
                0,
                600,
                Map.of(
                        "tile/entries/002.p/88",
                        EntryBundle.of(entries(512, 599)).bytes()));
        catchUp(
                "last-bundle-cut",
                "malformed",
                0,
                600,
                Map.of("tile/entries/002.p/88", java.util.Arrays.copyOf(bundle(512, 600), 101)));
        catchUp(
                "full-bundle-changed",
                "bundle-root-mismatch",
                0,
                600,
                Map.of(
                        "tile/entries/001",
                        EntryBundle.of(changed(entries(256, 512))).bytes()));
        catchUp(
                "full-bundle-one-entry-short",
                "bundle-wrong-count",
                0,
                600,
                Map.of("tile/entries/001", bundle(256, 511)));
        catchUp(
                "entry-we-hold-already-changed",
                "good",
                300,
                600,
                Map.of(
                        "tile/entries/001",
                        EntryBundle.of(changed(entries(256, 512))).bytes()));
    }

    private void stretch(String situation, String expect, int from, SignedNote note, List<byte[]> entries)
            throws IOException {
        writer.write(
                "stretch", situation, expect, "held", held(from), "note", note, "key", LOG_KEY, "entries", entries);
    }

    private void stretch(String situation, String expect, NaiveTree branch, int from, List<byte[]> entries)
            throws IOException {
        var held = new LinkedHashMap<String, Object>();
        held.put("size", from);
        held.put("roots", Frontier.at(from, branch::subtree).roots());
        writer.write(
                "stretch",
                situation,
                expect,
                "held",
                held,
                "note",
                signed(checkpointOf(12)),
                "key",
                LOG_KEY,
                "entries",
                entries);
    }

    /** All that the log of that size serves, some of it replaced. */
    private void catchUp(String situation, String expect, int from, int to, Map<String, byte[]> replaced)
            throws IOException {
        var served = new LinkedHashMap<String, Object>();
        for (var first = 0; first + 256 <= to; first += 256)
            served.put(TilePath.entries(first / 256).path(), bundle(first, first + 256));
        if (to % 256 != 0)
            served.put(TilePath.entries(to / 256).partial(to % 256).path(), bundle(to - to % 256, to));
        if (to >= 256) served.put(TilePath.tile(1, 0).partial(to / 256).path(), tile(0, to / 256));
        served.putAll(replaced);
        writer.write(
                "catch-up",
                situation,
                expect,
                "held",
                held(from),
                "note",
                signed(checkpointOf(to)),
                "key",
                LOG_KEY,
                "served",
                served);
    }

    private static byte[] tile(int from, int to) {
        var hashes = new byte[(to - from) * Hash.SIZE];
        for (var i = from; i < to; i++) TREE.subtree(8, i).write(hashes, (i - from) * Hash.SIZE);
        return hashes;
    }

    private static byte[] bundle(int from, int to) {
        return EntryBundle.of(entries(from, to)).bytes();
    }

    /** The first entries as in the tree, then others. */
    private static NaiveTree fork(int common, int others) {
        var all = new ArrayList<>(entries(common));
        for (var i = 0; i < others; i++) all.add(new byte[] {(byte) 0xee, (byte) i});
        return new NaiveTree(all);
    }

    private static List<byte[]> entriesOf(NaiveTree tree, int from, int to) {
        return tree.entries().subList(from, to);
    }

    /** One entry, not the first, with another content. */
    private static List<byte[]> changed(List<byte[]> entries) {
        var all = new ArrayList<>(entries);
        all.set(3, entry(65_535));
        return all;
    }

    private static List<byte[]> swapped(List<byte[]> entries) {
        var all = new ArrayList<>(entries);
        all.set(1, entries.get(2));
        all.set(2, entries.get(1));
        return all;
    }
}
