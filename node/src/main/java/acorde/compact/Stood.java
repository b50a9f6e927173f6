package acorde.compact;

import acorde.acts.ActId;
import acorde.trustlog.Hash;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A proposal and where it stands, its rivals and its base considered.
 *
 * @param key the round
 * @param number of the version it would replace; 0 for a new item
 * @param state where it stands
 * @param rivals the other proposals of the round
 * @param successor the rival or itself that took the place of the version; null while none has
 * @param doubles assents to two complete rivals by one party: the acts that prove that it broke its word
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

    /** The version it would replace; null if there is none. */
    public @Nullable Hash base() {
        var announcement = proposal.announcement();
        return announcement == null ? key.base() : announcement.version();
    }

    /**
     * The acts that carry the texts of an item that stood, the earliest first: announced, or in force by consent.
     *
     * @param announced the announcement that counts; null if there is none
     * @param proposals all on that item
     */
    public static List<ActId> carriers(@Nullable ActId announced, Collection<Stood> proposals) {
        var inForce = proposals.stream()
                .filter(each -> each.state() == State.IN_FORCE)
                .sorted(Comparator.comparingInt(Stood::number))
                .map(Stood::proposal)
                .flatMap(proposal -> Stream.concat(
                        Stream.ofNullable(proposal.announcement()).map(Proposal.Announcement::act),
                        Stream.of(proposal.act())));
        return Stream.concat(Stream.ofNullable(announced), inForce).distinct().toList();
    }

    /** Where a proposal stands. {@link LifeCycle} has the ways from one state to another. */
    public enum State {
        /** Some required party has said nothing yet. */
        OPEN,
        /** It took the place of its base, which it keeps until a proposal on it takes its own. */
        IN_FORCE,
        /** A party refused it. */
        DEAD,
        /**
         * It cannot enter into force: a rival did, or two are contested, or its base is no version that was ever in force, or more parties
         * agreed on another first text.
         */
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
        var doubles = Consent.brokenWords(
                        round.proposals().stream().filter(Consent::isComplete).toList())
                .stream()
                .flatMap(broken -> List.of(broken.first(), broken.second()).stream())
                .distinct()
                .toList();
        return round.proposals().stream()
                .map(proposal -> new Stood(
                        key,
                        proposal.announcement() == null ? round.base().number() : 1,
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
            case Consent.Standing.Complete _ ->
                switch (outcome) {
                    case Consent.Outcome.Contested(var rivals) when rivals.contains(proposal) -> State.CONTESTED;
                    case Consent.Outcome.Successor(var next) when held && next.equals(proposal) -> State.IN_FORCE;
                    default -> State.SUPERSEDED;
                };
        };
    }
}
