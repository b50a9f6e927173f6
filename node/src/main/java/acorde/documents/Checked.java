package acorde.documents;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a check code turned out to be. */
public sealed interface Checked {
    /**
     * It is of this paper.
     *
     * @param figures as they were printed, each beside what it is today
     * @param sums likewise
     */
    record Found(Issued issued, List<Compared> figures, List<Summed> sums) implements Checked {
        public Found {
            figures = List.copyOf(figures);
            sums = List.copyOf(sums);
        }
    }

    /** @param today empty if there is no such paper any more */
    static Found found(Issued issued, Optional<Paper> today) {
        var printed = issued.paper();
        return new Found(
                issued,
                printed.figures().stream()
                        .map(figure -> new Compared(
                                figure,
                                today.flatMap(paper -> paper.figure(figure.name()))
                                        .orElse(null)))
                        .toList(),
                printed.sums().stream()
                        .map(sum -> new Summed(
                                sum,
                                today.flatMap(paper -> paper.sum(sum.unit())).orElse(null)))
                        .toList());
    }

    /** @param today null if nothing is added up in this unit any more */
    record Summed(Sum printed, @Nullable Sum today) {}

    /** No paper this node knows has it, or it was misread: nobody is told which. */
    record Unknown() implements Checked {}

    /** @param today null if there is no such figure any more */
    record Compared(Figure printed, @Nullable Figure today) {
        /** Whether it counts the same. */
        public boolean same() {
            return today != null && today.value() == printed.value();
        }

        /** Whether it counts the same and stands on other acts. */
        public boolean otherActs() {
            return same() && today != null && !today.acts().equals(printed.acts());
        }
    }
}
