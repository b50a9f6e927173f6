package acorde.web.paper;

import acorde.web.view.Flaw;
import java.util.List;

/**
 * A paper in both languages before it is issued.
 *
 * @param page what can be done with it
 */
public record PaperReview(PaperPage page, PaperView es, PaperView en, List<Flaw> flaws) {
    public PaperReview {
        flaws = List.copyOf(flaws);
    }
}
