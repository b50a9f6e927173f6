package acorde.publication;

import acorde.compact.Disclosing;
import acorde.compact.Disclosure;
import acorde.compact.Initiative;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of an initiative as everybody may know it: without numbers that may be of persons (CT-1).
 *
 * @param text without them
 * @param measured whether the whole text has a measure with a baseline, a target and its day
 * @param withheld the members that are left out, by their paths, each with what may be told of it
 * @param hashTells whether what is withheld of it, or of a text it followed on, could be found from its hash
 */
public record PublishedText(
        Initiative text, boolean measured, SortedMap<String, Disclosure> withheld, boolean hashTells) { // and what not
    public static final String BASELINE = "indicator.baseline";
    public static final String SUGGESTED_BASELINE = "suggestion.baseline";

    public PublishedText {
        withheld = Collections.unmodifiableSortedMap(new TreeMap<>(withheld));
    }

    /** @param disclosing what of its numbers everybody may know */
    public static PublishedText of(Initiative whole, Disclosing disclosing) {
        var withheld = new TreeMap<String, Disclosure>();
        inexact(disclosing.baseline()).ifPresent(told -> withheld.put(BASELINE, told));
        inexact(disclosing.suggestedBaseline()).ifPresent(told -> withheld.put(SUGGESTED_BASELINE, told));
        var text = whole.without(withheld.containsKey(BASELINE), withheld.containsKey(SUGGESTED_BASELINE));
        return new PublishedText(text, whole.measured(), withheld, disclosing.hashTells());
    }

    private static Optional<Disclosure> inexact(Optional<Disclosure> disclosure) {
        return disclosure.filter(each -> !(each instanceof Disclosure.Exact));
    }
}
