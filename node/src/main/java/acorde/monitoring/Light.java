package acorde.monitoring;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an initiative stands, and why.
 *
 * @param climb how far up the ladder it is; empty if nothing is late
 */
public record Light(Colour colour, Why why, Optional<Climb> climb) {
    /** The six lights. {@link Lights} has the rule of each. */
    public enum Colour {
        UNDATED,
        ON_TRACK,
        AT_RISK,
        LATE,
        BLOCKED,
        DONE
    }

    /** Why a light is what it is. Each has its sentence in the message files. */
    public sealed interface Why {
        /** All who owe it report it done and all others confirm. */
        record Confirmed() implements Why {}

        /** A day has passed. @param step its code; that of the whole is {@link Agreed#WHOLE} */
        record Overdue(PartyCode party, String step, LocalDate due) implements Why {}

        /** Nothing was heard for twice the cadence. @param since the last word, or the day of the text */
        record Silent(PartyCode party, LocalDate since) implements Why {}

        /** A party says that something stands in the way. */
        record Blocked(PartyCode party, ActId report) implements Why {}

        /** There is no date for anything in it. */
        record NoDate() implements Why {}

        /** A party disputes what another reports. */
        record Disputed(PartyCode by, PartyCode whose, ActId dispute) implements Why {}

        /** A day comes soon, and the step is not reported done. */
        record DueSoon(PartyCode party, String step, LocalDate due) implements Why {}

        /** A step is reported done and nothing shows it. */
        record Unproven(PartyCode party, String step, LocalDate due) implements Why {}

        /** The evidence is older than the cadence. @param since the last, or the day of the text */
        record Old(PartyCode party, LocalDate since) implements Why {}

        /** Late, and not yet shown so to this reader: who owes it has been told, and has until that day. */
        record UnderNotice(PartyCode party, LocalDate until) implements Why {}

        /** All who owe it report it done, and a party has not confirmed it. */
        record Unconfirmed(PartyCode by, PartyCode whose) implements Why {}

        /** Nothing is amiss. @param next the day of the next step; null if none is left */
        record NothingAmiss(@Nullable LocalDate next) implements Why {}
    }

    /**
     * How far up the ladder something is.
     *
     * @param party that is late, the longest if there are several
     * @param from the day from which the clock runs
     * @param next the day on which word goes up one rung; null on the last
     * @param open the day from which everybody is shown that it is late
     */
    public record Climb(
            PartyCode party,
            Rung rung,
            LocalDate from,
            @Nullable LocalDate next,
            LocalDate open) {} // a place and its days
}
