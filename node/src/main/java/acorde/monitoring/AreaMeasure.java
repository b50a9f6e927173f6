package acorde.monitoring;

import acorde.acts.ActId;
import acorde.compact.AreaIndicator;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that was agreed, or announced, for an area as a whole.
 *
 * @param standing how far consent to it has come
 * @param head its latest text, which {@code text} is as read
 * @param announced the act that announced it, if one did
 */
public record AreaMeasure( // as Item has it, with the text
        ItemKey key,
        Item.Standing standing,
        Item.Head head,
        AreaIndicator text,
        @Nullable ActId announced) {
    /** What its figures stand under, where those of an initiative stand under its code. */
    public String subject() {
        return key.toString();
    }
}
