package acorde.web.press;

import java.time.LocalDate;

/**
 * One thing that an edition says otherwise than the one before.
 *
 * @param edition its number
 * @param date its date
 * @param of the code of a promise, or what else it is about, in the reader's language
 * @param isPromise whether it is about a promise, which has a folio of its own
 * @param field what of it, in the reader's language
 * @param before empty if nothing stood there
 * @param after empty if nothing stands there now
 */
public record ChangeLine(
        int edition, LocalDate date, String of, boolean isPromise, String field, String before, String after) {
    /** Whether two values tell it: a text of many parts is only said to have changed. */
    public boolean tells() {
        return !before.isEmpty() || !after.isEmpty();
    }
}
