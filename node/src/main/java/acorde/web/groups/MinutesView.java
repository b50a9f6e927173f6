package acorde.web.groups;

import acorde.groups.MinutesBook;
import acorde.web.view.Chord;
import acorde.web.view.FileLine;
import acorde.web.words.Bilingual;
import acorde.web.words.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting, as a document.
 *
 * @param shown the version that is shown; null while there is none, and then the draft is
 * @param es and {@code en} the text, with what it changes in the version it amends
 * @param changes whether that is shown; not of what is approved, until it is asked for
 * @param uneven whether it changes only one of the two texts
 * @param draft both texts, to be put or amended
 * @param documents that came with the version that is shown
 * @param mayPut whether the reader may put these minutes, or amend them
 */
public record MinutesView(
        SittingView sitting,
        @Nullable Version shown,
        List<Version> versions,
        List<Difference.Paragraph> es,
        List<Difference.Paragraph> en,
        boolean changes,
        boolean uneven,
        Bilingual draft,
        List<FileLine> documents,
        boolean mayPut) { // what stands on the page
    public record Version(MinutesBook.Version version, Chord chord, boolean awaits) {
        public String act() {
            return version.act().toString();
        }

        public String hash() {
            return "sha256:" + version.put().hash().hex();
        }
    }

    public MinutesView {
        versions = List.copyOf(versions);
        es = List.copyOf(es);
        en = List.copyOf(en);
        documents = List.copyOf(documents);
    }

    /** The text as it stands, whatever it changed. */
    MinutesView clean() {
        return new MinutesView(
                sitting,
                shown,
                versions,
                Difference.between(draft.es(), draft.es()),
                Difference.between(draft.en(), draft.en()),
                false,
                uneven,
                draft,
                documents,
                mayPut);
    }

    public String id() {
        return sitting.id();
    }
}
