package acorde.web.press;

import acorde.web.view.Figures;
import acorde.web.view.InitiativeLine;
import java.util.List;

/**
 * The first folio: the honest figures, what has a date, the areas.
 *
 * @param parties all of them, in their order
 * @param lights whether everybody is shown how the promises stand
 * @param dated the first to fall due
 * @param changes the first of what this edition says otherwise
 */
public record FrontView(
        Leaf leaf,
        List<String> parties,
        Figures figures,
        boolean lights,
        List<InitiativeLine> dated,
        List<AreaEntry> areas,
        List<ChangeLine> changes)
        implements Folio {

    /** An area with its own figures. */
    public record AreaEntry(String code, String name, Figures figures) {}
}
