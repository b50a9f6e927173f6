package acorde.groups;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.compact.Group;
import acorde.compact.ItemKey;
import acorde.finding.Audience;
import acorde.finding.Catalogue;
import acorde.finding.Entry;
import acorde.finding.Key;
import acorde.finding.Task;
import acorde.offices.Officer;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of the groups can be found: sittings, decisions and actions; and what of them awaits an officer. The name of a
 * thing begins with that of
 * its sitting, on whose page it is: {@code HN/402}, {@code HN/402/HN/403}, {@code HN/402/HN/403/1}.
 */
final class GroupsCatalogue implements Catalogue {
    static final String MEETING = "meeting";
    static final String PROCEDURE = "written-procedure";
    static final String DECISION = "decision";
    static final String ACTION = "action";

    private final PartyCode self;
    private final Shelf shelf;
    private final Compact compact;
    private final Founding founding;

    GroupsCatalogue(PartyCode self, Shelf shelf, Compact compact, Founding founding) {
        this.self = self;
        this.shelf = shelf;
        this.compact = compact;
        this.founding = founding;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MEETING, PROCEDURE, DECISION, ACTION);
    }

    /** Whatever is said in a sitting may change all of it; what that is, {@link #along} knows. */
    @Override
    public Set<Key> touched(Act act, Function<ActId, Optional<Act>> known) {
        return Saying.read(act)
                .map(saying -> saying instanceof Saying.Within within
                        ? known.apply(within.sitting()).flatMap(Saying::read).map(begun -> key(begun, within.sitting()))
                        : Optional.of(key(saying, act.id())))
                .flatMap(key -> key)
                .map(Set::of)
                .orElse(Set.of());
    }

    private static Key key(Saying begun, ActId sitting) {
        return new Key(begun instanceof Saying.Called ? MEETING : PROCEDURE, sitting.toString());
    }

    private static Key key(Sitting sitting) {
        return new Key(sitting.isMeeting() ? MEETING : PROCEDURE, sitting.act().toString());
    }

    private static Key key(Decided decided) {
        return new Key(DECISION, decided.sitting().act() + "/" + decided.act());
    }

    private static Key key(Owed owed) {
        return new Key(
                ACTION,
                owed.decision().sitting().act() + "/" + owed.id().act() + "/"
                        + owed.id().number());
    }

    @Override
    public Set<Key> along(Collection<Key> keys) {
        var along = new HashSet<Key>();
        for (var sitting : sittings(keys)) {
            Decided.all(sitting).forEach(decided -> along.add(key(decided)));
            Owed.all(sitting).forEach(owed -> along.add(key(owed)));
        }
        along.removeAll(keys);
        return along;
    }

    /** Those that the names of things begin with. */
    private Iterable<Proceedings> sittings(Collection<Key> keys) {
        return keys.stream().map(GroupsCatalogue::sitting).distinct().flatMap(act -> shelf.sitting(act).stream())
                ::iterator;
    }

    private static ActId sitting(Key key) {
        var parts = key.name().split("/", 3);
        return ActId.parse(parts[0] + "/" + parts[1]);
    }

    @Override
    public Collection<Entry> entries(Collection<Key> keys) {
        var asked = new HashSet<>(keys);
        var entries = new ArrayList<Entry>();
        for (var proceedings : sittings(keys)) {
            var group = group(proceedings.sitting());
            if (asked.contains(key(proceedings.sitting()))) entries.add(entry(proceedings, group));
            for (var decided : Decided.all(proceedings))
                if (asked.contains(key(decided))) entries.add(entry(decided, group));
            for (var owed : Owed.all(proceedings)) if (asked.contains(key(owed))) entries.add(entry(owed, group));
        }
        return entries;
    }

    private Optional<Group> group(Sitting sitting) {
        var key = new ItemKey(ItemKey.Kind.GROUP, sitting.group());
        return compact.latest(key).filter(Group.class::isInstance).map(Group.class::cast);
    }

    private static Entry entry(Proceedings proceedings, Optional<Group> group) {
        var sitting = proceedings.sitting();
        var course = sitting.isMeeting() ? Course.of(proceedings) : null;
        var es = new StringBuilder();
        var en = new StringBuilder();
        for (var point : Course.points(proceedings).values()) {
            es.append(point.point().title().es()).append('\n');
            en.append(point.point().title().en()).append('\n');
        }
        var day = course == null ? null : course.when().day();
        return new Entry(
                key(sitting),
                Audience.EVERY_OFFICER,
                title(sitting, group),
                new Entry.Text(es.toString(), en.toString()),
                place(sitting, group, course == null ? null : stands(course.state()), day),
                sitting.act(),
                Entry.Rank.THING);
    }

    private static Entry.Text title(Sitting sitting, Optional<Group> group) {
        var title = group.map(Group::title).orElse(new Bilingual(sitting.group(), sitting.group()));
        var number = sitting.number();
        return sitting.isMeeting()
                ? new Entry.Text(title.es() + ": reunión " + number, title.en() + ": meeting " + number)
                : new Entry.Text(
                        title.es() + ": consulta escrita E/" + number, title.en() + ": written procedure E/" + number);
    }

    private static Entry.Place place( // the four filters of a thing
            Sitting sitting, Optional<Group> group, @Nullable String standing, @Nullable LocalDate day) {
        return new Entry.Place(group.map(Group::area).orElse(null), new TreeSet<>(sitting.parties()), standing, day);
    }

    private Entry entry(Decided decided, Optional<Group> group) {
        var text = decided.text().text();
        return new Entry(
                key(decided),
                Audience.EVERY_OFFICER,
                title(text),
                new Entry.Text(text.es(), text.en()),
                place(decided.sitting(), group, stands(decided.state()), day(decided)),
                decided.act(),
                Entry.Rank.THING);
    }

    private LocalDate day(Decided decided) {
        return founding.day(self, decided.moment());
    }

    private static Entry entry(Owed owed, Optional<Group> group) {
        var what = owed.action().what();
        var place = new Entry.Place(
                group.map(Group::area).orElse(null),
                new TreeSet<>(Set.of(owed.action().owner())),
                owed.state().name().toLowerCase(Locale.ROOT),
                owed.action().due());
        return new Entry(
                key(owed),
                Audience.EVERY_OFFICER,
                title(what),
                new Entry.Text(what.es(), what.en()),
                place,
                owed.id().act(),
                Entry.Rank.THING);
    }

    /** The beginning of a text, as agendas have it. */
    private static Entry.Text title(Bilingual text) {
        return text(AgendaDraft.title(text));
    }

    private static Entry.Text text(Bilingual title) {
        return new Entry.Text(title.es(), title.en());
    }

    private static String stands(Course.State state) {
        return switch (state) {
            case CALLED -> "called";
            case CANCELLED -> "cancelled";
            case OPEN -> "in-session";
            case CLOSED -> "closed";
        };
    }

    /** In the words of proposals, where they are the same. */
    private static String stands(Decided.State state) {
        return switch (state) {
            case OPEN -> "open";
            case TAKEN -> "taken";
            case REFUSED -> "dead";
            case VOID -> "void";
        };
    }

    /** Words to give, actions to carry out, reports to check, for who sits in the group. */
    @Override
    public List<Task> tasks(Officer officer, LocalDate today) {
        var office = officer.office();
        var tasks = new ArrayList<Task>();
        for (var one : shelf.undecided(self, office)) tasks.add(decide(one));
        for (var one : shelf.owed(self, office)) tasks.add(carryOut(one.key(), one.row()));
        for (var one : shelf.unchecked(self, office)) tasks.add(check(one.key(), one.row()));
        for (var one : shelf.minuted(self, office)) tasks.add(approve(one.sitting(), one.since()));
        tasks.sort(Task.BY_DUE);
        return Task.first(Task.MOST, tasks);
    }

    private Task decide(Undecided one) {
        return new Task(
                "decide",
                one.act().party(),
                new Key(DECISION, one.sitting().act() + "/" + one.act()),
                text(one.title()),
                one.sitting().isMeeting() ? null : founding.day(self, one.moment()),
                one.asked());
    }

    private Task carryOut(Part action, Listing.Due due) {
        return new Task(
                "carry-out",
                self, // it assented to it
                key(action, due),
                text(due.title()),
                LocalDate.ofEpochDay(due.day()),
                Instant.ofEpochSecond(due.asked()));
    }

    private static Task check(Part action, Listing.Due due) {
        var reported = Objects.requireNonNull(due.reported(), "only what was reported is checked");
        return new Task(
                "check", due.owner(), key(action, due), text(due.title()), null, Instant.ofEpochSecond(reported));
    }

    private static Key key(Part action, Listing.Due due) {
        return new Key(ACTION, due.sitting() + "/" + action.act() + "/" + action.number());
    }

    private Task approve(Sitting sitting, Instant since) {
        return new Task(
                "approve-minutes", sitting.act().party(), key(sitting), title(sitting, group(sitting)), null, since);
    }
}
