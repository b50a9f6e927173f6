package acorde.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** CT-1: no count of fewer than eleven persons, and none from which one could be derived. */
final class SmallCountsTest {
    private static Counts counts(int[]... cells) {
        return new Counts(
                names("r", cells.length),
                names("c", cells[0].length),
                IntStream.range(0, cells.length)
                        .mapToObj(row -> IntStream.of(cells[row]).boxed().toList())
                        .toList());
    }

    private static List<String> names(String prefix, int many) {
        return IntStream.range(0, many).mapToObj(i -> prefix + i).toList();
    }

    @Test
    void aCountOfElevenIsShownAndOneOfTenIsNot() {
        assertEquals(
                OptionalInt.of(11),
                SmallCounts.show(counts(new int[] {11}), List.of()).cell("r0", "c0"));
        assertEquals(
                OptionalInt.empty(),
                SmallCounts.show(counts(new int[] {10}), List.of()).cell("r0", "c0"));
    }

    @Test
    void aTableWithoutSmallCountsIsShownWhole() {
        var shown = SmallCounts.show(counts(new int[] {11, 40}, new int[] {25, 300}), List.of());
        assertTrue(shown.cells().stream().flatMap(List::stream).allMatch(OptionalInt::isPresent));
    }

    @Test
    void aSmallCountTakesOthersWithItInItsRowAndItsColumn() {
        var shown = SmallCounts.show(
                counts(new int[] {3, 40, 90}, new int[] {25, 300, 80}, new int[] {60, 70, 50}), List.of());
        assertEquals(OptionalInt.empty(), shown.cell("r0", "c0"));
        assertTrue(hidden(shown, 0) >= 2 && hiddenOf(shown, 0) >= 2, shown.toString());
        assertTrue(shown.cells().stream()
                        .flatMap(List::stream)
                        .filter(OptionalInt::isPresent)
                        .count()
                >= 8);
    }

    @Test
    void twoSmallCountsWhoseSumIsSmallDoNotGuardEachOther() {
        var shown = SmallCounts.show(counts(new int[] {3, 4, 90}, new int[] {5, 2, 80}), List.of());
        assertTrue(hidden(shown, 0) > 2, "3 + 4 = 7 could be had from the row: " + shown);
    }

    @Test
    void whatMovedByLessThanElevenSinceAnEarlierEditionIsWithheld() {
        var first = counts(new int[] {20, 40}, new int[] {25, 300});
        var before = new Told(first, SmallCounts.show(first, List.of()));
        var after = SmallCounts.show(counts(new int[] {23, 40}, new int[] {25, 300}), List.of(before));
        assertEquals(OptionalInt.empty(), after.cell("r0", "c0"));
        assertEquals(OptionalInt.empty(), after.cell("r0", ""));
        assertEquals(OptionalInt.empty(), after.cell("", ""));
    }

    @Test
    void aTableOfMoreThanSixtyFourRowsIsRefused() {
        assertEquals(
                64,
                counts(IntStream.range(0, 64).mapToObj(i -> new int[] {20}).toArray(int[][]::new))
                        .rows()
                        .size());
        assertThrows(
                IllegalArgumentException.class,
                () -> counts(
                        IntStream.range(0, 65).mapToObj(i -> new int[] {20}).toArray(int[][]::new)));
        assertThrows(IllegalArgumentException.class, () -> counts(new int[] {-1}));
    }

    @Test
    void noWithheldCountCanBeNarrowedToFewerThanElevenPossibilities() {
        for (var seed = 0; seed < 400; seed++) {
            var counts = any(new Random(seed));
            var shown = SmallCounts.show(counts, List.of());
            assertGuarded(shown, "seed " + seed);
            assertFalse(tells(List.of(new Told(counts, shown))), "seed " + seed);
        }
    }

    @Test
    void noEarlierEditionHelps() {
        for (var seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var counts = any(random);
            var editions = new ArrayList<Told>();
            for (var edition = 0; edition < 4; edition++) {
                var shown = SmallCounts.show(counts, editions);
                assertGuarded(shown, "seed " + seed + ", edition " + edition);
                editions.add(new Told(counts, shown));
                assertFalse(tells(editions), "seed " + seed + ", edition " + edition);
                assertNothingMovedALittle(editions);
                counts = later(counts, random);
            }
        }
    }

