package acorde.web.exchange;

import java.util.List;

/**
 * How one request stands, and how much time is left.
 *
 * @param act the copy of the party that was asked
 * @param party the other one: that asks, or was asked
 * @param symbol of the sprite, and the style class of the light
 * @param stands in the reader's words
 */
public record DueView(String act, String title, String language, String party, String symbol, String stands) { // a line
    /**
     * A request on its page.
     *
     * @param due how it stands
     * @param said what was said of it and answered, in words, with the page of each answer
     * @param words what this office may say of it now, by the names of their kinds; none unless its party was asked
     * @param answerable whether this office may answer it now
     */
    public record Track(DueView due, List<Said> said, List<String> words, boolean answerable) {
        public Track {
            said = List.copyOf(said);
            words = List.copyOf(words);
        }
    }

    /** @param link to the answer; empty if it is none */
    public record Said(String what, String when, String link) {}
}
