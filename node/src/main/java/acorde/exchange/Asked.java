package acorde.exchange;

import acorde.policy.Field;
import acorde.policy.Reason;
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
        var rules = release.reasons().stream().map(Reason::rule).toList();
        return new Asked(release.to(), release.how(whole) != Release.How.NONE, release.without(whole), rules);
    }

    public Release.How how() {
        return given ? Release.How.without(without) : Release.How.NONE;
    }
}
