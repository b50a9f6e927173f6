package acorde.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Withholds counts of fewer than eleven persons, and every other count from which one could be derived (CT-1).
 *
 * <p>A table with its totals is a circulation: what is in a cell flows from its row to its column, from there to the totals and back. What can
 * be said of a withheld cell is how much more and how much less could flow through it while all that is shown stays as it is. That range is never
 * narrower than eleven, so neither a count nor a sum of withheld counts that is smaller can be had. Cells to withhold beside the small ones are
 * those on the cheapest way around.
 *
 * <p>Earlier editions of the same table are known to everybody: what was withheld stays withheld, what moves by fewer than eleven is withheld
 * from then on, and what the editions tell together is looked through as one system of equations ({@link Derivation}).
 */
public final class SmallCounts {
    /** The least count that is shown. */
    public static final int LEAST = 11;

    private final Counts counts;
    private final List<Told> earlier;
    private final List<List<Integer>> values;
    private final boolean[][] hidden;
    private final int height;
    private final int width;

    private SmallCounts(Counts counts, List<Told> earlier) {
        this.counts = counts;
        this.earlier = earlier;
        this.values = counts.withTotals();
        this.height = values.size();
        this.width = values.getFirst().size();
        this.hidden = new boolean[height][width];
    }

    /**
     * The table as it may be published.
     *
     * @param earlier the editions of the same table that were published before
     */
    public static ShownCounts show(Counts counts, List<Told> earlier) {
        var table = new SmallCounts(counts, List.copyOf(earlier));
        table.hideSmall();
        do table.hideWaysAround();
        while (table.hideDerived());
        return table.shown();
    }

    private ShownCounts shown() {
        var rows = new ArrayList<List<OptionalInt>>();
        for (var row = 0; row < height; row++) {
            var at = row;
            rows.add(IntStream.range(0, width)
                    .mapToObj(column -> hidden[at][column] ? OptionalInt.empty() : OptionalInt.of(value(at, column)))
                    .toList());
        }
        return new ShownCounts(counts.rows(), counts.columns(), rows);
    }

    private int value(int row, int column) {
        return values.get(row).get(column);
    }

    private void hideSmall() {
        for (var row = 0; row < height; row++)
            for (var column = 0; column < width; column++)
                hidden[row][column] = value(row, column) < LEAST || givesAwayAnEarlier(row, column);
    }

    private boolean givesAwayAnEarlier(int row, int column) {
        var name = row < height - 1 ? counts.rows().get(row) : "";
        var of = column < width - 1 ? counts.columns().get(column) : "";
        for (var each : earlier) {
            var table = each.shown();
            if (!table.has(name, of)) continue;
            var before = table.cell(name, of);
            if (before.isEmpty()) return true;
            var moved = Math.abs(before.getAsInt() - value(row, column));
            if (moved > 0 && moved < LEAST) return true;
        }
        return false;
    }

    /** Withholds more until every withheld cell could be eleven more or less than it is, or something in between. */
    private void hideWaysAround() {
        var circulation = new Circulation(values, hidden);
        for (var again = true; again; ) {
            again = false;
            for (var row = 0; row < height; row++)
                for (var column = 0; column < width; column++)
                    if (hidden[row][column] && circulation.range(row, column) < LEAST) {
                        circulation.widen(row, column);
                        again = true;
                    }
        }
    }

    /** Withholds one more cell of this table if the editions together tell one that is withheld. @return whether it did */
    private boolean hideDerived() {
        if (earlier.isEmpty()) return false;
        var all = new ArrayList<>(earlier);
        all.add(new Told(counts, shown()));
        if (!Derivation.of(all).tellsAny()) return false;
        for (var row = height - 1; row >= 0; row--)
            for (var column = width - 1; column >= 0; column--)
                if (!hidden[row][column]) {
                    hidden[row][column] = true; // totals first: they are what ties editions together
                    return true;
                }
        return false; // nothing of this table is shown, so that it tells nothing that was not told before
    }
}
