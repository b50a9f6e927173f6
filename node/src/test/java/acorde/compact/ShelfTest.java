package acorde.compact;

import static acorde.compact.World.A105;
import static acorde.compact.World.GT;
import static acorde.compact.World.HN;
import static acorde.compact.World.SV;
import static acorde.compact.World.US;
import static acorde.compact.World.forAll;
import static acorde.compact.World.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.postgres.Changes;
import acorde.postgres.EveryServer;
import acorde.postgres.Postgres;
import acorde.postgres.RowChange;
import acorde.postgres.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages read, from rows in a real database. */
@Tag("database")
@ParameterizedClass
@MethodSource("acorde.postgres.EveryServer#all")
class ShelfTest {
    private static Postgres postgres;

    private final World world = World.founded();
    private final Node hn = world.node(HN);

    /** @param server each in turn, on which {@link #open} has made the database */
    ShelfTest(EveryServer server) {}

    @BeforeParameterizedClassInvocation
    static void open(EveryServer server) {
        postgres = server.fresh("compact");
    }

    @AfterParameterizedClassInvocation
    static void close() {
        postgres.close();
    }

    @Test
    void rowsAreReadBackAsTheyWereWritten() throws SQLException {
        for (var seed = 0; seed < 10; seed++) {
            var node = Histories.dishonest(seed, 200).node(HN);
            write(node);
            for (var table : List.of(CompactRows.ITEM, CompactRows.ROUND, CompactRows.SURPLUS))
                assertReadBack(node, table);
        }
    }

    private static <K, R> void assertReadBack(Node node, Table<K, R> table) throws SQLException {
        try (var connection = postgres.open()) {
            var rows = node.rows(table);
            assertEquals(new HashMap<>(rows), Table.read(connection, table, rows.keySet()));
        }
    }

    @Test
    void theHonestFiguresOf2019AreFourDatedTwoNumberedAndNothingMeasuredOrConsented() throws SQLException {
        var figures = shelf().figures();
        assertEquals(new Figures(48, 4, 2, 0, 0, 0), figures.get(""));
        assertEquals(new Figures(8, 1, 0, 0, 0, 0), figures.get("A1"));
        assertEquals(new Figures(11, 1, 2, 0, 0, 0), figures.get("A4"));
        assertEquals(7, figures.size());
    }

    @Test
    void aConsentedInitiativeCountsAsConsented() throws SQLException {
        ConsentTest.inForce(world, HN, forAll("uno"));
        assertEquals(
                1,
                Optional.ofNullable(shelf().figures().get("A1")).orElseThrow().consented());
    }

    @Test
    void openProposalsAreThoseOnTheLatestText() throws SQLException {
        ConsentTest.inForce(world, HN, forAll("uno"));
        var open = world.propose(GT, A105, forAll("dos"));
        world.hearAll();
        var offChain = world.utter(US, new Saying.Proposed(A105, open.hash(), forAll("tres"), World.why()), open.id());
        world.hearAll();
        var shelf = shelf();
        assertEquals(List.of(open.id()), acts(shelf.open()));
        assertEquals(Stood.State.SUPERSEDED, stood(shelf.on(A105), offChain).state());
    }

    @Test
    void recentProposalsAreThoseOnTheLatestTextAndThoseItCameOf() throws SQLException {
        var first = ConsentTest.inForce(world, HN, forAll("uno"));
        var second = ConsentTest.inForce(world, GT, forAll("dos"));
        var third = world.propose(US, A105, forAll("tres"));
        world.hearAll();
        var shelf = shelf();
        assertEquals(List.of(third.id(), second.id()), acts(shelf.recent()));
        assertEquals(List.of(third.id(), second.id(), first.id()), acts(shelf.on(A105)));
        assertEquals(Stood.State.OPEN, stood(shelf.on(A105), third).state());
        assertEquals(Stood.State.IN_FORCE, stood(shelf.on(A105), second).state());
        assertEquals(Stood.State.IN_FORCE, stood(shelf.on(A105), first).state());
    }

