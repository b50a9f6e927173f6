package acorde.web.press;

import acorde.publication.Edition;
import acorde.web.view.Figures;
import java.util.List;

/**
 * One edition.
 *
 * @param shown the edition this folio is about; the site's is in the leaf
 */
public record EditionView(Leaf leaf, Edition shown, Figures figures, List<ChangeLine> changes) implements Folio {}
