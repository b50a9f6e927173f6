package acorde.web.desk;

import acorde.acts.ActId;
import acorde.compact.Area;
import acorde.compact.Compact;
import acorde.compact.Event;
import acorde.compact.Initiative;
import acorde.compact.Instrument;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.Source;
import acorde.compact.Stood;
import acorde.web.view.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    final SortedMap<String, Event> events = new TreeMap<>();
    final SortedMap<String, Ledger.Known> initiatives = new TreeMap<>();
    private final Compact compact;
    private @Nullable Instrument instrument;
    private @Nullable Recent recent;
    private @Nullable List<Stood> open;
    private @Nullable Counted counted;

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
            case Event event -> events.put(key.code(), event);
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
    List<Stood> recent(ItemKey item) {
        return recent().byItem.getOrDefault(item, List.of());
    }

    /** One of them. */
    Optional<Stood> recent(ActId proposal) {
        return Optional.ofNullable(recent().byAct.get(proposal));
    }

    private record Recent(Map<ItemKey, List<Stood>> byItem, Map<ActId, Stood> byAct) {}

    private synchronized Recent recent() {
        if (recent != null) return recent;
        var read = new Recent(new HashMap<>(), new HashMap<>());
        for (var each : compact.recentProposals()) {
            read.byItem
                    .computeIfAbsent(each.key().item(), key -> new ArrayList<>())
                    .add(each);
            read.byAct.put(each.proposal().act(), each);
        }
        read.byItem.values().forEach(each -> each.sort(NEWEST));
        recent = read;
        return read;
    }

    /** The proposals that wait for words, newest first. */
    synchronized List<Stood> open() {
        if (open == null) open = compact.openProposals().stream().sorted(NEWEST).toList();
        return open;
    }

    /**
     * The honest figures of a day.
     *
     * @param areas by their codes
     */
    record Counted(LocalDate day, Figures all, Map<String, Figures> areas) {}

    /** Counted once a day: every page of Home and of the compact begins with them. */
    synchronized Counted counted(LocalDate today) {
        if (counted != null && counted.day().equals(today)) return counted;
        var proposed = open().stream().map(each -> each.key().item().code()).collect(Collectors.toSet());
        var byArea = initiatives.values().stream()
                .collect(Collectors.groupingBy(known -> known.initiative().area()));
        var figures = new HashMap<String, Figures>();
        for (var area : areas.keySet())
            figures.put(area, Lines.figures(byArea.getOrDefault(area, List.of()), proposed, today));
        counted = new Counted(today, Lines.figures(initiatives.values(), proposed, today), figures);
        return counted;
    }
}
