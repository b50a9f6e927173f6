package acorde.publication;

import static acorde.publication.Saying.A105;

import acorde.compact.Disclosure;
import acorde.compact.ItemKey;
import acorde.trust.PartyCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Histories by chance in which indicators count persons, things, shares or nobody knows what, and are amended from one to the other, told twice: the
 * second time every number that nobody but the parties may know is another one. Two histories of one seed do not differ otherwise.
 */
public final class SmallCounts {
    private static final List<ItemKey> ITEMS = List.of(A105, ItemKey.initiative("A4-02"), ItemKey.initiative("A4-07"));
    private static final int STEP = Disclosure.STEP;
    private static final int MOST = 4 * STEP;
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    /** What may be told of a number. */
    public enum Told {
        ITSELF,
        ITS_TWENTY,
        NOTHING
    }

    /** Makes of each number what stands in this history. */
    public interface Secret {
        int of(int number, Told told);
    }

    public final Saying saying;
    private final Random random;
    private final Secret secret;
    private final Map<ItemKey, Told> measured = new HashMap<>();
    private final Map<ItemKey, Integer> days = new HashMap<>();
    private final Map<String, Told> strictest = new HashMap<>();
    private final Map<Told, Integer> numbers = new EnumMap<>(Told.class);

    private SmallCounts(Path keys, long seed, Secret secret) {
        this.saying =
                new Saying(keys, true).announce(key -> key.kind() != ItemKey.Kind.INITIATIVE || ITEMS.contains(key));
        this.random = new Random(seed);
        this.secret = secret;
    }

    public static SmallCounts of(Path keys, long seed, Secret secret) {
        return new SmallCounts(keys, seed, secret);
    }

    /** Another number of which the same may be told; the same for no step. */
    public static Secret moved(int step) {
        return (number, told) -> switch (told) {
            case ITSELF -> number;
            case ITS_TWENTY -> number / STEP * STEP + (number + step) % STEP;
            case NOTHING -> (number + step) % MOST;
        };
    }

    /** How many of its numbers nobody but the parties may know. */
    public int withheld() {
        return numbers.getOrDefault(Told.ITS_TWENTY, 0) + numbers.getOrDefault(Told.NOTHING, 0);
    }

    /** So much happens between two editions. */
    public void go() {
        for (var item : ITEMS) {
            if (random.nextInt(4) > 0) agree(item);
            for (var party : required(Saying.text(item)))
                if (random.nextBoolean()) saying.report(party, item, null, figures(item));
        }
    }

    private void agree(ItemKey item) {
        var text = Saying.text(item);
        var told = measure(text.putObject("indicator"), item + " agreed");
        if (random.nextBoolean()) measure(text.putObject("suggestion"), item + " suggested");
        else text.remove("suggestion");
        var required = required(text);
        var proposal = saying.amend(required.getFirst(), item, text);
        for (var party : required.subList(1, required.size())) saying.assent(party, proposal, null);
        measured.put(item, told);
    }

    /** What the texts before said of a baseline of the same day counts too. */
    private Told measure(ObjectNode indicator, String series) {
        var counted = List.of("persons", "persons", "things", "share", "").get(random.nextInt(5));
        var share = random.nextInt(4) == 0;
        indicator.putObject("name").put("es", "Casos").put("en", "Cases");
        indicator.putObject("unit").put("es", share ? "por ciento" : "número").put("en", share ? "%" : "number");
        if (!counted.isEmpty()) indicator.put("counted", counted);
        var told = counted.equals("things")
                ? Told.ITSELF
                : counted.equals("persons") && !share ? Told.ITS_TWENTY : Told.NOTHING;
        var day = "2026-09-2" + random.nextInt(4);
        var all = strictest.merge(series + day, told, (one, other) -> one.compareTo(other) > 0 ? one : other);
        indicator.put("baseline", number(all));
        indicator.put("kind", "outcome").put("baselineAt", day);
        indicator.put("target", random.nextInt(40)).put("targetAt", "2027-06-30");
        return told;
    }

    private int number(Told told) {
        numbers.merge(told, 1, Integer::sum);
        return secret.of(random.nextInt(MOST), told);
    }

    private SortedMap<LocalDate, Integer> figures(ItemKey item) {
        var figures = new TreeMap<LocalDate, Integer>();
        var told = measured.get(item);
        for (var i = random.nextInt(3); i > 0 && told != null; i--)
            figures.put(FIRST.plusDays(days.merge(item, 1, Integer::sum)), number(told));
        return figures;
    }

    private List<PartyCode> required(JsonNode text) {
        return Saying.ALL.stream()
                .filter(party -> text.path("parties").toString().contains(party.value()))
                .toList();
    }
}
