package acorde.acts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Acts that wait for others, each under the first one it lacks. Kept by the sequencer, and a copy of the table of waiting acts. */
final class Waiting {
    private final Map<ActId, ActId> missingOf = new HashMap<>();
    private final Map<ActId, List<ActId>> waitersOn = new HashMap<>();

    void put(ActId act, ActId missing) {
        remove(act);
        missingOf.put(act, missing);
        waitersOn.computeIfAbsent(missing, id -> new ArrayList<>()).add(act);
    }

    void remove(ActId act) {
        var missing = missingOf.remove(act);
        if (missing == null) return;
        var others = waitersOn.get(missing);
        if (others == null) return;
        others.remove(act);
        if (others.isEmpty()) waitersOn.remove(missing);
    }

    boolean contains(ActId act) {
        return missingOf.containsKey(act);
    }

    /** The acts that waited for this one, in the order of their places; they no longer do. */
    List<ActId> release(ActId arrived) {
        @Nullable List<ActId> released = waitersOn.remove(arrived);
        if (released == null) return List.of();
        released.forEach(missingOf::remove);
        return released.stream().sorted().toList();
    }

    int size() {
        return missingOf.size();
    }

    void clear() {
        missingOf.clear();
        waitersOn.clear();
    }
}
