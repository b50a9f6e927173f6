package acorde.groups;

import java.util.List;
import java.util.function.Function;

/**
 * One leaf of a long list. Of each party on it stand as many as of any other, so that no number of one party's pushes out those of others.
 *
 * @param number from 1
 * @param of how many there are; 1 of a list with nothing in it
 */
public record Leaf<T>(List<T> lines, int number, int of) {
    /** Lines of one party on a leaf: a year of meetings twice a month. */
    public static final int EACH = 25;

    public Leaf {
        lines = List.copyOf(lines);
    }

    /** The same with its lines told otherwise. */
    public <U> Leaf<U> as(Function<T, U> line) {
        return new Leaf<>(lines.stream().map(line).toList(), number, of);
    }
}
