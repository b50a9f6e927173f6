package acorde.acts;

import java.util.HashMap;
import java.util.Map;

/** Acts that are held together, as many as have room. Not safe for several threads. */
final class Load {
    /** What acts that are read together take of memory, as {@link Act#weight} tells: a page or a step may hold one load, not all it names. */
    static final long ROOM = 8 << 20;

    private final long room;
    private final Map<ActId, Act> acts = new HashMap<>();
    private long weight;

    Load(long room) {
        this.room = room;
    }

    /** @return whether it had room; the first act always has */
    boolean takes(Act act) {
        var more = act.weight();
        if (!acts.isEmpty() && weight + more > room) return false;
        weight += more;
        acts.put(act.id(), act);
        return true;
    }

    Map<ActId, Act> acts() {
        return acts;
    }
}
