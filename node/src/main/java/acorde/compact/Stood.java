package acorde.compact;

import acorde.acts.ActId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal and where it stands, its rivals considered.
 *
 * @param key the item, and the version it would replace
 * @param number of that version; 0 for a new item
 * @param state where it stands
 * @param rivals the other proposals on the same version
 * @param successor the rival or itself that entered into force; null while none has
 * @param doubles assents to two rivals by one party: the acts that prove that it broke its word
 */
public record Stood(
        Round.Key key,
        int number,
        Proposal proposal,
        State state,
        List<ActId> rivals,
        @Nullable ActId successor,
        List<ActId> doubles) { // one line of a list of proposals
    public Stood {
        rivals = List.copyOf(rivals);
        doubles = List.copyOf(doubles);
    }

    /** Where a proposal stands. */
    public enum State {
        OPEN,
        IN_FORCE,
        DEAD,
        SUPERSEDED,
        CONTESTED
    }

    /** The proposals of a round, each with where it stands. */
    static List<Stood> of(Round.Key key, Round round) {
        var outcome = Consent.outcome(round);
        var successor = outcome instanceof Consent.Outcome.Successor(var next) ? next.act() : null;
        var doubles = outcome instanceof Consent.Outcome.Contested contested
                ? Consent.brokenWords(contested).stream()
                        .flatMap(broken -> List.of(broken.first(), broken.second()).stream())
                        .distinct()
                        .toList()
                : List.<ActId>of();
        return round.proposals().stream()
                .map(proposal -> new Stood(
                        key,
                        round.base().number(),
                        proposal,
                        state(proposal, outcome),
                        round.rivalsOf(proposal).map(Proposal::act).toList(),
                        successor,
                        doubles))
                .toList();
    }

    private static State state(Proposal proposal, Consent.Outcome outcome) {
        var standing = Consent.standing(proposal);
        if (standing instanceof Consent.Standing.Dead) return State.DEAD;
        return switch (outcome) {
            case Consent.Outcome.Undecided _ -> State.OPEN;
            case Consent.Outcome.Successor(var next) ->
                next.act().equals(proposal.act()) ? State.IN_FORCE : State.SUPERSEDED;
            case Consent.Outcome.Contested _ ->
                standing instanceof Consent.Standing.Complete ? State.CONTESTED : State.OPEN;
        };
    }
}
