package acorde.monitoring;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.compact.Bilingual;
import acorde.compact.Founding;
import acorde.compact.Indicator;
import acorde.finding.Audience;
import acorde.finding.Catalogue;
import acorde.finding.Entry;
import acorde.finding.Key;
import acorde.finding.Task;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said of the initiatives and can be found, and what this party owes. */
final class MonitoringCatalogue implements Catalogue {
    private static final Map<String, String> KINDS = Map.of(
            Saying.REPORTED, "report",
            Saying.CONFIRMED, "confirmation",
            Saying.DISPUTED, "dispute",
            Saying.CORRECTED, "correction",
            Saying.ASSESSED, "assessment",
            Saying.LINKED, "event-link",
            Saying.MEASURED, "measurement");

    private final Acts acts;
    private final Desk desk;
    private final Founding founding;

    MonitoringCatalogue(Acts acts, Desk desk, Founding founding) {
        this.acts = acts;
        this.desk = desk;
        this.founding = founding;
    }

    @Override
    public Set<String> kinds() {
        return Set.copyOf(KINDS.values());
    }

    @Override
    public Set<Key> touched(Act act, Function<ActId, Optional<Act>> known) {
        var kind = KINDS.get(act.kind());
        return kind == null ? Set.of() : Set.of(new Key(kind, act.id().toString()));
    }

    /** Only what was accepted: an act that was rejected is of no initiative. */
    @Override
    public Collection<Entry> entries(Collection<Key> keys) {
        if (keys.isEmpty()) return List.of();
        var about = desk.about(keys.stream().map(key -> ActId.parse(key.name())).toList());
        var contents = desk.read();
        var entries = new ArrayList<Entry>();
        acts.parts(
                about.keySet(),
                part -> part.forEach((id, act) ->
                        entry(act, Subject.of(about.get(id), contents)).ifPresent(entries::add)));
        return entries;
    }

    /** What acts are about: an initiative, or an indicator of an area. */
    private record Subject(
            String area, Bilingual title, @Nullable Indicator indicator) {
        static @Nullable Subject of(@Nullable String about, Desk.Contents contents) {
            if (about == null) return null;
            var followed = contents.followed().get(about);
            if (followed != null)
                return new Subject(
                        followed.agreed().area(),
                        followed.text().title(),
                        followed.agreed().indicator());
            return contents.measures().values().stream()
                    .filter(measure -> measure.subject().equals(about))
                    .map(AreaMeasure::text)
                    .map(text -> new Subject(text.area(), text.measure().name(), text.measure()))
                    .findFirst()
                    .orElse(null);
        }
    }

    private Optional<Entry> entry(Act act, @Nullable Subject subject) {
        var kind = KINDS.get(act.kind());
        if (kind == null || subject == null) return Optional.empty();
        return Monitoring.saying(act)
                .map(saying -> new Entry(
                        new Key(kind, act.id().toString()),
                        Audience.of(act),
                        title(subject.title()),
                        words(act, saying, subject.indicator()),
                        new Entry.Place(
                                subject.area(),
                                new TreeSet<>(Set.of(act.by())),
                                standing(saying),
                                founding.day(acts.self(), act.at())),
                        act.id(),
                        Entry.Rank.SAYING));
    }

    /** It is called after what it is about. */
    private static Entry.Text title(Bilingual title) {
        return new Entry.Text(title.es(), title.en());
    }

    /** A figure is found by its number, and by what it is a figure of. */
    private static Entry.Text words(Act act, Saying saying, @Nullable Indicator indicator) {
        var said = Entry.Text.of(act.body());
        var figures = saying instanceof Saying.Corrected || !saying.values().isEmpty();
        if (!figures || indicator == null) return said;
        return said.and(new Entry.Text(
                indicator.name().es(),
                indicator.name().en(),
                indicator.unit().es() + "\n" + indicator.unit().en()));
    }

