package acorde.web.returns;

import acorde.web.view.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a return would have the party say, or why it cannot.
 *
 * @param upload the number of the file
 * @param file its name
 * @param hash the beginning of its SHA-256
 * @param unread the sentence that says why it cannot be read; empty if it was
 * @param changes the first of what would be said
 * @param news on how many initiatives
 * @param unchanged how many stand in it as they are
 * @param faults the first of them
 * @param wrong how many there are
 * @param refusal why what was signed was not said; null if nothing was signed
 */
public record PreviewView(
        long upload,
        String file,
        String hash,
        String unread,
        List<Change> changes,
        int news,
        int unchanged,
        int rows,
        List<Flaw> faults,
        int wrong,
        @Nullable Refusal refusal) { // what a page shows
    /** Changes that a page shows: it stays below 100 kB. */
    static final int SHOWN = 100;

    public PreviewView {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    /** One initiative. @param words what would be said on it, a sentence each */
    public record Change(String code, String title, List<String> words) {
        public Change {
            words = List.copyOf(words);
        }
    }

    /** What is wrong with one cell. */
    public record Flaw(int row, String column, String seen, String why) {}

    /** Whether it can be signed. */
    public boolean ready() {
        return unread.isEmpty() && wrong == 0 && news > 0;
    }
}
