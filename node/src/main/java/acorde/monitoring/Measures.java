package acorde.monitoring;

import acorde.acts.ActId;
import acorde.compact.Compact;
import acorde.compact.Disclosing;
import acorde.compact.ItemKey;
import acorde.trustlog.Hash;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts under which figures count, of each initiative and each indicator of an area. Safe for any thread. */
final class Measures {
    /** Items whose texts are kept once read. */
    private static final int KEPT = 4_096;

    /** What they depend on: the announcement may arrive after what was agreed. */
    private record Named(Hash version, @Nullable ActId announced) {}

    private final Compact compact;
    private final Map<Named, Disclosing> found = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Named, Disclosing> eldest) {
            return size() > KEPT;
        }
    });

    Measures(Compact compact) {
        this.compact = compact;
    }

    Disclosing of(Desk.Followed one) {
        var version = one.agreed().version();
        return find(ItemKey.initiative(one.agreed().code()), one.announced(), Disclosing.Under.of(version, one.text()));
    }

    Disclosing of(AreaMeasure measure) {
        return find(
                measure.key(),
                measure.announced(),
                Disclosing.Under.of(measure.head().version(), measure.text()));
    }

    private Disclosing find(ItemKey item, @Nullable ActId announced, Disclosing.Under latest) {
        var named = new Named(latest.version(), announced);
        var known = found.get(named);
        if (known != null) return known;
        var stood = compact.carried(item).flatMap(carried -> Disclosing.Under.of(carried).stream());
        var texts = Disclosing.of(
                stood, latest); // not under the lock of the map: it asks the database, and twice is no harm
        found.put(named, texts);
        return texts;
    }
}
