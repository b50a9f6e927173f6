package acorde.publication;

import java.util.List;
import java.util.OptionalInt;

/**
 * Counts of persons as they are published: a cell is shown or withheld.
 *
 * @param cells row by row, the last row and the last column being the totals; empty where a cell is withheld
 */
public record ShownCounts(List<String> rows, List<String> columns, List<List<OptionalInt>> cells) {
    public ShownCounts {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /** What stood in a cell, by names; the total where a name is empty. Empty if it was withheld or there was no such cell. */
    OptionalInt cell(String row, String column) {
        var at = row.isEmpty() ? rows.size() : rows.indexOf(row);
        var on = column.isEmpty() ? columns.size() : columns.indexOf(column);
        return at < 0 || on < 0 ? OptionalInt.empty() : cells.get(at).get(on);
    }

    boolean has(String row, String column) {
        return (row.isEmpty() || rows.contains(row)) && (column.isEmpty() || columns.contains(column));
    }
}
