package acorde.documents;

/**
 * The rules of documents, each with its sentence in the message files.
 *
 * <p>Those of the first part are broken by acts: the act is kept, shown as rejected with its rule, and changes nothing else. Those of the
 * second part are only for the party that is about to speak.
 */
public enum Rule {
    /** Coordination and representatives issue papers. */
    OFFICE_MAY_NOT,
    /** A paper is issued to every other party, so that each can check it; what tells of a group, to exactly its other parties. */
    NOT_TO_ALL,
    /** The body has another shape than its kind prescribes. */
    MALFORMED,
    /** A paper is of the day on which it is issued. */
    OTHER_DAY,
    /** A party issues the brief of its own minister. */
    NOT_YOUR_BRIEF,
    /** What a group did is told by its parties. */
    NOT_OF_THE_GROUP,
    /** The digest is not that of the paper. */
    OTHER_DIGEST,

    /** There is no such party, area, group or meeting. */
    UNKNOWN_SCOPE,
    /** What stands now is no longer what the officer looked at. */
    DRAFT_MOVED,
    /** The act would be longer than an act may be. */
    TOO_LONG
}
