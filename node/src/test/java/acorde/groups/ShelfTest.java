package acorde.groups;

import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static acorde.groups.World.SV;
import static acorde.groups.World.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Busy;
import acorde.acts.ReadingRoom;
import acorde.offices.OfficeCode;
import acorde.postgres.Changes;
import acorde.postgres.Postgres;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.postgres.TestPostgres;
import acorde.trustlog.Hash;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pages read, from rows in a real database: one meeting of Honduras, and as many of the United States as it likes. */
@Tag("database")
class ShelfTest {
    private static final int MANY = Shelf.EACH + 100;

    /** Meetings of the United States that are long; all of them are more than is read of one party at once. */
    private static final int LONG = 60;

    private static Postgres postgres;
    private static ActId call;

    @BeforeAll
    static void fill() throws SQLException {
        postgres = TestPostgres.fresh("groups");
        var world = World.withGroup();
        call = world.meeting(US, GT, HN, SV).id();
        var rows = world.node(GT).rows(GroupsRows.SITTING);
        var changes = new Changes();
        changes.add(new RowChange.Put<>(GroupsRows.SITTING, call, (Proceedings) rows.get(call)));
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            changes.writeTo(connection);
            statement.execute("""
                    insert into groups.sitting
                           (act, group_code, acts, places, number, meeting, moment, open, head, state, starts, doc)
                    select replace(act, '%1$s', 'US/' || n), group_code, acts, places, n, meeting, moment + n, open, head, state, starts,
                           replace(doc, '%1$s', 'US/' || n) || repeat(' ', case when n < %2$d then 200000 else 0 end)
                      from groups.sitting, generate_series(1000, %3$d) n""".formatted(call, 1000 + LONG, 999 + MANY));
        }
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    private static Shelf shelf() {
        return new Shelf(postgres.readers());
    }

    private static List<ActId> acts(List<Proceedings> sittings) {
        return sittings.stream().map(one -> one.sitting().act()).toList();
    }

    @Test
    void aPartyThatCallsManyMeetingsCrowdsNobodyElseOutOfAList() {
        for (var listed : List.of(shelf().of("A1"), shelf().meetings(0))) {
            assertEquals(Shelf.EACH + 1, listed.size());
            assertTrue(acts(listed).subList(0, 2).contains(call), "one of each party in turn");
        }
    }

    @Test
    void aGroupCountsTheSittingsThatItsListLeavesOut() {
        assertEquals(MANY + 1, shelf().count("A1"));
        assertTrue(shelf().of("A1").size() < shelf().count("A1"));
    }

    @Test
    void longMeetingsAreReadAfterTheShortOnesOfTheirParty() {
        var listed = new HashSet<>(acts(shelf().of("A1")));
        for (var index = 1000 + MANY - Shelf.EACH; index < 1000 + MANY; index++)
            assertTrue(listed.contains(new ActId(US, index)), "US/" + index);
    }

    @Test
    void aPartyThatJumpsWithItsNumberIsNotFollowed() {
        assertEquals(MANY + 1, shelf().lastNumber("A1", true), "the highest number is " + (999 + MANY));
        assertEquals(0, shelf().lastNumber("A1", false));
    }

    @Test
    void whoReadsSittingsTakesAPlaceInTheReadingRoomFirst() {
        var full = new ReadingRoom(0, 1, Duration.ZERO);
        try (var _ = full.visit("an officer")) {
            assertThrows(Busy.class, () -> shelf().of("A1"));
            assertThrows(Busy.class, () -> shelf().sitting(call));
        }
    }

    @Test
    void pagesOfAListFollowOneAnotherUntilAllAreThere() {
        var all = new ArrayList<ActId>();
        var after = "";
        while (true) {
            var which = new Groups.Which("A1", null, null, null, null, after);
            var page = acts(shelf().meetings(which, 170).toList());
            if (page.isEmpty()) break;
            all.addAll(page);
            after = page.getLast().toString();
        }
        assertEquals(MANY + 1, new HashSet<>(all).size());
        assertEquals(MANY + 1, all.size());
        assertEquals(new ActId(US, 999 + MANY), all.getFirst(), "that which is to be last comes first");
        var unknown = new Groups.Which(null, null, null, null, null, "HN/999999");
        assertEquals(List.of(), shelf().meetings(unknown, 10).toList());
        assertEquals(MANY + 1, shelf().all().count());
    }

