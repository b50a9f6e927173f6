package acorde.exchange;

import acorde.acts.Past;
import acorde.policy.Annex;
import acorde.policy.Purpose;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the compact says now of what may be exchanged.
 *
 * @param rules of release that the parties adopted; empty if there are none, and then nothing leaves and nothing is read
 * @param purposes what information may be used for: the areas of the compact
 * @param realAlerts whether two persons here said that alerts are real; until then they belong to an exercise (CA-7)
 * @param holds whether, when it comes to be said, the rules are still these
 */
public record InForce(Optional<Annex> rules, Set<Purpose> purposes, Predicate<Past> holds, boolean realAlerts) {
    /** As many as an item names. */
    private static final int MOST_PURPOSES = 64;

    public InForce {
        purposes = Set.copyOf(purposes);
    }

    /** What the areas of these codes can be used for; one that cannot name a purpose is for none. */
    public static Set<Purpose> purposes(Collection<String> areas) {
        return areas.stream()
                .flatMap(code -> Purpose.read(code).stream())
                .limit(MOST_PURPOSES)
                .collect(Collectors.toSet());
    }
}
