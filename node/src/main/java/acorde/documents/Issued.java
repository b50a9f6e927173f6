package acorde.documents;

import acorde.acts.ActId;
import java.time.Instant;

/**
 * A paper as it was issued, for ever.
 *
 * @param act that issued it
 * @param office that spoke
 * @param at when its author says so
 */
public record Issued(ActId act, String office, Instant at, Paper paper) {
    /** What is printed on it. */
    public CheckCode code() {
        return CheckCode.of(act, paper.digest());
    }

    /** Without its figures. */
    public Listing listing() {
        return new Listing(act, office, at, paper.scope(), code());
    }
}
