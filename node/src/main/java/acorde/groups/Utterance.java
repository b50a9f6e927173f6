package acorde.groups;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.offices.OfficeCode;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;

/**
 * Something that was said in a sitting.
 *
 * @param at when its author says it was said
 * @param hash of the act, which names the text it carries
 */
public record Utterance<S extends Saying>(
        ActId act, Instant at, OfficeCode office, Hash hash, S saying) { // an act in short
    static Utterance<Saying> of(Act act, Saying saying) {
        var kept = saying instanceof Saying.Minutes(var sitting, var amends, var _)
                ? new Saying.Minutes(sitting, amends, null)
                : saying;
        return new Utterance<>(act.id(), act.at(), new OfficeCode(act.office()), act.hash(), kept);
    }

    public PartyCode by() {
        return act.party();
    }

    /** As one of a kind that it is known to be of. */
    <T extends Saying> Utterance<T> as(T same) {
        return new Utterance<>(act, at, office, hash, same);
    }
}
