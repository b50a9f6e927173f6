package acorde.exchange;

/**
 * The rules of exchange, each with its sentence in the message files. Those of release are not among them: they are the annex's.
 *
 * <p>Those of the first part are broken by acts: the act is kept, shown as rejected with its rule, and changes nothing else. Those of the
 * second part are only for the party that is about to speak.
 */
public enum Rule {
    /** Who neither opens nor coordinates what is exchanged does not send it, nor order it given up; only a node says that it destroyed something. */
    OFFICE_MAY_NOT,
    /** The body has another shape than its kind prescribes. */
    MALFORMED,
    /** A copy, an order and an answer are each for one party. */
    NOT_TO_ONE,
    /** An answer goes to the party that asked, and to no other. */
    NOT_TO_ASKER,
    /** The act names something it depends on and does not name it in {@code after}. */
    AFTER_MISSING,
    /** Only who gave a report orders it given up. */
    NOT_PROVIDER,
    /** Only whom an order was for answers it. */
    NOT_HOLDER,

    /** There are no rules of release in force, so nothing leaves. */
    NO_RULES,
    /** The rules of release let no party have it. */
    NOBODY_RECEIVES,
    /** It would be used for what the office that sends it is not there for. */
    PURPOSE_NOT_OURS,
    /** It protects a person from the very party that would send it. */
    OWN_COUNTRY,
    /** It was sent before. */
    SENT_ALREADY,
    /** Another party gave it: whom it must never reach is not told here (AS-1, AS-4), and who gave it gives it on. */
    GIVEN_BY_ANOTHER,
    /** What each party would be given is no longer what the officer looked at. */
    RELEASE_MOVED,
    /** There is no such report, or none that this office may read. */
    NO_SUCH_REPORT,
    /** It was ordered given up already, or nobody it was given to is named. */
    NOTHING_TO_RECALL,
    /** Another party has been given it since somebody looked whom to take it back from. */
    HOLDERS_MOVED,
    /** The day by which it is to be given up has passed. */
    DEADLINE_PAST,
    /** Two persons have to say first that alerts are real (CA-7). */
    ALERTS_EXERCISE_ONLY,
    /** This party's last word on what came of it is that very one. */
    OUTCOME_SAID,
    /** It has no day of review, the new one is not later than that or has passed, or nobody may have it until then. */
    REVIEW_NOT_LATER
}
