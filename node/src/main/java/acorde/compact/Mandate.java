package acorde.compact;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Past;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A group's text with the acts by which its parties consented to it. Whoever acts under a mandate names these acts, so that every node can
 * tell from the act alone, in whatever order acts arrive, that the mandate was given.
 *
 * @param acts the proposal that carries the text, and the assents of all the others
 */
public record Mandate(ItemKey item, Hash version, Group group, List<ActId> acts) {
    public Mandate {
        acts = List.copyOf(acts);
    }

    /** The mandate in force; empty while there is only an announcement, or a proposal that waits for words. */
    public static Optional<Mandate> inForce(Past past, Founding founding, ItemKey item) {
        var known = past.row(CompactRows.ITEM, item).filter(Item::consented);
        var head = known.map(Item::head);
        if (head.isEmpty()) return Optional.empty();
        var latest = head.get();
        var proposal = Optional.ofNullable(latest.act())
                .flatMap(act -> past.act(act)
                        .flatMap(Saying::proposal)
                        .flatMap(proposed -> Round.of(past, act, proposed))
                        .flatMap(round -> round.proposal(act)));
        if (proposal.isEmpty()) return Optional.empty();
        var acts = new ArrayList<ActId>();
        acts.add(proposal.get().act());
        for (var word : proposal.get().words().values())
            if (!word.act().equals(proposal.get().act())) acts.add(word.act());
        return proven(past, founding, item, latest.version(), acts);
    }

    /**
     * The mandate that acts prove to have been given.
     *
     * @param acts of which the first, as many as there are parties, are looked at: among them the proposal of the version and the assents to it;
     *     all of them are there
     */
    public static Optional<Mandate> proven(
            Past past, Founding founding, ItemKey item, Hash version, List<ActId> acts) { // what is asked, and of what
        var proving = new ArrayList<ActId>();
        var missing = new HashSet<PartyCode>(founding.concerned(item));
        JsonNode text = null;
        for (var id : acts.stream().limit(founding.codes().size()).toList()) {
            var act = past.act(id);
            if (act.isEmpty()) continue;
            var proposed = Saying.proposal(act.get());
            var carries = act.get().hash().equals(version)
                    && proposed.filter(saying -> saying.item().equals(item)).isPresent();
            if (!carries && !assents(act.get(), version)) continue;
            if (carries) text = proposed.orElseThrow().text();
            missing.remove(id.party());
            proving.add(id);
        }
        if (text == null || !missing.isEmpty()) return Optional.empty();
        return ItemText.parse(item.kind(), text) instanceof ItemText.Parsed.Good(Group group)
                        && group.seats(founding.concerned(item))
                ? Optional.of(new Mandate(item, version, group, proving))
                : Optional.empty();
    }

    private static boolean assents(Act act, Hash version) {
        return act.kind().equals(Saying.ASSENTED)
                && Saying.read(act) instanceof Saying.Reading.Heard(Saying.Assented assented)
                && assented.text().equals(version);
    }
}
