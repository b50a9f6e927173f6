package acorde.acts;

import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One statement by one party, as read from its exact bytes.
 *
 * @param id its place in its author's log; {@code id.party()} is the author
 * @param kind what is said, such as {@code compact.assented}; the part before the dot names the duty
 * @param office the post that spoke; never a person
 * @param at when the author says it was said; a claim, never used to decide anything
 * @param to the addressees; empty for what only the author may read
 * @param after the acts without which this one makes no sense
 * @param body what the kind says it holds; not to be changed
 * @param hash SHA-256 of the exact bytes of the act
 */
public record Act(
        ActId id,
        String kind,
        String office,
        Instant at,
        SortedSet<PartyCode> to,
        List<ActId> after,
        JsonNode body,
        Hash hash) { // eight parts: the act of the specification has as many
    public Act {
        to = Collections.unmodifiableSortedSet(new TreeSet<>(to));
        after = List.copyOf(after);
    }

    /** Bytes it takes in memory, about: a tree of small things takes many times the bytes of its text. */
    public int weight() {
        return ActText.weight(this);
    }

    /** The author. */
    public PartyCode by() {
        return id.party();
    }
}
