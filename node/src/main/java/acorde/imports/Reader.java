package acorde.imports;

import acorde.exchange.Texts;
import acorde.policy.Purpose;
import java.util.Set;

/**
 * For whom a file is read.
 *
 * @param language in which its texts are taken to be written
 * @param exercise whether all that is exchanged belongs to an exercise
 * @param purposes of the office
 */
public record Reader(Texts.Language language, boolean exercise, Set<Purpose> purposes) {
    public Reader {
        purposes = Set.copyOf(purposes);
    }
}