    @Test
    void anAttackThatWorksIsNoticed() {
        var counts = counts(new int[] {3}, new int[] {20});
        var naive = new ShownCounts(
                counts.rows(),
                counts.columns(),
                List.of(
                        List.of(OptionalInt.empty(), OptionalInt.empty()),
                        List.of(OptionalInt.of(20), OptionalInt.of(20)),
                        List.of(OptionalInt.of(23), OptionalInt.of(23))));
        assertTrue(tells(List.of(new Told(counts, naive))));
        assertTrue(bounds(naive).get(0).get(0)[1] < 11);
    }

    /** Two editions whose patterns differ, each of them guarded: what one withholds beside the small count, the other shows. */
    @Test
    void anAttackOverTwoEditionsIsNoticed() {
        var counts = counts(new int[] {3, 40, 90}, new int[] {50, 60, 70}, new int[] {80, 45, 55});
        var one = new Told(counts, withholding(counts, 1));
        var other = new Told(counts, withholding(counts, 2));
        assertFalse(tells(List.of(one)));
        assertFalse(tells(List.of(other)));
        assertTrue(tells(List.of(one, other)));
        assertFalse(tells(List.of(one, new Told(counts, SmallCounts.show(counts, List.of(one))))));
    }

    /** Withholds the first cell and the three that make a square with it, as far away as that. */
    private static ShownCounts withholding(Counts counts, int away) {
        var all = counts.withTotals();
        return new ShownCounts(
                counts.rows(),
                counts.columns(),
                IntStream.range(0, all.size())
                        .mapToObj(row -> IntStream.range(0, all.size())
                                .mapToObj(
                                        column -> row % away == 0 && row <= away && column % away == 0 && column <= away
                                                ? OptionalInt.empty()
                                                : OptionalInt.of(all.get(row).get(column)))
                                .toList())
                        .toList());
    }

    /** The same cell shown in two editions moved by nothing or by eleven and more. */
    private static void assertNothingMovedALittle(List<Told> editions) {
        var last = editions.getLast().shown();
        for (var earlier : editions)
            for (var row : last.rows())
                for (var column : last.columns()) {
                    var before = earlier.shown().cell(row, column);
                    var now = last.cell(row, column);
                    if (before.isEmpty() || now.isEmpty()) continue;
                    var moved = Math.abs(now.getAsInt() - before.getAsInt());
                    assertTrue(moved == 0 || moved >= SmallCounts.LEAST, row + " " + column + " moved by " + moved);
                }
    }

    private static Counts any(Random random) {
        var cells = new int[1 + random.nextInt(5)][1 + random.nextInt(5)];
        for (var row : cells)
            for (var i = 0; i < row.length; i++)
                row[i] = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(200);
        return counts(cells);
    }

    /** Months later: some counts stayed, some grew by a few, some by many, and there may be one more column. */
    private static Counts later(Counts counts, Random random) {
        var more = random.nextInt(3) == 0 ? 1 : 0;
        var cells = new int[counts.rows().size()][counts.columns().size() + more];
        for (var row = 0; row < cells.length; row++)
            for (var column = 0; column < cells[row].length; column++) {
                var before = column < counts.columns().size()
                        ? counts.cells().get(row).get(column)
                        : 0;
                cells[row][column] = before
                        + switch (random.nextInt(3)) {
                            case 0 -> 0;
                            case 1 -> random.nextInt(12);
                            default -> random.nextInt(90);
                        };
            }
        return counts(cells);
    }

    /** Whoever knows that no count is negative narrows every cell by every row and column, again and again. */
    private static List<List<long[]>> bounds(ShownCounts shown) {
        var cells = new ArrayList<List<long[]>>();
        for (var row : shown.cells())
            cells.add(row.stream()
                    .map(cell ->
                            cell.isPresent() ? new long[] {cell.getAsInt(), cell.getAsInt()} : new long[] {0, 1L << 40})
                    .toList());
        for (var again = true; again; ) {
            again = false;
            for (var row : cells) again |= narrow(row);
            for (var column = 0; column < cells.getFirst().size(); column++) {
                var at = column;
                again |= narrow(cells.stream().map(row -> row.get(at)).toList());
            }
        }
        return cells;
    }

