package acorde.acts;

import acorde.trust.PartyCode;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** An act before it has its place in the log: what a decision wants said. */
public record Draft(String kind, String office, SortedSet<PartyCode> to, List<ActId> after, JsonNode body) { // as Act
    public Draft {
        to = Collections.unmodifiableSortedSet(new TreeSet<>(to));
        after = List.copyOf(after);
    }
}
