package acorde.web.press;

import acorde.web.view.Figures;
import java.util.List;

/** A folio that leads to the areas: the search, and the data. */
public record ListView(Leaf leaf, List<FrontView.AreaEntry> areas, Figures figures, List<String> columns)
        implements Folio {}
