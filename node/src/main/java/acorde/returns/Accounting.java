package acorde.returns;

import acorde.compact.Milestone;
import acorde.compact.Remark;
import acorde.monitoring.Owed;
import acorde.monitoring.Point;
import acorde.monitoring.Report;
import acorde.returns.Comparing.Entry;
import acorde.returns.Fault.Why;
import acorde.sheets.Cell;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report that the rows of one initiative come to. What a return has no column for stays as it was said last. */
final class Accounting {
    private final Comparing comparing;
    private final Owed owed;
    private final Map<Line, List<Entry>> rows;

    Accounting(Comparing comparing, Owed owed, Map<Line, List<Entry>> rows) {
        this.comparing = comparing;
        this.owed = owed;
        this.rows = rows;
    }

    private List<Entry> rows(Line line) {
        return rows.getOrDefault(line, List.of());
    }

    /** The change, or null if it says nothing new or cannot be read; then there is a fault. */
    Preview.@Nullable Change report() {
        var milestones = milestones();
        var values = values();
        var evidence = evidence();
        var before = owed.report();
        var done = before == null ? new TreeMap<String, LocalDate>() : known(before.milestones());
        var more = !values.isEmpty() || !evidence.isEmpty() || !milestones.equals(done);
        var own = rows(Line.REPORT);
        if (own.isEmpty()) {
            if (more) rows.values().iterator().next().getFirst().fault(Column.LINE, Why.REPORT_MISSING);
            return null;
        }
        own.stream().skip(1).forEach(twice -> twice.fault(Column.LINE, Why.TWICE));
        var entry = own.getFirst();
        var blank = entry.cell(Column.STATE) instanceof Cell.Blank
                && entry.cell(Column.WORDS) instanceof Cell.Blank
                && entry.cell(Column.DAY) instanceof Cell.Blank
                && entry.cell(Column.BLOCKED_BY) instanceof Cell.Blank;
        if (blank && before == null && !more) return null;
        return change(entry, milestones, values, evidence);
    }

    private Preview.@Nullable Change change( // the parts of a report
            Entry entry,
            SortedMap<String, LocalDate> milestones,
            List<Report.Value> values,
            List<Report.Evidence> evidence) {
        var before = owed.report();
        var state = state(entry);
        var on = on(entry, state);
        var blockedBy = blockedBy(entry, state);
        var typed = entry.take(Column.WORDS, Typed.words(entry.cell(Column.WORDS)));
        var kept = entry.take(Column.RESTRICTIONS, Typed.yes(entry.cell(Column.RESTRICTIONS)));
        if (state == null || typed == null || kept == null) return null;
        if (state == State.DONE && on == null || state == State.BLOCKED && blockedBy == null) return null;
        var note = comparing.language().remark(typed, before == null ? null : before.note());
        var report = new Report(
                owed.code(),
                owed.version(),
                state.said(),
                on,
                blockedBy,
                note,
                milestones,
                evidence,
                values,
                kept,
                before == null ? null : before.legalBasis(),
                before == null ? null : before.funding(),
                before == null ? List.of() : before.events(),
                List.of());
        if (before != null && !isNews(report, before)) return null;
        if (owed.text().restrictions() != null && !kept) entry.fault(Column.RESTRICTIONS, Why.RESTRICTIONS_UNCONFIRMED);
        return new Preview.Change(owed, report, entry.number());
    }

    private boolean isNews(Report report, Report before) {
        return report.state() != before.state()
                || !Objects.equals(report.on(), before.on())
                || !Objects.equals(report.blockedBy(), before.blockedBy())
                || !Objects.equals(report.note(), before.note())
                || !report.milestones().equals(known(before.milestones()))
                || !report.evidence().isEmpty()
                || !report.values().isEmpty();
    }

    private @Nullable State state(Entry entry) {
        var word = entry.take(Column.STATE, Typed.words(entry.cell(Column.STATE)));
        if (word == null) return null;
        var state = Vocabulary.find(State.class, word);
        if (state.isEmpty()) entry.fault(Column.STATE, word.isEmpty() ? Why.STATE_MISSING : Why.STATE_UNKNOWN);
        return state.orElse(null);
    }

    private @Nullable LocalDate on(Entry entry, @Nullable State state) {
        var cell = entry.cell(Column.DAY);
        var blank = cell instanceof Cell.Blank;
        if (state == State.DONE || state == null && !blank)
            return entry.take(Column.DAY, Typed.day(cell, comparing.today()));
        if (state != null && !blank) entry.fault(Column.DAY, Why.DAY_NOT_DONE);
        return null;
    }

