package acorde.web.desk;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Event;
import acorde.compact.Indicator;
import acorde.compact.Initiative;
import acorde.compact.Milestone;
import acorde.compact.Remark;
import acorde.files.Attachment;
import acorde.monitoring.Account;
import acorde.monitoring.Agreed;
import acorde.monitoring.Facts;
import acorde.monitoring.Forecast;
import acorde.monitoring.Monitoring;
import acorde.monitoring.Report;
import acorde.monitoring.Saying;
import acorde.monitoring.Series;
import acorde.monitoring.Sums.Unit;
import acorde.monitoring.Watched;
import acorde.trust.PartyCode;
import acorde.web.view.Chart;
import acorde.web.view.Chord;
import acorde.web.view.Frame;
import acorde.web.view.InitiativeView;
import acorde.web.view.ProgressView;
import acorde.web.words.Bilingual;
import acorde.web.words.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of an initiative, as its page shows it. */
// longer than a file should be: the three views of one account are drawn from what is read once
final class Progress {
    private final Acts acts;
    private final Monitoring monitoring;
    private final Directory directory;

    Progress(Acts acts, Monitoring monitoring, Directory directory) {
        this.acts = acts;
        this.monitoring = monitoring;
        this.directory = directory;
    }

    ProgressView view(Ledger.Known known, Watched watched, Ledger ledger, Frame frame) {
        var code = known.key().code();
        var facts = watched.facts();
        var said = acts.acts(ids(watched));
        var reader = frame.reader();
        return new ProgressView(
                code,
                LightWords.of(watched.light(), known.initiative().reported(), frame),
                watched.agreed().obliged().stream()
                        .map(party -> account(party, watched, said, frame))
                        .toList(),
                disputes(watched, said, frame.language()),
                facts.assessed().values().stream()
                        .map(each -> observed(each, said.get(each.spoken().act()), frame.language()))
                        .toList(),
                steps(known.initiative(), watched, frame),
                measure(known.initiative(), code, frame),
                events(watched, said, ledger, frame),
                reader != null && ProgressPages.speaks(reader.role()));
    }

    /** What was said of an initiative, the latest of it. */
    List<Act> history(String code) {
        return monitoring.history(code, InitiativeView.SAID);
    }

    /** The acts whose words the page quotes. */
    private static Collection<ActId> ids(Watched watched) {
        var ids = new HashSet<ActId>();
        for (var account : watched.facts().accounts().values()) {
            ids.add(account.latest().act());
            account.words().values().forEach(word -> ids.add(word.spoken().act()));
        }
        watched.facts()
                .assessed()
                .values()
                .forEach(each -> ids.add(each.spoken().act()));
        watched.facts().links().values().forEach(by -> ids.addAll(by.values()));
        return ids;
    }

    private ProgressView.Account account(PartyCode party, Watched watched, Map<ActId, Act> said, Frame frame) {
        var account = watched.facts().accounts().get(party);
        if (account == null)
            return new ProgressView.Account(
                    party.value(),
                    null,
                    null,
                    "",
                    false,
                    null,
                    List.of(),
                    List.of(),
                    0,
                    chord(party, null, watched),
                    List.of());
        var latest = account.latest();
        var report = report(said.get(latest.act()));
        return new ProgressView.Account(
                party.value(),
                latest.state(),
                latest.spoken().at(),
                latest.act().toString(),
                !latest.version().equals(watched.agreed().version()),
                latest.on(),
                report.map(each -> what(each, frame)).orElse(List.of()),
                report.map(each -> evidence(each.evidence(), frame.language())).orElse(List.of()),
                files(said.get(latest.act())),
                chord(party, account, watched),
                words(account));
    }

    private static ProgressView.Observed observed(Facts.Assessment each, @Nullable Act act, Language language) {
        var spoken = each.spoken();
        var shown = act != null && Monitoring.saying(act).orElse(null) instanceof Saying.Assessed assessed
                ? evidence(assessed.evidence(), language)
                : List.<ProgressView.Evidence>of();
        return new ProgressView.Observed(
                spoken.act().party().value(),
                each.level(),
                spoken.at(),
                spoken.act().toString(),
                quote(act, "reason", language),
                shown,
                files(act));
    }

    private static int files(@Nullable Act act) {
        return act == null ? 0 : Attachment.read(act.body()).map(List::size).orElse(0);
    }

    static Optional<Report> report(@Nullable Act act) {
        return act == null
                ? Optional.empty()
                : Monitoring.saying(act).filter(Report.class::isInstance).map(Report.class::cast);
    }

    /** What the party says in its own words, and what it confirms. */
    private static List<String> what(Report report, Frame frame) {
        var what = new ArrayList<String>();
        if (report.blockedBy() != null)
            what.add(frame.say("progress.blocked", in(report.blockedBy(), frame.language())));
        if (report.note() != null) what.add(in(report.note(), frame.language()));
        if (report.legalBasis() != null)
            what.add(frame.say("progress.legal", in(report.legalBasis(), frame.language())));
        if (report.funding() != null) what.add(frame.say("progress.funding", in(report.funding(), frame.language())));
        if (!report.events().isEmpty()) what.add(frame.say("progress.because", String.join(", ", report.events())));
        if (report.restrictions()) what.add(frame.say("progress.kept"));
        return what;
    }

