package acorde.groups;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drafts an agenda from what asks for a place on it: what others bring, and what a group knows of itself.
 *
 * @param points the most pressing first, and of those the oldest
 * @param leftOut how many found no room
 * @param cut whether more asks than was read
 * @param concerns all that asks for a place, also what has been proposed already
 */
public record AgendaDraft(List<Point> points, int leftOut, boolean cut, List<Concern> concerns) { // and what it leaves
    /** Days before its day from which an open action asks for a place. */
    private static final int SOON = 14;

    /** Characters of a title. */
    private static final int TITLE = 300;

    public AgendaDraft {
        points = List.copyOf(points);
        concerns = List.copyOf(concerns);
    }

    /**
     * What is late longest, then what falls due soonest, what is disputed, blocked and undecided, and the rest: a meeting that runs out of
     * time has spent it on the worst.
     */
    private static int rank(Why why) {
        return switch (why) {
            case ESCALATED, LATE -> 0;
            case DUE -> 1;
            case DISPUTED -> 2;
            case BLOCKED -> 3;
            case UNDECIDED -> 4;
            case ACTION -> 5;
            case ASKED -> 6;
        };
    }

    /**
     * @param brought what is late, due, disputed, undecided or escalated elsewhere
     * @param unfinished what the group knows of itself
     * @param meeting the one the agenda is for; what has been proposed for it already is not drafted again
     */
    static AgendaDraft of(
            List<Concern> brought, Unfinished unfinished, Proceedings meeting, LocalDate today) { // all there is
        var concerns = new ArrayList<>(brought);
        concerns.addAll(own(unfinished, today));
        concerns.sort(Comparator.comparing((Concern concern) -> rank(concern.why()))
                .thenComparing(Concern::since)
                .thenComparing(concern -> code(concern.about()))
                .thenComparing(concern -> concern.title().es()));
        var proposed = Course.points(meeting).values().stream()
                .map(Course.Proposed::point)
                .toList();
        var known = new HashSet<Same>();
        proposed.forEach(point -> known.add(same(point)));
        var points = new ArrayList<Point>();
        for (var concern : concerns) {
            var point = point(concern);
            if (known.add(same(point))) points.add(point);
        }
        return new AgendaDraft(points, 0, unfinished.cut(), concerns);
    }

    private static Point point(Concern concern) {
        return new Point(concern.why(), concern.title(), concern.about(), concern.source());
    }

    /** Points that are about no initiative come after those that are. */
    private static String code(@Nullable String about) {
        return about == null ? "~" : about;
    }

    /** Points that were proposed, by whomever and when, in the order of a draft; those that ask no more come last of their kind. */
    public List<Course.Proposed> ordered(Collection<Course.Proposed> proposed) {
        var since = since(proposed);
        var ordered = new ArrayList<>(proposed);
        ordered.sort(
                Comparator.comparing((Course.Proposed one) -> rank(one.point().why()))
                        .thenComparing(one -> since.getOrDefault(one.part(), LocalDate.MAX))
                        .thenComparing(one -> code(one.point().about())));
        return List.copyOf(ordered);
    }

    /** Since when what points are about has asked for a place; what asks no more has no day. */
    public Map<Part, LocalDate> since(Collection<Course.Proposed> proposed) {
        var asking = new HashMap<Same, LocalDate>();
        for (var concern : concerns) asking.putIfAbsent(same(point(concern)), concern.since());
        var since = new HashMap<Part, LocalDate>();
        for (var one : proposed) {
            var day = asking.get(same(one.point()));
            if (day != null) since.put(one.part(), day);
        }
        return since;
    }

    /** As much of it as finds room. @param room points, from 0 */
    AgendaDraft within(int room) {
        return points.size() <= room
                ? this
                : new AgendaDraft(points.subList(0, room), leftOut + points.size() - room, cut, concerns);
    }

    /** What makes two points the same: what they come from and are about; failing that, their words. */
    private static Same same(Point point) {
        var named = point.source() == null && point.about() != null;
        return new Same(point.source(), point.about(), named ? null : point.title());
    }

    private record Same(
            @Nullable ActId source,
            @Nullable String about,
            @Nullable Bilingual title) {}

    /**
     * What a group knows of itself: points that the last meeting left undecided, decisions that wait for words,
     * actions that are open.
     */
    private static List<Concern> own(Unfinished unfinished, LocalDate today) {
        var concerns = new ArrayList<Concern>();
        if (unfinished.last() != null) concerns.addAll(undecided(unfinished.last()));
        for (var decision : unfinished.decisions())
            concerns.add(new Concern(
                    Why.UNDECIDED,
                    decision.title(),
                    decision.initiative(),
                    decision.act(),
                    decision.moment().atOffset(ZoneOffset.UTC).toLocalDate()));
        for (var keyed : unfinished.actions()) {
            var owed = keyed.row();
            var due = LocalDate.ofEpochDay(owed.day());
            var why = why(owed.state(), due, today);
            if (why != null)
                concerns.add(new Concern(
                        why, owed.title(), owed.initiative(), keyed.key().act(), due));
        }
        return concerns;
    }

    private static List<Concern> undecided(Proceedings meeting) {
        var decided = new HashSet<Part>();
        for (var decision : Decided.all(meeting)) if (decision.point() != null) decided.add(decision.point());
        return Course.agenda(meeting).stream()
                .filter(one -> !decided.contains(one.part()))
                .map(one -> new Concern(
                        Why.UNDECIDED,
                        one.point().title(),
                        one.point().about(),
                        one.part().act(),
                        Course.of(meeting).when().day()))
                .toList();
    }

    private static @Nullable Why why(Owed.State state, LocalDate due, LocalDate today) {
        return switch (state) {
            case CONFIRMED -> null;
            case DISPUTED -> Why.DISPUTED;
            case BLOCKED -> Why.BLOCKED;
            case REPORTED -> Why.ACTION;
            case OWED, UNDERWAY -> {
                if (today.isAfter(due)) yield Why.LATE;
                yield due.isAfter(soon(today)) ? null : Why.DUE;
            }
        };
    }

    /** The last day on which an action that is due then asks for a place already. */
    static LocalDate soon(LocalDate today) {
        return today.plusDays(SOON);
    }

    /** The beginning of a text, on one line. */
    static Bilingual title(Bilingual text) {
        return new Bilingual(line(text.es()), line(text.en()));
    }

    private static String line(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= TITLE) return line;
        var end = Character.isHighSurrogate(line.charAt(TITLE - 2)) ? TITLE - 2 : TITLE - 1;
        return line.substring(0, end) + "…";
    }
}
