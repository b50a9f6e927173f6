package acorde.monitoring;

import acorde.compact.AreaIndicator;
import acorde.compact.Item;
import acorde.compact.ItemKey;

/**
 * An indicator that was agreed, or announced, for an area as a whole.
 *
 * @param standing how far consent to it has come
 * @param head its latest text, which {@code text} is as read
 */
public record AreaMeasure(ItemKey key, Item.Standing standing, Item.Head head, AreaIndicator text) {
    /** What its figures stand under, where those of an initiative stand under its code. */
    public String subject() {
        return key.toString();
    }
}
