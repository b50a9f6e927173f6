package acorde.finding;

import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/** The beginning of a list to which parties bring more than it can hold: one of each party in turn, so that none crowds out another. Pure. */
public final class InTurn {
    private InTurn() {}

    private record Place<T>(T one, int place, int turn) {}

    /**
     * At most {@code most}, in the order they have; of each party those that come first.
     *
     * @param by which party brought it
     */
    public static <T> List<T> first(int most, List<T> ordered, Function<T, PartyCode> by) {
        if (ordered.size() <= most) return List.copyOf(ordered);
        var turns = new HashMap<PartyCode, Integer>();
        var places = new ArrayList<Place<T>>(ordered.size());
        for (var one : ordered)
            places.add(new Place<>(one, places.size(), turns.merge(by.apply(one), 1, Integer::sum)));
        return places.stream()
                .sorted(Comparator.comparingInt((Place<T> each) -> each.turn()).thenComparingInt(Place::place))
                .limit(most)
                .sorted(Comparator.comparingInt(Place::place))
                .map(Place::one)
                .toList();
    }
}
