package acorde.web.press;

import acorde.web.view.Figures;
import acorde.web.view.InitiativeLine;
import java.util.List;
import java.util.Map;

/**
 * The first sheet: the honest figures, what has a date, the areas.
 *
 * @param parties all of them, in their order
 * @param lights how many promises stand how; empty if the parties agreed to show none
 * @param marks the light of each promise, by its code
 * @param dated the first to fall due
 * @param changes the first of what this edition says otherwise
 */
public record FrontView(
        Leaf leaf,
        List<String> parties,
        Figures figures,
        Map<LightMark, Integer> lights,
        Map<String, LightMark> marks,
        List<InitiativeLine> dated,
        List<AreaEntry> areas,
        List<ChangeLine> changes)
        implements Sheet {

    /** An area with its own figures. */
    public record AreaEntry(String code, String name, Figures figures) {}
}
