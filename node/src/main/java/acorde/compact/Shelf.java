package acorde.compact;

import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads the committed rows of the compact for pages. Safe for any thread. */
final class Shelf {
    /** Rounds of one item that are read, those on its latest versions first: more than a page can show. */
    private static final int ROUNDS = 500;

    /** Rounds of all items that are read at once. */
    static final int ROUNDS_OF_ALL = 10_000;

    /** Characters of texts that are kept once read: some ten thousand initiatives. */
    private static final int KEPT = 32 << 20;

    private final JdbcClient jdbc;
    private final Map<Version, ItemText> texts = new LinkedHashMap<>(16, 0.75f, true);
    private int kept;

    /** Founded items share the version of the charter, so a version alone does not name a text. */
    private record Version(ItemKey item, Hash hash, int length) {}

    Shelf(DataSource readers) {
        this.jdbc = JdbcClient.create(readers);
    }

    SortedMap<ItemKey, Item> items() {
        var items = new TreeMap<ItemKey, Item>();
        jdbc.sql("select * from compact.item")
                .query((row, number) -> CompactRows.ITEM.keyed(row))
                .list()
                .forEach(keyed -> items.put(keyed.key(), keyed.row()));
        return items;
    }

    ItemText text(ItemKey item, Item.Head head) {
        var version = new Version(item, head.version(), head.text().length());
        synchronized (texts) {
            var known = texts.get(version);
            if (known != null) return known;
        }
        var text = read(item, head.text());
        synchronized (texts) {
            if (texts.putIfAbsent(version, text) == null) kept += version.length();
            for (var eldest = texts.keySet().iterator(); kept > KEPT && eldest.hasNext(); ) {
                kept -= eldest.next().length();
                eldest.remove();
            }
        }
        return text;
    }

    private static ItemText read(ItemKey item, String text) {
        return switch (ItemText.parse(item.kind(), JsonMapper.shared().readTree(text))) {
            case ItemText.Parsed.Good(var good) -> good;
            case ItemText.Parsed.Bad(var faults) ->
                throw new IllegalStateException("the text of " + item + " was accepted and cannot be read: " + faults);
        };
    }

    /** The proposals on each item's latest text, and those on the text it replaced: two rounds of each item at the most. */
    List<Stood> recent() {
        return byItem(jdbc.sql("""
                        select r.*, i.version from compact.item i join compact.round r on r.item = i.item
                        where r.base = coalesce(i.version, '')
                            or (i.consented and r.base = coalesce(i.replaced, ''))""").query(READ).list());
    }

    List<Stood> all() {
        return byItem(jdbc.sql("""
                        select r.*, i.version from compact.item i join compact.round r on r.item = i.item
                        order by abs(coalesce(i.number, 0) - r.number) limit ?""").param(ROUNDS_OF_ALL).query(READ).list());
    }

    private static List<Stood> byItem(List<Read> rounds) {
        var items = new TreeMap<ItemKey, List<Read>>();
        for (var read : rounds)
            items.computeIfAbsent(read.key().item(), item -> new ArrayList<>()).add(read);
        return items.values().stream().flatMap(each -> stood(each).stream()).toList();
    }

    /** The open proposals alone. */
    List<Stood> open() {
        return jdbc.sql("""
                        select r.*, i.version from compact.round r join compact.item i on i.item = r.item
                        where r.open and r.base = coalesce(i.version, '') order by r.item""").query(READ).list().stream()
                .flatMap(read -> Stood.of(read.key(), read.round(), true).stream())
                .filter(stood -> stood.state() == Stood.State.OPEN)
                .toList();
    }

    List<Stood> on(ItemKey item) {
        return stood(
                jdbc.sql("""
                        select r.*, i.version from compact.item i join compact.round r on r.item = i.item
                        where i.item = ? order by abs(coalesce(i.number, 0) - r.number), r.base limit ?""").param(item.toString()).param(ROUNDS).query(READ).list());
    }

    SortedMap<String, Figures> figures() {
        var figures = new TreeMap<String, Figures>();
        jdbc.sql("""
                        select coalesce(area, '') as area, count(*) as promised, count(*) filter (where dated) as dated,
                            count(*) filter (where numbered) as numbered, count(*) filter (where measured) as measured,
                            count(*) filter (where consented) as consented
                        from compact.item where area is not null group by rollup (area)""")
                .query((row, number) -> figures.put(
                        row.getString("area"),
                        new Figures(
                                row.getInt("promised"),
                                row.getInt("dated"),
                                row.getInt("numbered"),
                                row.getInt("measured"),
                                row.getInt("consented"))))
                .list();
        return figures;
    }

    /** A round as read, with the latest version of its item, which is null while there is none. */
    private record Read(
            Round.Key key, Round round, @Nullable Hash latest) {}

    private static final RowMapper<Read> READ = (row, number) -> {
        var keyed = CompactRows.ROUND.keyed(row);
        return new Read(keyed.key(), keyed.row(), CompactRows.hash(row.getString("version")));
    };

    /**
     * The proposals of rounds of one item. From its latest version back, each round whose successor held is on a version that held; all
     * others are on versions that never came into force.
     */
    private static List<Stood> stood(List<Read> rounds) {
        var stood = new ArrayList<Stood>();
        var held = new HashSet<@Nullable Hash>();
        var newestFirst = rounds.stream()
                .sorted(Comparator.comparing((Read read) -> read.round().base().number())
                        .reversed())
                .toList();
        for (var read : newestFirst) {
            if (held.isEmpty()) held.add(read.latest());
            if (Consent.outcome(read.round()) instanceof Consent.Outcome.Successor(var next)
                    && held.contains(next.version())) held.add(read.key().base());
            stood.addAll(
                    Stood.of(read.key(), read.round(), held.contains(read.key().base())));
        }
        return stood;
    }
}
