package acorde.monitoring;

import acorde.acts.ActId;
import java.util.Optional;

/**
 * Why this party does not say what an officer wanted said.
 *
 * @param about the act that stands in the way, such as a newer report, if there is one
 */
public record Objection(Rule rule, Optional<ActId> about) {
    static Objection of(Rule rule) {
        return new Objection(rule, Optional.empty());
    }

    static Objection of(Rule rule, ActId about) {
        return new Objection(rule, Optional.of(about));
    }

    /** The same, with the initiative whose report stands in the way of several. */
    public record In(String initiative, Objection objection) {}
}
