package acorde.exchange;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.time.Instant;

/**
 * What came of a copy where it was given, as an office of its holder last said: a code and never a text, so that nothing passes by the rules of
 * release.
 *
 * @param item the act that carries the copy
 * @param office that said so
 * @param at when its author says so
 */
public record Outcome(ActId item, PartyCode holder, Kind kind, String office, Instant at) { // who says what of what
    /** What can come of it. */
    public enum Kind {
        /** Something was done because of it. */
        ACTED_UPON,
        /** It helped, and nothing was done because of it alone. */
        USEFUL,
        NOT_USEFUL,
        /** Other information contradicts it. */
        CONTRADICTED
    }
}
