package acorde.returns;

import acorde.monitoring.Monitoring;
import acorde.monitoring.Owed;
import acorde.returns.Fault.Or;
import acorde.returns.Fault.Why;
import acorde.sheets.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a return against what stands: what would be said, and every fault. Pure; each is used once. */
final class Comparing {
    private static final Comparator<Fault> ORDER =
            Comparator.comparingInt(Fault::row).thenComparing(Fault::column).thenComparing(Fault::why);

    private final Headings headings;
    private final Map<String, Owed> owed = new LinkedHashMap<>();
    private final LocalDate today;
    private final PriorityQueue<Fault> faults = new PriorityQueue<>(ORDER.reversed()); // the last comes out first
    private int wrong;
    private final Set<String> stale = new HashSet<>();

    private Comparing(Headings headings, List<Owed> owed, LocalDate today) {
        this.headings = headings;
        owed.forEach(each -> this.owed.put(each.code(), each));
        this.today = today;
    }

    static Preview.Reading compare(Sheet sheet, List<Owed> owed, LocalDate today) {
        if (sheet.rows().isEmpty()) return new Preview.Reading.Not(Unreadable.because(Unreadable.Why.NO_ROWS));
        return switch (Headings.read(sheet.rows().getFirst())) {
            case Headings.Reading.Not(var why) -> new Preview.Reading.Not(why);
            case Headings.Reading.Found(var headings) -> {
                var rows = sheet.rows().subList(1, sheet.rows().size());
                yield rows.isEmpty()
                        ? new Preview.Reading.Not(Unreadable.because(Unreadable.Why.NO_ROWS))
                        : new Preview.Reading.Made(new Comparing(headings, owed, today).preview(rows));
            }
        };
    }

    /** A row whose initiative and line are known. */
    final class Entry {
        private final Sheet.Row row;

        Entry(Sheet.Row row) {
            this.row = row;
        }

        int number() {
            return row.number();
        }

        Cell cell(Column column) {
            return headings.cell(row, column);
        }

        void fault(Column column, Why why) {
            add(new Fault(row.number(), column, why, Typed.seen(cell(column))));
        }

        /** The value, or null and a fault. */
        <T> @Nullable T take(Column column, Or<T> read) {
            if (read.why() != null) fault(column, read.why());
            return read.value();
        }
    }

    LocalDate today() {
        return today;
    }

    Language language() {
        return headings.language();
    }

    private Preview preview(List<Sheet.Row> rows) {
        var bundles = new LinkedHashMap<String, Map<Line, List<Entry>>>();
        for (var row : rows) place(new Entry(row), bundles);
        var changes = new ArrayList<Preview.Change>();
        var unchanged = 0;
        for (var each : bundles.entrySet()) {
            var about = owed.get(each.getKey());
            if (about == null) continue;
            var made = new Accounting(this, about, each.getValue()).report();
            if (made == null) unchanged++;
            else changes.add(made);
        }
        if (changes.size() > Monitoring.AT_ONCE)
            add(new Fault(changes.get(Monitoring.AT_ONCE).row(), Column.INITIATIVE, Why.TOO_MANY_REPORTS, ""));
        return new Preview(
                changes, unchanged, rows.size(), faults.stream().sorted(ORDER).toList(), wrong);
    }

    /** Counts a fault; only those are kept that are shown. */
    private void add(Fault fault) {
        wrong++;
        faults.add(fault);
        if (faults.size() > Preview.SHOWN) faults.remove();
    }

    /** Puts a row to its initiative, if it says which that is and nothing has been said on it since. */
    private void place(Entry entry, Map<String, Map<Line, List<Entry>>> bundles) {
        var code = entry.take(Column.INITIATIVE, Typed.word(entry.cell(Column.INITIATIVE)));
        var named = entry.take(Column.LINE, Typed.words(entry.cell(Column.LINE)));
        if (code == null || named == null) return;
        var about = owed.get(code);
        if (about == null) entry.fault(Column.INITIATIVE, code.isEmpty() ? Why.CODE_MISSING : Why.NOT_OWED);
        var line = Vocabulary.find(Line.class, named);
        if (line.isEmpty()) entry.fault(Column.LINE, Why.LINE_UNKNOWN);
        if (about == null || line.isEmpty() || !stands(entry, about)) return;
        for (var column : Column.values())
            if (!line.get().uses(column) && !(entry.cell(column) instanceof Cell.Blank))
                entry.fault(column, Why.NOT_HERE);
        bundles.computeIfAbsent(code, _ -> new EnumMap<>(Line.class))
                .computeIfAbsent(line.get(), _ -> new ArrayList<>())
                .add(entry);
    }

    /** Whether a row was made from what still is the latest; of each initiative one row is told that it was not. */
    private boolean stands(Entry entry, Owed about) {
        var written = entry.take(Column.BASIS, Typed.words(entry.cell(Column.BASIS)));
        if (written == null) return false;
        var basis = Basis.read(written);
        var now = Basis.of(about);
        if (basis.isPresent() && basis.get().equals(now)) return true;
        if (basis.isEmpty()) entry.fault(Column.BASIS, Why.BASIS_UNREADABLE);
        else if (stale.add(about.code()))
            entry.fault(Column.BASIS, basis.get().text().equals(now.text()) ? Why.NEWER_REPORT : Why.NEWER_TEXT);
        return false;
    }
}