    @Test
    void aNewItemStandsByItsProposalsAloneUntilItHasAText() throws SQLException {
        var item = ItemKey.initiative("A1-09");
        var proposal = world.propose(HN, item, forAll("uno"));
        var shelf = shelf();
        assertFalse(shelf.items().containsKey(item));
        assertEquals(List.of(proposal.id()), acts(shelf.open()));
        assertEquals(List.of(proposal.id()), acts(shelf.newest(null, 10)));
        assertEquals(Stood.State.OPEN, stood(shelf.on(item), proposal).state());
        world.refuse(GT, proposal);
        var after = shelf();
        assertEquals(List.of(), acts(after.open()));
        assertEquals(List.of(proposal.id()), acts(after.newest(null, 10)));
        assertEquals(Stood.State.DEAD, stood(after.on(item), proposal).state());
    }

    @Test
    void theRivalsOfAnItemThatIsOnlyProposedAreFoundAlongWithIt() throws SQLException {
        var item = ItemKey.initiative("A1-09");
        var one = world.propose(HN, item, forAll("uno"));
        var other = world.propose(GT, item, forAll("dos"));
        var along = new HashSet<>(acts(shelf().recent(List.of(item, A105))));
        assertEquals(Set.of(one.id(), other.id()), along);
    }

    @Test
    void aSupersededProposalNamesTheRivalThatTookItsPlace() throws SQLException {
        var police = ItemKey.initiative("A4-02");
        var rival = world.propose(US, police, text("con EE. UU.", US, GT, HN, SV));
        var proposal = world.propose(HN, police, text("sin EE. UU.", GT, HN, SV));
        world.hearAll();
        for (var party : List.of(GT, SV)) world.assent(party, proposal);
        world.hearAll();
        var stood = stood(shelf().on(police), rival);
        assertEquals(Stood.State.SUPERSEDED, stood.state());
        assertEquals(proposal.id(), stood.successor());
        assertEquals(List.of(proposal.id()), stood.rivals());
    }

    @Test
    void contestedProposalsShowTheAssentsThatProveIt() throws SQLException {
        var first = world.propose(HN, A105, forAll("uno"));
        var second = world.propose(GT, A105, forAll("dos"));
        world.hearAll();
        var words = new ArrayList<Act>();
        for (var party : List.of(US, GT, SV)) words.add(world.utter(party, BrokenRulesTest.assent(first), first.id()));
        for (var party : List.of(US, HN, SV))
            words.add(world.utter(party, BrokenRulesTest.assent(second), second.id()));
        world.hearAll();
        var stood = stood(shelf().on(A105), first);
        assertEquals(Stood.State.CONTESTED, stood.state());
        for (var word : words) assertTrue(stood.doubles().contains(word.id()));
    }

    @Test
    void aTextIsReadOnceAndKept() throws SQLException {
        var shelf = shelf();
        var head = Optional.ofNullable(hn.item(A105).head()).orElseThrow();
        assertEquals(Moc2019.initiative("A1-05"), shelf.text(A105, head));
        assertSame(shelf.text(A105, head), shelf.text(A105, head));
    }

    @Test
    void itemsOfOneVersionAreToldApart() throws SQLException {
        var shelf = shelf();
        for (var item : List.of(ItemKey.Kind.CHARTER, ItemKey.Kind.THRESHOLDS)) {
            var key = new ItemKey(item, "moc-2019");
            shelf.text(key, Optional.ofNullable(hn.item(key).head()).orElseThrow());
        }
        var thresholds = new ItemKey(ItemKey.Kind.THRESHOLDS, "moc-2019");
        var head = Optional.ofNullable(hn.item(thresholds).head()).orElseThrow();
        assertEquals(Moc2019.folder().thresholds(), shelf.text(thresholds, head));
    }

    @Test
    void itemsAreThoseTheNodeDerived() throws SQLException {
        assertEquals(hn.rows(CompactRows.ITEM), Map.copyOf(shelf().items()));
    }

