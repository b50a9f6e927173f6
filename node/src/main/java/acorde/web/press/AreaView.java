package acorde.web.press;

import acorde.web.view.InitiativeLine;
import acorde.web.view.PublicIndicator;
import java.util.List;

/** The promises of one area, and its own indicators. */
public record AreaView(
        Leaf leaf,
        FrontView.AreaEntry area,
        List<String> parties,
        List<InitiativeLine> lines,
        List<PublicIndicator> indicators)
        implements Folio {}
