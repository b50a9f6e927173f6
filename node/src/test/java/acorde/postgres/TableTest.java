package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How rows are written in bulk and read back, from the simplest case to the hardest. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@Tag("database")
@ParameterizedClass(name = "{0}")
@MethodSource("acorde.postgres.EveryServer#all")
class TableTest {
    record Place(String shelf, long position) {}

    /** Bytes with equality, as the values of the duties have it. */
    record Print(String hex) {
        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    record Book(
            @Nullable String title,
            @Nullable Integer pages,
            @Nullable Boolean lent,
            @Nullable Print print,
            @Nullable Instant seen,
            @Nullable LocalDate due) {}

    static final Table<Place, Book> BOOKS = Table.<Place, Book>named("library.book")
            .key("shelf", Type.TEXT, Place::shelf)
            .key("position", Type.BIGINT, Place::position)
            .column("title", Type.TEXT, Book::title)
            .column("pages", Type.INT, Book::pages)
            .column("lent", Type.BOOL, Book::lent)
            .column("print", Type.BYTES, book -> {
                Print print = book.print();
                return print == null ? null : print.bytes();
            })
            .column("seen", Type.INSTANT, Book::seen)
            .column("due", Type.DATE, Book::due)
            .reading(TableTest::book);

    static final Table<String, Boolean> TAGS = Table.<String, Boolean>named("library.tag")
            .key("tag", Type.TEXT, tag -> tag)
            .reading(row -> new Keyed<>(row.text("tag"), true));

    private static Keyed<Place, Book> book(Row row) {
        byte[] print = row.bytesOrNull("print");
        return new Keyed<>(
                new Place(row.text("shelf"), row.bigint("position")),
                new Book(
                        row.textOrNull("title"),
                        row.integerOrNull("pages"),
                        row.boolOrNull("lent"),
                        print == null ? null : new Print(HexFormat.of().formatHex(print)),
                        row.instantOrNull("seen"),
                        row.dateOrNull("due")));
    }

    @Parameter
    EveryServer server;

    static final LocalDate FIRST_DATE = LocalDate.of(1, 1, 1);
    static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);
    static final Place FIRST = new Place("a", 1);
    static final Book WHOLE = new Book(
            "Ñandú, {\"NULL\"} \\ and 'quotes',\nthen 漢字 🐦",
            300,
            true,
            new Print("00ff7f"),
            Instant.parse("2026-11-23T20:46:00.123456Z"),
            LocalDate.parse("2026-12-24"));
    static final Book BARE = new Book(null, null, null, null, null, null);

    static Postgres postgres;
    static Connection connection;

