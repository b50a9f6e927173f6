package acorde.publication;

import acorde.compact.Stood;
import acorde.trust.PartyCode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A proposal that everybody may know of.
 *
 * @param stood where it stands
 * @param proposed what its proposer said with it
 * @param words what the parties said with their words; of the proposer, the proposal
 */
public record Talk(Stood stood, Utterance proposed, SortedMap<PartyCode, Utterance> words) {
    public Talk {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }
}
