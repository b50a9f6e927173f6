package acorde.compact;

import acorde.acts.ActId;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The life of the proposals on one version, and what each party may say to them.
 *
 * <p>Everything here is a function of the <em>set</em> of words said, never of the order in which they arrived: a party says one thing to a
 * proposal, so "every required party assented" and "some party refused" cannot both become true. And a party assents to one living rival at
 * a time, so two rivals cannot both become complete; if they do, some party broke its word, and its own log holds both signed assents.
 */
public final class Consent {
    private Consent() {}

    /** Where a proposal stands by the words said to it, whatever became of its rivals. */
    public sealed interface Standing {
        /** Nobody refused it, and these have said nothing. Silence is never consent. */
        record Open(SortedSet<PartyCode> silent) implements Standing {}

        /** Every required party assented. */
        record Complete() implements Standing {}

        /** A party refused it. */
        record Dead(Word.Refusal by) implements Standing {}
    }

    public static Standing standing(Proposal proposal) {
        for (var word : proposal.words().values())
            if (word instanceof Word.Refusal refusal) return new Standing.Dead(refusal);
        if (proposal.words().keySet().containsAll(proposal.required())) return new Standing.Complete();
        return new Standing.Open(proposal.silent());
    }

    static boolean isComplete(Proposal proposal) {
        return standing(proposal) instanceof Standing.Complete;
    }

    /** What follows on a base. */
    sealed interface Outcome {
        /** Nothing yet: the base stays. */
        record Undecided() implements Outcome {}

        /** Exactly one proposal is complete: it takes the place of the base, and its rivals are superseded. */
        record Successor(Proposal proposal) implements Outcome {}

        /** Several are complete: a party broke its word. The base stays. */
        record Contested(List<Proposal> proposals) implements Outcome {}
    }

    static Outcome outcome(@Nullable Round round) {
        if (round == null) return new Outcome.Undecided();
        var complete =
                counting(round.proposals().stream().filter(Consent::isComplete).toList());
        return switch (complete.size()) {
            case 0 -> new Outcome.Undecided();
            case 1 -> new Outcome.Successor(complete.getFirst());
            default -> new Outcome.Contested(complete);
        };
    }

    /**
     * Of complete proposals those that count. A first text can take the place of nothing or of an announcement, of which the announcer can bring
     * up another, even one from before, and agree with itself on what follows it. So those count that are on what most other parties agreed
     * on; of as many on several announcements, those on the first in the log.
     */
    private static List<Proposal> counting(List<Proposal> complete) {
        if (complete.size() < 2 || complete.stream().allMatch(one -> one.announcement() == null)) return complete;
        var announcer = complete.stream()
                .flatMap(one -> Optional.ofNullable(one.announcement()).stream())
                .map(announcement -> announcement.act().party())
                .findFirst();
        var others = complete.stream()
                .collect(Collectors.toMap(
                        one -> one,
                        one -> one.required().stream()
                                .filter(party -> !announcer.equals(Optional.of(party)))
                                .count()));
        var most = Collections.max(others.values());
        var agreed =
                complete.stream().filter(one -> most.equals(others.get(one))).toList();
        var first = agreed.stream()
                .flatMap(one -> Optional.ofNullable(one.announcement()).stream())
                .min(Comparator.comparing(Proposal.Announcement::act));
        var onNothing = agreed.stream().anyMatch(one -> one.announcement() == null);
        return complete.stream()
                .filter(one -> one.announcement() == null ? onNothing : first.equals(Optional.of(one.announcement())))
                .toList();
    }

    /** Two assents of one party to rivals that are both complete: it assented to one while the other lived. */
    record BrokenWord(PartyCode party, ActId first, ActId second) {}

    /** Who broke its word, with the acts that prove it. @param complete rivals that are */
    static List<BrokenWord> brokenWords(List<Proposal> complete) {
        var broken = new ArrayList<BrokenWord>();
        if (complete.isEmpty()) return broken;
        var first = complete.getFirst();
        for (var second : complete.subList(1, complete.size()))
            first.words().forEach((party, word) -> {
                var other = second.words().get(party);
                if (word instanceof Word.Assent && other instanceof Word.Assent)
                    broken.add(new BrokenWord(party, word.act(), other.act()));
            });
        return broken;
    }

