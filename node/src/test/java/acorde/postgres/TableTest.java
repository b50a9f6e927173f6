package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How rows are written in bulk and read back, from the simplest case to the hardest. */
@NullMarked
@Tag("database")
class TableTest {
    record Place(String shelf, long position) {}

    /** Bytes with equality, as the values of the duties have it. */
    record Print(String hex) {
        byte[] bytes() {
            return java.util.HexFormat.of().parseHex(hex);
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
                        print == null
                                ? null
                                : new Print(java.util.HexFormat.of().formatHex(print)),
                        row.instantOrNull("seen"),
                        row.dateOrNull("due")));
    }

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

    @BeforeAll
    static void start() throws SQLException {
        postgres = TestPostgres.fresh();
        connection = postgres.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create schema library;
                    create table library.book (shelf text, position bigint, title text, pages int, lent bool, print bytea,
                      seen timestamptz, due date, primary key (shelf, position));
                    create table library.tag (tag text primary key)""");
        }
    }

    @AfterAll
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
    void textThatPostgresCannotHoldIsRefusedWithItsColumn() {
        var unfit = new Book("a\0b", null, null, null, null, null);
        var fault = assertThrows(IllegalArgumentException.class, () -> write(new RowChange.Put<>(BOOKS, FIRST, unfit)));
        assertEquals("library.book.title cannot hold the character U+0000", Objects.requireNonNull(fault.getMessage()));
    }
}
