package acorde.monitoring;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.finding.Audience;
import acorde.finding.Catalogue;
import acorde.finding.Entry;
import acorde.finding.Key;
import acorde.finding.Task;
import acorde.offices.Officer;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was said of the initiatives and can be found, and what this party owes to those who follow them. */
final class MonitoringCatalogue implements Catalogue {
    private static final Map<String, String> KINDS = Map.of(
            Saying.REPORTED, "report",
            Saying.CONFIRMED, "confirmation",
            Saying.DISPUTED, "dispute",
            Saying.CORRECTED, "correction",
            Saying.ASSESSED, "assessment",
            Saying.LINKED, "event-link");

    private final Acts acts;
    private final Desk desk;

    MonitoringCatalogue(Acts acts, Desk desk) {
        this.acts = acts;
        this.desk = desk;
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
        var about = desk.about(
                keys.stream().map(key -> ActId.parse(key.name())).toList());
        var said = acts.acts(about.keySet());
        var followed = desk.read().followed();
        return about.entrySet().stream()
                .flatMap(each -> Optional.ofNullable(said.get(each.getKey())).stream()
                        .flatMap(act -> entry(act, followed.get(each.getValue())).stream()))
                .toList();
    }

    private static Optional<Entry> entry(Act act, Desk.@Nullable Followed followed) {
        var kind = KINDS.get(act.kind());
        return Monitoring.saying(act)
                .filter(saying -> kind != null && followed != null)
                .map(saying -> entry(act, new Key(kind, act.id().toString()), saying, followed));
    }

    private static Entry entry(Act act, Key key, Saying saying, Desk.Followed followed) { // an act, and what it is about
        var title = followed.text().title();
        return new Entry(
                key,
                Audience.of(act),
                new Entry.Text(title.es(), title.en()),
                Entry.Text.of(act.body()),
                new Entry.Place(
                        followed.agreed().area(),
                        new TreeSet<>(Set.of(act.by())),
                        standing(saying),
                        act.at().atOffset(ZoneOffset.UTC).toLocalDate()),
                act.id(),
                Entry.Rank.SAYING);
    }

    private static @Nullable String standing(Saying saying) {
        return switch (saying) {
            case Report report -> word(report.state());
            case Saying.Assessed assessed -> word(assessed.level());
            case Saying.Confirmed _, Saying.Disputed _, Saying.Corrected _, Saying.Linked _ -> null;
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Steps this party owes and has not reported done, disputes it has not answered, and reports of others it has not spoken to. */
    @Override
    public List<Task> tasks(Officer officer, LocalDate today) {
        if (officer.role() != Role.COORDINATOR && officer.role() != Role.REPRESENTATIVE) return List.of();
        var contents = desk.read();
        var tasks = new ArrayList<Task>();
        for (var each : contents.followed().values()) {
            if (tasks.size() >= Task.MOST) break;
            if (isOf(officer, each.agreed().area()))
                tasks.addAll(tasks(new Situation(each.agreed(), each.facts(), contents.days(), today), title(each)));
        }
        return tasks;
    }

    /** A representative of one area, whose office ends in its code, has the work of that area alone. */
    private static boolean isOf(Officer officer, String area) {
        var parts = officer.office().value().split("-", 2);
        return officer.role() == Role.COORDINATOR
                || parts.length == 1
                || parts[1].equals(area.toLowerCase(Locale.ROOT));
    }

    private static Entry.Text title(Desk.Followed followed) {
        var title = followed.text().title();
        return new Entry.Text(title.es(), title.en());
    }

    private List<Task> tasks(Situation situation, Entry.Text title) {
        var self = acts.self();
        var key = new Key("initiative", situation.agreed().code());
        var tasks = new ArrayList<Task>();
        situation
                .open(self)
                .map(Agreed.Step::due)
                .min(LocalDate::compareTo)
                .ifPresent(due -> tasks.add(new Task(
                        "report",
                        key,
                        title,
                        due,
                        situation.agreed().since().atStartOfDay(ZoneOffset.UTC).toInstant())));
        situation.facts().accounts().forEach((party, account) -> {
            if (party.equals(self)) disputed(account, key, title).ifPresent(tasks::add);
            else if (isUnheard(account, self, situation.agreed().witnesses(party)))
                tasks.add(new Task(
                        "confirm", key, title, null, account.latest().spoken().at()));
        });
        return tasks;
    }

    private static Optional<Task> disputed(Account own, Key key, Entry.Text title) {
        return own.words().entrySet().stream()
                .filter(word -> own.view(word.getKey()) == Account.View.DISPUTES && !own.answers(word.getKey()))
                .map(word -> new Task(
                        "dispute", key, title, null, word.getValue().spoken().at()))
                .findFirst();
    }

    private static boolean isUnheard(Account account, PartyCode self, Set<PartyCode> witnesses) {
        if (!witnesses.contains(self)) return false;
        return switch (account.view(self)) {
            case SILENT, CONFIRMED_EARLIER -> true;
            case CONFIRMS, DISPUTES -> false;
        };
    }
}
