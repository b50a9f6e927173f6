package acorde.groups;

import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static acorde.groups.World.SV;
import static acorde.groups.World.US;
import static acorde.groups.World.action;
import static acorde.groups.World.assent;
import static acorde.groups.World.at;
import static acorde.groups.World.both;
import static acorde.groups.World.called;
import static acorde.groups.World.put;
import static acorde.groups.World.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.Act;
import acorde.postgres.Keyed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agendas are drafted from what asks for a place on them, edited by every party and put by the chair. */
class AgendaTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-12-10");

    private final World world = World.withGroup();

    /** In no order, and each of a day of its own. */
    private static final List<Concern> SEVERAL = List.of(
            concern(Why.UNDECIDED, "sin decidir", "A1-01", "2018-01-01"),
            concern(Why.DUE, "vence luego", "A1-02", "2026-12-20"),
            concern(Why.DISPUTED, "disputada", "A1-03", "2019-01-01"),
            concern(Why.LATE, "atrasada ayer", "A1-04", "2026-12-09"),
            concern(Why.BLOCKED, "bloqueada", "A1-05", "2017-01-01"),
            concern(Why.ESCALATED, "elevada", "A1-06", "2026-11-01"),
            concern(Why.DUE, "vence pronto", "A1-07", "2026-12-12"),
            concern(Why.LATE, "atrasada como la otra", "A1-09", "2019-12-09"),
            concern(Why.LATE, "tan atrasada", "A1-08", "2019-12-09"));

    private static final List<String> ORDERED = List.of(
            "tan atrasada",
            "atrasada como la otra",
            "elevada",
            "atrasada ayer",
            "vence pronto",
            "vence luego",
            "disputada",
            "bloqueada",
            "sin decidir");

    @Test
    void whatIsLateLongestComesFirstThenWhatFallsDueWhatIsDisputedAndWhatIsUndecided() {
        assertEquals(
                ORDERED,
                draft(SEVERAL).points().stream()
                        .map(point -> point.title().es())
                        .toList());
    }

    @Test
    void pointsOfSeveralPartiesAreInTheOrderOfADraftAndWhatAsksNoMoreIsLastOfItsKind() {
        var call = world.begin(HN, called("2026-12-15T10:00"));
        for (var party : List.of(US, SV))
            world.say(
                    party,
                    new Saying.Points(
                            call.id(),
                            SEVERAL.stream()
                                    .filter(concern -> (concern.why() == Why.LATE) == party.equals(SV))
                                    .map(one -> new Point(one.why(), one.title(), one.about(), null))
                                    .toList()));
        world.say(US, new Saying.Points(call.id(), List.of(new Point(Why.LATE, both("cumplida ya"), "A1-00", null))));
        var meeting = world.node(GT).sitting(call);
        var draft = draft(SEVERAL, call);
        var expected = new ArrayList<>(ORDERED);
        expected.add(4, "cumplida ya");
        assertEquals(expected, titles(draft.ordered(Course.leftOut(meeting))));
        assertEquals(SEVERAL.size(), draft.since(Course.leftOut(meeting)).size());
    }

    @Test
    void eachPartyOrdersAndRemarksAndTheChairAdopts() {
        var call = world.begin(HN, called("2026-12-15T10:00"));
        var points = world.say(
                HN,
                new Saying.Points(
                        call.id(),
                        List.of(
                                new Point(Why.ASKED, both("uno"), null, null),
                                new Point(Why.ASKED, both("dos"), null, null))));
        var one = new Part(points.id(), 1);
        var two = new Part(points.id(), 2);
        world.say(SV, new Saying.Ordered(call.id(), List.of(one)));
        world.say(SV, new Saying.Ordered(call.id(), List.of(two, one)));
        world.say(US, new Saying.Remarked(call.id(), two, World.why()));
        assertEquals(Rule.NOT_CHAIR, rule(world.trySay(SV, new Saying.Agenda(call.id(), List.of(two, one)))));
        var meeting = world.node(GT).sitting(call);
        assertEquals(List.of(), Course.agenda(meeting), "a wish is not the agenda");
        var wish = Course.wishes(meeting);
        assertEquals(java.util.Set.of(SV), wish.keySet());
        assertEquals(
                List.of(two, one),
                wish.getOrDefault(SV, List.of()).stream()
                        .map(Course.Proposed::part)
                        .toList());
        assertEquals(java.util.Set.of(two), Course.remarks(meeting).keySet());
        world.say(GT, new Saying.Agenda(call.id(), List.of(one)));
        world.say(GT, new Saying.Agenda(call.id(), List.of(two, one)));
        world.say(GT, new Saying.Agenda(call.id(), List.of(one, two)));
        var adopted = Course.history(world.node(US).sitting(call)).latest();
        assertEquals(3, adopted.size());
        assertEquals(1, adopted.get(1).added().size());
        assertEquals(false, adopted.get(1).moved());
        assertEquals(List.of(), adopted.get(2).added());
        assertEquals(true, adopted.get(2).moved());
    }

    @Test
    void ofTheAgendasOfAMeetingTheLastTenAreToldEachWithTwentyPointsAndTheRestIsCounted() {
        var call = world.begin(HN, called("2026-12-15T10:00"));
        var many = Collections.nCopies(Course.NAMED + 1, new Point(Why.ASKED, both("punto"), null, null));
        var parts = new ArrayList<List<Part>>();
        for (var i = 0; i < 2; i++) {
            var points = world.say(GT, new Saying.Points(call.id(), many));
            parts.add(IntStream.rangeClosed(1, many.size())
                    .mapToObj(number -> new Part(points.id(), number))
                    .toList());
        }
        for (var i = 0; i < Course.CHANGES; i++) world.say(GT, new Saying.Agenda(call.id(), parts.get(i % 2)));
        assertEquals(0, Course.history(world.node(US).sitting(call)).earlier());
        world.say(GT, new Saying.Agenda(call.id(), parts.getFirst()));
        world.say(GT, new Saying.Agenda(call.id(), parts.getLast()));
        var history = Course.history(world.node(US).sitting(call));
        assertEquals(2, history.earlier());
        assertEquals(Course.CHANGES, history.latest().size());
        for (var change : history.latest()) {
            assertEquals(Course.NAMED, change.added().size());
            assertEquals(Course.NAMED, change.removed().size());
            assertEquals(2, change.more());
        }
    }

    @Test
    void whatIsNotAPointIsNeitherOrderedNorRemarkedOn() {
        var call = world.begin(HN, called("2026-12-15T10:00"));
        var none = new Part(call.id(), 1);
        assertEquals(Rule.UNKNOWN_PART, rule(world.trySay(SV, new Saying.Ordered(call.id(), List.of(none)))));
        assertEquals(Rule.UNKNOWN_PART, rule(world.trySay(SV, new Saying.Remarked(call.id(), none, World.why()))));
        var said = world.utter(SV, new Saying.Remarked(call.id(), none, World.why()));
        assertEquals("UNKNOWN_PART", world.node(GT).rejected.get(said.id()));
        var points =
                world.say(HN, new Saying.Points(call.id(), List.of(new Point(Why.ASKED, both("uno"), null, null))));
        world.say(GT, new Saying.Opened(call.id(), at("10:00")));
        world.say(GT, new Saying.Closed(call.id(), at("10:30")));
        var over = new Saying.Remarked(call.id(), new Part(points.id(), 1), World.why());
        assertEquals(Rule.MEETING_NOT_OPEN, rule(world.trySay(SV, over)));
    }

    @Test
    void whatTheLastMeetingLeftUndecidedAndWhatIsOwedIsOnTheNextDraft() {
        var call = world.meeting(US, GT, HN, SV);
        var points = world.say(
                HN,
                new Saying.Points(
                        call.id(),
                        List.of(
                                new Point(Why.LATE, both("decidido"), "A1-05", null),
                                new Point(Why.ASKED, both("sin decidir"), null, null))));
        world.say(GT, new Saying.Agenda(call.id(), List.of(new Part(points.id(), 1), new Part(points.id(), 2))));
        var put = world.say(
                HN,
                new Saying.Put(
                        call.id(),
                        1,
                        new Part(points.id(), 1),
                        at("10:30"),
                        World.decision("hágase", action(SV, "lo que se debe", "2026-12-01"))));
        for (var party : List.of(GT, SV, US)) world.say(party, assent(call, put));
        world.say(GT, new Saying.Closed(call.id(), at("12:00")));
        var draft = draft(List.of());
        assertEquals(
                List.of("LATE lo que se debe", "UNDECIDED sin decidir"),
                draft.points().stream()
                        .map(point -> point.why() + " " + point.title().es())
                        .toList());
    }

    @Test
    void whatWasProposedAlreadyIsNotDraftedAgain() {
        var concern = concern(Why.LATE, "atrasada", "A1-02", "2026-12-09");
        var call = world.begin(HN, called("2026-12-15T10:00"));
        world.say(
                SV, new Saying.Points(call.id(), List.of(new Point(Why.ASKED, both("otra vez A1-02"), "A1-02", null))));
        assertEquals(List.of(), draft(List.of(concern), call).points());
    }

    @Test
    void anAgendaHasAtMostTwoHundredPointsAndSaysHowManyFoundNoRoom() {
        var concerns = IntStream.range(0, 203)
                .mapToObj(i -> concern(Why.LATE, "punto " + i, "X-" + i, "2026-12-01"))
                .toList();
        var draft = draft(concerns);
        assertEquals(200, draft.points().size());
        assertEquals(3, draft.leftOut());
        var call = world.begin(HN, called("2026-12-15T10:00"));
        var points = world.say(GT, new Saying.Points(call.id(), draft.points()));
        List<Part> parts = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new Part(points.id(), i))
                .toList();
        world.say(GT, new Saying.Agenda(call.id(), parts));
        assertEquals(200, Course.agenda(world.node(US).sitting(call)).size());
        var more = world.say(SV, points(call, 1));
        parts = new ArrayList<>(parts);
        parts.add(new Part(more.id(), 1));
        assertEquals(Rule.TOO_MANY_POINTS, rule(world.trySay(GT, new Saying.Agenda(call.id(), parts))));
        var tooMany = new ArrayList<>(draft.points());
        tooMany.add(draft.points().getFirst());
        assertEquals(
                "GROUP_MALFORMED",
                world.node(US)
                        .rejected
                        .get(world.utter(SV, new Saying.Points(call.id(), tooMany))
                                .id()));
    }

    @Test
    void aPartyProposesAtMostTwoHundredPointsForAMeetingAndLeavesTheOthersTheirRoom() {
        var call = world.begin(HN, called("2026-12-15T10:00"));
        world.say(SV, points(call, 150));
        world.say(SV, points(call, 50));
        assertEquals(Rule.TOO_MANY_POINTS, rule(world.trySay(SV, points(call, 1))));
        var beyond = world.utter(SV, points(call, 1));
        world.say(US, points(call, 1));
        assertEquals(
                Rule.UNKNOWN_PART,
                rule(world.trySay(GT, new Saying.Agenda(call.id(), List.of(new Part(beyond.id(), 1))))));
        for (var party : World.ALL) {
            assertEquals(Map.of(beyond.id(), "TOO_MANY_POINTS"), world.node(party).rejected);
            assertEquals(201, Course.points(world.node(party).sitting(call)).size());
        }
        var draft = draft(List.of(concern(Why.LATE, "atrasada", "A1-02", "2026-12-09")), call);
        assertEquals(
                1,
                draft.within(Course.room(world.node(GT).sitting(call), GT))
                        .points()
                        .size());
        assertEquals(
                1, draft.within(Course.room(world.node(SV).sitting(call), SV)).leftOut());
    }

    @Test
    void fromTheFirstActWithTooManyPointsNoneOfItsAuthorCountsInWhateverOrderTheyArrive() {
        var call = world.begin(HN, called("2026-12-15T10:00"));
        var before = world.acts();
        var said = Stream.of(198, 2, 5, 1)
                .map(count -> world.utter(SV, points(call, count)))
                .toList();
        var order = new ArrayList<>(said);
        for (var seed = 0; seed < 20; seed++) {
            var node = new Node(US);
            before.forEach(node::hear);
            Collections.shuffle(order, new Random(seed));
            order.forEach(node::hear);
            assertEquals(
                    Map.of(said.get(2).id(), "TOO_MANY_POINTS", said.get(3).id(), "TOO_MANY_POINTS"), node.rejected);
            assertEquals(world.node(GT).state(), node.state());
            assertEquals(200, Course.points(node.sitting(call)).size());
        }
    }

    private static Saying.Points points(Act call, int count) {
        return new Saying.Points(
                call.id(), Collections.nCopies(count, new Point(Why.ASKED, both("punto"), null, null)));
    }

    @Test
    void everyPartyProposesPointsTheChairPutsTheAgendaAndWhatIsLeftOutIsShown() {
        var call = world.begin(HN, called("2026-12-15T10:00"));
        var one = world.say(SV, new Saying.Points(call.id(), List.of(new Point(Why.ASKED, both("uno"), null, null))));
        var two = world.say(US, new Saying.Points(call.id(), List.of(new Point(Why.ASKED, both("dos"), null, null))));
        var agenda = new Saying.Agenda(call.id(), List.of(new Part(two.id(), 1)));
        assertEquals(Rule.NOT_CHAIR, rule(world.trySay(SV, agenda)));
        world.say(GT, agenda);
        var proceedings = world.node(HN).sitting(call);
        assertEquals(List.of("dos"), titles(Course.agenda(proceedings)));
        assertEquals(List.of("uno"), titles(Course.leftOut(proceedings)));
        world.say(GT, new Saying.Agenda(call.id(), List.of(new Part(one.id(), 1), new Part(two.id(), 1))));
        assertEquals(List.of("uno", "dos"), titles(Course.agenda(world.node(HN).sitting(call))));
    }

    @Test
    void aDecisionIsPutToAPointThatWasProposed() {
        var call = world.meeting(US, GT, HN, SV);
        var points =
                world.say(HN, new Saying.Points(call.id(), List.of(new Point(Why.ASKED, both("uno"), null, null))));
        var beyond = new Saying.Put(call.id(), 1, new Part(points.id(), 2), at("10:30"), World.decision("?"));
        assertEquals(Rule.UNKNOWN_PART, rule(world.trySay(HN, beyond)));
        assertEquals(
                "UNKNOWN_PART",
                world.node(US).rejected.get(world.utter(HN, beyond).id()));
        assertEquals(
                Decided.State.OPEN,
                world.decided(call, world.say(HN, put(call, "10:30", "sí"))).state());
    }

    private static List<String> titles(List<Course.Proposed> points) {
        return points.stream().map(one -> one.point().title().es()).toList();
    }

    private AgendaDraft draft(List<Concern> brought) {
        return draft(brought, world.begin(HN, called("A1", 2, "2026-12-15T10:00")));
    }

    private AgendaDraft draft(List<Concern> brought, Act call) {
        var node = world.node(GT);
        return AgendaDraft.of(brought, unfinished(node, call), node.sitting(call), TODAY)
                .within(Course.room(node.sitting(call), GT));
    }

    /** By the rows there are, as {@link ShelfTest} has them read from a database. */
    private static Unfinished unfinished(Node node, Act call) {
        var closed = node.sittings().stream()
                .filter(one -> one.sitting().isMeeting() && Course.of(one).state() == Course.State.CLOSED)
                .filter(one -> !one.sitting().act().equals(call.id()))
                .max(Comparator.comparing(one -> Course.of(one).when().start()));
        var actions = node.rows(Listing.ACTION).entrySet().stream()
                .map(row -> new Keyed<>((Part) row.getKey(), (Listing.Due) row.getValue()))
                .filter(row -> row.row().open())
                .toList();
        var decisions = node.sittings().stream()
                .filter(one ->
                        !one.sitting().isMeeting() || closed.filter(one::equals).isPresent())
                .flatMap(one -> Decided.all(one).stream())
                .filter(decided -> decided.state() == Decided.State.OPEN)
                .map(Undecided::of)
                .toList();
        return new Unfinished(closed.orElse(null), decisions, actions, false);
    }

    private static Concern concern(Why why, String title, String about, String since) { // its parts
        return new Concern(why, both(title), about, null, LocalDate.parse(since));
    }
}
