package acorde.web.view;

import acorde.web.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * Words of a party's own within a page.
 *
 * @param words empty where there are none
 * @param language in which alone they were said, where that is not the reader's; null where it is
 */
public record Quote(String words, @Nullable Language language) {
    /** Words in the reader's language. */
    public static Quote plain(String words) {
        return new Quote(words, null);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }
}
