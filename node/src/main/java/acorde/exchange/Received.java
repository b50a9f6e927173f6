package acorde.exchange;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;

/**
 * What the node of a party says became of its copy of a report.
 *
 * @param item the act that carries the copy
 * @param at when it said so; it happened in the hour before
 * @param rules the ids of those that decided, if it was declined
 */
public record Received(ActId item, PartyCode holder, Stage stage, Instant at, List<String> rules) {
    /** How far a copy has come. */
    public enum Stage {
        /** The rules let that party's node have it, as they did for who gave it. */
        ACCEPTED,
        /** They do not, by what the receiver's node sees, and it shows it to nobody: the two sides disagree. */
        DECLINED,
        /** Some office has opened it. */
        OPENED
    }

    public Received {
        rules = List.copyOf(rules);
    }
}
