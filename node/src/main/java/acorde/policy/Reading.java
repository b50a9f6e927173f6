package acorde.policy;

import acorde.compact.Bilingual;
import java.util.Comparator;
import java.util.List;

/** What a text of rules turned out to be: an annex, or faults. There is nothing between: rules are adopted whole. */
public sealed interface Reading permits Annex, Reading.Faulty {
    /**
     * A text that is no annex.
     *
     * @param faults at most {@value #FAULTS}, in the order of their lines
     */
    record Faulty(List<Fault> faults) implements Reading {
        /** Told at once. */
        static final int FAULTS = 50;

        public Faulty {
            faults = faults.stream()
                    .sorted(Comparator.comparingInt(Fault::line))
                    .distinct()
                    .limit(FAULTS)
                    .toList();
        }
    }

    /** @param line of the text, from 1 */
    record Fault(int line, Bilingual reason) {
        static Fault at(int line, String es, String en) {
            return new Fault(line, new Bilingual(es, en));
        }
    }
}
