package acorde.exchange;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order to give a report up, and what came of it.
 *
 * @param order the act
 * @param item the copy that is to be given up
 * @param holder whose copy it is
 * @param answer when its node says it was destroyed; null while it has not
 */
public record Recalled(
        ActId order,
        ActId item,
        PartyCode holder,
        Why why,
        Instant at,
        @Nullable Answer answer) { // an order
    /**
     * Whom it is taken back from.
     *
     * @param seen all that had it when somebody looked: should another have been given it since, nothing is ordered before they look again
     */
    public record From(Set<PartyCode> parties, Set<PartyCode> seen) {
        public From {
            parties = Set.copyOf(parties);
            seen = Set.copyOf(seen);
        }
    }

    /** @param by the day on which it is to be gone, at the latest */
    public record Why(Ground ground, LocalDate by) {}

    /**
     * The signed statement of the holder's node.
     *
     * @param held whether there was a copy, which is destroyed; false if there was none to destroy
     */
    public record Answer(ActId act, Instant at, boolean held) {}

    /** Why something is to be given up. It tells nothing of the person it may protect. */
    public enum Ground {
        WRONG_RECIPIENT,
        WRONG_CONTENT,
        NOT_LAWFUL,
        OTHER,
        /** Its day passed and who gave it did not renew it (CE-4): its provider's node orders it, and nobody else. */
        EXPIRED;

        /** What an office chooses from. */
        public static List<Ground> chosen() {
            return Arrays.stream(values()).filter(ground -> ground != EXPIRED).toList();
        }
    }

    /** Whether the day has passed and nobody has answered. */
    public boolean isLate(LocalDate today) {
        return answer == null && today.isAfter(why.by());
    }
}
