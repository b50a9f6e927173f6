package acorde.exports;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Indicator;
import acorde.monitoring.Account;
import acorde.monitoring.Agreed;
import acorde.monitoring.AreaMeasure;
import acorde.monitoring.Counted;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Report;
import acorde.sheets.Cell;
import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of what was agreed and what became of it, in the order of the columns of each table. Pure. */
final class Rows {
    private Rows() {}

    static List<Cell> initiative(Entry entry) {
        var text = entry.text();
        var row = new Row()
                .text(entry.code())
                .text(text.area())
                .both(text.title())
                .both(text.deliverable())
                .codes(text.parties())
                .codes(text.partners())
                .day(text.due())
                .text(Row.word(entry.standing()))
                .hash(entry.head().version())
                .count(entry.head().number())
                .text(Row.word(entry.watched().light().colour()));
        return indicator(row, text.indicator())
                .both(text.waiver())
                .both(text.restrictions())
                .cells();
    }

    /** An indicator of an area with the values of it, each party's of each day. */
    static List<List<Cell>> indicators(AreaMeasure measure, Counted counted) {
        if (counted.points().isEmpty())
            return List.of(indicator(measure).blank(10).cells());
        return values(counted, () -> indicator(measure));
    }

    private static Row indicator(AreaMeasure measure) {
        var row = new Row().text(measure.key().code()).text(measure.text().area());
        return indicator(row, measure.text().measure())
                .text(Row.word(measure.standing()))
                .hash(measure.head().version());
    }

    private static Row indicator(Row row, @Nullable Indicator indicator) {
        if (indicator == null) return row.blank(12);
        var every = indicator.everyMonths();
        return row.both(indicator.name())
                .both(indicator.unit())
                .text(Row.word(indicator.kind()))
                .number(indicator.baseline())
                .day(indicator.baselineAt())
                .number(indicator.target())
                .day(indicator.targetAt())
                .number(every == null ? null : BigDecimal.valueOf(every))
                .text(indicator.adds() ? "yes" : "no")
                .text(indicator.counted() == null ? "" : Row.word(indicator.counted()));
    }

    /** @param said reads a report that counts */
    static List<List<Cell>> accounts(Entry entry, Function<ActId, Optional<Act>> said) {
        return entry.watched().agreed().obliged().stream()
                .map(party -> account(entry, party, said))
                .toList();
    }

    private static List<Cell> account(Entry entry, PartyCode party, Function<ActId, Optional<Act>> said) {
        var row = new Row().text(entry.code()).text(party.value());
        var account = entry.watched().facts().accounts().get(party);
        if (account == null)
            return row.blank(Table.ACCOUNTS.columns().size() - 2).cells();
        var latest = account.latest();
        var report = said.apply(latest.act()).flatMap(Monitoring::saying).orElse(null) instanceof Report known
                ? known
                : null;
        return row.text(Row.word(latest.state()))
                .day(latest.on())
                .remark(report == null ? null : report.note())
                .remark(report == null ? null : report.blockedBy())
                .text(report == null ? "" : links(report))
                .remark(report == null ? null : report.legalBasis())
                .remark(report == null ? null : report.funding())
                .text(report == null ? "" : String.join(" ", report.events()))
                .codes(by(account, Account.View.CONFIRMS))
                .codes(by(account, Account.View.DISPUTES))
                .moment(latest.spoken().at())
                .act(latest.act())
                .hash(latest.version())
                .cells();
    }

    private static String links(Report report) {
        return report.evidence().stream().map(each -> each.link().toString()).collect(Collectors.joining(" "));
    }

    private static List<PartyCode> by(Account account, Account.View view) {
        return account.words().keySet().stream()
                .filter(party -> account.view(party) == view)
                .toList();
    }

    static List<List<Cell>> milestones(Entry entry) {
        var titles = new TreeMap<String, Bilingual>();
        entry.text().milestones().forEach(each -> titles.put(each.code(), each.title()));
        var rows = new ArrayList<List<Cell>>();
        for (var step : entry.watched().agreed().steps())
            for (var ower : step.owers())
                rows.add(new Row()
                        .text(entry.code())
                        .text(step.code())
                        .both(step.isWhole() ? entry.text().title() : titles.get(step.code()))
                        .day(step.due())
                        .text(ower.value())
                        .day(done(entry, step, ower))
                        .cells());
        return rows;
    }

    private static @Nullable LocalDate done(Entry entry, Agreed.Step step, PartyCode ower) {
        var account = entry.watched().facts().accounts().get(ower);
        if (account == null) return null;
        return step.isWhole() ? account.latest().on() : account.latest().done().get(step.code());
    }

    static List<List<Cell>> figures(Entry entry, Counted counted) {
        return values(counted, () -> new Row().text(entry.code()));
    }

    /** What counts of each day and party, and what was said first. @param of what they are values of, as each row begins */
    private static List<List<Cell>> values(Counted counted, Supplier<Row> of) {
        var sorted = new TreeMap<String, List<Cell>>();
        counted.points()
                .forEach((key, point) -> sorted.put(
                        key.at() + " " + key.party(),
                        of.get()
                                .text(key.party().value())
                                .day(key.at())
                                .number(point.counts().number())
                                .both(counted.unit(point.counts()))
                                .hash(point.counts().under())
                                .number(point.said().number())
                                .act(point.said().act())
                                .count(point.corrected().size())
                                .act(
                                        point.corrected().isEmpty()
                                                ? null
                                                : point.counts().act())
                                .cells()));
        return List.copyOf(sorted.values());
    }
}
