package acorde.web.paper;

import acorde.web.view.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper with what can be done with it.
 *
 * @param issue where the form that issues it leads; empty if the reader may not
 * @param seen the digest of the paper on the page, as the form sends it
 * @param since the first day of a group's report, as its form sends it; empty for all others
 * @param sight lines that say from whose sight its delays count; empty where it counts none, or is issued
 * @param earlier papers of the same, newest first
 * @param refusal why it was not issued; null if nobody tried
 */
public record PaperPage(
        PaperView paper,
        String issue,
        String seen,
        String since,
        List<String> sight,
        List<DocumentsView.Line> earlier,
        @Nullable Refusal refusal) {
    public PaperPage {
        sight = List.copyOf(sight);
        earlier = List.copyOf(earlier);
    }
}
