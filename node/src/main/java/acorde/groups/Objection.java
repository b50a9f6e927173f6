package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.trust.PartyCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Why this party does not say what an officer wanted said.
 *
 * @param about the act that stands in the way, if there is one
 * @param parties whom it is about: those who are missing from a quorum
 * @param faults of what was written, each a sentence with its place
 */
public record Objection(Rule rule, Optional<ActId> about, List<PartyCode> parties, List<Bilingual> faults) {
    public Objection {
        parties = List.copyOf(parties);
        faults = List.copyOf(faults);
    }

    static Objection of(Rule rule) {
        return new Objection(rule, Optional.empty(), List.of(), List.of());
    }

    static Objection of(Rule rule, ActId about) {
        return new Objection(rule, Optional.of(about), List.of(), List.of());
    }

    static Objection of(Rule rule, Collection<PartyCode> parties) {
        return new Objection(rule, Optional.empty(), List.copyOf(parties), List.of());
    }

    static Objection written(List<Bilingual> faults) {
        return new Objection(Rule.GROUP_MALFORMED, Optional.empty(), List.of(), faults);
    }
}
