package acorde.exports;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Indicator;
import acorde.compact.Remark;
import acorde.monitoring.Account;
import acorde.monitoring.Agreed;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Point;
import acorde.monitoring.Report;
import acorde.sheets.Cell;
import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of each table, in the order of its columns. Pure. */
final class Rows {
    private final List<Cell> cells = new ArrayList<>();

    private Rows() {}

    static List<Cell> initiative(Entry entry) {
        var text = entry.text();
        var indicator = text.indicator();
        return new Rows()
                .text(entry.code())
                .text(text.area())
                .both(text.title())
                .both(text.deliverable())
                .codes(text.parties())
                .codes(text.partners())
                .day(text.due())
                .text(word(entry.standing()))
                .text("sha256:" + entry.head().version().hex())
                .number(BigDecimal.valueOf(entry.head().number()))
                .text(word(entry.watched().light().colour()))
                .indicator(indicator)
                .both(text.waiver())
                .both(text.restrictions())
                .cells;
    }

    private Rows indicator(@Nullable Indicator indicator) {
        if (indicator == null) {
            for (var i = 0; i < 12; i++) cells.add(Cell.BLANK);
            return this;
        }
        var every = indicator.everyMonths();
        return both(indicator.name())
                .both(indicator.unit())
                .text(word(indicator.kind()))
                .number(indicator.baseline())
                .day(indicator.baselineAt())
                .number(indicator.target())
                .day(indicator.targetAt())
                .number(every == null ? null : BigDecimal.valueOf(every))
                .text(indicator.adds() ? "yes" : "no")
                .text(indicator.counted() == null ? "" : word(indicator.counted()));
    }

    /** @param said reads a report that counts */
    static List<List<Cell>> accounts(Entry entry, Function<ActId, Optional<Act>> said) {
        return entry.watched().agreed().obliged().stream()
                .map(party -> account(entry, party, said))
                .toList();
    }

    private static List<Cell> account(Entry entry, PartyCode party, Function<ActId, Optional<Act>> said) {
        var row = new Rows().text(entry.code()).text(party.value());
        var account = entry.watched().facts().accounts().get(party);
        if (account == null) {
            while (row.cells.size() < Table.ACCOUNTS.columns().size()) row.cells.add(Cell.BLANK);
            return row.cells;
        }
        var latest = account.latest();
        var report = said.apply(latest.act()).flatMap(Monitoring::saying).orElse(null) instanceof Report known
                ? known
                : null;
        return row.text(word(latest.state()))
                .day(latest.on())
                .remark(report == null ? null : report.note())
                .remark(report == null ? null : report.blockedBy())
                .text(report == null ? "" : links(report))
                .remark(report == null ? null : report.legalBasis())
                .remark(report == null ? null : report.funding())
                .text(report == null ? "" : String.join(" ", report.events()))
                .codes(by(account, Account.View.CONFIRMS))
                .codes(by(account, Account.View.DISPUTES))
                .text(latest.spoken().at().toString())
                .text(latest.act().toString())
                .text("sha256:" + latest.version().hex())
                .cells;
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
                rows.add(new Rows()
                        .text(entry.code())
                        .text(step.code())
                        .both(step.isWhole() ? entry.text().title() : titles.get(step.code()))
                        .day(step.due())
                        .text(ower.value())
                        .day(done(entry, step, ower))
                        .cells);
        return rows;
    }

    private static @Nullable LocalDate done(Entry entry, Agreed.Step step, PartyCode ower) {
        var account = entry.watched().facts().accounts().get(ower);
        if (account == null) return null;
        return step.isWhole() ? account.latest().on() : account.latest().done().get(step.code());
    }

    static List<List<Cell>> figures(Entry entry, Map<Point.Key, Point> points) {
        var indicator = entry.text().indicator();
        var sorted = new TreeMap<String, List<Cell>>();
        points.forEach((key, point) -> sorted.put(
                key.at() + " " + key.party(),
                new Rows()
                        .text(entry.code())
                        .text(key.party().value())
                        .day(key.at())
                        .number(point.counts().number())
                        .both(indicator == null ? null : indicator.unit())
                        .number(point.said().number())
                        .text(point.said().act().toString())
                        .number(BigDecimal.valueOf(point.corrected().size()))
                        .text(
                                point.corrected().isEmpty()
                                        ? ""
                                        : point.counts().act().toString())
                        .cells));
        return List.copyOf(sorted.values());
    }

    private Rows text(String text) {
        cells.add(Cell.text(text));
        return this;
    }

    private Rows both(@Nullable Bilingual text) {
        return text == null ? text("").text("") : text(text.es()).text(text.en());
    }

    private Rows remark(@Nullable Remark remark) {
        if (remark == null) return text("").text("");
        return text(remark.es() == null ? "" : remark.es()).text(remark.en() == null ? "" : remark.en());
    }

    private Rows codes(Collection<PartyCode> parties) {
        return text(parties.stream().map(PartyCode::value).collect(Collectors.joining(" ")));
    }

    private Rows day(@Nullable LocalDate day) {
        cells.add(day == null ? Cell.BLANK : new Cell.Day(day));
        return this;
    }

    private Rows number(@Nullable BigDecimal number) {
        cells.add(number == null ? Cell.BLANK : new Cell.Number(number));
        return this;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