    /** Whether a party that has heard this much may speak. */
    sealed interface Leave {
        /** @param after the acts it must name: the refusals of rivals it had assented to */
        record Granted(List<ActId> after) implements Leave {}

        /** @param about the act that stands in the way, if there is one */
        record Denied(Rule rule, Optional<ActId> about) implements Leave {}
    }

    /** May {@code party} assent to {@code text} as the text of {@code proposal}? */
    static Leave mayAssent(Round round, Proposal proposal, PartyCode party, Hash text) {
        var denied = silenced(round, proposal, party);
        if (denied.isPresent()) return denied.get();
        if (!text.equals(proposal.version())) return denied(Rule.OTHER_TEXT, proposal.act());
        return afterRivals(round.rivalsOf(proposal).toList(), party);
    }

    /** May {@code party} refuse {@code proposal}? */
    static Leave mayRefuse(Round round, Proposal proposal, PartyCode party) {
        return silenced(round, proposal, party).orElse(new Leave.Granted(List.of()));
    }

    /** May {@code party}, which assents to its own proposal by making it, make one more? */
    static Leave mayPropose(@Nullable Round round, PartyCode party) {
        if (round == null) return new Leave.Granted(List.of());
        if (outcome(round) instanceof Outcome.Contested(var proposals))
            return denied(Rule.CONTESTED, proposals.getFirst().act());
        if (round.of(party).size() >= Round.MOST)
            return denied(Rule.TOO_MANY, round.of(party).getLast().act());
        return afterRivals(round.proposals(), party);
    }

    /** May {@code party} ask to withdraw {@code proposal}? */
    static Leave mayAskToWithdraw(Round round, Proposal proposal, PartyCode party) {
        if (!proposal.proposer().equals(party)) return denied(Rule.NOT_PROPOSER, proposal.act());
        var ended = ended(round, proposal);
        if (ended.isPresent()) return ended.get();
        return proposal.withdrawal() == null
                ? new Leave.Granted(List.of())
                : denied(Rule.ALREADY_SAID, proposal.withdrawal());
    }

    private static Optional<Leave> silenced(Round round, Proposal proposal, PartyCode party) {
        if (!proposal.required().contains(party)) return Optional.of(denied(Rule.NOT_CONCERNED, proposal.act()));
        var said = proposal.words().get(party);
        if (said != null) return Optional.of(denied(Rule.ALREADY_SAID, said.act()));
        return ended(round, proposal);
    }

    /** Words to a proposal whose life has ended are no use to anybody. */
    private static Optional<Leave> ended(Round round, Proposal proposal) {
        if (standing(proposal) instanceof Standing.Dead(var refusal))
            return Optional.of(denied(Rule.PROPOSAL_DEAD, refusal.act()));
        return switch (outcome(round)) {
            case Outcome.Undecided _ -> Optional.empty();
            case Outcome.Contested(var rivals) ->
                Optional.of(denied(Rule.CONTESTED, rivals.getFirst().act()));
            case Outcome.Successor(var successor)
            when successor.act().equals(proposal.act()) -> Optional.of(denied(Rule.ALREADY_IN_FORCE, proposal.act()));
            case Outcome.Successor(var successor) -> Optional.of(denied(Rule.SUPERSEDED, successor.act()));
        };
    }

    /** One living rival at a time: those the party assented to must be dead, and it names the refusals that killed them. */
    private static Leave afterRivals(List<Proposal> rivals, PartyCode party) {
        var deaths = new ArrayList<ActId>();
        for (var rival : rivals) {
            if (!(rival.words().get(party) instanceof Word.Assent)) continue;
            if (!(standing(rival) instanceof Standing.Dead(var refusal))) return denied(Rule.RIVAL_LIVES, rival.act());
            deaths.add(refusal.act());
        }
        return new Leave.Granted(deaths);
    }

    private static Leave denied(Rule rule, ActId about) {
        return new Leave.Denied(rule, Optional.of(about));
    }
}
