package acorde.finding;

import acorde.acts.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** What all duties let be found. */
final class Catalogues {
    private final List<Catalogue> all;
    private final Map<String, Catalogue> byKind = new HashMap<>();

    Catalogues(List<Catalogue> all) {
        this.all = List.copyOf(all);
        for (var catalogue : all)
            for (var kind : catalogue.kinds())
                if (byKind.put(kind, catalogue) != null)
                    throw new IllegalArgumentException("two duties let " + kind + " be found");
    }

    List<Catalogue> all() {
        return all;
    }

    Set<String> kinds() {
        return byKind.keySet();
    }

    /** Of each duty now, by the kinds of its things. Asked before entries are, so that none is held for newer than it is. */
    Map<String, Stance> stances() {
        var stances = new HashMap<String, Stance>();
        for (var duty : all) {
            var stance = duty.stance();
            duty.kinds().forEach(kind -> stances.put(kind, stance));
        }
        return stances;
    }

    /** As they are now; each duty is asked once. */
    List<Entry> entries(Collection<Key> keys) {
        return entries(keys, Catalogue::entries);
    }

    /** The same for the index. */
    List<Entry> lasting(Collection<Key> keys) {
        return entries(keys, Catalogue::lasting);
    }

    private List<Entry> entries(
            Collection<Key> keys, BiFunction<Catalogue, Collection<Key>, Collection<Entry>> asking) {
        var entries = new ArrayList<Entry>();
        byDuty(keys).forEach((duty, own) -> entries.addAll(asking.apply(duty, own)));
        return entries;
    }

    /** Those of these that are here no more. */
    Set<Key> gone(Collection<Key> keys) {
        var gone = new HashSet<Key>();
        byDuty(keys).forEach((duty, own) -> gone.addAll(duty.gone(own)));
        return gone;
    }

    boolean isEarly(Act act) {
        return all.stream().anyMatch(duty -> duty.isEarly(act));
    }

    /** These, and what may have changed along with them. */
    Set<Key> along(Collection<Key> keys) {
        var all = new LinkedHashSet<>(keys);
        byDuty(keys).forEach((duty, own) -> all.addAll(duty.along(own)));
        return all;
    }

    private Map<Catalogue, List<Key>> byDuty(Collection<Key> keys) {
        var asked = new HashMap<Catalogue, List<Key>>();
        for (var key : keys) {
            var catalogue = byKind.get(key.kind());
            if (catalogue != null)
                asked.computeIfAbsent(catalogue, duty -> new ArrayList<>()).add(key);
        }
        return asked;
    }
}
