package acorde.compact;

import acorde.acts.Hearing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The compact as the acts of a hearing have it: what {@link Compact} reads from the tables, without them. Made anew after something was heard. */
public final class Heard {
    private final SortedMap<ItemKey, Item> items;
    private final Map<ItemKey, List<Shelf.Read>> rounds = new HashMap<>();

    public Heard(Hearing hearing) {
        items = new TreeMap<>(hearing.rows(CompactRows.ITEM));
        hearing.rows(CompactRows.ROUND).forEach((key, round) -> {
            var item = items.get(key.item());
            var head = item == null ? null : item.head();
            rounds.computeIfAbsent(key.item(), of -> new ArrayList<>())
                    .add(new Shelf.Read(key, round, head == null ? null : head.version()));
        });
        // The same acts, whatever the order in which they came, make the same lists.
        rounds.values()
                .forEach(each -> each.sort(Comparator.comparing((Shelf.Read read) ->
                        read.key().base() == null ? "" : read.key().base().hex())));
    }

    /** Every item with where it stands. */
    public SortedMap<ItemKey, Item> items() {
        return items;
    }

    /** All proposals on one item. */
    public List<Stood> proposals(ItemKey item) {
        return Shelf.stood(rounds.getOrDefault(item, List.of()));
    }

    /** A latest text, read from what the act has. */
    public static ItemText text(ItemKey item, Item.Head head) {
        return KnownTexts.read(item, head.text());
    }
}
