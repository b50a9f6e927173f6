package acorde.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a form.
 *
 * @param field the field's name, which is its id on the page too
 * @param line where in it; null if it is not of lines
 */
public record Flaw(String field, Why why, @Nullable Line line) {
    /** One of a field's lines. @param number from 1 @param text as far as it is shown */
    public record Line(int number, String text) {}

    public Flaw(String field, Why why) {
        this(field, why, null);
    }

    /** Each has a sentence that says what to do. */
    public enum Why {
        CHOICE_MISSING,
        WORDS_MISSING,
        DISPUTE_UNEXPLAINED,
        CORRECTION_UNEXPLAINED,
        BLOCK_UNEXPLAINED,
        LEVEL_UNEXPLAINED,
        TOUCH_UNEXPLAINED,
        PERCENT_BEYOND,
        NOTE_MISSING,
        NOT_READ,
        AREA_MISSING,
        PARTIES_MISSING,
        TITLE_MISSING,
        TEXT_MISSING,
        TOO_LONG,
        DATE_UNREADABLE,
        DATE_PAST,
        DATE_AHEAD,
        BASELINE_AFTER_TARGET,
        NUMBER_UNREADABLE,
        NUMBER_AMBIGUOUS,
        INDICATOR_INCOMPLETE,
        SHARE_AS_PERSONS,
        CODE_UNKNOWN,
        MONTHS_UNREADABLE,
        WAIVER_INCOMPLETE,
        STEP_INCOMPLETE,
        STEP_TWICE,
        NOT_MEASURED,
        NOT_DATED,
        NOT_CONFIRMED,
        EVIDENCE_INCOMPLETE,
        FILE_GONE,
        FILES_TOO_MANY,
        EVENTS_TOO_MANY,
        VALUE_INCOMPLETE,
        HEADING_MISSING,
        RECIPIENTS_MISSING,
        URGENCY_MISSING,
        QUESTION_MISSING,
        FACT_MISSING,
        OPTION_MISSING,
        HOLDERS_MISSING,
        RESTRICTION_MISSING,
        COUNTRY_UNKNOWN,
        OBJECTS_UNREADABLE,
        OBJECT_REACHED,
        CAP_NOT_XML,
        CAP_NOT_CAP,
        CAP_INCOMPLETE,
        CAP_SCOPE,
        CAP_REFERENCES,
        CAP_TIME,
        CAP_NAME,
        CAP_NOT_NEW,
        CAP_LANGUAGE,
        CAP_MARKING,
        CAP_CLEAR,
        CAP_STATUS,
        TIME_UNREADABLE,
        UNSEEN
    }

    /** The key of the field's name; the steps of an initiative have one name. */
    public String label() {
        if (field.startsWith("step")) return "label.step";
        return field.startsWith("read-") ? "label.read" : "label." + field;
    }

    static boolean any(List<Flaw> flaws, String field) {
        return flaws.stream().anyMatch(flaw -> flaw.field().equals(field));
    }
}
