package acorde.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What awaits the reader, what is due first before the rest.
 *
 * @param count how many there are, those that are not listed among them
 */
public record WorkView(List<Line> lines, int count) {
    /**
     * One thing to do.
     *
     * @param what what is to be done, a word of the duty it is of
     * @param code what it is called for short
     * @param due absent if nobody set a day
     * @param late whether that day has passed
     */
    public record Line(
            String what,
            String code,
            String title,
            String link,
            @Nullable LocalDate due,
            boolean late,
            Instant since) {} // a line of the list
}
