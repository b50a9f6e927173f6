package acorde.policy;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an item must be treated and how good it is.
 *
 * @param tlp null where none was given, or one that is none of the protocol
 * @param handling empty where none was given
 * @param evaluation null where none was given
 * @param admiralty whether it came with grades of the Admiralty, which are kept as they are (EV-8)
 */
public record Marking(
        @Nullable Tlp tlp, Set<Handling> handling, @Nullable Evaluation evaluation, boolean admiralty) {
    /** What a receiver may do with information: the handling codes of Europol. */
    public enum Handling {
        /** To prevent and to fight crime, and for nothing else. */
        H0,
        /** Not in court without the leave of the provider. */
        H1,
        /** Not given on without the leave of the provider. */
        H2,
        /** Under another restriction, whose text is shown before the item opens. */
        H3
    }

    public Marking {
        handling = Set.copyOf(handling);
    }

    /**
     * The strictest of several: what is made from items carries no less than each of them (EV-3).
     *
     * @return what is missing in one part is missing in the whole, so that it goes nowhere before somebody marks it
     * @throws IllegalArgumentException if there is no part
     */
    public static Marking strictest(Collection<Marking> parts) {
        return parts.stream()
                .reduce(Marking::and)
                .orElseThrow(() -> new IllegalArgumentException("a product is made of something"));
    }

    private Marking and(Marking other) {
        return new Marking(
                tlp == null || other.tlp == null ? null : tlp.isLooserThan(other.tlp) ? other.tlp : tlp,
                both(handling, other.handling),
                evaluation == null || other.evaluation == null ? null : evaluation.weaker(other.evaluation),
                admiralty || other.admiralty);
    }

    private static Set<Handling> both(Set<Handling> ours, Set<Handling> theirs) {
        if (ours.isEmpty() || theirs.isEmpty()) return Set.of();
        var both = EnumSet.copyOf(ours);
        both.addAll(theirs);
        if (both.size() > 1) both.remove(Handling.H0);
        return both;
    }

    /** Whether this lets through what {@code other} does not: giving it in the place of {@code other} is lowering (EV-2). */
    public boolean isLooserThan(Marking other) {
        var restrictions = EnumSet.noneOf(Handling.class);
        restrictions.addAll(other.handling);
        if (!handling.isEmpty()) restrictions.remove(Handling.H0);
        var freer = tlp != null && other.tlp != null && tlp.isLooserThan(other.tlp);
        var unmarked = tlp == null && other.tlp != null;
        return freer || unmarked || !handling.containsAll(restrictions);
    }
}
