package acorde.web.groups;

import acorde.web.view.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a mandate is written.
 *
 * @param code of the group; empty for a new one
 * @param base the version the reader had before them; empty for a new group
 * @param parties who sits in it
 */
public record MandateView(
        String code,
        String base,
        List<String> parties,
        GroupsView.Typed typed,
        @Nullable Refusal refusal) { // what the form holds
    public MandateView {
        parties = List.copyOf(parties);
    }

    public boolean isNew() {
        return base.isEmpty();
    }
}