    /** Whom the United States would crowd out: what Honduras asked in writing, and what Guatemala owes by a decision that Honduras put. */
    private static void crowd(Postgres postgres, World world, Act asked, Act put) throws SQLException {
        fill(postgres, world);
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into groups.sitting (act, group_code, acts, places, number, meeting, moment, open, head, doc)
                    select 'US/' || n, group_code, acts, places, n, meeting, moment - n, open, head, repeat(' ', 200000)
                      from groups.sitting, generate_series(1000, %2$d) n where act = '%1$s'""".formatted(asked.id(), 999 + MANY));
            statement.execute("""
                    insert into groups.decision
                    select 'US/' || n, 'US/' || n, group_code, initiative, state, moment - n, asked - n, number, title_es, title_en, silent
                      from groups.decision, generate_series(1000, %2$d) n where act = '%1$s'""".formatted(asked.id(), 999 + MANY));
            statement.execute("""
                    insert into groups.action (act, number, sitting, group_code, owner, due, open, state, asked)
                    select 'US/' || n, number, sitting, group_code, owner, due - 1000, open, state, asked
                      from groups.action, generate_series(1000, %2$d) n where act = '%1$s'""".formatted(put.id(), 999 + MANY));
        }
    }

    private static void fill(Postgres postgres, World world) throws SQLException {
        var changes = new Changes();
        for (var table : List.of(GroupsRows.SITTING, Listing.DECISION, Listing.ACTION))
            world.node(GT).rows(table).forEach((key, row) -> add(changes, table, key, row));
        try (var connection = postgres.open()) {
            changes.writeTo(connection);
        }
    }

    @SuppressWarnings("unchecked") // a table's rows are put under it
    private static <K, R> void add(Changes changes, Table<K, R> table, Object key, Object row) { // a cell of a table
        changes.add(new RowChange.Put<>(table, (K) key, (R) row));
    }

    @Test
    void whatIsOverdueIsListedHoweverManyLongSittingsAnotherPartyHas() throws SQLException {
        var world = World.withGroup();
        var meeting = world.meeting(US, GT, HN, SV);
        var put = world.say(HN, World.put(meeting, "10:20", "con tarea", World.action(GT, "enlace", "2026-12-04")));
        for (var party : List.of(US, GT, SV)) world.say(party, World.assent(meeting, put));
        var until = World.at("12:00").plus(Duration.ofDays(10));
        var asked = world.begin(
                HN, new Saying.Circulated("A1", Hash.of(new byte[Hash.SIZE]), 1, until, World.decision("por escrito")));
        var office = new OfficeCode(World.OFFICE);
        try (var crowded = TestPostgres.fresh("groups")) {
            crowd(crowded, world, asked, put);
            var shelf = new Shelf(crowded.readers());
            for (var listed : List.of(shelf.overdue(until.getEpochSecond() + 1), shelf.undecided(GT, office))) {
                assertEquals(Shelf.EACH + 1, listed.size());
                assertEquals(asked.id(), listed.getLast().act(), "what is due last comes last, and is there");
                assertEquals(new ActId(US, 999 + MANY), listed.getFirst().act(), "of each party what is due first");
            }
            var question = shelf.overdue(until.getEpochSecond() + 1).getLast();
            assertEquals(Undecided.of(world.decided(asked, asked)), question);
            assertTrue(shelf.owed(GT, office).stream()
                    .anyMatch(owed -> owed.key().equals(new Part(put.id(), 1))));
            assertEquals(List.of(), shelf.owed(HN, office), "it is Guatemala that owes it");
            assertEquals(List.of(), shelf.undecided(GT, new OfficeCode("representative-a2")), "who does not sit there");
            assertEquals(List.of(), shelf.overdue(0));
        }
    }

    @Test
    void anAgendaIsDraftedFromTheShortRowsOfItsGroupAndSaysWhenThereIsMoreThanWasRead() throws SQLException {
        var world = World.withGroup();
        var closed = world.meeting(US, GT, HN, SV);
        var put = world.say(HN, World.put(closed, "10:20", "con tarea", World.action(GT, "enlace", "2026-12-04")));
        for (var party : List.of(US, GT, SV)) world.say(party, World.assent(closed, put));
        var waits = world.say(HN, World.put(closed, "10:25", "sin palabras"));
        var next = world.begin(HN, World.called("A1", 2, "2026-12-15T10:00"));
        var asked = world.begin(
                HN,
                new Saying.Circulated(
                        "A1", Hash.of(new byte[Hash.SIZE]), 1, World.at("12:00"), World.decision("escrita")));
        var due = LocalDate.parse("2026-12-04");
        try (var open = TestPostgres.fresh("groups")) {
            fill(open, world);
            var unfinished = new Shelf(open.readers()).unfinished("A1", next.id(), due);
            assertEquals(null, unfinished.last());
            assertEquals(
                    List.of(asked.id()),
                    unfinished.decisions().stream().map(Undecided::act).toList(),
                    "a meeting that goes on has its own still before it");
        }
        world.say(GT, new Saying.Closed(closed.id(), World.at("12:00")));
        try (var few = TestPostgres.fresh("groups")) {
            fill(few, world);
            var shelf = new Shelf(few.readers());
            var unfinished = shelf.unfinished("A1", next.id(), due);
            assertEquals(
                    closed.id(),
                    Objects.requireNonNull(unfinished.last()).sitting().act());
            assertEquals(
                    List.of(waits.id(), asked.id()),
                    unfinished.decisions().stream().map(Undecided::act).toList());
            assertEquals(new Part(put.id(), 1), unfinished.actions().getFirst().key());
            assertFalse(unfinished.cut());
            assertEquals(new Groups.Tally(1, 0, 2), shelf.tally("A1", GT, due));
            assertEquals(new Groups.Tally(1, 1, 0), shelf.tally("A1", HN, due.plusDays(1)));
            var roll = new Roll(few.readers());
            assertEquals(
                    Meeting.of(world.node(GT).sitting(next)), roll.next("A1").orElseThrow());
            assertEquals(
                    Meeting.of(world.node(GT).sitting(closed)), roll.last("A1").orElseThrow());
            assertEquals(Optional.empty(), roll.next("A2"));
            assertEquals(Optional.empty(), roll.last("A2"));
            assertEquals(
                    List.of(),
                    shelf.unfinished("A1", next.id(), due.minusDays(1)).actions());
            assertEquals(null, shelf.unfinished("A1", closed.id(), due).last(), "its own meeting is not its last");
            assertEquals(List.of(), shelf.unfinished("A2", next.id(), due).decisions());
        }
        try (var crowded = TestPostgres.fresh("groups")) {
            crowd(crowded, world, asked, put);
            var unfinished = new Shelf(crowded.readers()).unfinished("A1", next.id(), due);
            assertTrue(unfinished.cut());
            assertTrue(unfinished.actions().stream().anyMatch(row -> row.key().equals(new Part(put.id(), 1))));
        }
    }

    /** On the first leaf, and on all of them together. */
    private static <T> Set<ActId> acts(IntFunction<Leaf<T>> leaves, Function<T, ActId> act) {
        var first = leaves.apply(1);
        assertEquals(Leaf.EACH + 1, first.lines().size(), "of each party as many");
        assertEquals(Math.ceilDiv(MANY, Leaf.EACH), first.of());
        assertEquals(first, leaves.apply(0), "the nearest there is");
        assertEquals(first.of(), leaves.apply(999_999).number());
        var all = new ArrayList<ActId>();
        for (var number = 1; number <= first.of(); number++)
            leaves.apply(number).lines().stream().map(act).forEach(all::add);
        assertEquals(MANY + 1, all.size());
        assertEquals(all.size(), new HashSet<>(all).size(), "each on one leaf");
        return first.lines().stream().map(act).collect(Collectors.toSet());
    }

    @Test
    void noNumberOfOnePartysMeetingsPushesAnothersOffTheFirstLeafOfAGroup() {
        var roll = new Roll(postgres.readers());
        assertTrue(acts(leaf -> roll.meetings("A1", leaf), Meeting::act).contains(call));
        assertEquals(new Leaf<>(List.of(), 1, 1), roll.meetings("A2", 1));
    }

    /** What the other party's sittings hold cannot even be read. */
    @Test
    void whatAGroupIsAskedAndOwesIsListedByShortRowsAlone() throws SQLException {
        var world = World.withGroup();
        var meeting = world.meeting(US, GT, HN, SV);
        var put = world.say(HN, World.put(meeting, "10:20", "con tarea", World.action(GT, "enlace", "2026-12-04")));
        for (var party : List.of(US, GT, SV)) world.say(party, World.assent(meeting, put));
        var until = World.at("12:00").plus(Duration.ofDays(10));
        var asked = world.begin(
                HN, new Saying.Circulated("A1", Hash.of(new byte[Hash.SIZE]), 1, until, World.decision("por escrito")));
        try (var crowded = TestPostgres.fresh("groups")) {
            crowd(crowded, world, asked, put);
            var roll = new Roll(crowded.readers());
            assertTrue(acts(
                            leaf -> roll.circulars("A1", leaf),
                            (Circular one) -> one.asked().act())
                    .contains(asked.id()));
            assertTrue(acts(leaf -> roll.undone("A1", leaf), Undone::put).contains(put.id()));
            var circular = roll.circulars("A1", 1).lines().stream()
                    .filter(one -> one.asked().act().equals(asked.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(new Circular(Undecided.of(world.decided(asked, asked)), Decided.State.OPEN), circular);
            var undone = roll.undone("A1", 1).lines().stream()
                    .filter(one -> one.put().equals(put.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals("1/1.1", undone.label());
            assertEquals(GT, undone.owner());
            assertEquals(Owed.Light.LATE, undone.light(LocalDate.parse("2026-12-05")));
            assertEquals(new Leaf<>(List.of(), 1, 1), roll.undone("A2", 1));
        }
    }
}
