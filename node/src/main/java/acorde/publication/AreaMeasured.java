package acorde.publication;

import acorde.acts.ActId;
import acorde.compact.AreaIndicator;
import acorde.compact.Disclosing;
import acorde.compact.Disclosure;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of an area as a whole, as everybody may know it.
 *
 * @param item where it stands
 * @param text without its baseline, where that may be of persons (CT-1)
 * @param withheld what may be told of that baseline; null if the text has all of it
 * @param hashTells whether what is withheld could be found from the hash of the text, or of one it followed on
 * @param figures of each party that gave any
 */
public record AreaMeasured(
        ItemKey key,
        Item item,
        AreaIndicator text,
        @Nullable Disclosure withheld,
        boolean hashTells,
        SortedMap<PartyCode, Given> figures) { // what was agreed and what was given
    public AreaMeasured {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    static AreaMeasured of( // a text, and what of it is told
            ItemKey key, Item item, AreaIndicator whole, Disclosing disclosing, SortedMap<PartyCode, Given> figures) {
        var withheld = disclosing
                .baseline()
                .filter(each -> !(each instanceof Disclosure.Exact))
                .orElse(null);
        var text = withheld == null ? whole : whole.withoutBaseline();
        return new AreaMeasured(key, item, text, withheld, disclosing.hashTells(), figures);
    }

    private Item.Head head() {
        return Objects.requireNonNull(item.head());
    }

    /** Announced and consented are different things (CO-2). */
    public Promise.Consent consent() {
        return Promise.Consent.of(item);
    }

    /** The version shown, counted from 1. */
    public int number() {
        return head().number();
    }

    /** What names the version shown; empty if it tells what is withheld (CT-1). */
    public Optional<Hash> version() {
        return hashTells ? Optional.empty() : Optional.of(head().version());
    }

    /** The act that carries it. */
    @Nullable
    ActId act() {
        return head().act();
    }

    /** The last figure of each party that gave one of a day that has come. */
    public List<LastFigure> last(LocalDate today) {
        return figures.entrySet().stream()
                .flatMap(each -> each.getValue().last(each.getKey(), today).stream())
                .toList();
    }
}
