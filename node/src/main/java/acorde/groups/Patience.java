package acorde.groups;

import java.util.List;

/**
 * How long silence is borne, in days, as the parties adopted it.
 *
 * @param rungs of delay at which each rung is told, rising
 * @param unshown how long a node may show nothing; then the time of its party runs as if it had the question from there
 */
public record Patience(List<Integer> rungs, int unshown) {
    public Patience {
        rungs = List.copyOf(rungs);
    }
}
