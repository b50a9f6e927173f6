package acorde.finding;

import acorde.acts.ActId;
import acorde.finding.Stems.Stem;
import acorde.trust.PartyCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the tables of the index, on a connection and in a transaction of its caller's. */
final class PageRows {
    /** The day of what has none: after all days there are. */
    static final int NO_DAY = Integer.MAX_VALUE;

    private final Connection connection;

    PageRows(Connection connection) {
        this.connection = connection;
    }

    /** An entry in its room, and the newest act of each party that touched it. */
    record Page(Entry entry, int room, Map<PartyCode, Long> touched) {
        private String touches() {
            var json = JsonMapper.shared().createObjectNode();
            touched.forEach((party, index) -> json.put(party.value(), index));
            return json.toString();
        }
    }

    static int age(@Nullable LocalDate day) {
        return day == null ? NO_DAY : (int) Math.clamp(-day.toEpochDay(), Integer.MIN_VALUE, NO_DAY - 1);
    }

    /**
     * Puts these pages in; should that fail, one by one.
     *
     * @return those that cannot be stored as they are, with the kind of the fault as PostgreSQL numbers it
     */
    Map<Key, String> put(List<Page> pages, Map<String, Stem> stems) throws SQLException {
        if (fault(pages, stems) == null) return Map.of();
        var faults = new HashMap<Key, String>();
        for (var page : pages) {
            var fault = fault(List.of(page), stems);
            if (fault != null) faults.put(page.entry().key(), fault);
        }
        return faults;
    }

    private @Nullable String fault(List<Page> pages, Map<String, Stem> stems) throws SQLException {
        if (pages.isEmpty()) return null;
        var before = connection.setSavepoint();
        try {
            store(pages, stems);
            connection.releaseSavepoint(before);
            return null;
        } catch (SQLException fault) {
            if (!isOfThePage(fault)) throw fault;
            connection.rollback(before);
            return String.valueOf(fault.getSQLState()); // its words would tell the log what the page says
        }
    }

    /** Data exceptions, broken constraints, limits passed (PostgreSQL, appendix A): they would come again however often it is tried. */
    private static boolean isOfThePage(SQLException fault) {
        var state = String.valueOf(fault.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private void store(List<Page> pages, Map<String, Stem> stems) throws SQLException {
        var sql = """
                insert into finding.page (kind, name, room, rank, age, area, parties, standing, touched, words)
                select kind, name, room, rank, age, area, string_to_array(parties, ' '), standing, (
                    select coalesce(jsonb_object_agg(party, act), '{}') from (select party, max(act::int8) as act from (
                        select * from jsonb_each_text(u.touched::jsonb) union all select each.* from finding.page as before,
                            jsonb_each_text(before.touched) as each where (before.kind, before.name) = (u.kind, u.name))
                        as each(party, act) group by party) as newest), words::tsvector
                from unnest(?::text[], ?::text[], ?::int4[], ?::int4[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[]) as u(kind, name, room, rank, age, area, parties, standing, touched, words)
                on conflict (kind, name, room) do update set rank = excluded.rank, age = excluded.age, area = excluded.area,
                    parties = excluded.parties, standing = excluded.standing, touched = excluded.touched,
                    words = excluded.words""";
        try (var statement = connection.prepareStatement(sql)) {
            var columns = new ArrayList<Object[]>();
            columns.add(texts(pages, page -> page.entry().key().kind()));
            columns.add(texts(pages, page -> page.entry().key().name()));
            columns.add(pages.stream().map(Page::room).toArray(Integer[]::new));
            columns.add(
                    pages.stream().map(page -> page.entry().rank().ordinal()).toArray(Integer[]::new));
            columns.add(
                    pages.stream().map(page -> age(page.entry().place().day())).toArray(Integer[]::new));
            columns.add(texts(pages, page -> page.entry().place().area()));
            columns.add(texts(pages, PageRows::parties));
            columns.add(texts(pages, page -> page.entry().place().standing()));
            columns.add(texts(pages, Page::touches));
            columns.add(texts(pages, page -> Lexemes.vector(page.room(), page.entry(), stems)));
            for (var i = 0; i < columns.size(); i++)
                statement.setArray(
                        i + 1,
                        connection.createArrayOf(
                                columns.get(i) instanceof Integer[] ? "int4" : "text", columns.get(i)));
            statement.executeUpdate();
        }
    }

    private static String parties(Page page) {
        return page.entry().place().parties().stream().map(PartyCode::value).collect(Collectors.joining(" "));
    }

    private static Object[] texts(List<Page> pages, Function<Page, @Nullable String> text) {
        return pages.stream().map(text).toArray(String[]::new);
    }

    /** Removes things from all rooms but those in which they stand by these pages. */
    void remove(Collection<Key> keys, List<Page> kept) throws SQLException {
        if (keys.isEmpty()) return;
        try (var statement = connection.prepareStatement("delete from finding.page p using unnest(?::text[], ?::text[])"
                + " as u(kind, name) where p.kind = u.kind and p.name = u.name and not exists (select from"
                + " unnest(?::text[], ?::text[], ?::int4[]) as k(kind, name, room)"
                + " where (k.kind, k.name, k.room) = (p.kind, p.name, p.room))")) {
            statement.setArray(1, array(keys.stream().map(Key::kind).toList()));
            statement.setArray(2, array(keys.stream().map(Key::name).toList()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", texts(kept, page -> page.entry().key().kind())));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", texts(kept, page -> page.entry().key().name())));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "int4", kept.stream().map(Page::room).toArray(Integer[]::new)));
            statement.executeUpdate();
        }
    }

