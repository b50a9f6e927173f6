package acorde.policy;

import java.util.Set;

/**
 * One rule of an annex.
 *
 * @param reason its id, and why it is there
 * @param fields what alone it keeps back; empty if it speaks of the whole item
 */
public record Rule(Effect effect, Reason reason, Set<Field> fields, Place place) {
    /** What a rule does where it applies. */
    public enum Effect {
        /** Gives a ground to release. */
        PERMIT,
        /** Keeps back, whatever permits. */
        FORBID
    }

    /**
     * Where it stands.
     *
     * @param text as it was adopted, in Cedar
     * @param line of the annex on which it begins, from 1
     */
    public record Place(String text, int line) {}

    public Rule {
        fields = Set.copyOf(fields);
    }

    public String id() {
        return reason.rule();
    }

    boolean forbids() {
        return effect == Effect.FORBID;
    }
}
