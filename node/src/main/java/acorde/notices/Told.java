package acorde.notices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to tell somebody now: a function of what there is and of what they were told before.
 *
 * @param fresh what they have not been told yet
 * @param over what they were told and is no more: should it come again, it is told again
 */
public record Told(List<Notice> fresh, Set<String> over) {
    public Told {
        fresh = List.copyOf(fresh);
        over = Set.copyOf(over);
    }

    public static Told of(Collection<Notice> present, Set<String> told) {
        var fresh = new ArrayList<Notice>();
        var keys = new TreeSet<String>();
        for (var notice : new TreeSet<>(present)) {
            keys.add(notice.key());
            if (!told.contains(notice.key())) fresh.add(notice);
        }
        var over = new TreeSet<>(told);
        over.removeAll(keys);
        return new Told(fresh, over);
    }
}
