package acorde.exports;

import acorde.acts.Acts;
import acorde.acts.ReadingRoom;
import acorde.compact.Compact;
import acorde.compact.Disclosing;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.Stood;
import acorde.groups.Groups;
import acorde.groups.Proceedings;
import acorde.monitoring.Counted;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Viewer;
import acorde.sheets.Cell;
import com.google.common.collect.Iterators;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be taken away: the door of the package. Safe for any thread. */
public final class Exports {
    /** Versions on which proposals are read at once. */
    private static final int VERSIONS = 200;

    private final Acts acts;
    private final Compact compact;
    private final Monitoring monitoring;
    private final Groups groups;
    private final Founding founding;

    public Exports( // what can be taken away stands in these
            Acts acts, Compact compact, Monitoring monitoring, Groups groups, Founding founding) {
        this.acts = acts;
        this.compact = compact;
        this.monitoring = monitoring;
        this.groups = groups;
        this.founding = founding;
    }

    /** Whether there is an initiative of that code that was announced or agreed. */
    public boolean knows(String code) {
        return ItemKey.isCode(code)
                && compact.item(ItemKey.initiative(code)).map(Item::head).isPresent();
    }

    /**
     * Writes a table.
     *
     * @param code of the one initiative it is about; empty for all, as it must be for a table that is about none
     * @param out is not closed
     * @throws IOException if it cannot be written; what was written is a part
     */
    public void write(Table table, Form form, String code, Instant now, OutputStream out)
            throws IOException { // what of what, as what, as of when, where to
        form.write(
                table,
                Iterators.concat(Iterators.transform(parts(table, code, now).iterator(), Exports::read)),
                out);
    }

    /** Rows that are read together, in one part. */
    private interface Part extends Supplier<List<List<Cell>>> {}

    /** What rows were read from is let go before they are written: whoever takes them slowly keeps nobody else from reading. */
    private static Iterator<List<Cell>> read(Part part) {
        var rows = part.get();
        ReadingRoom.goOn();
        return rows.iterator();
    }

    /**
     * Writes the initiatives with their results in IATI 2.03.
     *
     * @param code as for a table
     * @throws IOException if it cannot be written; what was written is a part
     */
    public void results(String code, Instant now, OutputStream out) throws IOException {
        var iati = new Iati(compact.founding(), acts.self(), now);
        iati.write(entries(code, now), this::counted, out);
    }

    private Stream<Entry> entries(String code, Instant now) {
        var entries = new ArrayList<Entry>();
        var watched = monitoring.watch(new Viewer.Of(acts.self()), now);
        compact.items().forEach((key, item) -> {
            var head = item.head();
            var of = watched.get(key.code());
            if (key.kind() != ItemKey.Kind.INITIATIVE || head == null || of == null) return;
            if (!code.isEmpty() && !code.equals(key.code())) return;
            if (compact.text(key, head) instanceof Initiative text)
                entries.add(new Entry(key.code(), item.standing(), head, text, of));
        });
        return entries.stream();
    }

    /** Each part is read when it is its turn, and no sooner: each act may have a MiB, by another party's will. */
    private Stream<Part> parts(Table table, String code, Instant now) {
        return switch (table) {
            case INITIATIVES -> entries(code, now).map(entry -> () -> List.of(Rows.initiative(entry)));
            case ACCOUNTS -> entries(code, now).map(entry -> () -> Rows.accounts(entry, acts::act));
            case MILESTONES -> entries(code, now).map(entry -> () -> Rows.milestones(entry));
            case FIGURES -> entries(code, now).map(entry -> () -> Rows.figures(entry, counted(entry)));
            case INDICATORS ->
                monitoring.measures().values().stream()
                        .map(each -> () -> Rows.indicators(each, monitoring.counted(each)));
            case PROPOSALS -> proposals(code).map(stood -> () -> List.of(ConsentRows.proposal(stood, acts::act)));
            case VERSIONS -> items(code).flatMap(each -> versions(each.getKey(), each.getValue()));
            case MEETINGS -> sittings().map(each -> () -> SittingRows.meetings(each));
            case DECISIONS -> sittings().map(each -> () -> SittingRows.decisions(each, code));
            case ACTIONS -> sittings().map(each -> () -> SittingRows.actions(each, code));
            case MINUTES ->
                sittings()
                        .flatMap(each -> SittingRows.minutes(each, groups::minutes))
                        .map(row -> () -> List.of(row.get()));
        };
    }

    private Stream<Proceedings> sittings() {
        return groups.all();
    }

    private Stream<Map.Entry<ItemKey, Item>> items(String code) {
        if (code.isEmpty()) return compact.items().entrySet().stream();
        var key = ItemKey.initiative(code);
        return compact.item(key).map(item -> Map.entry(key, item)).stream();
    }

    /** Those on one initiative; without its code all, the newest first. */
    private Stream<Stood> proposals(String code) {
        if (!code.isEmpty()) return compact.proposals(ItemKey.initiative(code)).stream();
        return Stream.iterate(page(null), page -> page.next() == null ? NONE : page(page.next()))
                .takeWhile(page -> !page.stood().isEmpty())
                .flatMap(page -> page.stood().stream());
    }

    private static final Page NONE = new Page(List.of(), null);

    /** Proposals on some versions. @param next that on the version after them with which to go on; null if they are the last */
    private record Page(List<Stood> stood, @Nullable Stood next) {}

    private Page page(@Nullable Stood from) {
        var read = compact.proposals(from, VERSIONS + 1);
        if (from != null && (read.isEmpty() || !read.getFirst().key().equals(from.key()))) return NONE; // it is gone
        var keys = read.stream().map(Stood::key).distinct().toList();
        if (keys.size() <= VERSIONS) return new Page(read, null);
        var last = keys.getLast();
        var stood = read.stream().filter(one -> !one.key().equals(last)).toList();
        return new Page(stood, read.get(stood.size()));
    }

    /** The texts of an item that stood; the founding charter and its annexes began with one that no act carries. */
    private Stream<Part> versions(ItemKey key, Item item) {
        var latest = item.head() == null ? null : item.head().version();
        Stream<Part> founded = founding.textOf(key).stream()
                .map(text -> () -> List.of(ConsentRows.founded(key, latest, founding.hash(), text)));
        Stream<Part> carried = Stood.carriers(item.announced(), compact.proposals(key)).stream()
                .map(id -> () -> acts.act(id).stream()
                        .map(act -> ConsentRows.version(key, latest, act))
                        .toList());
        return Stream.concat(founded, carried);
    }

    private Counted counted(Entry entry) {
        var counted = monitoring.counted(entry.code()).orElseGet(() -> nothing(entry));
        ReadingRoom.goOn(); // before it is written, as above
        return counted;
    }

    /** Of what nobody follows any more. */
    private static Counted nothing(Entry entry) {
        return new Counted(
                Map.of(), Disclosing.of(Disclosing.Under.of(entry.head().version(), entry.text())));
    }
}
