package acorde.compact;

import acorde.acts.ActId;
import acorde.trustlog.Hash;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where an item stands that is more than proposed: until a new item has a text, or rivals for its first one are contested, its round says all.
 *
 * @param announced the announcement that counts; null if it was never announced
 * @param standing what this is
 * @param head the latest text: the one in force, else the announced one; null while rivals for the first are contested
 * @param marks what lists and counts need of that text
 */
public record Item(
        @Nullable ActId announced,
        Standing standing,
        @Nullable Head head,
        Marks marks) {
    /** How far consent to an item has come. */
    public enum Standing {
        /** Public sources tell of it; no party has consented to it here (CO-2). */
        ANNOUNCED,
        /** Its latest text is in force: every required party assented to it. */
        CONSENTED,
        /** Two rivals on its latest text are complete, so a party broke its word; the text stays. */
        CONTESTED
    }

    /**
     * The latest text.
     *
     * @param version the hash that names it
     * @param number counted from 1
     * @param replaced the version whose place it took; null if it took none
     * @param act the act that carries it; null for the founding charter and its annexes
     * @param text as the act has it
     */
    public record Head(
            Hash version,
            int number,
            @Nullable Hash replaced,
            @Nullable ActId act,
            String text) {} // what names a text, where it comes from, and the text

    /**
     * What the latest text of an initiative says in short; of other items, nothing.
     *
     * @param area code of its area
     * @param dated see {@link Initiative#dated}
     * @param numbered see {@link Initiative#numbered}
     * @param measured see {@link Initiative#measured}
     * @param waived see {@link Initiative#waived}
     */
    record Marks(
            @Nullable String area,
            @Nullable LocalDate due,
            boolean dated,
            boolean numbered,
            boolean measured,
            boolean waived) { // the columns of a list
        static final Marks NONE = new Marks(null, null, false, false, false, false);

        static Marks of(ItemKey.Kind kind, JsonNode text) {
            if (kind != ItemKey.Kind.INITIATIVE
                    || !(ItemText.parse(kind, text) instanceof ItemText.Parsed.Good(Initiative initiative)))
                return NONE;
            return new Marks(
                    initiative.area(),
                    initiative.due(),
                    initiative.dated(),
                    initiative.numbered(),
                    initiative.measured(),
                    initiative.waived());
        }
    }

    /** <i>Consented</i>: its latest text is in force by the assent of every required party. Also true while a change of it is contested. */
    public boolean consented() {
        return head != null && !isAnnouncement(head);
    }

    /** The round from which its next text comes. */
    Round.Key next(ItemKey item) {
        return new Round.Key(item, head != null && consented() ? head.version() : null);
    }

    private boolean isAnnouncement(Head latest) {
        return announced != null && announced.equals(latest.act());
    }
}
