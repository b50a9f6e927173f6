package acorde.stix;

import acorde.exchange.Report;
import java.util.List;

/** What an object that another system wrote turns out to be. */
public sealed interface StixRead {
    /** @param untaken members that have no place here and were not taken over */
    record Good(Report report, List<String> untaken) implements StixRead {
        public Good {
            untaken = List.copyOf(untaken);
        }
    }

    /** @param why in a sentence for who looks after the other system */
    record Bad(String why) implements StixRead {}
}