    private static List<ProgressView.Evidence> evidence(List<Report.Evidence> shown, Language language) {
        return shown.stream()
                .map(each -> new ProgressView.Evidence(
                        in(each.what(), language),
                        each.link().toString(),
                        each.seen() == null ? "" : each.seen().hex().substring(0, 12)))
                .toList();
    }

    private static List<ProgressView.Word> words(Account account) {
        return account.words().entrySet().stream()
                .map(each -> new ProgressView.Word(
                        each.getKey().value(),
                        account.view(each.getKey()),
                        each.getValue().spoken().act().toString()))
                .toList();
    }

    /** Who of the others confirms an account. A party that need not and says something is drawn too. */
    private Chord chord(PartyCode whose, @Nullable Account account, Watched watched) {
        var witnesses = watched.agreed().witnesses(whose);
        var marks = directory.parties().stream()
                .map(party -> {
                    var view = account == null ? Account.View.SILENT : account.view(party);
                    var word = account == null ? null : account.words().get(party);
                    var state = switch (view) {
                        case CONFIRMS -> Chord.State.FILLED;
                        case DISPUTES -> Chord.State.CROSSED;
                        case CONFIRMED_EARLIER, SILENT ->
                            witnesses.contains(party) ? Chord.State.HOLLOW : Chord.State.DASHED;
                    };
                    return new Chord.Mark(
                            party.value(),
                            state,
                            word == null || state == Chord.State.HOLLOW
                                    ? null
                                    : word.spoken().at());
                })
                .toList();
        return new Chord(Chord.Matter.CONFIRMATION, marks);
    }

    private static List<ProgressView.Dispute> disputes(Watched watched, Map<ActId, Act> said, Language language) {
        var disputes = new ArrayList<ProgressView.Dispute>();
        watched.facts()
                .accounts()
                .forEach((whose, account) -> account.words().forEach((by, word) -> {
                    if (!word.confirms())
                        disputes.add(new ProgressView.Dispute(
                                by.value(),
                                whose.value(),
                                word.spoken().act().toString(),
                                quote(said.get(word.spoken().act()), "reason", language),
                                account.answers(by)));
                }));
        return disputes;
    }

    private List<ProgressView.Step> steps(Initiative text, Watched watched, Frame frame) {
        var forecasts =
                monitoring.forecast(watched.agreed().code(), frame.formats().now());
        var first = monitoring.firstDays(watched.agreed().code());
        return watched.agreed().steps().stream()
                .map(step -> new ProgressView.Step(
                        step.code(),
                        title(text, step, frame),
                        step.due(),
                        moved(first.get(step.code()), step.due()),
                        step.owers().stream().map(PartyCode::value).toList(),
                        done(step, watched),
                        forecast(forecasts.get(step.code()), frame)))
                .toList();
    }

    private static @Nullable LocalDate moved(@Nullable LocalDate first, LocalDate due) {
        return due.equals(first) ? null : first;
    }

    private static String title(Initiative text, Agreed.Step step, Frame frame) {
        return text.milestones().stream()
                .filter(milestone -> milestone.code().equals(step.code()))
                .map(Milestone::title)
                .map(Directory::words)
                .map(frame::in)
                .findFirst()
                .orElse("");
    }

    private static List<ProgressView.Done> done(Agreed.Step step, Watched watched) {
        var done = new ArrayList<ProgressView.Done>();
        for (var ower : step.owers()) {
            var account = watched.facts().accounts().get(ower);
            if (account == null) continue;
            var on = step.isWhole()
                    ? account.latest().on()
                    : account.latest().done().get(step.code());
            if (on != null) done.add(new ProgressView.Done(ower.value(), on));
        }
        return done;
    }

    static String forecast(@Nullable Forecast forecast, Frame frame) {
        return switch (forecast) {
            case Forecast.Range range ->
                frame.say("forecast.range", frame.day(range.from()), frame.day(range.to()), range.cases());
            case Forecast.Silent(var cases) -> frame.say("forecast.silent", Forecast.FEWEST, cases);
            case null -> "";
        };
    }

    private ProgressView.@Nullable Measure measure(Initiative text, String code, Frame frame) {
        var indicator = text.indicator();
        var series = monitoring.series(code, frame.formats().now());
        return indicator == null || series.isEmpty() ? null : measure(indicator, series.get(), frame);
    }

