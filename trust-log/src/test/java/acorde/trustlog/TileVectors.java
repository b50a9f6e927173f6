package acorde.trustlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Paths, bundles and entries. */
final class TileVectors {
    private final LogVectorWriter writer;

    TileVectors(LogVectorWriter writer) {
        this.writer = writer;
    }

    void write() throws IOException {
        path("level-0-first", "tile/0/000", 0, 0, 256);
        path("entries-first", "tile/entries/000", -1, 0, 256);
        path("last-of-three-digits", "tile/0/999", 0, 999, 256);
        path("first-of-two-groups", "tile/0/x001/000", 0, 1000, 256);
        path("example-of-the-standard", "tile/0/x001/x234/067", 0, 1_234_067, 256);
        path("partial", "tile/1/x001/234.p/5", 1, 1234, 5);
        path("widest-partial", "tile/entries/000.p/255", -1, 0, 255);
        path("highest-level", "tile/7/000.p/127", 7, 0, 127);
        path("largest-index", "tile/0/x036/x028/x797/x018/x963/966", 0, 36_028_797_018_963_966L, 256);
        for (var bad : List.of(
                "empty=",
                "without-number=tile/0",
                "without-number-after-slash=tile/0/",
                "other-folder=tiles/0/000",
                "slash-in-front=/tile/0/000",
                "level-with-leading-zero=tile/00/000",
                "level-above-the-largest-tree=tile/8/000",
                "level-64=tile/64/000",
                "level-negative=tile/-1/000",
                "level-named-otherwise=tile/data/000",
                "number-of-two-digits=tile/0/00",
                "number-of-four-digits=tile/0/0000",
                "group-without-x=tile/0/001/000",
                "x-in-the-last-group=tile/0/x001",
                "group-of-zeroes-in-front=tile/0/x000/001",
                "group-of-four-digits=tile/0/x0001/000",
                "letters-for-digits=tile/0/abc",
                "digits-of-another-script=tile/0/٠٠١",
                "sign-in-a-group=tile/0/+01",
                "width-0=tile/0/000.p/0",
                "width-256=tile/0/000.p/256",
                "width-with-leading-zero=tile/0/000.p/05",
                "width-empty=tile/0/000.p/",
                "width-twice=tile/0/000.p/5.p/5",
                "slash-at-the-end=tile/0/000/",
                "dots=tile/0/../000",
                "percent-encoded=tile/0/%30%30%30",
                "index-beyond-the-largest-tree=tile/0/x036/x028/x797/x018/x963/968",
                "index-beyond-64-bits=tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "very-long=tile/0/" + "x001/".repeat(40) + "000")) {
            var equals = bad.indexOf('=');
            writer.write("tile-path", bad.substring(0, equals), "malformed", "path", bad.substring(equals + 1));
        }
        tiles();
        bundles();
        entries();
    }

    private void path(String situation, String path, int level, long index, int width) throws IOException {
        writer.write("tile-path", situation, "good", "path", path, "level", level, "index", index, "width", width);
    }

    /** Which tiles a log that signed these sizes serves; of sizes between it may serve any, and beyond the last there is none. */
    private void tiles() throws IOException {
        writer.write(
                "edge",
                "of-70000",
                "good",
                "size",
                70_000,
                "tiles",
                List.of("tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"));
        writer.write("edge", "of-256", "good", "size", 256, "tiles", List.of("tile/1/000.p/1"));
        writer.write("edge", "of-an-empty-log", "good", "size", 0, "tiles", List.of());
        served("full-tile-of-a-larger-tree", "served", "tile/0/000", 300, 600);
        served("full-tile-not-yet-full", "not-there", "tile/0/001", 300, 511);
        served("partial-tile-of-a-signed-size", "served", "tile/0/001.p/44", 300, 600);
        served("partial-tile-of-a-size-never-signed", "may-be-served", "tile/0/001.p/45", 300, 600);
        served("partial-bundle-of-a-size-never-signed", "may-be-served", "tile/entries/000.p/7", 300, 600);
        served("partial-level-1-tile-of-a-size-between", "served", "tile/1/000.p/2", 300, 600);
        served("partial-level-1-tile-never-signed", "may-be-served", "tile/1/000.p/1", 200, 600);
        served("partial-tile-beyond-the-tree", "not-there", "tile/0/002.p/89", 300, 600);
    }

    private void served(String situation, String expect, String path, int... sizes) throws IOException {
        writer.write(
                "served",
                situation,
                expect,
                "path",
                path,
                "signedSizes",
                java.util.Arrays.stream(sizes).boxed().toList());
    }

    private void bundles() throws IOException {
        bundle("two-entries", "good", "0002aaaa0001bb", "entries", List.of("aaaa", "bb"));
        bundle("an-empty-entry", "good", "0000", "entries", List.of(""));
        bundle("256-entries", "good", "000141".repeat(256), "entries", java.util.Collections.nCopies(256, "41"));
        bundle("257-entries", "malformed", "000141".repeat(257));
        bundle("empty", "malformed", "");
        bundle("cut-inside-a-length", "malformed", "0002aaaa00");
        bundle("cut-inside-an-entry", "malformed", "0002aaaa0002bb");
        bundle("length-beyond-the-end", "malformed", "ffffaaaa");
        bundle("entry-longer-than-the-log-allows", "malformed", "0223" + "41".repeat(547));
        bundle(
                "entry-as-long-as-the-log-allows",
                "good",
                "0222" + "41".repeat(546),
                "entries",
                List.of("41".repeat(546)));
    }

    private void bundle(String situation, String expect, String hex, Object... entries) throws IOException {
        var pairs = new ArrayList<Object>(List.of("bundle", hex, "maxEntryBytes", LogEntry.MAX_BYTES));
        pairs.addAll(List.of(entries));
        writer.write("bundle", situation, expect, pairs.toArray());
    }

    private void entries() throws IOException {
        var commitment = "c0".repeat(32);
        var two = "01" + commitment + "02" + "a1".repeat(8) + "b2".repeat(8);
        entry("two-places", "good", two, commitment, "a1".repeat(8), "b2".repeat(8));
        entry("no-places", "good", "01" + commitment + "00", commitment);
        writer.write(
                "entry",
                "64-places",
                "good",
                "entry",
                "01" + commitment + "40" + "a1".repeat(512),
                "commitment",
                commitment,
                "tags",
                java.util.Collections.nCopies(64, "a1".repeat(8)));
        for (var bad : List.of(
                "empty=",
                "of-another-version=02" + two.substring(2),
                "of-wrong-length-one-byte-short=" + two.substring(0, two.length() - 2),
                "of-wrong-length-one-byte-long=" + two + "00",
                "of-wrong-length-one-tag-missing=" + two.substring(0, two.length() - 16),
                "without-the-number-of-tags=01" + commitment,
                "65-places=01" + commitment + "41" + "a1".repeat(520),
                "255-places=01" + commitment + "ff" + "a1".repeat(2040))) {
            var equals = bad.indexOf('=');
            writer.write(
                    "entry",
                    bad.substring(0, equals),
                    "malformed",
                    "entry",
                    HexFormat.of().parseHex(bad.substring(equals + 1)));
        }
    }

    private void entry(String situation, String expect, String hex, String commitment, String... tags)
            throws IOException {
        writer.write("entry", situation, expect, "entry", hex, "commitment", commitment, "tags", List.of(tags));
    }
}
