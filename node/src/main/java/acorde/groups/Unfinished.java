package acorde.groups;

import acorde.postgres.Keyed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a group has not brought to an end and its agenda may take up, told without the sittings it lies in.
 *
 * @param last the last of its meetings that is closed; null if none is
 * @param decisions that wait for words, in writing or in meetings that are closed
 * @param actions that are open; of those that nobody doubts, the ones due by a day
 * @param cut whether there are more: of each party that asked, those due first are told
 */
record Unfinished(
        @Nullable Proceedings last,
        List<Undecided> decisions,
        List<Keyed<Part, Listing.Due>> actions,
        boolean cut) { // what asks for a place by itself
    Unfinished {
        decisions = List.copyOf(decisions);
        actions = List.copyOf(actions);
    }
}
