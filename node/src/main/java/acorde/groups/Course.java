package acorde.groups;

import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a meeting goes: called, perhaps changed or cancelled, opened, closed; and its agenda. */
public record Course(
        State state,
        When when,
        Where where,
        boolean changed,
        @Nullable Instant opened,
        @Nullable Instant closed) { // what the head of a meeting's page says
    /** {@link LifeCycle} has the ways from one to another. */
    public enum State implements LifeCycle.Stage {
        CALLED,
        /** By the chair, or by the party that called it. */
        CANCELLED,
        /** Also if it was cancelled: who met, met. */
        OPEN,
        CLOSED
    }

    /** @param proceedings of a meeting */
    public static Course of(Proceedings proceedings) {
        if (!(proceedings.beginning().saying() instanceof Saying.Called called))
            throw new IllegalArgumentException("a written procedure has no course");
        var change = proceedings.lastOfChair(Saying.Changed.class).map(Utterance::saying);
        var opened =
                first(proceedings, Saying.Opened.class).map(one -> one.saying().at());
        var closed =
                first(proceedings, Saying.Closed.class).map(one -> one.saying().at());
        var cancelled = proceedings.all(Saying.Cancelled.class).findAny().isPresent();
        var state = opened.isPresent()
                ? closed.isPresent() ? State.CLOSED : State.OPEN
                : cancelled ? State.CANCELLED : State.CALLED;
        return new Course(
                state,
                change.map(Saying.Changed::when).orElse(called.when()),
                change.map(Saying.Changed::where).orElse(called.where()),
                change.isPresent(),
                opened.orElse(null),
                closed.orElse(null));
    }

    /** When a meeting that was opened was closed; null while it goes on. */
    static @Nullable Instant end(Proceedings proceedings) {
        if (first(proceedings, Saying.Opened.class).isEmpty()) return null;
        return first(proceedings, Saying.Closed.class)
                .map(one -> one.saying().at())
                .orElse(null);
    }

    private static <S extends Saying> Optional<Utterance<S>> first(Proceedings proceedings, Class<S> kind) {
        var chair = proceedings.sitting().chair();
        return chair == null
                ? Optional.empty()
                : proceedings.of(chair, kind).stream().findFirst();
    }

    /**
     * A point that was proposed.
     *
     * @param by who proposed it
     */
    public record Proposed(Part part, PartyCode by, Point point) {}

    /** Every point proposed, in the order of their acts. */
    public static Map<Part, Proposed> points(Proceedings proceedings) {
        var points = new LinkedHashMap<Part, Proposed>();
        proceedings.all(Saying.Points.class).forEach(one -> {
            var number = 0;
            for (var point : one.saying().points()) {
                var part = new Part(one.act(), ++number);
                points.put(part, new Proposed(part, one.by(), point));
            }
        });
        return points;
    }

    /** How many points more a party may propose. */
    static int room(Proceedings proceedings, PartyCode party) {
        var proposed = proceedings.of(party, Saying.Points.class).stream()
                .mapToInt(one -> one.saying().points().size())
                .sum();
        return Saying.POINTS - proposed;
    }

    /** The agenda as the chair put it last; empty until it did. Points that are not here yet are left out. */
    public static List<Proposed> agenda(Proceedings proceedings) {
        var points = points(proceedings);
        var agenda = new ArrayList<Proposed>();
        proceedings
                .lastOfChair(Saying.Agenda.class)
                .ifPresent(one -> one.saying().points().forEach(part -> {
                    var point = points.get(part);
                    if (point != null) agenda.add(point);
                }));
        return List.copyOf(agenda);
    }

    /** How each party would order the agenda, as it said last; the chair's own word is the agenda. Points that are not here yet are left out. */
    public static Map<PartyCode, List<Proposed>> wishes(Proceedings proceedings) {
        var points = points(proceedings);
        var wishes = new LinkedHashMap<PartyCode, List<Proposed>>();
        for (var party : proceedings.sitting().parties())
            proceedings
                    .last(party, Saying.Ordered.class)
                    .ifPresent(one -> wishes.put(
                            party,
                            one.saying().points().stream()
                                    .flatMap(part -> Optional.ofNullable(points.get(part)).stream())
                                    .toList()));
        return wishes;
    }

    /** What was said to each point, by party and place in its log. */
    public static Map<Part, List<Utterance<Saying.Remarked>>> remarks(Proceedings proceedings) {
        return proceedings
                .all(Saying.Remarked.class)
                .collect(Collectors.groupingBy(one -> one.saying().point()));
    }

    /** Changes of an agenda that are told: who reads them looks for the last ones. */
    static final int CHANGES = 10;

    /** Points of a change that are named on each side. */
    static final int NAMED = 20;

    /**
     * An agenda the chair put, and what it changed.
     *
     * @param added points that were not on the one before, the first of them
     * @param removed points that were, the first of them
     * @param more how many others were added or removed
     * @param moved whether those on both stand in another order
     */
    public record Adopted(
            Utterance<Saying.Agenda> put,
            List<Proposed> added,
            List<Proposed> removed,
            int more,
            boolean moved) { // what a line of the history says
        public Adopted {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /**
     * The agendas the chair put.
     *
     * @param latest the oldest of them first; the last one counts
     * @param earlier how many were put before those
     */
    public record History(List<Adopted> latest, int earlier) {
        public History {
            latest = List.copyOf(latest);
        }
    }

    /** What the chair put last, and as much of what was before as a page can hold. */
    public static History history(Proceedings proceedings) {
        var chair = proceedings.sitting().chair();
        if (chair == null) return new History(List.of(), 0);
        var points = points(proceedings);
        var put = proceedings.of(chair, Saying.Agenda.class);
        var earlier = Math.max(0, put.size() - CHANGES);
        var latest = new ArrayList<Adopted>();
        for (var one : put.subList(earlier, put.size())) {
            var place = earlier + latest.size();
            var before =
                    place == 0 ? List.<Part>of() : put.get(place - 1).saying().points();
            latest.add(changed(points, one, before));
        }
        return new History(latest, earlier);
    }

    private static Adopted changed(Map<Part, Proposed> points, Utterance<Saying.Agenda> put, List<Part> before) {
        var now = put.saying().points();
        var added = rest(points, now, before);
        var removed = rest(points, before, now);
        var more = Math.max(0, added.size() - NAMED) + Math.max(0, removed.size() - NAMED);
        return new Adopted(
                put,
                added.stream().limit(NAMED).toList(),
                removed.stream().limit(NAMED).toList(),
                more,
                !both(now, before).equals(both(before, now)));
    }

    private static List<Proposed> rest(Map<Part, Proposed> points, List<Part> of, List<Part> without) {
        var there = new HashSet<>(without);
        return of.stream()
                .filter(part -> !there.contains(part))
                .flatMap(part -> Optional.ofNullable(points.get(part)).stream())
                .toList();
    }

    private static List<Part> both(List<Part> of, List<Part> other) {
        var there = new HashSet<>(other);
        return of.stream().filter(there::contains).toList();
    }

    /** The points proposed that are not on the agenda. */
    public static List<Proposed> leftOut(Proceedings proceedings) {
        var points = points(proceedings);
        agenda(proceedings).forEach(one -> points.remove(one.part()));
        return List.copyOf(points.values());
    }
}
