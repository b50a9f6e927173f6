package acorde.web.press;

import acorde.publication.Edition;
import acorde.web.words.Bilingual;

/** What came of publishing. */
public sealed interface Published {
    /** @param isNew whether there is one edition more; if not, the last said the same, and its pages were drawn again */
    record Done(Edition edition, boolean isNew) implements Published {}

    /** @param why one sentence, with what to do */
    record Refused(Bilingual why) implements Published {}
}
