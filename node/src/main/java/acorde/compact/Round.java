package acorde.compact;

import acorde.acts.ActId;
import acorde.acts.Past;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was proposed on one version of one item: rivals, of which at most one can enter into force. What would be the first text that is
 * agreed on, in the place of an announcement or of nothing, is one round: nobody agrees on two first texts.
 *
 * @param base the version they would replace
 * @param proposals in the order of their acts, at most {@link #MOST} of one party
 */
public record Round(Basis base, List<Proposal> proposals) {
    /** Proposals of one party on one base: more than any negotiation needs, and few enough that a row stays small. */
    public static final int MOST = 16;

    public Round {
        proposals = List.copyOf(proposals);
    }

    /** Names a round: the item, and the agreed version that would be replaced; null for the first. */
    public record Key(ItemKey item, @Nullable Hash base) {
        static Key first(ItemKey item) {
            return new Key(item, null);
        }
    }

    /** The round a proposal was taken into. */
    static Optional<Round> of(Past past, ActId act, Saying.Proposed proposed) {
        return proposed.rounds().stream()
                .flatMap(key -> past.row(CompactRows.ROUND, key).stream())
                .filter(round -> round.proposal(act).isPresent())
                .findFirst();
    }

    /**
     * What a round needs to know of the version it is about.
     *
     * @param number of the version, counted from 1; 0 in the round for the first text
     * @param concerned the parties whose assent any change of it needs
     */
    public record Basis(int number, SortedSet<PartyCode> concerned) {
        public Basis {
            concerned = Collections.unmodifiableSortedSet(concerned);
        }
    }

    /** When its newest proposal was made, as their authors say. */
    Instant newest() {
        return proposals.stream()
                .map(Proposal::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    Optional<Proposal> proposal(ActId act) {
        return proposals.stream().filter(proposal -> proposal.act().equals(act)).findFirst();
    }

    /** The proposals of one party, in the order of its log. */
    List<Proposal> of(PartyCode party) {
        return proposals.stream()
                .filter(proposal -> proposal.proposer().equals(party))
                .toList();
    }

    /** The other proposals on the same base. */
    Stream<Proposal> rivalsOf(Proposal proposal) {
        return proposals.stream().filter(other -> !other.act().equals(proposal.act()));
    }

    /** This round with a proposal added, or put in the place of what it was. */
    Round with(Proposal proposal) {
        var all = new ArrayList<Proposal>(proposals.size() + 1);
        for (var other : proposals) if (!other.act().equals(proposal.act())) all.add(other);
        all.add(proposal);
        if (all.size() > 1) all.sort(Comparator.comparing(Proposal::act));
        return new Round(base, all);
    }

    Round without(Proposal proposal) {
        return new Round(base, rivalsOf(proposal).toList());
    }
}
