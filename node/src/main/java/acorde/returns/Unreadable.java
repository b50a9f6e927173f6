package acorde.returns;

import java.util.List;

/**
 * Why a file as a whole is no return.
 *
 * @param columns the headings it is about; empty for all other reasons
 */
public record Unreadable(Why why, List<Column> columns) {
    public Unreadable {
        columns = List.copyOf(columns);
    }

    static Unreadable because(Why why) {
        return new Unreadable(why, List.of());
    }

    /** Each has a sentence that says what to do. */
    public enum Why {
        /** It is neither CSV nor XLSX. */
        TYPE,
        /** It has more than {@link Returns#BYTES}. */
        TOO_LARGE,
        /** Its bytes are no UTF-8. */
        NOT_UTF8,
        /** It is no workbook, or no table. */
        BROKEN,
        /** It unpacks to more than a return can hold. */
        UNPACKS_TOO_LARGE,
        /** It has more than {@link Sheet#ROWS}. */
        TOO_MANY_ROWS,
        /** There is nothing under the headings. */
        NO_ROWS,
        /** It lacks headings. */
        COLUMN_MISSING,
        /** It has a heading twice. */
        COLUMN_TWICE
    }
}
