package acorde.compact;

import acorde.trust.Charter;
import acorde.trust.CharterRefused;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What every party assented to before anything else was said: the charter and its annexes. Their version is the hash of the charter's bytes.
 */
public final class Founding {
    private final CharterText text;
    private final Hash hash;
    private final SortedSet<PartyCode> parties;
    private final Map<ItemKey, JsonNode> texts = new LinkedHashMap<>();

    private Founding(CharterText text, Hash hash) {
        this.text = text;
        this.hash = hash;
        this.parties = Collections.unmodifiableSortedSet(new TreeSet<>(
                text.parties().stream().map(CharterText.Party::code).toList()));
        texts.put(new ItemKey(ItemKey.Kind.CHARTER, text.compact()), text.content());
        if (text.thresholds() != null)
            texts.put(
                    new ItemKey(ItemKey.Kind.THRESHOLDS, text.compact()),
                    text.thresholds().toJson());
    }

    /** @throws CharterRefused if the charter lacks what the compact needs: titles, names, zones, the announcer */
    public static Founding of(Charter charter) {
        return switch (ItemText.parse(ItemKey.Kind.CHARTER, charter.content())) {
            case ItemText.Parsed.Good(var text) -> new Founding((CharterText) text, charter.hash());
            case ItemText.Parsed.Bad(var faults) ->
                throw new CharterRefused("The charter cannot found a compact. "
                        + faults.getFirst().en());
        };
    }

    public String compact() {
        return text.compact();
    }

    public Bilingual title() {
        return text.title();
    }

    public Hash hash() {
        return hash;
    }

    /** The one party whose announcements bring the founding history into the compact. */
    public PartyCode announcer() {
        return text.announcer();
    }

    /** The parties with their words, in the order of their places. */
    public List<CharterText.Party> parties() {
        return text.parties();
    }

    /** The codes of all parties, which are the states that have a node. */
    public SortedSet<PartyCode> codes() {
        return parties;
    }

    /** The items founded with the compact. */
    SortedSet<ItemKey> items() {
        return new TreeSet<>(texts.keySet());
    }

    /** The founding text of an item; empty if it was not founded with the compact. */
    Optional<JsonNode> textOf(ItemKey item) {
        return Optional.ofNullable(texts.get(item));
    }
}