    private static @Nullable String standing(Saying saying) {
        return switch (saying) {
            case Report report -> word(report.state());
            case Saying.Assessed assessed -> word(assessed.level());
            case Saying.Confirmed _, Saying.Disputed _, Saying.Corrected _, Saying.Linked _, Saying.Measured _ -> null;
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Who reports for the party has what it owes: steps that are due soon or were due, reports that are overdue, values of indicators of areas,
     * disputes to answer; and the reports of others on which it is to say a word.
     */
    @Override
    public List<Task> tasks(Officer officer, LocalDate today) {
        if (officer.role() != Role.COORDINATOR && officer.role() != Role.REPRESENTATIVE) return List.of();
        var contents = desk.read();
        var tasks = contents.followed().values().stream()
                .filter(each -> isOf(officer, each.agreed().area()))
                .flatMap(each -> tasks(
                        new Situation(each.agreed(), each.facts(), contents.days(), today),
                        title(each.text().title())))
                .toList();
        var ordered = Stream.concat(tasks.stream(), measuring(officer, contents, today))
                .sorted(Task.BY_DUE)
                .toList();
        return Task.first(Task.MOST, ordered);
    }

    /** The indicators of areas of which this party has not given every value that was due, since the first that is missing. */
    private Stream<Task> measuring(Officer officer, Desk.Contents contents, LocalDate today) {
        var self = acts.self();
        var measures = contents.measures().values().stream()
                .filter(measure -> isOf(officer, measure.text().area()))
                .toList();
        if (measures.isEmpty()) return Stream.empty();
        var texts = measures.stream().collect(Collectors.toMap(AreaMeasure::subject, desk::texts));
        var given = desk.counted(texts, List.of(self));
        return measures.stream().flatMap(measure -> {
            var indicator = measure.text().measure();
            var missing = Series.of(indicator, Objects.requireNonNull(given.get(measure.subject())), today)
                    .missing();
            if (missing.isEmpty()) return Stream.empty();
            var key = new Key("indicator", measure.key().code());
            var first = missing.getFirst();
            var since = first.atStartOfDay(ZoneOffset.UTC).toInstant();
            return Stream.of(new Task("report", self, key, title(indicator.name()), first, since));
        });
    }

    /** A representative of one area, whose office ends in its code, has the work of that area alone. */
    private static boolean isOf(Officer officer, String area) {
        var parts = officer.office().value().split("-", 2);
        return officer.role() == Role.COORDINATOR
                || parts.length == 1
                || parts[1].equals(area.toLowerCase(Locale.ROOT));
    }

    private Stream<Task> tasks(Situation situation, Entry.Text title) {
        var self = acts.self();
        var key = new Key("initiative", situation.agreed().code());
        var tasks = new ArrayList<Task>();
        step(situation).ifPresent(due -> tasks.add(new Task("step", self, key, title, due, waits(situation))));
        report(situation).ifPresent(due -> tasks.add(new Task("report", self, key, title, due, waits(situation))));
        situation.facts().accounts().forEach((party, account) -> {
            if (party.equals(self))
                disputed(account).ifPresent(at -> tasks.add(new Task("dispute", self, key, title, null, at)));
            else if (isUnheard(account, self, situation.agreed().witnesses(party)))
                tasks.add(new Task(
                        "confirm",
                        party,
                        key,
                        title,
                        null,
                        account.latest().spoken().at()));
        });
        return tasks.stream();
    }

    /** Since the last word of this party, or since there is something to report. */
    private Instant waits(Situation situation) {
        return situation.heard(acts.self()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first step that is not reported done and that puts the light at risk, or has. */
    private Optional<LocalDate> step(Situation situation) {
        var soon = situation.today().plusDays(situation.days().atRisk());
        return situation
                .open(acts.self())
                .map(Agreed.Step::due)
                .min(LocalDate::compareTo)
                .filter(due -> !due.isAfter(soon));
    }

    /** The day by which a report was due, a cadence after the last, if that is past. */
    private Optional<LocalDate> report(Situation situation) {
        var self = acts.self();
        if (!situation.agreed().obliged().contains(self) || situation.finished(self)) return Optional.empty();
        return Optional.of(situation.heard(self).plusDays(situation.days().cadence()))
                .filter(due -> due.isBefore(situation.today()));
    }

    /** When the oldest dispute was said that this party has not answered. */
    private static Optional<Instant> disputed(Account own) {
        return own.words().entrySet().stream()
                .filter(word -> own.view(word.getKey()) == Account.View.DISPUTES && !own.answers(word.getKey()))
                .map(word -> word.getValue().spoken().at())
                .min(Instant::compareTo);
    }

    private static boolean isUnheard(Account account, PartyCode self, Set<PartyCode> witnesses) {
        if (!witnesses.contains(self)) return false;
        return switch (account.view(self)) {
            case SILENT, CONFIRMED_EARLIER -> true;
            case CONFIRMS, DISPUTES -> false;
        };
    }
}
