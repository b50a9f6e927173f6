package acorde.compact;

import acorde.acts.Act;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts that acts carry, as they were read, the ones asked for last: thousands of reports are about one text, and reading it took longer than
 * all else of applying them. Kept by the hash of the act, which is that of its exact bytes, and by who says it, which is not in them. Safe for
 * any thread.
 */
final class Texts {
    /** Bytes of memory, about: the texts of some two thousand initiatives. */
    static final long LIMIT = 16L << 20;

    private record Key(PartyCode by, Hash act) {}

    private record Kept(Carried text, int weight) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    /** @param read asked if the text is not kept; what it finds has to depend on the act alone */
    Optional<Carried> of(Act act, Function<Act, Optional<Carried>> read) {
        var key = new Key(act.by(), act.hash());
        var known = known(key);
        if (known != null) return Optional.of(known);
        var found = read.apply(act);
        found.ifPresent(text -> keep(key, new Kept(text, act.weight())));
        return found;
    }

    private synchronized @Nullable Carried known(Key key) {
        var found = kept.get(key);
        return found == null ? null : found.text();
    }

    private synchronized void keep(Key key, Kept text) {
        if (kept.putIfAbsent(key, text) != null) return;
        weight += text.weight();
        var oldest = kept.values().iterator();
        while (weight > LIMIT) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
    }
}
