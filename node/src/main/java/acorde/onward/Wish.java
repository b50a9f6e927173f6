package acorde.onward;

import acorde.acts.ActId;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a holder would have a copy given on, as its provider was asked.
 *
 * @param act that asks; its author holds the copy
 * @param office that asks
 * @param at when it says so
 * @param answer null while there is none: silence is never leave
 */
public record Wish(
        ActId act,
        String office,
        Instant at,
        Asked asked,
        @Nullable Answer answer) { // as an act, with its answer
    /**
     * What is asked.
     *
     * @param copy the act that carries the copy of who asks
     * @param to the party that would have it too
     * @param purpose what for: one of those the copy was given for
     */
    public record Asked(ActId copy, PartyCode to, Purpose purpose, Why why) {}

    /** Why that party is to have it. A code and never a text, so that nothing passes by the rules of release. */
    public enum Why {
        /** It looks into the same matter. */
        SAME_MATTER,
        /** It is for that party to act. */
        COMPETENCE,
        /** Somebody or something is in danger there. */
        DANGER,
        /** That party asked for it. */
        ASKED_FOR
    }

    /** Why there is no leave. */
    public enum Ground {
        /** There is none, and nothing more is said: the same where what it holds must not be told (AS-1). */
        NO_LEAVE,
        /** That party does not need it for this. */
        NOT_NEEDED,
        NOT_LAWFUL,
        /** It would harm essential interests of security. */
        SECURITY,
        /** It would harm an investigation. */
        INVESTIGATION
    }

    /** What the provider says to it: one of these, once. */
    public sealed interface Answer {
        ActId act();

        Instant at();
    }

    /** With it the other party is given a copy by the provider, unless it has one. */
    public record Granted(ActId act, Instant at) implements Answer {}

    public record Refused(ActId act, Instant at, Ground ground) implements Answer {}

    /** Who asks. */
    public PartyCode by() {
        return act.party();
    }
}
