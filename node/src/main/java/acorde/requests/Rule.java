package acorde.requests;

/**
 * The rules of what is said of requests, each with its sentence in the message files.
 *
 * <p>Those of the first part are broken by acts: the act is kept, shown as rejected with its rule, and changes nothing else. Those of the
 * second part are only for the party that is about to speak.
 */
public enum Rule {
    /** Only an office that opens what is exchanged says something of it. */
    OFFICE_MAY_NOT,
    /** The body has another shape than its kind prescribes. */
    MALFORMED,
    /** What is said of a request goes to the party that asked, and to no other. */
    NOT_TO_ASKER,
    /** The act does not name in {@code after} the request it speaks of. */
    AFTER_MISSING,

    /** There is no such request, or none that this office may find; or it is another party's to answer. */
    NO_SUCH_REQUEST,
    /** It was answered, or refused. */
    REQUEST_SETTLED,
    /** That was said of it before. */
    WORD_SAID,
    /** Its time is up: nobody gives themselves more afterwards. */
    TIME_IS_UP
}
