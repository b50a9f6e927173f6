package acorde.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was looked for and what was found.
 *
 * @param lines of this page
 * @param count how many there are in all; if {@code more}, there are more than that
 * @param narrowing the ways to narrow it further
 * @param chosen the filters that are set, each with where it is taken off
 * @param next the address of the next page; empty on the last
 * @param trouble why there may be less here than there is; empty when there is nothing to say
 * @param query what was asked, as an address has it
 * @param behind how many acts the index has not read yet
 * @param since when the reader was last here; absent the first time
 * @param views the reader's own
 */
public record SearchView(
        Asked asked,
        List<Line> lines,
        int count,
        boolean more,
        List<Narrowing> narrowing,
        List<Choice> chosen,
        String next,
        List<Trouble> trouble,
        String query,
        long behind,
        @Nullable Instant since,
        List<Saved> views) { // all that stands on the page

    /** Why there may be less here than there is, or why a view was not saved. */
    public enum Trouble {
        CUT,
        BROAD,
        /** Not all was looked at again since the rules or the day are others. */
        AGAIN,
        UNNAMED,
        TOO_MANY
    }

    /** What the reader asked for, as it was typed; empty fields ask for nothing. */
    public record Asked(
            String q,
            String kind,
            String area,
            String party,
            String standing,
            String from,
            String to,
            String since) { // the fields of the form
        public static final Asked NOTHING = new Asked("", "", "", "", "", "", "", "");

        public boolean isEmpty() {
            return equals(NOTHING);
        }

        /** The same, with one field changed. */
        public Asked with(String field, String value) {
            return new Asked(
                    field.equals("q") ? value : q,
                    field.equals("kind") ? value : kind,
                    field.equals("area") ? value : area,
                    field.equals("party") ? value : party,
                    field.equals("standing") ? value : standing,
                    field.equals("from") ? value : from,
                    field.equals("to") ? value : to,
                    field.equals("since") ? value : since);
        }
    }

    /**
     * One thing that was found.
     *
     * @param kind what it is, as a word of the duty it is of
     * @param code what it is called for short; empty if it is not
     * @param titled language of the title, when it is not the reader's
     * @param standing a word of its duty; empty if it has none
     * @param excerpt words around what was found; empty if it has no text but its title
     * @param language of the excerpt, when it is not the reader's
     * @param act the act that says so; empty if several do
     */
    public record Line(
            String kind,
            String code,
            String title,
            String titled,
            String link,
            String area,
            List<String> parties,
            String standing,
            @Nullable LocalDate day,
            List<Piece> excerpt,
            String language,
            String act) {} // a line of the list

    /** @param marked whether it was looked for */
    public record Piece(String text, boolean marked) {}

    /** Values by which the answers can be narrowed, under the word that says what they are. */
    public record Narrowing(String by, List<Choice> choices) {}

    /** @param count how many it leaves; 0 where that was not counted */
    public record Choice(String name, String link, int count) {}

    /** A question under a name. */
    public record Saved(long id, String name, String link) {}
}