    /** The last is the sum of the others. */
    private static boolean narrow(List<long[]> line) {
        var narrowed = false;
        for (var i = 0; i < line.size(); i++) {
            var least = 0L;
            var most = 0L;
            for (var j = 0; j < line.size(); j++) {
                if (j == i) continue;
                var minus = i < line.size() - 1 && j < line.size() - 1;
                least += minus ? -line.get(j)[1] : line.get(j)[0];
                most += minus ? -line.get(j)[0] : line.get(j)[1];
            }
            var cell = line.get(i);
            if (least > cell[0]) {
                cell[0] = least;
                narrowed = true;
            }
            if (most < cell[1]) {
                cell[1] = most;
                narrowed = true;
            }
        }
        return narrowed;
    }

    private static void assertGuarded(ShownCounts shown, String where) {
        var bounds = bounds(shown);
        for (var row = 0; row < bounds.size(); row++)
            for (var column = 0; column < bounds.get(row).size(); column++) {
                var cell = shown.cells().get(row).get(column);
                if (cell.isPresent()) assertTrue(cell.getAsInt() >= SmallCounts.LEAST, where + " " + shown);
                else {
                    var range = bounds.get(row).get(column);
                    assertTrue(
                            range[1] - range[0] >= SmallCounts.LEAST,
                            where + " at " + row + "," + column + " " + shown);
                }
            }
    }

    /**
     * Gauss over floating-point numbers, apart from what the program does: a withheld cell is told if some sum of equations leaves it alone. The
     * reader knows which counts stayed as they were.
     */
    private static boolean tells(List<Told> editions) {
        var known = new ArrayList<String>();
        for (var edition : editions)
            for (var row = 0; row <= edition.counts().rows().size(); row++)
                for (var column = 0; column <= edition.counts().columns().size(); column++)
                    if (edition.shown().cells().get(row).get(column).isPresent()) known.add(name(edition, row, column));
        var names = new ArrayList<String>();
        var lines = new ArrayList<double[]>();
        for (var edition : editions) {
            var height = edition.counts().rows().size();
            var width = edition.counts().columns().size();
            for (var row = 0; row <= height; row++) {
                var line = new double[600];
                for (var column = 0; column <= width; column++)
                    put(line, names, known, name(edition, row, column), column == width);
                lines.add(line);
            }
            for (var column = 0; column <= width; column++) {
                var line = new double[600];
                for (var row = 0; row <= height; row++)
                    put(line, names, known, name(edition, row, column), row == height);
                lines.add(line);
            }
        }
        return hasSingle(lines, names.size());
    }

    private static String name(Told edition, int row, int column) {
        var rows = edition.counts().rows();
        var columns = edition.counts().columns();
        return String.join("+", row == rows.size() ? rows : List.of(rows.get(row)))
                + " of "
                + String.join("+", column == columns.size() ? columns : List.of(columns.get(column)))
                + " is "
                + edition.counts().withTotals().get(row).get(column);
    }

    private static void put( // a cell of an equation
            double[] line, List<String> names, List<String> known, String name, boolean total) {
        if (known.contains(name)) return;
        if (!names.contains(name)) names.add(name);
        line[names.indexOf(name)] += total ? -1 : 1;
    }

    private static boolean hasSingle(List<double[]> lines, int unknowns) {
        var rank = 0;
        for (var unknown = 0; unknown < unknowns && rank < lines.size(); unknown++) {
            var pivot = rank;
            for (var i = rank; i < lines.size(); i++)
                if (Math.abs(lines.get(i)[unknown]) > Math.abs(lines.get(pivot)[unknown])) pivot = i;
            if (Math.abs(lines.get(pivot)[unknown]) < 1e-9) continue;
            var line = lines.set(pivot, lines.get(rank));
            lines.set(rank, line);
            for (var other : lines) {
                if (other == line) continue;
                var factor = other[unknown] / line[unknown];
                for (var i = 0; i < unknowns; i++) other[i] -= factor * line[i];
            }
            rank++;
        }
        return lines.subList(0, rank).stream()
                .anyMatch(line -> IntStream.range(0, unknowns)
                                .filter(i -> Math.abs(line[i]) > 1e-9)
                                .count()
                        == 1);
    }

    private static int hidden(ShownCounts shown, int row) {
        return (int)
                shown.cells().get(row).stream().filter(OptionalInt::isEmpty).count();
    }

    private static int hiddenOf(ShownCounts shown, int column) {
        return (int)
                shown.cells().stream().filter(row -> row.get(column).isEmpty()).count();
    }
}
