package acorde.returns;

import acorde.compact.Bilingual;
import acorde.compact.Initiative;
import acorde.monitoring.Owed;
import acorde.sheets.Cell;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a party fills in: of each initiative it owes, its account as it stands, a row for each of its milestones, for each day
 * without a figure that is due, and for a piece of evidence. Sent back untouched it says nothing.
 */
final class Template {
    /** Days without a figure that have a row of their own; earlier ones are typed where somebody has them. */
    static final int DAYS = 12;

    private final Language language;
    private final LocalDate today;

    Template(Language language, LocalDate today) {
        this.language = language;
        this.today = today;
    }

    List<List<Cell>> rows(List<Owed> owed) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Arrays.stream(Column.values())
                .map(column -> Cell.text(language.in(column.words())))
                .toList());
        for (var each : owed) {
            rows.add(report(each));
            milestones(each.text(), each.party()).forEach(step -> {
                var report = each.report();
                var done = report == null ? null : report.milestones().get(step.code());
                var row = row(each, Line.MILESTONE, step.title());
                row.put(Column.STEP, Cell.text(step.code()));
                if (done != null) row.put(Column.DAY, new Cell.Day(done));
                rows.add(cells(row));
            });
            missing(each).forEach(day -> {
                var row = row(each, Line.VALUE, each.text().title());
                row.put(Column.DAY, new Cell.Day(day));
                rows.add(cells(row));
            });
            rows.add(cells(row(each, Line.EVIDENCE, each.text().title())));
        }
        return rows;
    }

    private List<Cell> report(Owed owed) {
        var row = row(owed, Line.REPORT, owed.text().title());
        var report = owed.report();
        if (report != null) {
            row.put(Column.STATE, Cell.text(language.in(State.of(report.state()).words())));
            if (report.on() != null) row.put(Column.DAY, new Cell.Day(report.on()));
            row.put(Column.WORDS, Cell.text(language.in(report.note())));
            row.put(Column.BLOCKED_BY, Cell.text(language.in(report.blockedBy())));
        }
        return cells(row);
    }

    /** The milestones that a party reports on. */
    static List<acorde.compact.Milestone> milestones(Initiative text, PartyCode party) {
        return text.milestones().stream()
                .filter(step -> step.party() == null || step.party().equals(party))
                .toList();
    }

    private List<LocalDate> missing(Owed owed) {
        var missing = owed.due().stream()
                .filter(day -> !day.isAfter(today) && !owed.figures().containsKey(day))
                .toList();
        return missing.subList(Math.max(0, missing.size() - DAYS), missing.size());
    }

    private Map<Column, Cell> row(Owed owed, Line line, Bilingual title) {
        var row = new EnumMap<Column, Cell>(Column.class);
        row.put(Column.INITIATIVE, Cell.text(owed.code()));
        row.put(Column.TITLE, Cell.text(language.in(title)));
        row.put(Column.LINE, Cell.text(language.in(line.words())));
        row.put(Column.BASIS, Cell.text(Basis.of(owed).toString()));
        return row;
    }

    private static List<Cell> cells(Map<Column, Cell> row) {
        return Arrays.stream(Column.values())
                .map(column -> row.getOrDefault(column, Cell.BLANK))
                .toList();
    }
}
