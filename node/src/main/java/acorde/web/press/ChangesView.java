package acorde.web.press;

import java.util.List;

/**
 * What was changed, the newest first.
 *
 * @param all how many changes there are, shown or not
 */
public record ChangesView(Leaf leaf, List<ChangeLine> lines, int all) implements Folio {}
