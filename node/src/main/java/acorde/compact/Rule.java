package acorde.compact;

/**
 * The rules of consent, each with its sentence in the message files.
 *
 * <p>Those of the first part are broken by acts: the act is kept, shown as rejected with its rule, and changes nothing else. A verdict is a
 * function of the set of acts and never of a clock. Those of the second part are only for the party that is about to speak: what it would
 * say is no offence, and would lead nowhere or break its word.
 */
public enum Rule {
    /** The body has another shape than its kind prescribes. */
    MALFORMED,
    /** Only the office {@code coordination} speaks in the compact. */
    OFFICE_MAY_NOT,
    /** An act of the compact is addressed to every other party, so that all of them know the same. */
    NOT_TO_ALL,
    /** It does not name in {@code after} the act it is about: the proposal of a word, the act that carries the base of a proposal. */
    AFTER_MISSING,
    /** A log begins with the assent to the charter; it stands nowhere else. */
    NOT_FIRST,
    /** It assents to another charter than the one this node was founded with. */
    OTHER_CHARTER,
    /** Only the announcer named in the charter brings in the history. */
    NOT_ANNOUNCER,
    /** The item was announced before; the first announcement counts. */
    ALREADY_ANNOUNCED,
    /** Such an item is founded with the charter or not at all. */
    UNKNOWN_ITEM,
    /** The text lacks something, in one of its languages or altogether, or holds what no text of its kind may. */
    TEXT_INCOMPLETE,
    /** The reason, or the reservation, has no words. */
    REASON_MISSING,
    /** The base is no version of this item. */
    UNKNOWN_BASE,
    /** Parties, keys and addresses cannot be amended yet. */
    CHARTER_PARTIES,
    /** A group has one seat for each party its code names; for each party of the charter, if it names none; and for nobody else. */
    GROUP_SEATS,
    /** There is no such proposal, or it was rejected. */
    UNKNOWN_PROPOSAL,
    /** Who made the proposal, or the version, that it is about did not address that to this party, or wrote no act there. */
    NOT_GIVEN_TO_US,
    /** The item is no concern of this party. */
    NOT_CONCERNED,
    /** A party says one thing to a proposal; the first in its log counts. */
    ALREADY_SAID,
    /** It assents to a text that is not the proposal's. */
    OTHER_TEXT,
    /** Only who proposed may ask to withdraw. */
    NOT_PROPOSER,
    /** A party has at most {@link Round#MOST} proposals on one base; the first in its log count. */
    TOO_MANY,

    /** An initiative is proposed with a date and a measure with baseline and target, or with the reason why not. */
    NOT_MEASURED,
    /** This party assented to a rival that still lives; it must be refused before this one can go ahead. */
    RIVAL_LIVES,
    /** A rival entered into force, or the base is no longer the version in force. */
    SUPERSEDED,
    /** A party refused it. */
    PROPOSAL_DEAD,
    /** Two rivals are complete; nothing can follow on this base. */
    CONTESTED,
    /** The version to amend is not the one in force. */
    BASE_MOVED,
    /** The proposed text is the one in force. */
    NOTHING_CHANGES,
    /** It is in force already: amend it. */
    ALREADY_IN_FORCE
}
