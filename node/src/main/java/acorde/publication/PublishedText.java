package acorde.publication;

import acorde.compact.Indicator;
import acorde.compact.Initiative;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an initiative as everybody may know it: without counts of fewer than eleven persons (CT-1).
 *
 * @param text without them
 * @param measured whether the whole text has a measure with a baseline, a target and its day
 * @param withheld the members that are left out, by their paths
 * @param hashTells whether what is withheld of it, or of a text it followed on, could be found from its hash: of the hash and all but one small
 *     count of what it is the hash of, the count is found by trying, and each text has the hash of the one before
 */
public record PublishedText(
        Initiative text, boolean measured, List<String> withheld, boolean hashTells) { // and what not
    public static final String BASELINE = "indicator.baseline";
    public static final String SUGGESTED_BASELINE = "suggestion.baseline";

    public PublishedText {
        withheld = List.copyOf(withheld);
    }

    /** @param earlier whether anything was withheld of a text it followed on */
    public static PublishedText of(Initiative whole, boolean earlier) {
        var text = whole.asPublished();
        var withheld = new ArrayList<String>(2);
        if (lacks(whole.indicator(), text.indicator())) withheld.add(BASELINE);
        if (lacks(whole.suggestion(), text.suggestion())) withheld.add(SUGGESTED_BASELINE);
        return new PublishedText(text, whole.measured(), withheld, earlier || !withheld.isEmpty());
    }

    private static boolean lacks(@Nullable Indicator whole, @Nullable Indicator published) {
        return whole != null && published != null && whole.baseline() != null && published.baseline() == null;
    }
}
