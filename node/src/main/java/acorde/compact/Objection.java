package acorde.compact;

import acorde.acts.ActId;
import java.util.List;
import java.util.Optional;

/**
 * Why this party does not say what an officer wanted said.
 *
 * @param about the act that stands in the way, such as a living rival, if there is one
 * @param faults of a text, each a sentence with its place; empty for other rules
 */
public record Objection(Rule rule, Optional<ActId> about, List<Bilingual> faults) {
    public Objection {
        faults = List.copyOf(faults);
    }

    static Objection of(Rule rule) {
        return new Objection(rule, Optional.empty(), List.of());
    }

    static Objection of(Rule rule, ActId about) {
        return new Objection(rule, Optional.ofNullable(about), List.of());
    }

    static Objection text(List<Bilingual> faults) {
        return new Objection(Rule.TEXT_INCOMPLETE, Optional.empty(), faults);
    }
}
