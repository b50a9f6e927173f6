package acorde.policy;

import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.compact.ReleaseRules;
import acorde.policy.Reading.Fault;
import acorde.policy.Reading.Faulty;
import acorde.trustlog.Hash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The rules of release that the parties adopted, and those they propose, each text read once. Safe for any thread. */
public final class Adopted {
    /** Texts that are kept once read: those in force, and a few under review. */
    private static final int KEPT = 8;

    private final LinkedHashMap<String, Reading> readings = new LinkedHashMap<>(2 * KEPT, 0.75f, true);
    private volatile @Nullable InForce latest;

    private record InForce(Hash version, Annex annex) {}

    /**
     * By which rules to decide.
     *
     * @param item where the rules stand in the compact ({@code Founding.releaseRules()} names it). Where they were only announced, or cannot
     *     be read, nothing is released
     */
    public Annex inForce(Optional<Item> item) {
        var head = item.filter(Item::consented).map(Item::head);
        if (head.isEmpty()) return Annex.NONE;
        var known = latest;
        if (known != null && known.version().equals(head.get().version())) return known.annex();
        var text = JsonMapper.shared().readTree(head.get().text());
        var annex = ItemText.parse(ItemKey.Kind.RELEASE, text) instanceof ItemText.Parsed.Good(ReleaseRules rules)
                        && read(rules) instanceof Annex good
                ? good
                : Annex.NONE;
        latest = new InForce(head.get().version(), annex);
        return annex;
    }

    /** What a text of rules turns out to be. */
    public Reading read(ReleaseRules rules) {
        synchronized (readings) {
            var known = readings.get(rules.text());
            if (known != null) return known;
        }
        var reading = reading(rules.text());
        synchronized (readings) {
            readings.put(rules.text(), reading);
            if (readings.size() > KEPT) readings.pollFirstEntry();
        }
        return reading;
    }

    private static Reading reading(String text) {
        try {
            return Annex.read(text);
        } catch (LinkageError e) {
            return new Faulty(
                    List.of(
                            Fault.at(
                                    1,
                                    "Este nodo no puede leer reglas: Cedar no se deja cargar, quizás porque en la carpeta temporal no se ejecuta nada.",
                                    "This node cannot read rules: Cedar does not load, perhaps because nothing is executed in the folder for temporary files.")));
        }
    }

    /** What is wrong with rules, for those who are about to put their party's name to them. */
    public List<ReleaseRules.Fault> faults(ReleaseRules rules) {
        return switch (read(rules)) {
            case Annex _ -> List.of();
            case Faulty(var faults) ->
                faults.stream()
                        .map(fault -> new ReleaseRules.Fault(fault.line(), fault.reason()))
                        .toList();
        };
    }
}
