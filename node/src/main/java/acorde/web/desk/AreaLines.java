package acorde.web.desk;

import acorde.monitoring.AreaFigures;
import acorde.web.view.AreaSums;
import acorde.web.words.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The indicators of an area, as lines of a table and of an answer. */
public final class AreaLines {
    private AreaLines() {}

    /** The sums, a line for each unit; two units are never in one line. */
    public static List<AreaSums.Line> of(AreaFigures figures) {
        return figures.behind().keySet().stream()
                .map(unit -> new AreaSums.Line(
                        new Bilingual(unit.es(), unit.en()),
                        figures.baseline().byUnit().get(unit),
                        figures.target().byUnit().get(unit),
                        figures.actual().byUnit().get(unit)))
                .toList();
    }

    /** Null for an area in which nothing is measured. */
    static @Nullable AreaSums sums(AreaFigures figures) {
        if (figures.added() + figures.apart() == 0) return null;
        return new AreaSums(
                of(figures), figures.added(), figures.apart(), figures.due(), figures.due() - figures.missing());
    }
}
