package acorde.acts;

import acorde.postgres.RowChange;
import java.util.List;
import java.util.Map;

/**
 * What follows from an act.
 *
 * @param changes the rows to put or delete
 * @param verdicts what became of this act, and of earlier ones whose verdict it changes; an act not named is accepted
 */
public record Applied(List<RowChange> changes, Map<ActId, Verdict> verdicts) {
    public Applied {
        changes = List.copyOf(changes);
        verdicts = Map.copyOf(verdicts);
    }

    /** Accepted, with these changes. */
    public static Applied accepted(List<RowChange> changes) {
        return new Applied(changes, Map.of());
    }

    /** Kept and shown as rejected; nothing else changes. */
    public static Applied rejected(Act act, String rule) {
        return new Applied(List.of(), Map.of(act.id(), new Verdict.Rejected(rule)));
    }
}
