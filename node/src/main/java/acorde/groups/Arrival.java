package acorde.groups;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Since when the parties have what one of them asked, as this node can tell: of its own acts by the first receipt of each other party; of
 * another's by its own, also for third parties, whose receipts who asked holds alone. So it calls nobody late for what it has not had itself.
 */
record Arrival(Acts acts) {
    /** Reads at once what there is to know of all of them. */
    Unanswered.Had of(List<Undecided> asked) {
        var known = new HashMap<PartyCode, Map<ActId, Instant>>();
        var byAuthor = asked.stream()
                .map(Undecided::act)
                .collect(Collectors.groupingBy(ActId::party, Collectors.mapping(ActId::index, Collectors.toSet())));
        var own = byAuthor.remove(acts.self());
        byAuthor.forEach((author, indexes) -> acts.logs()
                .had(author, indexes)
                .forEach((index, at) -> put(known, acts.self(), new ActId(author, index), at)));
        if (own != null)
            asked.stream()
                    .flatMap(one -> one.silent().stream())
                    .distinct()
                    .filter(party -> !party.equals(acts.self()))
                    .forEach(party -> acts.logs()
                            .delivered(party, own)
                            .forEach((index, at) -> put(known, party, new ActId(acts.self(), index), at)));
        return (party, act) ->
                Optional.ofNullable(known.getOrDefault(act.party().equals(acts.self()) ? party : acts.self(), Map.of())
                        .get(act));
    }

    private static void put(
            Map<PartyCode, Map<ActId, Instant>> known, PartyCode party, ActId act, Instant at) { // a cell of a table
        known.computeIfAbsent(party, any -> new HashMap<>()).put(act, at);
    }
}
