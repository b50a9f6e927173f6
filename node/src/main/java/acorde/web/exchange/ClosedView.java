package acorde.web.exchange;

import java.util.List;

/**
 * A report of this party's that nobody opens any more, without anything of it.
 *
 * @param recalls what was ordered given up of it
 * @param toTakeBack whether some party has a copy that it was not ordered to give up
 */
public record ClosedView(String act, List<ItemView.Recall> recalls, boolean toTakeBack) {
    public ClosedView {
        recalls = List.copyOf(recalls);
    }
}
