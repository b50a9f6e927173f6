package acorde.web.view;

import acorde.web.words.Bilingual;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of an area added up, a line for each unit.
 *
 * @param added how many indicators are in the sums
 * @param apart how many are not, because their values may not be added
 * @param due days for which figures were due until today, of which {@code given} have one
 */
public record AreaSums(List<Line> lines, int added, int apart, int due, int given) {
    /** @param baseline what it began from; like the others null where nobody gave any */
    public record Line(
            Bilingual unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual) {} // what stands in a row

    public AreaSums {
        lines = List.copyOf(lines);
    }
}
