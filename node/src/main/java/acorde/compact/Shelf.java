package acorde.compact;

import acorde.acts.ActId;
import acorde.trustlog.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the committed rows of the compact for pages. Safe for any thread. */
final class Shelf {
    /** Rounds of one item that are read, that on its latest version first: more than a page can show. */
    static final int ROUNDS = 500;

    /** Open rounds of each party that are read at once: more than another could ever answer, and no party crowds out another. */
    static final int OPEN_ROUNDS = 500;

    /** Codes of one area among which a free one is looked for. */
    static final int CODES = 9_999;

    private final JdbcClient jdbc;
    private final KnownTexts texts = new KnownTexts();
    private final Map<ItemKey, Item> known = new HashMap<>();

    Shelf(DataSource readers) {
        this.jdbc = JdbcClient.create(readers);
    }

    /**
     * Every item that is more than proposed. Texts are long and seldom change, so only the rows that say something else than when they were last read are read whole.
     */
    SortedMap<ItemKey, Item> items() {
        synchronized (known) {
            var changed = new ArrayList<String>();
            var found = new HashSet<ItemKey>();
            jdbc.sql("select item, announced, standing, consented, version, number, replaced, act from compact.item")
                    .query(row -> {
                        var key = ItemKey.parse(row.getString("item"));
                        found.add(key);
                        var item = known.get(key);
                        if (item == null || !saysTheSame(row, item)) changed.add(key.toString());
                    });
            known.keySet().retainAll(found);
            if (!changed.isEmpty())
                jdbc.sql("select * from compact.item where item = any(?)")
                        .param(changed.toArray(String[]::new))
                        .query((row, number) -> CompactRows.ITEM.keyed(row))
                        .list()
                        .forEach(keyed -> known.put(keyed.key(), keyed.row()));
            return new TreeMap<>(known);
        }
    }

    /** The codes of all items of a kind; what follows the slash among characters ends them. */
    List<String> codes(ItemKey.Kind kind) {
        var from = kind + "/";
        return jdbc.sql("select item from compact.item where item >= ? and item < ? order by item")
                .params(from, kind + "0")
                .query((row, number) -> row.getString("item").substring(from.length()))
                .list();
    }

    /** Some items, as far as they are there. */
    Map<ItemKey, Item> items(Collection<ItemKey> keys) {
        var items = new HashMap<ItemKey, Item>();
        jdbc.sql("select * from compact.item where item = any(?)")
                .param(names(keys))
                .query((row, number) -> CompactRows.ITEM.keyed(row))
                .list()
                .forEach(keyed -> items.put(keyed.key(), keyed.row()));
        return items;
    }

    /** The version names the text, and with it all that is derived from the text. */
    private static boolean saysTheSame(ResultSet row, Item item) throws SQLException {
        var head = item.head();
        return Objects.equals(row.getString("announced"), string(item.announced()))
                && row.getString("standing").equals(Form.word(item.standing()))
                && row.getBoolean("consented") == item.consented()
                && Objects.equals(
                        row.getString("version"),
                        head == null ? null : head.version().hex())
                && Objects.equals(row.getString("act"), head == null ? null : string(head.act()))
                && (head == null
                        || (row.getInt("number") == head.number()
                                && Objects.equals(
                                        row.getString("replaced"),
                                        head.replaced() == null
                                                ? null
                                                : head.replaced().hex())));
    }

    private static @Nullable String string(@Nullable ActId act) {
        return act == null ? null : act.toString();
    }

    ItemText text(ItemKey item, Item.Head head) {
        return texts.text(item, head);
    }

    /**
     * Of each item that has a text, the proposals on the latest, and those on the text it replaced: two rounds of each item at the most, or three
     * if its second text is the latest. The proposals on an announcement are those of the round for the first text.
     */
    List<Stood> recent() {
        return byItem(jdbc.sql("""
                        select r.*, i.version from compact.item i join compact.round r on r.item = i.item
                        where r.base = case when i.consented then i.version else '' end
                            or (i.consented and (r.base = coalesce(i.replaced, '') or (i.number = 2 and r.base = '')))\
                        """).query(READ).list());
    }

    /** The same of some items, those that are only proposed among them. */
    List<Stood> recent(Collection<ItemKey> items) {
        return byItem(jdbc.sql("""
                        select r.*, i.version from compact.round r left join compact.item i on i.item = r.item
                        where r.item = any(?) and (r.base = case when i.consented then i.version else '' end
                            or (i.consented and (r.base = coalesce(i.replaced, '') or (i.number = 2 and r.base = ''))))\
                        """).param(names(items)).query(READ).list());
    }

    private static String[] names(Collection<ItemKey> items) {
        return items.stream().map(ItemKey::toString).toArray(String[]::new);
    }

    /** Where a list of proposals goes on: at this round, in the order of {@link #newest}. */
    record Place(long newest, Round.Key key) {}

