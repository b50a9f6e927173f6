package acorde.finding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By what else than acts it depends how the things of a duty are and who is shown them.
 *
 * @param by all that may take something from somebody: what stands in the index by another is found by nobody until it is looked at again
 * @param beside what takes nothing from anybody: until all is looked at again, what was found by it before still is
 * @param day as of which it is so; null if no day matters
 */
public record Stance(String by, String beside, @Nullable LocalDate day) {
    public static final Stance NONE = new Stance("", "", null);

    /** As it is noted. */
    String text() {
        return this.equals(NONE) ? "" : by + "/" + beside + "/" + day;
    }
}
