package acorde.monitoring;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every initiative as readers are shown it, made once after each commit for each sort of reader: almost every page asks for all of them. Safe for any thread. */
final class Shown {
    /** Sorts of readers on some days: a node has two of today, and documents ask for other days. */
    private static final int MOST = 16;

    private final Map<Asked, Map<String, Watched>> made = new HashMap<>();
    private Desk.@Nullable Contents of;

    private record Asked(Viewer viewer, LocalDate today) {}

    /** By the code of the initiative. */
    synchronized Map<String, Watched> of(Desk.Contents contents, Viewer viewer, LocalDate today) {
        if (of != contents || made.size() >= MOST) made.clear();
        of = contents;
        return made.computeIfAbsent(new Asked(viewer, today), asked -> all(contents, asked));
    }

    private static Map<String, Watched> all(Desk.Contents contents, Asked asked) {
        var all = new TreeMap<String, Watched>();
        contents.followed()
                .forEach((code, each) -> all.put(code, one(each, contents.days(), asked.viewer, asked.today)));
        return Collections.unmodifiableMap(all);
    }

    static Watched one(
            Desk.Followed each, Days days, Viewer viewer, LocalDate today) { // what, by what, for whom and when
        var situation = new Situation(each.agreed(), each.facts(), days, today);
        return new Watched(each.agreed(), each.facts(), Lights.of(situation, viewer));
    }
}
