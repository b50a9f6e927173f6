package acorde.exports;

import acorde.acts.Acts;
import acorde.compact.Carried;
import acorde.compact.Compact;
import acorde.compact.Disclosing;
import acorde.compact.Founding;
import acorde.compact.Initiative;
import acorde.compact.ItemKey;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Point;
import acorde.monitoring.Viewer;
import acorde.sheets.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What may be taken away: the door of the package. Safe for any thread. */
public final class Exports {
    private final Acts acts;
    private final Compact compact;
    private final Monitoring monitoring;
    private final Founding founding;

    public Exports(Acts acts, Compact compact, Monitoring monitoring, Founding founding) {
        this.acts = acts;
        this.compact = compact;
        this.monitoring = monitoring;
        this.founding = founding;
    }

    /** Whether there is an initiative of that code that was announced or agreed. */
    public boolean knows(String code) {
        return compact.items().entrySet().stream()
                .anyMatch(each -> each.getKey().kind() == ItemKey.Kind.INITIATIVE
                        && each.getKey().code().equals(code)
                        && each.getValue().head() != null);
    }

    /**
     * Writes a table.
     *
     * @param code of the one initiative it is about; empty for all
     * @param out is not closed
     * @throws IOException if it cannot be written; what was written is a part
     */
    public void write(Table table, Form form, String code, Instant now, OutputStream out)
            throws IOException { // what of what, as what, as of when, where to
        form.write(table, entries(code, now).flatMap(each -> rows(table, each)).iterator(), out);
    }

    /**
     * Writes the initiatives with their results in IATI 2.03.
     *
     * @param code as for a table
     * @throws IOException if it cannot be written; what was written is a part
     */
    public void results(String code, Instant now, OutputStream out) throws IOException {
        var iati = new Iati(founding, acts.self(), now);
        iati.write(entries(code, now), this::points, this::disclosing, out);
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

    /** Reads what an initiative is told with, and no act beside another: each may have a MiB, by another party's will. */
    private Stream<List<Cell>> rows(Table table, Entry entry) {
        return switch (table) {
            case INITIATIVES -> Stream.of(Rows.initiative(entry));
            case ACCOUNTS -> Rows.accounts(entry, acts::act).stream();
            case MILESTONES -> Rows.milestones(entry).stream();
            case FIGURES -> Rows.figures(entry, points(entry)).stream();
        };
    }

    private Map<Point.Key, Point> points(Entry entry) {
        return monitoring.points(entry.code());
    }

    private Disclosing disclosing(Entry entry) {
        var stood = compact.carried(ItemKey.initiative(entry.code())).flatMap(Exports::under);
        return Disclosing.of(stood, Disclosing.Under.of(entry.head().version(), entry.text()));
    }

    private static Stream<Disclosing.Under> under(Carried carried) {
        return carried.text() instanceof Initiative text
                ? Stream.of(Disclosing.Under.of(carried.version(), text))
                : Stream.empty();
    }
}