    @Test
    void theProposalsOfOnePartyDoNotCrowdOutThoseOfAnother() throws SQLException {
        var ours = world.propose(HN, A105, forAll("uno"));
        world.propose(US, ItemKey.initiative("A1-09"), forAll("dos"));
        var shelf = shelf();
        execute("insert into compact.round (item, base, number, open, newest, proposers, doc)"
                + " select 'initiative/Z-' || n, base, number, open, 253402300799000, proposers, doc"
                + " from compact.round, generate_series(1, 2001) n where item = 'initiative/A1-09'");
        assertEquals(Shelf.OPEN_ROUNDS + 1, shelf.open().size());
        assertTrue(acts(shelf.open()).contains(ours.id()));
        assertTrue(acts(shelf.newest(null, 10_000)).contains(ours.id()));
    }

    @Test
    void theProposalsOnTheLatestTextAreReadHoweverManyOthersThereAre() throws SQLException {
        var inForce = ConsentTest.inForce(world, HN, forAll("uno"));
        var open = world.propose(GT, A105, forAll("dos"));
        world.propose(US, ItemKey.initiative("A1-09"), forAll("tres"));
        var shelf = shelf();
        execute("insert into compact.round (item, base, number, open, newest, proposers, doc)"
                + " select 'initiative/A1-05', lpad(to_hex(n), 64, '0'), 2, open, newest, proposers, doc"
                + " from compact.round, generate_series(1, 600) n where item = 'initiative/A1-09'");
        var on = shelf.on(A105);
        assertEquals(Stood.State.OPEN, stood(on, open).state());
        for (var act : List.of(open, inForce)) {
            var found = shelf.proposal(Saying.proposal(act).orElseThrow(), act.id());
            assertEquals(
                    act.equals(open) ? Stood.State.OPEN : Stood.State.IN_FORCE,
                    found.orElseThrow().state());
        }
    }

    @Test
    void aFreeCodeIsLookedForAmongSoManyAndNoMore() throws SQLException {
        world.propose(US, ItemKey.initiative("A1-09"), forAll("uno"));
        var shelf = shelf();
        assertEquals(Optional.of("A1-10"), shelf.freeCode("A1"));
        assertEquals(Optional.of("Q-01"), shelf.freeCode("Q"));
        var taken = "insert into compact.round (item, base, number, open, newest, proposers, doc)"
                + " select 'initiative/Q-' || lpad(n::text, greatest(2, length(n::text)), '0'), base, number, open,"
                + " newest, proposers, doc from compact.round, generate_series(%d, %d) n"
                + " where item = 'initiative/A1-09'";
        execute(taken.formatted(1, Shelf.CODES - 1));
        assertEquals(Optional.of("Q-" + Shelf.CODES), shelf.freeCode("Q"));
        execute(taken.formatted(Shelf.CODES, Shelf.CODES));
        assertEquals(Optional.empty(), shelf.freeCode("Q"));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Shelf shelf() throws SQLException {
        world.hearAll();
        write(hn);
        return new Shelf(postgres.readers());
    }

    /** The rows of a node, and no others. */
    private static void write(Node node) throws SQLException {
        var changes = new Changes();
        for (var table : List.of(CompactRows.ITEM, CompactRows.ROUND, CompactRows.SURPLUS)) put(node, table, changes);
        try (var connection = postgres.open();
                var statement = connection.createStatement()) {
            statement.execute("truncate compact.item, compact.round, compact.surplus");
            changes.writeTo(connection);
        }
    }

    private static <K, R> void put(Node node, Table<K, R> table, Changes changes) {
        node.rows(table).forEach((key, row) -> changes.add(new RowChange.Put<>(table, key, row)));
    }

    private static List<Object> acts(List<Stood> stood) {
        return stood.stream().<Object>map(each -> each.proposal().act()).toList();
    }

    private static Stood stood(List<Stood> all, Act proposal) {
        return all.stream()
                .filter(each -> each.proposal().act().equals(proposal.id()))
                .findFirst()
                .orElseThrow();
    }
}
