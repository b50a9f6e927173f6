package acorde.publication;

import acorde.acts.Act;
import acorde.acts.ActId;
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
import org.jspecify.annotations.Nullable;

/**
 * What acts of the compact say that an account tells of. At hand are those that the account told last and the newest that were heard; any other
 * is read again when it is asked for, so that no party fills the memory of a node with words. Not safe for several threads.
 */
final class Remembered {
    private static final int NEWEST = 4_096;

    private static final String INITIATIVE = ItemKey.Kind.INITIATIVE + "/";

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
     * @param measures those in the text of an initiative that it carries; null if it carries none
     */
    record Said(Utterance words, List<ActId> after, Disclosing.@Nullable Under measures) {
        private static Said of(Act act) {
            var carries = act.body().path("item").asString("").startsWith(INITIATIVE);
            return new Said(Utterance.of(act), act.after(), carries ? measured(act) : null);
        }
    }

    /** The measures in a text of an initiative, which few have. */
    private static Disclosing.Under measured(Act act) {
        var text = act.body().path("text");
        return (text.has("indicator") || text.has("suggestion"))
                        && ItemText.parse(ItemKey.Kind.INITIATIVE, text)
                                instanceof ItemText.Parsed.Good(Initiative whole)
                ? Disclosing.Under.of(act.hash(), whole)
                : new Disclosing.Under(act.hash(), null, null);
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
