package acorde.finding;

import acorde.acts.Act;
import acorde.trust.PartyCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What acts touched.
 *
 * @param at by which act of each party last
 * @param family things touched by one act have the same number: a proposal, its initiative and its answers are read together then
 */
record Touched(Map<Key, Map<PartyCode, Long>> at, Map<Key, Integer> family) {
    Touched() {
        this(new HashMap<>(), new HashMap<>());
    }

    void add(Act act, Set<Key> keys) {
        var number = keys.stream()
                .map(family::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(family.size());
        for (var key : keys) {
            family.putIfAbsent(key, number);
            at.computeIfAbsent(key, each -> new HashMap<>())
                    .merge(act.by(), act.id().index(), Math::max);
        }
    }
}
