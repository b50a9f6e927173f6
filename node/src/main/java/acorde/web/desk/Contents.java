package acorde.web.desk;

import acorde.compact.Area;
import acorde.compact.Compact;
import acorde.compact.Initiative;
import acorde.compact.Instrument;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.Source;
import acorde.compact.Stood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands in the compact after one commit, read once for all pages until the next. Safe for any thread. */
final class Contents {
    private static final Comparator<Stood> NEWEST = Comparator.comparing(
                    (Stood each) -> each.proposal().at())
            .thenComparing(each -> each.proposal().act())
            .reversed();

    final SortedMap<ItemKey, Item> items;
    final SortedMap<String, Area> areas = new TreeMap<>();
    final SortedMap<String, Source> sources = new TreeMap<>();
    final SortedMap<String, Ledger.Known> initiatives = new TreeMap<>();
    private final Compact compact;
    private @Nullable Instrument instrument;
    private @Nullable Map<ItemKey, List<Stood>> recent;
    private @Nullable List<Stood> open;

    Contents(Compact compact) {
        this.compact = compact;
        this.items = compact.items();
        items.forEach(this::take);
    }

    private void take(ItemKey key, Item item) {
        var head = item.head();
        if (head == null) return;
        switch (compact.text(key, head)) {
            case Area area -> areas.put(key.code(), area);
            case Source source -> sources.put(key.code(), source);
            case Initiative initiative -> initiatives.put(key.code(), new Ledger.Known(key, item, initiative));
            case Instrument text -> instrument = text;
            default -> {}
        }
    }

    @Nullable
    Instrument instrument() {
        return instrument;
    }

    /** The proposals on an item's latest text and on the one it replaced, newest first. */
    synchronized List<Stood> recent(ItemKey item) {
        if (recent == null) {
            recent = new HashMap<>();
            for (var each : compact.recentProposals())
                recent.computeIfAbsent(each.key().item(), key -> new ArrayList<>())
                        .add(each);
            recent.values().forEach(each -> each.sort(NEWEST));
        }
        return recent.getOrDefault(item, List.of());
    }

    /** The proposals that wait for words, newest first. */
    synchronized List<Stood> open() {
        if (open == null) open = compact.openProposals().stream().sorted(NEWEST).toList();
        return open;
    }
}
