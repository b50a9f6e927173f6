package acorde.web.press;

import acorde.web.view.InitiativeLine;
import java.util.List;
import java.util.Map;

/** The promises of one area. @param marks the light of each, by its code, as far as lights are shown */
public record AreaView(
        Leaf leaf,
        FrontView.AreaEntry area,
        List<String> parties,
        List<InitiativeLine> lines,
        Map<String, LightMark> marks)
        implements Sheet {}
