package acorde.web.view;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as a line of a feed or of a history.
 *
 * @param by the party whose act it is
 * @param act the act that says so, such as GT/203
 * @param proposal the proposal it is about; empty when about none
 * @param item the code of the initiative it is about; empty when about none
 * @param quote the words of the act (a reason, a reservation, a note); empty when there are none
 */
public record Change(
        Event event,
        Instant at,
        String by,
        String act,
        String proposal,
        String item,
        Quote quote,
        @Nullable Chord chord) {
    private static final Set<Event> PROGRESS = EnumSet.of(
            Event.REPORTED,
            Event.CONFIRMED,
            Event.DISPUTED,
            Event.CORRECTED,
            Event.ASSESSED,
            Event.LINKED,
            Event.MEASURED);

    /** One whose words, if there are any, are in the reader's language. */
    public Change( // as above
            Event event,
            Instant at,
            String by,
            String act,
            String proposal,
            String item,
            String quote,
            @Nullable Chord chord) {
        this(event, at, by, act, proposal, item, Quote.plain(quote), chord);
    }

    /** The same act, told by what it is about. */
    public Change of(Event other) {
        return new Change(other, at, by, act, proposal, item, quote, chord);
    }

    /** The same act, told as something else that it brought about; its words are told already. */
    public Change as(Event other) {
        return new Change(other, at, by, act, proposal, item, "", chord);
    }

    /** Whether it tells what became of an initiative, not what was agreed. */
    boolean isProgress() {
        return PROGRESS.contains(event);
    }

    /** Whether the sentence begins with the party: English then says "The United States". */
    public boolean opens() {
        return switch (event) {
            case CHARTER,
                    LOADED,
                    HISTORY,
                    PROPOSED_NEW,
                    PROPOSED,
                    ASSENTED,
                    RESERVED,
                    REFUSED,
                    WITHDRAWAL_ASKED,
                    REPORTED,
                    CONFIRMED,
                    DISPUTED,
                    CORRECTED,
                    LINKED,
                    MEASURED,
                    ISSUED,
                    MEETING_CALLED,
                    CIRCULATED,
                    POINTS,
                    AGENDA_ORDERED,
                    POINT_REMARKED,
                    MEETING_RUN,
                    PUT,
                    MINUTES,
                    MINUTES_APPROVED,
                    MINUTES_REFUSED,
                    GROUP_ASSENTED,
                    GROUP_REFUSED,
                    ACTION_REPORTED,
                    ACTION_CHECKED,
                    OTHER -> true;
            case IN_FORCE, SUPERSEDED, CONTESTED, REJECTED, ASSESSED -> false;
        };
    }

    /** What happened. */
    public enum Event {
        CHARTER,
        LOADED,
        HISTORY,
        PROPOSED_NEW,
        PROPOSED,
        ASSENTED,
        RESERVED,
        REFUSED,
        WITHDRAWAL_ASKED,
        IN_FORCE,
        SUPERSEDED,
        CONTESTED,
        /** It counts for nothing: it breaks a rule, or what it needs has not come. */
        REJECTED,
        REPORTED,
        CONFIRMED,
        DISPUTED,
        CORRECTED,
        ASSESSED,
        LINKED,
        /** Values of an indicator of an area. */
        MEASURED,
        ISSUED,
        MEETING_CALLED,
        CIRCULATED,
        POINTS,
        /** By a party that has not the chair. */
        AGENDA_ORDERED,
        POINT_REMARKED,
        /** Moved, cancelled, opened, closed, its agenda, who was there. */
        MEETING_RUN,
        PUT,
        MINUTES,
        MINUTES_APPROVED,
        MINUTES_REFUSED,
        /** To a decision. */
        GROUP_ASSENTED,
        GROUP_REFUSED,
        ACTION_REPORTED,
        ACTION_CHECKED,
        OTHER
    }
}