    private @Nullable Remark blockedBy(Entry entry, @Nullable State state) {
        var words = entry.take(Column.BLOCKED_BY, Typed.words(entry.cell(Column.BLOCKED_BY)));
        if (words == null || state == null) return null;
        var before = owed.report();
        if (state == State.BLOCKED && words.isEmpty()) entry.fault(Column.BLOCKED_BY, Why.BLOCKED_BY_MISSING);
        if (state != State.BLOCKED && !words.isEmpty()) entry.fault(Column.BLOCKED_BY, Why.NOT_BLOCKED);
        return state == State.BLOCKED
                ? comparing.language().remark(words, before == null ? null : before.blockedBy())
                : null;
    }

    /** Without those that the text no longer has. */
    private SortedMap<String, LocalDate> known(SortedMap<String, LocalDate> said) {
        var known = new TreeMap<>(said);
        known.keySet()
                .retainAll(
                        owed.text().milestones().stream().map(Milestone::code).collect(Collectors.toSet()));
        return known;
    }

    /** What is done: as it was said, but for the milestones that have a row. */
    private SortedMap<String, LocalDate> milestones() {
        var before = owed.report();
        var done = before == null ? new TreeMap<String, LocalDate>() : known(before.milestones());
        var named = new HashSet<String>();
        for (var entry : rows(Line.MILESTONE)) {
            var code = entry.take(Column.STEP, Typed.word(entry.cell(Column.STEP)));
            if (code == null) continue;
            if (Template.milestones(owed.text(), owed.party()).stream()
                    .noneMatch(step -> step.code().equals(code))) entry.fault(Column.STEP, Why.STEP_UNKNOWN);
            else if (!named.add(code)) entry.fault(Column.STEP, Why.TWICE);
            else if (entry.cell(Column.DAY) instanceof Cell.Blank) done.remove(code);
            else {
                var day = entry.take(Column.DAY, Typed.day(entry.cell(Column.DAY), comparing.today()));
                if (day != null) done.put(code, day);
            }
        }
        return done;
    }

    private List<Report.Value> values() {
        var values = new ArrayList<Report.Value>();
        var days = new HashSet<LocalDate>();
        for (var entry : rows(Line.VALUE)) {
            var number = entry.cell(Column.VALUE);
            if (number instanceof Cell.Blank && entry.cell(Column.WORDS) instanceof Cell.Blank) continue;
            var value = value(entry);
            if (value == null) continue;
            var said = owed.figures().get(value.at());
            if (!Point.isOf(value.at())) entry.fault(Column.DAY, Why.FIGURE_TOO_FAR);
            else if (!days.add(value.at())) entry.fault(Column.DAY, Why.TWICE);
            else if (said != null && said.compareTo(value.number()) != 0) entry.fault(Column.VALUE, Why.FIGURE_SAID);
            else if (values.size() == Report.MOST) entry.fault(Column.LINE, Why.TOO_MANY);
            else if (said == null) values.add(value);
        }
        return values;
    }

    private Report.@Nullable Value value(Entry entry) {
        var day = entry.take(Column.DAY, Typed.day(entry.cell(Column.DAY), comparing.today()));
        var number = entry.take(Column.VALUE, Typed.number(entry.cell(Column.VALUE)));
        var from = entry.take(Column.WORDS, Typed.words(entry.cell(Column.WORDS)));
        if (from != null && from.isEmpty()) entry.fault(Column.WORDS, Why.FROM_MISSING);
        if (owed.text().indicator() == null) entry.fault(Column.LINE, Why.NO_INDICATOR);
        if (day == null || number == null || from == null) return null;
        var where = comparing.language().remark(from, null);
        return where == null ? null : new Report.Value(day, number, where);
    }

    private List<Report.Evidence> evidence() {
        var evidence = new ArrayList<Report.Evidence>();
        for (var entry : rows(Line.EVIDENCE)) {
            var what = entry.take(Column.WORDS, Typed.words(entry.cell(Column.WORDS)));
            var link = entry.take(Column.LINK, Typed.words(entry.cell(Column.LINK)));
            if (what != null && link != null && what.isEmpty() && link.isEmpty()) continue;
            var words = what == null ? null : comparing.language().remark(what, null);
            var address = link == null ? null : address(entry, link);
            if (what != null && words == null) entry.fault(Column.WORDS, Why.WHAT_MISSING);
            if (words == null || address == null) continue;
            if (evidence.size() == Report.MOST) entry.fault(Column.LINE, Why.TOO_MANY);
            else evidence.add(new Report.Evidence(words, address, null));
        }
        return evidence;
    }

    private static @Nullable URI address(Entry entry, String link) {
        try {
            var address = new URI(link);
            if (Report.Evidence.isOfWeb(address)) return address;
        } catch (URISyntaxException _) {
            // as one that is not of the web
        }
        entry.fault(Column.LINK, Why.LINK_UNREADABLE);
        return null;
    }
}
