package acorde.web.exchange;

import java.util.List;

/**
 * How requests came out.
 *
 * @param of at most how many with each party
 */
public record TallyView(List<Pair> pairs, int of) {
    /** @param by that asked @param to that was asked */
    public record Pair(String by, String to, int asked, List<Line> lines) { // a part of the page
        public Pair {
            lines = List.copyOf(lines);
        }
    }

    /** @param label in the reader's words */
    public record Line(String label, int count) {}

    public TallyView {
        pairs = List.copyOf(pairs);
    }
}