    ProgressView.Measure measure(Indicator indicator, Series series, Frame frame) {
        var ids = new HashSet<ActId>();
        series.points()
                .values()
                .forEach(by -> by.values().forEach(point -> {
                    ids.add(point.said().act());
                    point.corrected().forEach(figure -> ids.add(figure.act()));
                }));
        var quoted = quoted(ids, frame.language());
        var figures = new ArrayList<ProgressView.Figure>();
        series.points()
                .forEach((at, by) -> by.forEach((party, point) -> figures.add(new ProgressView.Figure(
                        at,
                        party.value(),
                        frame.measured(point.said().number(), Directory.words(series.unit(point.said()))),
                        quoted.sources()
                                .getOrDefault(point.said().act(), Map.of())
                                .getOrDefault(at, ""),
                        point.said().act().toString(),
                        point.corrected().stream()
                                .map(figure -> new ProgressView.Correction(
                                        frame.measured(figure.number(), Directory.words(series.unit(figure))),
                                        quoted.reasons().getOrDefault(figure.act(), ""),
                                        figure.act().toString()))
                                .toList()))));
        return new ProgressView.Measure(
                frame.in(Directory.words(indicator.name())),
                figures,
                series.due().size(),
                series.missing(),
                drawn(indicator, series, frame));
    }

    /**
     * What a measure shows of acts that may be long, and many.
     *
     * @param sources whence each figure of an act is, by its day
     * @param reasons of corrections
     */
    private record Quoted(Map<ActId, Map<LocalDate, String>> sources, Map<ActId, String> reasons) {}

    private Quoted quoted(Collection<ActId> ids, Language language) {
        var quoted = new Quoted(new HashMap<>(), new HashMap<>());
        acts.parts(
                ids,
                part -> part.forEach((id, act) -> {
                    var sources = new HashMap<LocalDate, String>();
                    Monitoring.saying(act)
                            .ifPresent(saying -> saying.values()
                                    .forEach(value -> sources.put(value.at(), in(value.from(), language))));
                    if (!sources.isEmpty()) quoted.sources().put(id, sources);
                    var reason = quote(act, "reason", language);
                    if (!reason.isEmpty()) quoted.reasons().put(id, reason);
                }));
        return quoted;
    }

    /** Each party's figures in the unit of the latest text against the way from the baseline to the target, of days that have come. */
    private ProgressView.@Nullable Drawn drawn(Indicator indicator, Series series, Frame frame) {
        var unit = Directory.words(indicator.unit());
        var given = directory.parties().stream()
                .map(party -> given(
                        party,
                        series,
                        Unit.of(indicator.unit()),
                        frame.formats().today()))
                .filter(each -> !each.points().isEmpty())
                .toList();
        if (given.isEmpty()) return null;
        var goal = goal(indicator);
        var chart = Chart.of(goal, given, frame.formats());
        var told = given.stream()
                .limit(chart.curves().size())
                .map(each -> frame.say(
                        "chart.party",
                        frame.party(each.party()),
                        each.points().size(),
                        frame.measured(each.points().getLast().value(), unit),
                        frame.day(each.points().getLast().at())))
                .toList();
        return new ProgressView.Drawn(chart, goal.isEmpty() ? "" : told(goal, unit, frame), told);
    }

    private static String told(List<Chart.Point> goal, Bilingual unit, Frame frame) {
        var from = goal.getFirst();
        var to = goal.getLast();
        return frame.say(
                "chart.goal",
                frame.measured(from.value(), unit),
                frame.day(from.at()),
                frame.measured(to.value(), unit),
                frame.day(to.at()));
    }

    private static List<Chart.Point> goal(Indicator indicator) {
        var from = indicator.baseline();
        var at = indicator.baselineAt();
        var to = indicator.target();
        var by = indicator.targetAt();
        return from == null || at == null || to == null || by == null
                ? List.of()
                : List.of(new Chart.Point(at, from), new Chart.Point(by, to));
    }

    /** What counts of a party; a day of more than one ahead counts as never. */
    private static Chart.Series given(
            PartyCode party, Series series, Unit unit, LocalDate today) { // whose, in what, until
        var points = new ArrayList<Chart.Point>();
        series.points().forEach((at, by) -> {
            var point = by.get(party);
            if (point != null
                    && !at.isAfter(today.plusDays(1))
                    && Unit.of(series.unit(point.counts())).equals(unit))
                points.add(new Chart.Point(at, point.counts().number()));
        });
        return new Chart.Series(party.value(), points);
    }

    private static List<ProgressView.Happening> events(
            Watched watched, Map<ActId, Act> said, Ledger ledger, Frame frame) {
        var events = new ArrayList<ProgressView.Happening>();
        watched.facts()
                .links()
                .forEach((code, by) -> by.forEach((party, act) -> events.add(new ProgressView.Happening(
                        code,
                        event(code, ledger, frame),
                        party.value(),
                        act.toString(),
                        quote(said.get(act), "how", frame.language())))));
        return events;
    }

    static String event(String code, Ledger ledger, Frame frame) {
        Event event = ledger.events().get(code);
        return event == null ? code : frame.in(Directory.words(event.what()));
    }

    private static String quote(@Nullable Act act, String member, Language language) {
        return act == null ? "" : Telling.remark(act.body().path(member), language);
    }

    static String in(Remark remark, Language language) {
        var own = language == Language.ES ? remark.es() : remark.en();
        var other = language == Language.ES ? remark.en() : remark.es();
        return own != null ? own : other == null ? "" : other;
    }
}
