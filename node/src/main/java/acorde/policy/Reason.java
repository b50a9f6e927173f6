package acorde.policy;

import acorde.compact.Bilingual;

/**
 * A rule that decided, and why it is there.
 *
 * @param rule its id, such as {@code EV-4} in an annex or {@code AS-1} of the core
 */
public record Reason(String rule, Bilingual text) implements Comparable<Reason> {
    /** Nothing is released that no rule permits. */
    static final Reason NO_RULE = new Reason("0", new Bilingual("Ninguna regla lo autoriza.", "No rule permits it."));

    @Override
    public int compareTo(Reason other) {
        return rule.compareTo(other.rule);
    }
}
