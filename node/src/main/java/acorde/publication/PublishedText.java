package acorde.publication;

import acorde.compact.Disclosing;
import acorde.compact.Disclosure;
import acorde.compact.Initiative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of an initiative as everybody may know it: without counts of fewer than eleven persons (CT-1).
 *
 * @param text without them
 * @param measured whether the whole text has a measure with a baseline, a target and its day
 * @param withheld the members that are left out, by their paths
 * @param hashTells whether what is withheld of it, or of a text it followed on, could be found from its hash
 */
public record PublishedText(
        Initiative text, boolean measured, List<String> withheld, boolean hashTells) { // and what not
    public static final String BASELINE = "indicator.baseline";
    public static final String SUGGESTED_BASELINE = "suggestion.baseline";

    public PublishedText {
        withheld = List.copyOf(withheld);
    }

    /** @param disclosing what of its numbers everybody may know */
    public static PublishedText of(Initiative whole, Disclosing disclosing) {
        var baseline = isWithheld(disclosing.baseline());
        var suggested = isWithheld(disclosing.suggestedBaseline());
        var withheld = new ArrayList<String>(2);
        if (baseline) withheld.add(BASELINE);
        if (suggested) withheld.add(SUGGESTED_BASELINE);
        return new PublishedText(
                whole.without(baseline, suggested), whole.measured(), withheld, disclosing.hashTells());
    }

    private static boolean isWithheld(Optional<Disclosure> disclosure) {
        return disclosure.filter(each -> !(each instanceof Disclosure.Exact)).isPresent();
    }
}
