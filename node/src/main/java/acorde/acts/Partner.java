package acorde.acts;

import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How following one partner goes.
 *
 * @param heardAt when it last answered since this node started; null if it has not
 * @param trouble what is wrong now, a code with a sentence in the message files; null if nothing is
 * @param troubleSince since when
 * @param announced the size of its log according to the last checkpoint it signed, at least what is stored
 */
public record Partner(
        PartyCode party,
        @Nullable Instant heardAt,
        @Nullable String trouble,
        @Nullable Instant troubleSince,
        long announced) { // one row of the partners' page
    /** It does not answer, or breaks off. */
    public static final String UNREACHABLE = "UNREACHABLE";

    /** It answers with something that is not what it should be; it is asked again. */
    public static final String UNREADABLE = "UNREADABLE";

    /** Its log is shorter than it has signed before, though not contradictory: perhaps restored from a backup. */
    public static final String BEHIND_ITSELF = "BEHIND_ITSELF";

    /** Too many of its acts wait for acts that have not come. */
    public static final String TOO_MANY_WAIT = "TOO_MANY_WAIT";

    /** Whoever answers at its address does not hold the key the charter gives for it. */
    public static final String WRONG_KEY = "WRONG_KEY";

    /** It does not accept this party's key: perhaps it runs with another charter. */
    public static final String REFUSES_US = "REFUSES_US";

    /** All of them. */
    public static final List<String> TROUBLES =
            List.of(UNREACHABLE, UNREADABLE, BEHIND_ITSELF, TOO_MANY_WAIT, WRONG_KEY, REFUSES_US);

    /** Whether it answers now, be it with something that is not what it should be. */
    public boolean answers() {
        return heardAt != null
                && !UNREACHABLE.equals(trouble)
                && !WRONG_KEY.equals(trouble)
                && !REFUSES_US.equals(trouble);
    }

    Partner answered(Instant at) {
        return new Partner(party, at, trouble, troubleSince, announced);
    }

    Partner well() {
        return new Partner(party, heardAt, null, null, announced);
    }

    Partner troubled(String code, Instant at) {
        return new Partner(party, heardAt, code, code.equals(trouble) ? troubleSince : at, announced);
    }

    Partner announced(long size) {
        return new Partner(party, heardAt, trouble, troubleSince, size);
    }
}
