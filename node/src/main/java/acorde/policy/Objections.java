package acorde.policy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands against a release, of the whole and of single fields: gathered from the core and from the annex alike. */
final class Objections {
    private final SortedSet<Reason> whole = new TreeSet<>();
    private final EnumMap<Field, SortedSet<Reason>> parts = new EnumMap<>(Field.class);

    void whole(Reason reason) {
        whole.add(reason);
    }

    void parts(Collection<Field> fields, Reason reason) {
        for (var field : fields)
            parts.computeIfAbsent(field, _ -> new TreeSet<>()).add(reason);
    }

    SortedSet<Reason> whole() {
        return whole;
    }

    /** The fields an item has and that are kept back. */
    SortedMap<Field, SortedSet<Reason>> among(Set<Field> fields) {
        var among = new TreeMap<>(parts);
        among.keySet().retainAll(fields);
        return among;
    }
}
