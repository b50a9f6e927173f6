package acorde.web.press;

import acorde.web.view.InitiativeLine;
import java.util.List;

/** The promises of one area. */
public record AreaView(Leaf leaf, FrontView.AreaEntry area, List<String> parties, List<InitiativeLine> lines)
        implements Folio {}
