package acorde.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check code turned out to be. */
public sealed interface Checked {
    /**
     * It is of this paper.
     *
     * @param figures as they were printed, each beside what it is today
     */
    record Found(Issued issued, List<Compared> figures) implements Checked {
        public Found {
            figures = List.copyOf(figures);
        }
    }

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

    /** Figures as they were printed beside those of today. */
    static List<Compared> compare(Paper printed, Paper today) {
        return printed.figures().stream()
                .map(figure -> new Compared(figure, today.figure(figure.name()).orElse(null)))
                .toList();
    }
}
