package acorde.groups;

/**
 * The rules of groups, each with its sentence in the message files.
 *
 * <p>Those of the first part are broken by acts: such an act is kept, shown as rejected with its rule, and changes nothing. Whether it breaks
 * one follows from it and from the acts it names. Those of the second part are only for the party that is about to speak.
 */
public enum Rule {
    /** The body has another shape than its kind prescribes. */
    GROUP_MALFORMED,
    /** The acts it names do not prove that this mandate was adopted. */
    MANDATE_MISSING,
    /** Its author has no seat in the group. */
    NOT_SEATED,
    /** The office neither sits for its party in the group nor coordinates. */
    OFFICE_NOT_SEATED,
    /** It is not addressed to exactly the other parties of the group. */
    NOT_TO_GROUP,
    /** It does not name in {@code after} the sitting, or what in it it is about. */
    SITTING_MISSING,
    /** There is no such sitting, or its call was rejected. */
    UNKNOWN_SITTING,
    /** The clock of a written procedure had run out when it was asked. */
    CLOCK_RUN_OUT,
    /** What it is about is no such thing, or of another sitting. */
    UNKNOWN_PART,
    /** The course of a meeting stands in the log of the party that has the chair. */
    NOT_CHAIR,
    /** A party's presence is stated by the chair and by that party. */
    NOT_ONES_PRESENCE,
    /** Between meetings there are words to a decision, and reports on what follows from it. */
    NOT_IN_WRITING,
    /** The owner of an action has no seat in the group. */
    OWNER_NOT_SEATED,
    /** Only its owner reports on an action. */
    NOT_OWNER,
    /** Nobody checks its own report. */
    OWN_ACTION_REPORT,
    /** The text assented to is another. */
    NOT_THAT_TEXT,
    /** A party says one thing to a text; the first in its log counts. */
    WORD_GIVEN,
    /** A party says at most so much in one sitting, and puts so many decisions; the first in its log count. */
    TOO_MUCH_SAID,
    /** A party proposes at most {@link Saying#POINTS} points for a meeting, and the first in its log count; an agenda has no more either. */
    TOO_MANY_POINTS,

    /** No mandate of this group is in force. */
    NO_MANDATE,
    /** It was cancelled. */
    MEETING_CANCELLED,
    /** It has begun. */
    MEETING_BEGUN,
    /** It has not begun, or is over. */
    MEETING_NOT_OPEN,
    /** It is not over yet. */
    MEETING_NOT_CLOSED,
    /** It is over: nobody arrives or leaves. */
    MEETING_OVER,
    /** It would be called for a time that is past. */
    MEETING_PAST,
    /** Who is there does not arrive. */
    PRESENT_ALREADY,
    /** That is what is recorded: who is not there does not leave. */
    PRESENCE_STANDS,
    /** Too few parties are present. */
    NO_QUORUM,
    /** The parties have decided. */
    DECIDED_ALREADY,
    /** Nothing follows from what is not decided. */
    NOT_DECIDED,
    /** Minutes of this meeting are approved. */
    MINUTES_APPROVED,
    /** The chair writes the first minutes; others amend them. */
    MINUTES_FIRST,
    /** The rule of a series does not fall on its first day. */
    SERIES_OFF
}
