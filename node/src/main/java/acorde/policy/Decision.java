package acorde.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What may be had, and by which rules. Reasons stand in the order of their ids, whatever the order of the rules. */
public sealed interface Decision {
    /** All rules that decided. */
    SortedSet<Reason> reasons();

    /** Those of an item's fields that may be had. */
    Set<Field> visible(Set<Field> fields);

    /** The whole of it. */
    record Released(SortedSet<Reason> reasons) implements Decision {
        public Released {
            reasons = copy(reasons);
        }

        @Override
        public Set<Field> visible(Set<Field> fields) {
            return fields;
        }
    }

    /**
     * All of it but some fields.
     *
     * @param keptBack those that are not given, each with the rules that keep it back
     * @param grounds the rules that permit the rest
     */
    record ReleasedWithout(SortedMap<Field, SortedSet<Reason>> keptBack, SortedSet<Reason> grounds)
            implements Decision {
        public ReleasedWithout {
            var copy = new TreeMap<Field, SortedSet<Reason>>();
            keptBack.forEach((field, reasons) -> copy.put(field, copy(reasons)));
            keptBack = Collections.unmodifiableSortedMap(copy);
            grounds = copy(grounds);
        }

        @Override
        public SortedSet<Reason> reasons() {
            var all = new TreeSet<>(grounds);
            keptBack.values().forEach(all::addAll);
            return all;
        }

        @Override
        public Set<Field> visible(Set<Field> fields) {
            var visible = EnumSet.noneOf(Field.class);
            visible.addAll(fields);
            visible.removeAll(keptBack.keySet());
            return visible;
        }
    }

    /** Nothing of it. */
    record Refused(SortedSet<Reason> reasons) implements Decision {
        public Refused {
            reasons = copy(reasons);
        }

        @Override
        public Set<Field> visible(Set<Field> fields) {
            return Set.of();
        }

        /** Whether it must be told as if there were no such item: the reason alone would say that somebody seeks protection. */
        public boolean isSecret() {
            return reasons.stream().anyMatch(Safeguard::isSecret);
        }
    }

    private static SortedSet<Reason> copy(SortedSet<Reason> reasons) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(List.copyOf(reasons)));
    }
}
