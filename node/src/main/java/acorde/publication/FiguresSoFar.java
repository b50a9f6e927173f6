package acorde.publication;

import acorde.monitoring.Point;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of each initiative as the acts heard so far left them. An act changes those it gives; who reads them while more comes gets
 * copies, made anew of what a party gave of an initiative when that changed, and of nothing else. Not safe for several threads.
 */
final class FiguresSoFar {
    private final Map<String, SortedMap<PartyCode, Party>> initiatives = new HashMap<>();

    /** What one party gave of one initiative. */
    private static final class Party {
        private final TreeMap<LocalDate, Point> points = new TreeMap<>();
        private @Nullable NavigableMap<LocalDate, Point> copy;

        void put(LocalDate at, Point point) {
            points.put(at, point);
            copy = null;
        }

        NavigableMap<LocalDate, Point> copy() {
            var ready = copy == null ? Collections.unmodifiableNavigableMap(new TreeMap<>(points)) : copy;
            copy = ready;
            return ready;
        }
    }

    void put(Point.Key key, Point point) {
        initiatives
                .computeIfAbsent(key.initiative(), _ -> new TreeMap<>())
                .computeIfAbsent(key.party(), _ -> new Party())
                .put(key.at(), point);
    }

    /** Of each party that gave any, by their days. */
    SortedMap<PartyCode, NavigableMap<LocalDate, Point>> of(String initiative) {
        var of = new TreeMap<PartyCode, NavigableMap<LocalDate, Point>>();
        initiatives
                .getOrDefault(initiative, Collections.emptySortedMap())
                .forEach((party, given) -> of.put(party, given.copy()));
        return of;
    }
}
