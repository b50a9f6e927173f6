package acorde.imports;

import acorde.exchange.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report that a file would become.
 *
 * @param name made of all that it says: the same again is the same draft
 * @param place in the file, such as {@code Event[0]}, or the number of its row
 * @param report null if none can come of it; then {@code left} says why
 * @param left what of it was not taken
 * @param sharing what the other system says of who may have it; null in a row
 */
public record Candidate(
        String name,
        String place,
        @Nullable Report report,
        List<Left> left,
        @Nullable Sharing sharing) { // what is known of one
    public Candidate {
        left = List.copyOf(left);
    }

    /**
     * Shown, and obeyed in nothing.
     *
     * @param distribution as MISP numbers it; empty if it says none
     * @param group of organisations, by its name or its number; empty if it says none
     * @param toIds how many of its attributes are for automatic use
     */
    public record Sharing(String distribution, String group, int toIds) {}
}
