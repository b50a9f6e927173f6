package acorde.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What awaits the reader, what is due first before the rest.
 *
 * @param count how many there are, those that are not listed among them
 * @param begun what the reader has written and not signed, what was left last before the rest
 */
public record WorkView(List<Line> lines, int count, List<Begun> begun) {
    /**
     * Something left written.
     *
     * @param what it is, a word of ours
     * @param item whose text it changes, or the sitting it is said in; empty for something new
     * @param title as far as it was typed; may be empty
     * @param link where its writer goes on
     */
    public record Begun(String what, String item, String title, String link, Instant at) {} // a line of the list

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
