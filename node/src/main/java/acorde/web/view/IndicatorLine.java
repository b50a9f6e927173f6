package acorde.web.view;

import java.util.List;

/**
 * An indicator of an area in a list.
 *
 * @param name in the reader's language, like all of it
 * @param target what is to be reached by when
 * @param last the latest value of each party that gave one
 * @param due days for which values were due until today, of which {@code given} have one
 */
public record IndicatorLine(String code, String name, String target, List<String> last, int due, int given) {
    public IndicatorLine {
        last = List.copyOf(last);
    }
}
