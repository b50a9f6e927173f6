package acorde.web.view;

import java.time.Instant;
import java.util.List;

/**
 * One proposal in a list.
 *
 * @param id its act, such as HN/401
 * @param item the code of what it would change, such as A1-05
 * @param area the code of the item's area
 * @param title the item's title in the reader's language, as the proposal would have it
 * @param changes what it would change; empty for a new item
 * @param awaitsYou whether this party has yet to say its word
 */
public record ProposalLine(
        String id,
        String item,
        String area,
        String title,
        String by,
        Instant at,
        List<Field> changes,
        Standing standing,
        boolean withdrawalAsked,
        boolean awaitsYou,
        Chord chord) {

    /** Where a proposal stands. */
    public enum Standing {
        OPEN,
        IN_FORCE,
        DEAD,
        SUPERSEDED,
        CONTESTED
    }

    /** A field of an initiative's text. */
    public enum Field {
        TITLE,
        DELIVERABLE,
        DUE,
        PARTIES,
        MILESTONES,
        INDICATOR,
        WAIVER,
        SAFEGUARDS,
        RESTRICTIONS,
        PARTNERS,
        AREA,
        /** Everything of the text that has no field of its own: nobody signs what was not shown. */
        OTHER
    }

    /** Nothing stood before: the proposal brings a new item. */
    public boolean isNew() {
        return changes.isEmpty();
    }
}
