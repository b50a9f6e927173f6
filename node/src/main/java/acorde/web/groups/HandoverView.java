package acorde.web.groups;

import acorde.groups.Proceedings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever takes up this party's seat has to know.
 *
 * @param ours what this party owes, {@code others} what other parties do
 * @param coming meetings that are called
 * @param open decisions that wait for words
 * @param last the last meeting that is over, whose minutes are read
 */
public record HandoverView(
        GroupsView.One group,
        List<SittingView.ActionLine> ours,
        List<SittingView.ActionLine> others,
        List<GroupsView.Meeting> coming,
        List<SittingView.DecisionLine> open,
        @Nullable Proceedings last) { // what the pack holds
    public String code() {
        return group.line().code();
    }
}
