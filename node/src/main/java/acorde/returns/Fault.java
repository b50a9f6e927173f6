package acorde.returns;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one cell of a return.
 *
 * @param row as the spreadsheet shows it
 * @param seen what stands there, cut short; empty where nothing does
 */
public record Fault(int row, Column column, Why why, String seen) {
    /** Characters of what stands there that are shown. */
    static final int SHOWN = 60;

    public Fault {
        if (seen.length() > SHOWN) seen = seen.substring(0, SHOWN) + "…";
    }

    /** Each has a sentence that says what to do. */
    public enum Why {
        CODE_MISSING,
        NOT_OWED,
        LINE_UNKNOWN,
        BASIS_UNREADABLE,
        NEWER_REPORT,
        NEWER_TEXT,
        FORMULA,
        BROKEN,
        NOT_TEXT,
        NOT_HERE,
        TOO_LONG,
        HIDDEN,
        STATE_MISSING,
        STATE_UNKNOWN,
        REPORT_MISSING,
        TWICE,
        TOO_MANY,
        TOO_MANY_REPORTS,
        DAY_MISSING,
        DAY_UNREADABLE,
        DAY_AMBIGUOUS,
        DAY_AHEAD,
        DAY_NOT_DONE,
        BLOCKED_BY_MISSING,
        NOT_BLOCKED,
        STEP_UNKNOWN,
        NO_INDICATOR,
        FIGURE_SAID,
        FIGURE_TOO_FAR,
        NUMBER_MISSING,
        NUMBER_UNREADABLE,
        NUMBER_AMBIGUOUS,
        FROM_MISSING,
        WHAT_MISSING,
        LINK_UNREADABLE,
        YES_UNREADABLE,
        RESTRICTIONS_UNCONFIRMED
    }

    /** A value that was typed, or why it cannot be read. */
    record Or<T>(@Nullable T value, @Nullable Why why) {
        static <T> Or<T> of(T value) {
            return new Or<>(value, null);
        }

        static <T> Or<T> not(Why why) {
            return new Or<>(null, why);
        }
    }
}