    @BeforeParameterizedClassInvocation
    static void start(EveryServer server) throws SQLException {
        postgres = server.fresh();
        connection = postgres.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create schema library;
                    create table library.book (
                      shelf text, position bigint, title text, pages int, lent bool, print bytea,
                      seen timestamptz, due date, primary key (shelf, position));
                    create table library.tag (tag text primary key)""");
        }
    }

    @AfterParameterizedClassInvocation
    static void stop() throws SQLException {
        connection.close();
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate library.book, library.tag");
        }
    }

    private static Map<Place, Book> read(Place... keys) throws SQLException {
        return Table.read(connection, BOOKS, List.of(keys));
    }

    private static void write(RowChange... all) throws SQLException {
        var changes = new Changes();
        Arrays.stream(all).forEach(changes::add);
        changes.writeTo(connection);
    }

    @Test
    void aRowComesBackAsItWasPut() throws SQLException {
        write(new RowChange.Put<>(BOOKS, FIRST, WHOLE));
        assertEquals(Map.of(FIRST, WHOLE), read(FIRST));
    }

    @Test
    void aRowOfNothingComesBackAsNothing() throws SQLException {
        write(new RowChange.Put<>(BOOKS, FIRST, BARE));
        assertEquals(Map.of(FIRST, BARE), read(FIRST));
    }

    @Test
    void fullAndEmptyColumnsMayStandInOneBatch() throws SQLException {
        var second = new Place("a", 2);
        write(new RowChange.Put<>(BOOKS, FIRST, WHOLE), new RowChange.Put<>(BOOKS, second, BARE));
        assertEquals(Map.of(FIRST, WHOLE, second, BARE), read(FIRST, second));
    }

    @Test
    void aSecondPutReplacesTheRow() throws SQLException {
        write(new RowChange.Put<>(BOOKS, FIRST, WHOLE));
        write(new RowChange.Put<>(BOOKS, FIRST, BARE));
        assertEquals(Map.of(FIRST, BARE), read(FIRST));
    }

    @Test
    void theLastChangeOfAKeyInABatchWins() throws SQLException {
        write(
                new RowChange.Put<>(BOOKS, FIRST, BARE),
                new RowChange.Delete<>(BOOKS, FIRST),
                new RowChange.Put<>(BOOKS, FIRST, WHOLE));
        assertEquals(Map.of(FIRST, WHOLE), read(FIRST));
    }

    @Test
    void aTableOfKeysAloneIsWrittenTwiceWithoutHarm() throws SQLException {
        write(new RowChange.Put<>(TAGS, "x", true));
        write(new RowChange.Put<>(TAGS, "x", true));
        assertEquals(Map.of("x", true), Table.read(connection, TAGS, List.of("x", "y")));
    }

    @Test
    void aDeletedRowIsGoneAndDeletingItAgainDoesNoHarm() throws SQLException {
        write(new RowChange.Put<>(BOOKS, FIRST, WHOLE));
        write(new RowChange.Delete<>(BOOKS, FIRST));
        write(new RowChange.Delete<>(BOOKS, FIRST));
        assertEquals(Map.of(), read(FIRST));
    }

    @Test
    void onlyTheKeysAskedForAreRead() throws SQLException {
        var other = new Place("b", 1);
        write(new RowChange.Put<>(BOOKS, FIRST, WHOLE), new RowChange.Put<>(BOOKS, other, BARE));
        assertEquals(Map.of(other, BARE), read(other, new Place("none", 1)));
    }

    @Test
    void noKeysGiveNoRows() throws SQLException {
        assertEquals(Map.of(), read());
    }

    @Test
    void moreRowsThanOneStatementTakesAreAllWrittenAndAllDeleted() throws SQLException {
        var keys = LongStream.range(0, 10_000).mapToObj(i -> new Place("a", i)).toList();
        write(keys.stream().map(key -> new RowChange.Put<>(BOOKS, key, BARE)).toArray(RowChange[]::new));
        assertEquals(10_000, Table.read(connection, BOOKS, keys).size());
        write(keys.stream().map(key -> new RowChange.Delete<>(BOOKS, key)).toArray(RowChange[]::new));
        assertEquals(Map.of(), Table.read(connection, BOOKS, keys));
    }

    @Test
    void nothingIsCommittedBeforeTheCallerCommits() throws SQLException {
        connection.setAutoCommit(false);
        try {
            write(new RowChange.Put<>(BOOKS, FIRST, WHOLE));
            connection.rollback();
        } finally {
            connection.setAutoCommit(true);
        }
        assertEquals(Map.of(), read(FIRST));
    }

    @Test
    void aSelectionOfTheCallersOwnIsReadByTheSameReader() throws SQLException {
        write(new RowChange.Put<>(BOOKS, FIRST, WHOLE));
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery("select * from library.book where lent")) {
            found.next();
            assertEquals(new Keyed<>(FIRST, WHOLE), BOOKS.keyed(found));
        }
    }

    @Test
    void severalTablesAreWrittenAtOnceInFewRowsAsInMany() throws SQLException {
        for (int rows : new int[] {1, 10_000}) {
            empty();
            write(new RowChange.Put<>(TAGS, "old", true));
            var changes = new ArrayList<RowChange>();
            changes.add(new RowChange.Delete<>(TAGS, "old"));
            changes.add(new RowChange.Put<>(TAGS, "new", true));
            for (int i = 0; i < rows; i++) {
                changes.add(new RowChange.Put<>(BOOKS, new Place("a", i), BARE));
            }
            write(changes.toArray(RowChange[]::new));
            assertEquals(Map.of("new", true), Table.read(connection, TAGS, List.of("old", "new")));
            assertEquals(Map.of(new Place("a", rows - 1), BARE), read(new Place("a", rows - 1)));
        }
    }

    @Test
    void aBatchOfFewRowsOutsideATransactionIsWrittenWholeOrNotAtAll() throws SQLException {
        var missing = Table.<String, Boolean>named("library.missing")
                .key("tag", Type.TEXT, tag -> tag)
                .reading(row -> new Keyed<>(row.text("tag"), true));
        assertThrows(
                SQLException.class,
                () -> write(new RowChange.Put<>(TAGS, "x", true), new RowChange.Put<>(missing, "y", true)));
        assertEquals(Map.of(), Table.read(connection, TAGS, List.of("x")));
    }

    @Test
    void theStatementsOfABatchMayTravelWithTheCallersOwnAndWithQuestions() throws SQLException {
        var changes = new Changes();
        changes.add(new RowChange.Put<>(BOOKS, FIRST, WHOLE));
        var trip = new Trip();
        var read = new HashMap<Place, Book>();
        trip.add("insert into library.tag values (?)", text("before"));
        changes.addTo(trip);
        trip.read(BOOKS, List.of(FIRST), read::putAll);
        trip.add("insert into library.tag values (?)", text("after"));
        trip.run(connection);
        assertEquals(Map.of(FIRST, WHOLE), read);
        assertEquals(2, Table.read(connection, TAGS, List.of("before", "after")).size());
    }

    @Test
    void nothingOfATripIsDoneWhenItsLastStatementFails() {
        var trip = new Trip();
        trip.add("insert into library.tag values (?)", text("kept?"));
        trip.add("insert into library.nowhere values (?)", text("x"));
        assertThrows(SQLException.class, () -> trip.run(connection));
        assertDoesNotThrow(() -> assertEquals(Map.of(), Table.read(connection, TAGS, List.of("kept?"))));
    }

    private static Trip.Binder text(String value) {
        return (statement, first) -> {
            statement.setString(first, value);
            return first + 1;
        };
    }

    @Test
    void nothingToWriteIsWritten() throws SQLException {
        write();
        assertEquals(Map.of(), read(FIRST));
    }

    @Test
    void valuesAtTheEdgesOfTheirTypesComeBack() throws SQLException {
        var last = new Place("a", Long.MAX_VALUE);
        var least = new Book(
                "", Integer.MIN_VALUE, false, new Print(""), Instant.parse("0001-01-01T00:00:00Z"), FIRST_DATE);
        var most = new Book(
                " ", Integer.MAX_VALUE, true, new Print("ff"), Instant.parse("9999-12-31T23:59:59.999999Z"), LAST_DATE);
        write(new RowChange.Put<>(BOOKS, FIRST, least), new RowChange.Put<>(BOOKS, last, most));
        assertEquals(Map.of(FIRST, least, last, most), read(FIRST, last));
    }

    @Test
    void theServerKeepsTheStatementsPreparedForTheLifeOfTheConnection() throws SQLException {
        write(new RowChange.Put<>(BOOKS, FIRST, WHOLE));
        int prepared = prepared();
        assertTrue(prepared > 0);
        write(new RowChange.Put<>(BOOKS, FIRST, WHOLE));
        write(new RowChange.Put<>(BOOKS, FIRST, WHOLE));
        assertEquals(prepared, prepared());
    }

    private static int prepared() throws SQLException {
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select count(*) from pg_prepared_statements where statement like 'insert into %book%'")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static final String NO_SUCH_TEXT = "title cannot hold the character U+0000, nor half of a surrogate pair";

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of(NO_SUCH_TEXT, new Book("a\0b", null, null, null, null, null)),
                Arguments.of(NO_SUCH_TEXT, new Book("\ud83d", null, null, null, null, null)),
                Arguments.of(NO_SUCH_TEXT, new Book("a\ud83d b", null, null, null, null, null)),
                Arguments.of(NO_SUCH_TEXT, new Book("\udc26\ud83d", null, null, null, null, null)),
                Arguments.of(
                        "seen holds whole microseconds, not 2026-11-23T20:46:00.000000001Z",
                        seen("2026-11-23T20:46:00.000000001Z")),
                Arguments.of(
                        "seen holds instants of the years 1 to 9999, not +10000-01-01T00:00:00Z",
                        seen("+10000-01-01T00:00:00Z")),
                Arguments.of(
                        "seen holds instants of the years 1 to 9999, not 0000-12-31T23:59:59Z",
                        seen("0000-12-31T23:59:59Z")),
                Arguments.of("due holds dates of the years 1 to 9999, not +10000-01-01", due(LAST_DATE.plusDays(1))),
                Arguments.of("due holds dates of the years 1 to 9999, not 0000-12-31", due(FIRST_DATE.minusDays(1))));
    }

    private static Book seen(String time) {
        return new Book(null, null, null, null, Instant.parse(time), null);
    }

    private static Book due(LocalDate date) {
        return new Book(null, null, null, null, null, date);
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void aValueThatWouldNotComeBackAsItWasIsRefusedWithItsColumn(String sentence, Book unfit) {
        var fault = assertThrows(IllegalArgumentException.class, () -> write(new RowChange.Put<>(BOOKS, FIRST, unfit)));
        assertEquals("library.book." + sentence, fault.getMessage());
    }

    @Test
    @SuppressWarnings("NullAway") // the compiler refuses it too; a caller without it meets this
    void aKeyOfNothingIsRefused() {
        var table = Table.<Book, Boolean>named("library.tag")
                .key("tag", Type.TEXT, Book::title)
                .reading(row -> new Keyed<>(BARE, true));
        var fault = assertThrows(IllegalArgumentException.class, () -> write(new RowChange.Put<>(table, BARE, true)));
        assertEquals("library.tag.tag is part of the key and must hold a value", fault.getMessage());
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithItsColumn() {
        var table = Table.<String, Long>named("library.book")
                .key("shelf", Type.TEXT, key -> key)
                .column("pages", Type.INT, row -> row)
                .reading(row -> new Keyed<>(row.text("shelf"), 0L));
        var fault = assertThrows(IllegalArgumentException.class, () -> write(new RowChange.Put<>(table, "a", 1L)));
        assertEquals("library.book.pages takes a Integer, not a Long", fault.getMessage());
    }

    @Test
    void anEmptyColumnWhereAValueIsDueIsAFault() throws SQLException {
        write(new RowChange.Put<>(BOOKS, FIRST, BARE));
        var strict = Table.<Place, String>named("library.book")
                .key("shelf", Type.TEXT, Place::shelf)
                .key("position", Type.BIGINT, Place::position)
                .column("title", Type.TEXT, title -> title)
                .reading(row -> new Keyed<>(FIRST, row.text("title")));
        var fault = assertThrows(IllegalStateException.class, () -> Table.read(connection, strict, List.of(FIRST)));
        assertEquals("column title holds nothing where a value is due", fault.getMessage());
    }
}
