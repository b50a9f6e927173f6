package acorde.groups;

/** Why something asks for a place on an agenda; {@link AgendaDraft} has the order. */
public enum Why {
    /** It climbed the ladder up to this group. */
    ESCALATED,
    LATE,
    DISPUTED,
    BLOCKED,
    /** A meeting left it without a decision. */
    UNDECIDED,
    /** An action of this group that is open. */
    ACTION,
    /** Due soon. */
    DUE,
    /** A party asks for it. */
    ASKED
}
