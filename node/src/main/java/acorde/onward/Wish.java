package acorde.onward;

import acorde.acts.ActId;
import acorde.policy.Purpose;
import acorde.trust.PartyCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a holder would have a copy given on, as its provider was asked.
 *
 * @param act that asks; its author holds the copy
 * @param office that asks
 * @param at when it says so
 * @param answer null while it is open: silence is never leave
 */
public record Wish(
        ActId act,
        String office,
        Instant at,
        Asked asked,
        @Nullable Answer answer) { // as an act, with its answer
    /** Within which the provider is to answer. Afterwards there is still no leave, and both are shown that it is late. */
    public static final Duration TIME = Duration.ofDays(7);

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

    /** Why there is no leave: for the offices of the provider alone. Who asked is told none, or it would tell of somebody who is protected (AS-1). */
    public enum Ground {
        /** There is none, and nothing more is noted. */
        NO_LEAVE,
        /** The rules of release do not let that party have it. */
        RULES,
        /** That party does not need it for this. */
        NOT_NEEDED,
        NOT_LAWFUL,
        /** It would harm essential interests of security. */
        SECURITY,
        /** It would harm an investigation. */
        INVESTIGATION
    }

    /** How it ended: the provider says one of the first two, once; or who asked takes it back before. */
    public sealed interface Answer {
        ActId act();

        Instant at();
    }

    /** With it the other party is given a copy by the provider, unless it has one. */
    public record Granted(ActId act, Instant at) implements Answer {}

    /** @param ground null but at the provider */
    public record Refused(ActId act, Instant at, @Nullable Ground ground) implements Answer {}

    public record Withdrawn(ActId act, Instant at) implements Answer {}

    /** Who asks. */
    public PartyCode by() {
        return act.party();
    }

    /** Until when it is to be answered, by when its author says that it asked. */
    public Instant due() {
        return at.plus(TIME);
    }

    public boolean isLate(Instant now) {
        return answer == null && now.isAfter(due());
    }
}
