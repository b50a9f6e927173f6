package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Consent;
import acorde.compact.Proposal;
import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting: the versions put, and which of them is approved. */
public final class MinutesBook {
    private MinutesBook() {}

    /**
     * One version, with the words said to it by those who attended.
     *
     * @param amends the version it amends; null for the first
     */
    public record Version(Utterance<Saying.Minutes> put, State state, Proposal proposal) {
        public ActId act() {
            return put.act();
        }

        public @Nullable ActId amends() {
            return put.saying().amends();
        }

        public boolean awaits(PartyCode party) {
            return state == State.OPEN && proposal.silent().contains(party);
        }
    }

    public enum State implements LifeCycle.Stage {
        OPEN,
        /** Every party that attended assented to exactly this text. */
        APPROVED,
        REFUSED,
        /** Another version is approved. */
        SUPERSEDED
    }

    /** All versions, those that amend behind what they amend. */
    public static List<Version> versions(Proceedings proceedings) {
        var required = new TreeSet<>(new Attendance(proceedings).attended());
        if (required.isEmpty()) required.addAll(proceedings.sitting().parties());
        var put = new ArrayList<>(proceedings.all(Saying.Minutes.class).toList());
        put.sort(Comparator.comparing((Utterance<Saying.Minutes> one) -> depth(one.act(), proceedings))
                .thenComparing(Utterance::act));
        var proposals = put.stream()
                .map(one -> {
                    var concerned = new TreeSet<>(required);
                    concerned.add(one.by());
                    var words = Decided.words(proceedings, one);
                    words.keySet().retainAll(concerned);
                    return new Proposal(one.act(), one.at(), one.hash(), concerned, words, null);
                })
                .toList();
        var approved = proposals.reversed().stream()
                .filter(one -> Consent.standing(one) instanceof Consent.Standing.Complete)
                .map(Proposal::act)
                .findFirst();
        var versions = new ArrayList<Version>();
        for (var i = 0; i < put.size(); i++)
            versions.add(new Version(put.get(i), state(proposals.get(i), approved), proposals.get(i)));
        return List.copyOf(versions);
    }

    private static State state(Proposal proposal, Optional<ActId> approved) {
        if (approved.isPresent()) return approved.get().equals(proposal.act()) ? State.APPROVED : State.SUPERSEDED;
        return Consent.standing(proposal) instanceof Consent.Standing.Dead ? State.REFUSED : State.OPEN;
    }

    /** How many versions stand before one: a version names only what was said before it, so there is no circle. */
    private static int depth(ActId act, Proceedings proceedings) {
        var depth = 0;
        var next = act;
        while (depth < Proceedings.MOST) {
            var amended = proceedings
                    .find(next)
                    .map(Utterance::saying)
                    .filter(Saying.Minutes.class::isInstance)
                    .map(saying -> ((Saying.Minutes) saying).amends());
            if (amended.isEmpty()) break;
            next = amended.get();
            depth++;
        }
        return depth;
    }

    public static Optional<Version> approved(Proceedings proceedings) {
        return versions(proceedings).stream()
                .filter(version -> version.state() == State.APPROVED)
                .findFirst();
    }
}
