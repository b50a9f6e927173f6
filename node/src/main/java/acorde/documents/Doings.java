package acorde.documents;

import acorde.acts.ActId;
import acorde.compact.ItemKey;
import acorde.groups.Attendance;
import acorde.groups.Course;
import acorde.groups.Decided;
import acorde.groups.Owed;
import acorde.groups.Proceedings;
import acorde.groups.Saying;
import acorde.groups.Utterance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a group did from one day to another: what its report and the communiqué of a meeting are composed from. It stands in what was said in
 * sittings, which the parties of the group alone have.
 *
 * @param area code of the area it follows; null if it follows none
 * @param sittings of the group; for a communiqué, its meeting alone
 * @param until the last of the days, itself among them
 */
record Doings(
        ItemKey group,
        @Nullable String area,
        List<Proceedings> sittings,
        LocalDate since,
        LocalDate until) { // whose, and of which days
    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparing(Entry::day).thenComparing(Entry::item);
    private static final Set<Entry.Why> OF_SITTINGS =
            Set.of(Entry.Why.HELD, Entry.Why.INQUORATE, Entry.Why.DECIDED, Entry.Why.ACTION_LATE);

    Doings {
        sittings = List.copyOf(sittings);
    }

    /** All of one meeting, whenever it was. */
    static Doings of(ItemKey group, Proceedings meeting) {
        return new Doings(group, null, List.of(meeting), LocalDate.MIN, LocalDate.MAX);
    }

    /** Whether it monitors an initiative: one of its area; if it follows none, one that its decisions name. */
    boolean monitors(String initiative, String itsArea) {
        if (area != null) return area.equals(itsArea);
        return decisions().anyMatch(decided -> initiative.equals(decided.text().initiative()));
    }

    /** Counts what is found in sittings. */
    Figure figure(Figure.Name name, LocalDate today) {
        return switch (name) {
            case MEETINGS -> new Figure(name, held().size(), acts(held(), Held::opened));
            case QUORATE -> quorate(name);
            case ATTENDED -> attended(name);
            case DECISIONS ->
                new Figure(
                        name, taken().size(), acts(taken(), one -> one.decided().act()));
            case UNDECIDED -> undecided(name);
            case ACTIONS -> agreed(name);
            case ACTIONS_OPEN -> actions(name, Owed::isOpen);
            case ACTIONS_DONE -> actions(name, owed -> !owed.isOpen() && reported(owed));
            case ACTIONS_LATE -> actions(name, owed -> owed.isLate(today));
            case PROMISED,
                    DATED,
                    DONE,
                    ON_TRACK,
                    AT_RISK,
                    LATE,
                    LATE_OTHERS,
                    BLOCKED,
                    DISPUTED,
                    RAISED,
                    TO_DECIDE,
                    ADDED,
                    APART,
                    MISSING -> throw new IllegalArgumentException(name + " does not stand in sittings");
        };
    }

    private Figure quorate(Figure.Name name) {
        var quorate = held().stream().filter(Held::quorate).toList();
        return new Figure(name, quorate.size(), accounts(quorate));
    }

    private Figure attended(Figure.Name name) {
        var there = held().stream()
                .flatMap(one -> new Attendance(one.sitting()).attended().stream())
                .distinct();
        return new Figure(name, (int) there.count(), accounts(held()));
    }

    private Figure undecided(Figure.Name name) {
        var open = decisions()
                .filter(decided -> decided.state() == Decided.State.OPEN)
                .toList();
        return new Figure(name, open.size(), acts(open, Decided::act));
    }

    private Figure agreed(Figure.Name name) {
        var giving = taken().stream()
                .map(Taken::decided)
                .filter(decided -> !decided.text().actions().isEmpty())
                .toList();
        var count = giving.stream()
                .mapToInt(decided -> decided.text().actions().size())
                .sum();
        return new Figure(name, count, acts(giving, Decided::act));
    }

    private Figure actions(Figure.Name name, Predicate<Owed> counts) {
        var counted = owed().filter(counts).toList();
        var acts = new ArrayList<>(acts(counted, owed -> owed.decision().act()));
        for (var owed : counted)
            if (owed.report() != null) acts.add(owed.report().act());
        return new Figure(name, counted.size(), acts);
    }

    private static <T> List<ActId> acts(Collection<T> counted, Function<T, ActId> act) {
        return counted.stream().map(act).toList();
    }

    /**
     * A meeting that was held.
     *
     * @param opened the first act of its chair that says so
     */
    private record Held(Proceedings sitting, ActId opened, LocalDate day) {
        static Optional<Held> of(Proceedings sitting) {
            return sitting.said().values().stream()
                    .filter(one -> one.by().equals(sitting.sitting().chair()))
                    .flatMap(one -> one.saying() instanceof Saying.Opened(var _, var at)
                            ? Stream.of(new Held(sitting, one.act(), Doings.day(sitting, at)))
                            : Stream.empty())
                    .findFirst();
        }

        boolean quorate() {
            return !new Attendance(sitting).quorums().isEmpty();
        }
    }

    /** The oldest first. */
    private List<Held> held() {
        return sittings.stream()
                .flatMap(one -> Held.of(one).stream())
                .filter(one -> within(one.day()))
                .sorted(Comparator.comparing(Held::day).thenComparing(Held::opened))
                .toList();
    }

    /** The accounts of presence that count: of each party the last of the chair, and its own last. */
    private static List<ActId> accounts(List<Held> held) {
        var accounts = new LinkedHashMap<List<Object>, ActId>();
        for (var one : held)
            for (var utterance : one.sitting().said().values())
                if (utterance.saying() instanceof Saying.Presence presence)
                    accounts.put(List.of(one.opened(), utterance.by(), presence.party()), utterance.act());
        return List.copyOf(accounts.values());
    }

    /** @param day on which the last word to it was said */
    private record Taken(Decided decided, LocalDate day) {}

    private Stream<Decided> decisions() {
        return sittings.stream().flatMap(one -> Decided.all(one).stream());
    }

    /** Those to which the last word was said in this time. */
    private List<Taken> taken() {
        var taken = new ArrayList<Taken>();
        for (var one : sittings)
            for (var decided : Decided.all(one))
                if (decided.state() == Decided.State.TAKEN) taken.add(new Taken(decided, day(one, decided)));
        return taken.stream().filter(one -> within(one.day())).toList();
    }

    private static LocalDate day(Proceedings sitting, Decided decided) {
        return decided.proposal().words().values().stream()
                .flatMap(word -> Optional.ofNullable(sitting.said().get(word.act())).stream())
                .map(Utterance::at)
                .max(Comparator.naturalOrder())
                .map(at -> day(sitting, at))
                .orElseThrow();
    }

    private Stream<Owed> owed() {
        return sittings.stream().flatMap(one -> Owed.all(one).stream());
    }

    private boolean reported(Owed owed) {
        return owed.report() != null && within(day(owed.report().at()));
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(since) && !day.isAfter(until);
    }

    /** Where the meeting was, as its minutes have it; a written procedure is nowhere. */
    private static LocalDate day(Proceedings sitting, Instant at) {
        return sitting.sitting().isMeeting()
                ? LocalDate.ofInstant(at, Course.of(sitting).when().zone())
                : day(at);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The meetings that were held. @param most lines */
    Stream<Entry> meetings(int most) {
        return held().stream().limit(most).map(one -> {
            var sitting = one.sitting().sitting();
            var chair = Objects.requireNonNull(sitting.chair(), "a meeting has a chair");
            var why = one.quorate() ? Entry.Why.HELD : Entry.Why.INQUORATE;
            return new Entry(why, group, chair, one.day(), sitting.act(), one.opened());
        });
    }

    /** The decisions that were taken. @param most lines */
    Stream<Entry> decisions(int most) {
        return taken().stream()
                .map(one -> new Entry(
                        Entry.Why.DECIDED,
                        about(one.decided()),
                        one.decided().put().by(),
                        one.day(),
                        one.decided().act(),
                        one.decided().act()))
                .sorted(OLDEST_FIRST)
                .limit(most);
    }

    /** The actions that are late. @param most lines */
    Stream<Entry> late(LocalDate today, int most) {
        return owed().filter(owed -> owed.isLate(today))
                .sorted(Comparator.comparing((Owed owed) -> owed.action().due()).thenComparing(Owed::id))
                .map(owed -> new Entry(
                        Entry.Why.ACTION_LATE,
                        about(owed.decision()),
                        owed.action().owner(),
                        owed.action().due(),
                        owed.decision().act(),
                        Optional.ofNullable(owed.report()).map(Utterance::act).orElse(null)))
                .limit(most);
    }

    /**
     * What the record of the group says against lines of a paper of it. Lines that it bears out have no place here, and neither have those of
     * initiatives, which do not stand in sittings.
     */
    Map<Entry, Doubt> doubts(List<Entry> entries) {
        var own = Stream.of(meetings(Integer.MAX_VALUE), decisions(Integer.MAX_VALUE), owed().map(this::line))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
        var doubts = new HashMap<Entry, Doubt>();
        for (var entry : entries)
            if (OF_SITTINGS.contains(entry.why()) && !own.contains(unreported(entry)))
                doubts.put(entry, isSaid(entry.text()) ? Doubt.OTHERWISE : Doubt.ABSENT);
        return doubts;
    }

    private boolean isSaid(@Nullable ActId act) {
        return act != null && sittings.stream().anyMatch(one -> one.said().containsKey(act));
    }

    private Entry line(Owed owed) {
        return new Entry(
                Entry.Why.ACTION_LATE,
                about(owed.decision()),
                owed.action().owner(),
                owed.action().due(),
                owed.decision().act(),
                null);
    }

    /** What was last reported on an action when a paper was issued is not what was last reported now. */
    private static Entry unreported(Entry entry) {
        return entry.why() == Entry.Why.ACTION_LATE
                ? new Entry(entry.why(), entry.item(), entry.party(), entry.day(), entry.text(), null)
                : entry;
    }

    private ItemKey about(Decided decided) {
        var initiative = decided.text().initiative();
        return initiative == null ? group : ItemKey.initiative(initiative);
    }
}
