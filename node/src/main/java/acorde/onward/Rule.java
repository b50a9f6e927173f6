package acorde.onward;

/**
 * The rules of giving on, each with its sentence in the message files. Those of release are not among them: they are the annex's.
 *
 * <p>Those of the first part are broken by acts: the act is kept, shown as rejected with its rule, and changes nothing else. Those of the
 * second part are only for the party that is about to speak.
 */
public enum Rule {
    /** Only an office that opens what is exchanged asks for leave, gives it or refuses it. */
    OFFICE_MAY_NOT,
    /** The body has another shape than its kind prescribes. */
    MALFORMED,
    /** It goes to others than those it is about, or is about a party that has the report anyway. */
    WRONG_PARTY,
    /** The act does not name in {@code after} what it speaks of. */
    AFTER_MISSING,

    /** There is no such copy, or none that this office has open. */
    NO_SUCH_COPY,
    /** Not even the leave of its provider lets that party have it. */
    NEVER_GIVEN_ON,
    /** That was asked and not answered yet. */
    ASKED_ALREADY,
    /** There is no such wish, or none that this office may find; or the copy was ordered given up. */
    NO_SUCH_WISH,
    /** It was answered, or taken back. */
    ANSWERED_ALREADY,
    /** The rules of release do not let that party have it: leave loosens none of them. */
    RULES_REFUSE,
    /** What that party would be given is no longer what the officer looked at. */
    LEAVE_MOVED
}
