package acorde.exchange;

import acorde.policy.Field;
import acorde.trust.PartyCode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was decided about one party a report was to go to, as its provider keeps it for itself.
 *
 * @param given whether the party was given it
 * @param without the fields that were kept back from it
 * @param rules the ids of the rules that decided
 */
public record Asked(PartyCode party, boolean given, Set<Field> without, List<String> rules) {
    public Asked {
        var copy = EnumSet.noneOf(Field.class);
        copy.addAll(without);
        without = Collections.unmodifiableSet(copy);
        rules = List.copyOf(rules);
    }

    static Asked of(Release release, Report whole) {
        return switch (release) {
            case Release.Goes(var to, var copy, var decision) -> {
                var without = EnumSet.copyOf(whole.fields());
                without.removeAll(copy.fields());
                yield new Asked(to, true, without, rules(decision.reasons()));
            }
            case Release.Stays(var to, var reasons) -> new Asked(to, false, Set.of(), rules(reasons));
        };
    }

    private static List<String> rules(Set<acorde.policy.Reason> reasons) {
        return reasons.stream().map(acorde.policy.Reason::rule).toList();
    }
}
