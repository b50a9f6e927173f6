package acorde.compact;

import acorde.acts.ActId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal and where it stands, its rivals and its base considered.
 *
 * @param key the item, and the version it would replace
 * @param number of that version; 0 for a new item
 * @param state where it stands
 * @param rivals the other proposals on the same version
 * @param successor the rival or itself that took the place of the version; null while none has
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

    /** Where a proposal stands. {@link LifeCycle} has the ways from one state to another. */
    public enum State {
        /** Some required party has said nothing yet. */
        OPEN,
        /** It took the place of its base, which it keeps until a proposal on it takes its own. */
        IN_FORCE,
        /** A party refused it. */
        DEAD,
        /** It cannot enter into force: a rival did, or two are contested, or its base is no version that was ever in force. */
        SUPERSEDED,
        /** It is complete and so is a rival, so a party broke its word. The base stays. */
        CONTESTED
    }

    /**
     * The proposals of a round, each with where it stands.
     *
     * @param held whether the version they would replace is or was in force, or is the announcement that stands
     */
    static List<Stood> of(Round.Key key, Round round, boolean held) {
        var outcome = Consent.outcome(round);
        var successor = held && outcome instanceof Consent.Outcome.Successor(var next) ? next.act() : null;
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
                        state(proposal, outcome, held),
                        round.rivalsOf(proposal).map(Proposal::act).toList(),
                        successor,
                        doubles))
                .toList();
    }

    private static State state(Proposal proposal, Consent.Outcome outcome, boolean held) {
        return switch (Consent.standing(proposal)) {
            case Consent.Standing.Dead _ -> State.DEAD;
            case Consent.Standing.Open _ ->
                held && outcome instanceof Consent.Outcome.Undecided ? State.OPEN : State.SUPERSEDED;
            case Consent.Standing.Complete _ when outcome instanceof Consent.Outcome.Contested -> State.CONTESTED;
            case Consent.Standing.Complete _ -> held ? State.IN_FORCE : State.SUPERSEDED;
        };
    }
}
