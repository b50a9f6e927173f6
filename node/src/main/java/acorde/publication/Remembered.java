package acorde.publication;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.AreaIndicator;
import acorde.compact.Disclosing;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What acts of the compact say that an account tells of. At hand are those that the account told last and the newest that were heard; any other
 * is read again when it is asked for, so that no party fills the memory of a node with words. Not safe for several threads.
 */
final class Remembered {
    private static final int NEWEST = 4_096;

    private final Map<ActId, Said> newest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ActId, Said> eldest) {
            return size() > NEWEST;
        }
    };
    private Map<ActId, Said> told = new HashMap<>();
    private Map<ActId, Said> telling = new HashMap<>();

    /**
     * What was said with an act.
     *
     * @param after the acts it names as before it
     * @param measures those in the text of an initiative, or of an indicator of an area, that it carries; null if it carries none
     */
    record Said(Utterance words, List<ActId> after, Disclosing.@Nullable Under measures) {
        private static Said of(Act act) {
            return new Said(Utterance.of(act), act.after(), measured(act));
        }
    }

    /** The measures in a text of an initiative, which few have, or that of an area; null in any other act. */
    private static Disclosing.@Nullable Under measured(Act act) {
        var item = act.body().path("item").asString("");
        var kind = Stream.of(ItemKey.Kind.INITIATIVE, ItemKey.Kind.INDICATOR)
                .filter(each -> item.startsWith(each + "/"))
                .findFirst();
        if (kind.isEmpty()) return null;
        var text = act.body().path("text");
        var none = new Disclosing.Under(act.hash(), null, null);
        if (kind.get() == ItemKey.Kind.INITIATIVE && !text.has("indicator") && !text.has("suggestion")) return none;
        if (!(ItemText.parse(kind.get(), text) instanceof ItemText.Parsed.Good(var whole))) return none;
        return switch (whole) {
            case Initiative initiative -> Disclosing.Under.of(act.hash(), initiative);
            case AreaIndicator indicator -> Disclosing.Under.of(act.hash(), indicator);
            default -> none;
        };
    }

    void hear(Act act) {
        newest.put(act.id(), Said.of(act));
    }

    /** @param reading an act of the compact that is not at hand; empty if there is none */
    Optional<Said> find(ActId id, Function<ActId, Optional<Act>> reading) {
        var known = telling.get(id);
        if (known == null) known = told.get(id);
        if (known == null) known = newest.get(id);
        var found = known == null ? reading.apply(id).map(Said::of) : Optional.of(known);
        found.ifPresent(said -> telling.put(id, said));
        return found;
    }

    /** An account is made: what it did not ask for is let go. */
    void told() {
        told = telling;
        telling = new HashMap<>();
    }
}
