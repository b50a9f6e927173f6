package acorde.monitoring;

/**
 * The rules of monitoring, each with its sentence in the message files.
 *
 * <p>Those of the first part are broken by acts: the act is kept, shown as rejected with its rule, and changes nothing
 * else. Those of the second part are only for the party that is about to speak.
 */
public enum Rule {
    /** The office has no role that says this: coordination and representatives report, observation assesses. */
    OFFICE_MAY_NOT,
    /** An act of monitoring is addressed to every other party, so that all of them know the same. */
    NOT_TO_ALL,
    /** The body has another shape than its kind prescribes. */
    MALFORMED,
    /** A reason, or what blocks, has no words. */
    REASON_MISSING,
    /** It does not name in {@code after} what it is about: the text, the report, the event. */
    AFTER_MISSING,
    /** The version it names is no text of the initiative. */
    UNKNOWN_VERSION,
    /** Only a party of the initiative reports on it. */
    NOT_OBLIGED,
    /** The initiative has restrictions, and the report does not confirm them (CO-4). */
    RESTRICTIONS_UNCONFIRMED,
    /** The text has no milestone of that code. */
    UNKNOWN_MILESTONE,
    /** The text has no indicator, so there is nothing to give a value of. */
    NO_INDICATOR,
    /** A figure is of a day from {@link Point#FIRST} to {@link Point#LAST}. */
    FIGURE_TOO_FAR,
    /** It names no event of the compact. */
    UNKNOWN_EVENT,
    /** It names no report, or one that was rejected. */
    UNKNOWN_REPORT,
    /** A party neither confirms nor disputes what it reported itself. */
    OWN_REPORT,
    /** Only who gave a figure corrects it. */
    NOT_YOUR_REPORT,
    /** The report gives no figure for that day. */
    UNKNOWN_FIGURE,
    /** It answers what is no dispute of a report of its author. */
    UNKNOWN_DISPUTE,
    /** A figure has at most {@link Point#MOST} corrections; the first in the log count. */
    TOO_MANY_CORRECTIONS,

    /** There is no such initiative. */
    UNKNOWN_INITIATIVE,
    /** There is no such indicator of an area. */
    UNKNOWN_INDICATOR,
    /** The text has changed since the form was opened. */
    VERSION_MOVED,
    /** A figure for that day was given already: it is corrected, not replaced (CO-7). */
    FIGURE_SAID,
    /** There is a newer report of that party. */
    NEWER_REPORT,
    /** This party has reported since what is to be said was made ready. */
    REPORTED_MEANWHILE,
    /** It says what this party said last. */
    SAID_ALREADY,
    /** The act would be longer than an act may be. */
    TOO_LONG
}
