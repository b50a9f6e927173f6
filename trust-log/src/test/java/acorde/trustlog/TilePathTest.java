package acorde.trustlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TilePathTest {
    @Test
    void aTreeHasExactlyTheTilesTheStandardCounts() {
        for (var size : List.of(0L, 1L, 255L, 256L, 257L, 65_535L, 65_536L, 65_537L, 70_000L, 131_072L)) {
            var edge = new HashSet<>(TilePath.edge(size));
            for (var level = -1; level <= 2; level++) {
                var hashes = size >> (8 * Math.max(level, 0));
                for (var index : List.of(0L, 1L, hashes / 256 - 1, hashes / 256, hashes / 256 + 1)) {
                    if (index < 0) continue;
                    assertEquals(
                            (index + 1) * 256 <= hashes,
                            new TilePath(level, index, 256).isIn(size),
                            size + " " + index);
                    for (var width = 1; width < 256; width++) {
                        var tile = new TilePath(level, index, width);
                        var there = index == hashes / 256 && width == hashes % 256;
                        assertEquals(there, tile.isIn(size), tile + " of " + size);
                        assertEquals(there, edge.contains(tile), tile + " of " + size);
                    }
                }
                assertEquals(hashes / 256, TilePath.fullTiles(level, size));
            }
        }
    }

    @Test
    void everyPathIsReadAsItIsWritten() {
        var random = new Random(4);
        for (var round = 0; round < 20_000; round++) {
            var level = random.nextInt(9) - 1;
            var most = ((Long.MAX_VALUE >>> (8 * Math.max(level, 0))) - 255) / 256;
            var index = most == 0 ? 0 : random.nextLong(most) >>> random.nextInt(56);
            var path = new TilePath(level, index, level == 7 ? 127 : 1 + random.nextInt(256));
            assertEquals(path, TilePath.parse(path.path()));
            assertEquals(path.holdsEntries(), path.path().startsWith("tile/entries/"));
            assertEquals(new TilePath(-1, index, path.width()), TilePath.parseNumber(path.number()));
        }
    }

    @Test
    void theLargestTreeHasItsEdge() {
        var edge = TilePath.edge(Long.MAX_VALUE);
        assertEquals(9, edge.size());
        assertEquals("tile/7/000.p/127", edge.getLast().path());
        for (var tile : edge) assertTrue(tile.isIn(Long.MAX_VALUE));
        assertEquals(0, TilePath.fullTiles(7, Long.MAX_VALUE));
    }

    @Test
    void aPartialTileBelongsToTheSizesItSays() {
        var leaves = TilePath.parse("tile/0/001.p/44");
        assertEquals(300, leaves.fromSize());
        assertEquals(300, leaves.lastSize());
        var above = TilePath.parse("tile/1/000.p/2");
        assertEquals(512, above.fromSize());
        assertEquals(767, above.lastSize());
        assertEquals(256, TilePath.parseNumber("001").firstEntry());
    }

    @Test
    void aTileBeyondTheLargestTreeIsRefused() {
        assertThrows(Malformed.class, () -> TilePath.tile(7, 0));
        assertThrows(Malformed.class, () -> TilePath.tile(8, 0));
        assertThrows(Malformed.class, () -> TilePath.tile(TilePath.ENTRIES, 0));
        assertThrows(Malformed.class, () -> TilePath.entries(-1));
        assertThrows(Malformed.class, () -> TilePath.entries(0).partial(0));
        assertThrows(Malformed.class, () -> TilePath.entries(0).partial(257));
        assertFalse(TilePath.entries(0).isIn(Long.MIN_VALUE));
    }
}