    private java.sql.Array array(Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** The rooms there are, these among them. */
    Map<Integer, Room> rooms(Collection<Room> wanted) throws SQLException {
        if (!wanted.isEmpty())
            try (var statement = connection.prepareStatement("insert into finding.room (audience, stance, until)"
                    + " select * from unnest(?::text[], ?::text[], ?::int4[])"
                    + " on conflict (audience, stance, until) do nothing")) {
                statement.setArray(
                        1,
                        array(wanted.stream()
                                .map(room -> room.audience().toString())
                                .toList()));
                statement.setArray(2, array(wanted.stream().map(Room::stance).toList()));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "int4", wanted.stream().map(Room::until).toArray(Integer[]::new)));
                statement.executeUpdate();
            }
        var rooms = new HashMap<Integer, Room>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select id, audience, stance, until from finding.room")) {
            while (row.next())
                rooms.put(row.getInt(1), new Room(Audience.parse(row.getString(2)), row.getString(3), row.getInt(4)));
        }
        return rooms;
    }

    /** What of these kinds is left in rooms that hold no more goes, and rooms in which nothing stands give their place to others. */
    void leave(Collection<Integer> rooms, Collection<String> kinds) throws SQLException {
        try (var statement =
                connection.prepareStatement("delete from finding.page where room = any(?) and kind = any(?)")) {
            statement.setArray(1, connection.createArrayOf("int4", rooms.toArray()));
            statement.setArray(2, array(kinds));
            statement.executeUpdate();
        }
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "delete from finding.room r where not exists (select from finding.page where room = r.id)");
        }
    }

    /**
     * How all things of a duty are looked at again.
     *
     * @param stance by which they stand in the index, up to the last one
     * @param last the last that was looked at; null if none was, or all were
     * @param done whether all were
     */
    record Again(String stance, @Nullable Key last, boolean done) {
        /** From the first on, if it is not by this stance. */
        Again by(Stance now) {
            return isBy(now) ? this : new Again(now.text(), null, false);
        }

        boolean isBy(Stance now) {
            return stance.equals(now.text());
        }

        Again upTo(Key last) {
            return new Again(stance, last, false);
        }

        Again ended() {
            return new Again(stance, null, true);
        }
    }

    /** By the first kind of their duty's. */
    Map<String, Again> again() throws SQLException {
        var again = new HashMap<String, Again>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select duty, stance, kind, name, done from finding.again")) {
            while (row.next()) {
                var kind = row.getString(3);
                var last = kind == null ? null : new Key(kind, row.getString(4));
                again.put(row.getString(1), new Again(row.getString(2), last, row.getBoolean(5)));
            }
        }
        return again;
    }

    void again(String duty, Again again) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into finding.again (duty, stance, kind, name, done) values"
                        + " (?, ?, ?, ?, ?) on conflict (duty) do update set stance = excluded.stance, kind = excluded.kind,"
                        + " name = excluded.name, done = excluded.done")) {
            var last = again.last();
            statement.setString(1, duty);
            statement.setString(2, again.stance());
            statement.setString(3, last == null ? null : last.kind());
            statement.setString(4, last == null ? null : last.name());
            statement.setBoolean(5, again.done());
            statement.executeUpdate();
        }
    }

    Map<PartyCode, Long> places() throws SQLException {
        var places = new HashMap<PartyCode, Long>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select party, next from finding.place")) {
            while (row.next()) places.put(new PartyCode(row.getString(1)), row.getLong(2));
        }
        return places;
    }

    void place(PartyCode party, long next) throws SQLException {
        try (var statement = connection.prepareStatement("insert into finding.place (party, next) values (?, ?)"
                + " on conflict (party) do update set next = excluded.next")) {
            statement.setString(1, party.value());
            statement.setLong(2, next);
            statement.executeUpdate();
        }
    }

    /** Notes acts that are to be looked at again, or that they were looked at. */
    void later(Collection<ActId> acts, Instant looked) throws SQLException {
        if (acts.isEmpty()) return;
        try (var statement =
                connection.prepareStatement("insert into finding.later (act, looked) select unnest(?::text[]), ?"
                        + " on conflict (act) do update set looked = excluded.looked")) {
            statement.setArray(1, array(acts.stream().map(ActId::toString).toList()));
            statement.setTimestamp(2, Timestamp.from(looked));
            statement.executeUpdate();
        }
    }

    /** Those that were looked at longest ago. */
    List<ActId> later(int most) throws SQLException {
        var later = new ArrayList<ActId>();
        try (var statement =
                connection.prepareStatement("select act from finding.later order by looked, act limit ?")) {
            statement.setInt(1, most);
            try (var row = statement.executeQuery()) {
                while (row.next()) later.add(ActId.parse(row.getString(1)));
            }
        }
        return later;
    }

    void settled(Collection<ActId> acts) throws SQLException {
        if (acts.isEmpty()) return;
        try (var statement = connection.prepareStatement("delete from finding.later where act = any(?)")) {
            statement.setArray(1, array(acts.stream().map(ActId::toString).toList()));
            statement.executeUpdate();
        }
    }

    /** Whether the index was made this way. */
    boolean isMade(int way) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select way from finding.made")) {
            return row.next() && row.getInt(1) == way;
        }
    }

    /** Throws the index away; it is then made this way. */
    void beginAnew(int way) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "truncate finding.page, finding.room, finding.place, finding.later, finding.again, finding.made");
        }
        try (var statement = connection.prepareStatement("insert into finding.made (way) values (?)")) {
            statement.setInt(1, way);
            statement.executeUpdate();
        }
    }
}
