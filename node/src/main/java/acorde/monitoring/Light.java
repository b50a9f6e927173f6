package acorde.monitoring;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an initiative stands, and why, as one reader is shown it.
 *
 * @param climbs the delays this reader is shown, each party's longest: the reader's own first, then the longest
 */
public record Light(Colour colour, Why why, List<Climb> climbs) {
    public Light {
        climbs = List.copyOf(climbs);
    }

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

        /** A day comes soon, or has passed and that is not yet shown as late, and the step is not reported done. */
        record DueSoon(PartyCode party, String step, LocalDate due) implements Why {}

        /** A step is reported done and nothing shows it. */
        record Unproven(PartyCode party, String step, LocalDate due) implements Why {}

        /** The evidence is older than the cadence. @param since the day of the last */
        record Old(PartyCode party, LocalDate since) implements Why {}

        /** No evidence was shown since the text came, for longer than the cadence. @param since the day of the text */
        record NoEvidence(PartyCode party, LocalDate since) implements Why {}

        /** All who owe it report it done, and a party has not confirmed it. */
        record Unconfirmed(PartyCode by, PartyCode whose) implements Why {}

        /** Nothing is amiss. @param next the day of the next step; null if none is left */
        record NothingAmiss(@Nullable LocalDate next) implements Why {}
    }

    /**
     * How far up the ladder a party is.
     *
     * @param why it is late
     * @param from the day from which the clock runs, which may be still to come if evidence stopped it
     * @param next the day on which word goes up one rung; null on the last
     */
    public record Climb(
            PartyCode party,
            Why why,
            Rung rung,
            LocalDate from,
            @Nullable LocalDate next) {} // who, where, and its days
}
