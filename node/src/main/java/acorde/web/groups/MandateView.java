package acorde.web.groups;

import acorde.web.view.ComposeView;
import acorde.web.view.Flaw;
import acorde.web.view.Left;
import acorde.web.view.Refusal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a mandate is written, or its review before it is signed.
 *
 * @param code of the group; empty for a new one
 * @param base the version the reader had before them; empty for a new group
 * @param parties who sits in it
 * @param review what it would say, once everything needed is there; null while it is written
 * @param left what of it was kept before, and which other new ones were begun
 * @param here the offices of the reader's party that can sit in it
 * @param there those that another party may have
 */
public record MandateView(
        String code,
        String base,
        List<String> parties,
        GroupsView.Typed typed,
        @Nullable Refusal refusal,
        @Nullable Review review,
        Left left,
        List<SittingView.Office> here,
        List<SittingView.Office> there) { // what the form holds
    /**
     * What would be signed.
     *
     * @param note why it is proposed, in the reader's language
     */
    public record Review(ComposeView.Review text, String note, List<Flaw> flaws) {
        public Review {
            flaws = List.copyOf(flaws);
        }
    }

    public MandateView {
        parties = List.copyOf(parties);
        here = List.copyOf(here);
        there = List.copyOf(there);
    }

    public MandateView( // what the form holds
            String code,
            String base,
            List<String> parties,
            GroupsView.Typed typed,
            @Nullable Refusal refusal,
            @Nullable Review review,
            Left left) {
        this(code, base, parties, typed, refusal, review, left, List.of(), List.of());
    }

    /** The same with the offices that are offered. */
    MandateView offering(List<SittingView.Office> here, List<SittingView.Office> there) {
        return new MandateView(code, base, parties, typed, refusal, review, left, here, there);
    }

    public boolean isNew() {
        return base.isEmpty();
    }

    /** Everything that was typed, by its name in the form: what the review carries along. */
    public SortedMap<String, String> carried() {
        return typed.carried();
    }
}