    /**
     * The proposals of some rounds, newest round first, and in each the newest first. Every round that is open is read, of the others as many
     * as are asked for.
     *
     * @param from the round to begin with; null to begin with the newest
     */
    List<Stood> newest(@Nullable Place from, int rounds) {
        var listed = new ArrayList<>(open(false));
        listed.addAll(jdbc.sql("""
                        select r.*, i.version from compact.round r left join compact.item i on i.item = r.item
                        where not r.open and (r.newest, r.item, r.base) <= (?, ?, ?)
                        order by r.newest desc, r.item desc, r.base desc limit ?""")
                .params(
                        from == null ? Long.MAX_VALUE : from.newest(),
                        from == null ? "" : from.key().item().toString(),
                        from == null ? "" : hex(from.key().base()),
                        rounds)
                .query(READ)
                .list());
        var wanted = listed.stream()
                .filter(read -> from == null || ORDER.compare(read.place(), from) <= 0)
                .sorted(Comparator.comparing(Read::place, ORDER).reversed())
                .limit(rounds)
                .toList();
        var stood = new HashMap<Round.Key, List<Stood>>();
        withTheirHeirs(wanted).values().forEach(each -> {
            for (var one : stood(each))
                stood.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one);
        });
        return wanted.stream()
                .flatMap(read -> stood.getOrDefault(read.key(), List.of()).stream()
                        .sorted(Comparator.comparing(
                                        (Stood one) -> one.proposal().at())
                                .thenComparing(one -> one.proposal().act())
                                .reversed()))
                .toList();
    }

    /** Rounds with those on later versions of their items, which tell whether the versions they are on ever held. */
    private Map<ItemKey, List<Read>> withTheirHeirs(List<Read> rounds) {
        var oldest = new TreeMap<ItemKey, Integer>();
        for (var read : rounds)
            oldest.merge(read.key().item(), read.round().base().number(), Math::min);
        var all = new TreeMap<ItemKey, List<Read>>();
        jdbc.sql("""
                        select r.*, i.version from unnest(?::text[], ?::int4[]) as u(item, number)
                        join compact.round r on r.item = u.item and r.number >= u.number
                        left join compact.item i on i.item = u.item""")
                .params(
                        oldest.keySet().stream().map(ItemKey::toString).toArray(String[]::new),
                        oldest.values().toArray(Integer[]::new))
                .query(READ)
                .list()
                .forEach(read -> all.computeIfAbsent(read.key().item(), item -> new ArrayList<>())
                        .add(read));
        return all;
    }

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::newest)
            .thenComparing(place -> place.key().item().toString())
            .thenComparing(place -> hex(place.key().base()));

    private static String hex(@Nullable Hash base) {
        return base == null ? "" : base.hex();
    }

    /** The same place for the round of a proposal that is known. */
    Optional<Place> place(Round.Key key) {
        return jdbc.sql("select newest from compact.round where item = ? and base = ?")
                .params(key.item().toString(), hex(key.base()))
                .query(Long.class)
                .optional()
                .map(newest -> new Place(newest, key));
    }

    private static List<Stood> byItem(List<Read> rounds) {
        var items = new TreeMap<ItemKey, List<Read>>();
        for (var read : rounds)
            items.computeIfAbsent(read.key().item(), item -> new ArrayList<>()).add(read);
        return items.values().stream().flatMap(each -> stood(each).stream()).toList();
    }

    /** The newest open rounds of each party, on latest texts alone if that is asked; the newest first. */
    private List<Read> open(boolean latest) {
        return jdbc.sql("""
                        with ranked as (
                            select r.item, r.base, row_number() over (
                                partition by party order by r.newest desc, r.item, r.base) as rank
                            from compact.round r left join compact.item i on i.item = r.item,
                                unnest(string_to_array(r.proposers, ' ')) as party
                            where r.open
                                and (not ? or r.base = case when i.consented then i.version else '' end))
                        select r.*, i.version from compact.round r left join compact.item i on i.item = r.item
                        where (r.item, r.base) in (select item, base from ranked where rank <= ?)
                        order by r.newest desc, r.item""").params(latest, OPEN_ROUNDS).query(READ).list();
    }

    /** The open proposals alone. */
    List<Stood> open() {
        return open(true).stream()
                .flatMap(read -> Stood.of(read.key(), read.round(), true).stream())
                .filter(stood -> stood.state() == Stood.State.OPEN)
                .toList();
    }

    /** All proposals on one item; if there are too many, those on its latest text, and those it came of, before others. */
    List<Stood> on(ItemKey item) {
        return byItem(jdbc.sql("""
                        select r.*, i.version from compact.round r left join compact.item i on i.item = r.item
                        where r.item = ?
                        order by r.base = case when i.consented then i.version else '' end desc,
                            r.base = coalesce(i.replaced, '') desc, abs(coalesce(i.number, 0) - r.number), r.base
                        limit ?""").params(item.toString(), ROUNDS).query(READ).list());
    }

    /** One proposal, however many there are on its item. */
    Optional<Stood> proposal(Saying.Proposed proposed, ActId id) {
        return proposed.rounds().stream()
                .flatMap(key -> round(key).stream())
                .filter(read -> read.round().proposal(id).isPresent())
                .flatMap(read -> Stood.of(read.key(), read.round(), held(read)).stream())
                .filter(stood -> stood.proposal().act().equals(id))
                .findFirst();
    }

    /** Whether the latest text is what a round is on, or came of it. */
    private boolean held(Read read) {
        var base = read.key().base();
        if (base == null || Objects.equals(base, read.latest())) return true;
        var round = Optional.of(read);
        while (round.isPresent()
                && Consent.outcome(round.get().round()) instanceof Consent.Outcome.Successor(var next)) {
            if (Objects.equals(next.version(), read.latest())) return true;
            round = round(new Round.Key(read.key().item(), next.version()));
        }
        return false;
    }

    private Optional<Read> round(Round.Key key) {
        return jdbc.sql("""
                        select r.*, i.version from compact.round r left join compact.item i on i.item = r.item
                        where r.item = ? and r.base = ?""")
                .params(key.item().toString(), hex(key.base()))
                .query(READ)
                .optional();
    }

    /**
     * The proposals of some rounds, and along with them those on later versions of their items, which tell whether the versions they are on
     * ever held; a round for a first text needs none of these. At most {@link #ROUNDS} of each item, those that were asked for before others.
     */
    List<Stood> since(Collection<Round.Key> rounds) {
        return byItem(jdbc.sql("""
                        with asked as (
                            select r.item, r.base, r.number from unnest(?::text[], ?::text[]) as a(item, base)
                            join compact.round r using (item, base)),
                        oldest as (select item, min(number) filter (where base <> '') as number from asked group by item)
                        select r.* from oldest o cross join lateral (
                            select r.*, i.version from compact.round r
                            left join asked a on a.item = r.item and a.base = r.base
                            left join compact.item i on i.item = r.item
                            where r.item = o.item and (r.number >= o.number or a.item is not null)
                            order by a.item is null, r.base = case when i.consented then i.version else '' end desc,
                                r.base = coalesce(i.replaced, '') desc, abs(coalesce(i.number, 0) - r.number), r.base
                            limit ?) r""")
                .params(
                        rounds.stream().map(key -> key.item().toString()).toArray(String[]::new),
                        rounds.stream().map(key -> hex(key.base())).toArray(String[]::new),
                        ROUNDS)
                .query(READ)
                .list());
    }

    /** The first code of an area, from {@code A1-01} on, that no initiative and no proposal has; empty if too many are taken. */
    Optional<String> freeCode(String area) {
        return jdbc.sql("""
                        select code from generate_series(1, ?) as number,
                            lateral (select ? || '-' || lpad(number::text, greatest(2, length(number::text)), '0')) as c(code)
                        where not exists (select 1 from compact.item where item = 'initiative/' || code)
                            and not exists (select 1 from compact.round where item = 'initiative/' || code)
                        order by number limit 1""").params(CODES, area).query(String.class).optional();
    }

    SortedMap<String, Figures> figures() {
        var figures = new TreeMap<String, Figures>();
        jdbc.sql("""
                        select coalesce(area, '') as area, count(*) as promised, count(*) filter (where dated) as dated,
                            count(*) filter (where numbered) as numbered, count(*) filter (where measured) as measured,
                            count(*) filter (where waived) as waived, count(*) filter (where consented) as consented
                        from compact.item where area is not null group by rollup (area)""")
                .query((row, number) -> figures.put(
                        row.getString("area"),
                        new Figures(
                                row.getInt("promised"),
                                row.getInt("dated"),
                                row.getInt("numbered"),
                                row.getInt("measured"),
                                row.getInt("waived"),
                                row.getInt("consented"))))
                .list();
        return figures;
    }

    /** A round as read, with the latest version of its item, which is null while there is none. */
    record Read(Round.Key key, Round round, @Nullable Hash latest) {
        Place place() {
            return new Place(round.newest().toEpochMilli(), key);
        }
    }

    private static final RowMapper<Read> READ = (row, number) -> {
        var keyed = CompactRows.ROUND.keyed(row);
        return new Read(keyed.key(), keyed.row(), CompactRows.hash(row.getString("version")));
    };

    /**
     * The proposals of rounds of one item. From its latest version back, each round whose successor held is on a version that held; all
     * others are on versions that never came into force.
     */
    static List<Stood> stood(List<Read> rounds) {
        var stood = new ArrayList<Stood>();
        var held = new HashSet<@Nullable Hash>();
        held.add(null); // what comes of the round for the first text is the first text
        var newestFirst = rounds.stream()
                .sorted(Comparator.comparing((Read read) -> read.round().base().number())
                        .reversed())
                .toList();
        for (var read : newestFirst) {
            held.add(read.latest());
            if (Consent.outcome(read.round()) instanceof Consent.Outcome.Successor(var next)
                    && held.contains(next.version())) held.add(read.key().base());
            stood.addAll(
                    Stood.of(read.key(), read.round(), held.contains(read.key().base())));
        }
        return stood;
    }
}
