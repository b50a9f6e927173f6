package acorde.finding;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a question comes to. */
public sealed interface Answer {
    /**
     * Part of what answers it, all of it open to the reader.
     *
     * @param count how many there are in all; if {@code more}, there are more than that, and they stand in the order of their days
     * @param values the values by which they can be narrowed, each with how many it leaves; with 0 where that was not counted
     * @param next after which the next part begins; null at the end
     */
    record Found(
            List<Hit> hits,
            int count,
            boolean more,
            Map<Filter.By, SortedMap<String, Integer>> values,
            @Nullable Cursor next)
            implements Answer { // a page of answers
        public Found {
            hits = List.copyOf(hits);
            values = Map.copyOf(values);
        }
    }

    /** It took longer than a question may: a word more would help. */
    record TooBroad() implements Answer {}

    /** One thing that answers, with what was looked for in it. */
    record Hit(Entry entry, Excerpt es, Excerpt en) {}
}
