package acorde.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Counts of persons in rows and columns, with the totals that follow from them.
 *
 * @param rows the name of each row, none twice
 * @param columns the name of each column, none twice
 * @param cells row by row; none negative
 */
public record Counts(List<String> rows, List<String> columns, List<List<Integer>> cells) {
    /** Rows, and columns: more than any report prints, and few enough to be searched through. */
    public static final int MOST = 64;

    public Counts {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
        refuse(rows.isEmpty() || columns.isEmpty() || rows.size() > MOST || columns.size() > MOST, "1 to 64 of each");
        refuse(new HashSet<>(rows).size() < rows.size(), "a row named twice");
        refuse(new HashSet<>(columns).size() < columns.size(), "a column named twice");
        refuse(cells.size() != rows.size(), "a row for each name");
        for (var row : cells) {
            refuse(row.size() != columns.size(), "a cell for each column");
            for (var count : row) refuse(count < 0 || count > 1_000_000, "persons are counted from 0 to a million");
        }
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) throw new IllegalArgumentException(why);
    }

    /** With a last row and a last column of totals. */
    List<List<Integer>> withTotals() {
        var all = new ArrayList<List<Integer>>();
        for (var row : cells) all.add(withTotal(row));
        var totals = new ArrayList<Integer>();
        for (var column = 0; column <= columns.size(); column++) {
            var total = 0;
            for (var row : all) total += row.get(column);
            totals.add(total);
        }
        all.add(totals);
        return all;
    }

    private static List<Integer> withTotal(List<Integer> row) {
        var with = new ArrayList<>(row);
        with.add(row.stream().mapToInt(Integer::intValue).sum());
        return with;
    }
}
