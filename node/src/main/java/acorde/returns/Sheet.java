package acorde.returns;

import acorde.sheets.Cell;
import java.util.List;

/** The rows of a spreadsheet that hold anything; the first has the headings. */
record Sheet(List<Row> rows) {
    /** Rows, without the headings: twice what the largest party we know of would send. */
    static final int ROWS = 10_000;

    /** Cells of a row; what stands further right is not looked at. */
    static final int COLUMNS = 64;

    /** Characters of a cell that are kept: one more than any may have, so that it is seen to be too long. */
    static final int CHARACTERS = Typed.WORDS + 1;

    Sheet {
        rows = List.copyOf(rows);
    }

    /** @param number of the row, from 1, as the spreadsheet shows it */
    record Row(int number, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean blank() {
            return cells.stream().allMatch(Cell.Blank.class::isInstance);
        }
    }

    static String cut(String text) {
        return text.length() > CHARACTERS ? text.substring(0, CHARACTERS) : text;
    }

    /** What came of reading a file. */
    sealed interface Reading {
        record Read(Sheet sheet) implements Reading {}

        record Not(Unreadable why) implements Reading {}
    }
}
