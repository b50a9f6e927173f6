package acorde.acts;

import acorde.trust.PartyCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Acts that wait for others, each under the first one it lacks. Kept by the sequencer, and a copy of the table of waiting acts. */
final class Waiting {
    private final Map<ActId, ActId> missingOf = new HashMap<>();
    private final Map<ActId, SortedSet<ActId>> waitersOn = new HashMap<>();
    private final Map<PartyCode, Integer> counts = new HashMap<>();

    /** From now on {@code act} waits for {@code missing}, and no longer for what it waited for before. */
    void put(ActId act, ActId missing) {
        remove(act);
        missingOf.put(act, missing);
        waitersOn.computeIfAbsent(missing, id -> new TreeSet<>()).add(act);
        counts.merge(act.party(), 1, Integer::sum);
    }

    void remove(ActId act) {
        var missing = missingOf.remove(act);
        if (missing == null) return;
        counts.merge(act.party(), -1, Integer::sum);
        var others = waitersOn.get(missing);
        if (others == null) return;
        others.remove(act);
        if (others.isEmpty()) waitersOn.remove(missing);
    }

    boolean contains(ActId act) {
        return missingOf.containsKey(act);
    }

    /** The acts that wait for this one, in the order of their places; they go on waiting until they are removed. */
    List<ActId> on(ActId awaited) {
        var waiters = waitersOn.get(awaited);
        return waiters == null ? List.of() : List.copyOf(waiters);
    }

    /** How many acts of a party wait. */
    int of(PartyCode party) {
        return counts.getOrDefault(party, 0);
    }
}
