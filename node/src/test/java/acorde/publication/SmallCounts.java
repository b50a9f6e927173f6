package acorde.publication;

import static acorde.publication.Saying.A105;

import acorde.compact.ItemKey;
import acorde.trust.PartyCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Histories by chance in which indicators count persons, things or nobody knows what, told twice: the second time every number that nobody but
 * the parties may know is another one. Two histories of one seed do not differ otherwise.
 */
public final class SmallCounts {
    private static final List<ItemKey> ITEMS = List.of(A105, ItemKey.initiative("A4-02"), ItemKey.initiative("A4-07"));
    private static final int LEAST = 11;

    public final Saying saying;
    private final Random random;
    private final IntUnaryOperator secret;
    private final Set<ItemKey> measured = new HashSet<>();
    private int withheld;

    private SmallCounts(Path keys, long seed, IntUnaryOperator secret) {
        this.saying =
                new Saying(keys, true).announce(key -> key.kind() != ItemKey.Kind.INITIATIVE || ITEMS.contains(key));
        this.random = new Random(seed);
        this.secret = secret;
    }

    /** @param secret makes of each number that is withheld another that would be */
    public static SmallCounts of(Path keys, long seed, IntUnaryOperator secret) {
        return new SmallCounts(keys, seed, secret);
    }

    /** How many of its texts in force tell a number that is withheld. */
    public int withheld() {
        return withheld;
    }

    /** So much happens between two editions. */
    public void go() {
        for (var item : ITEMS) {
            if (random.nextInt(4) > 0) agree(item);
            for (var party : required(Saying.text(item)))
                if (random.nextBoolean()) saying.report(party, item, null, figures(measured.contains(item)));
        }
    }

    private void agree(ItemKey item) {
        var text = Saying.text(item);
        measure(text.putObject("indicator"));
        if (random.nextBoolean()) measure(text.putObject("suggestion"));
        else text.remove("suggestion");
        var required = required(text);
        var proposal = saying.amend(required.getFirst(), item, text);
        for (var party : required.subList(1, required.size())) saying.assent(party, proposal, null);
        measured.add(item);
    }

    private void measure(ObjectNode indicator) {
        indicator.putObject("name").put("es", "Casos").put("en", "Cases");
        indicator.putObject("unit").put("es", "número").put("en", "number");
        var baseline = random.nextInt(2 * LEAST);
        var counted = List.of("persons", "things", "").get(random.nextInt(3));
        if (!counted.isEmpty()) indicator.put("counted", counted);
        var small = baseline < LEAST && !counted.equals("things");
        if (small) withheld++;
        indicator.put("baseline", small ? secret.applyAsInt(baseline) : baseline);
        indicator.put("kind", "outcome").put("baselineAt", "2026-09-30");
        indicator.put("target", random.nextInt(40)).put("targetAt", "2027-06-30");
    }

    /** No account holds one, however large. */
    private List<Integer> figures(boolean measured) {
        var figures = new ArrayList<Integer>();
        for (var i = random.nextInt(3); i > 0; i--) figures.add(secret.applyAsInt(random.nextInt(LEAST)));
        return measured ? figures : List.of();
    }

    private List<PartyCode> required(JsonNode text) {
        return Saying.ALL.stream()
                .filter(party -> text.path("parties").toString().contains(party.value()))
                .toList();
    }
}
