package acorde.trust;

import acorde.trustlog.Hash;
import acorde.trustlog.SignedNote;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the schema {@code trust}, for reading. */
final class LogRows {
    private static final RowMapper<StoredEntry> ENTRY = (row, number) -> new StoredEntry(
            row.getLong("idx"),
            row.getBytes("entry"),
            row.getBytes("salt"),
            row.getBytes("act"),
            StoredEntry.State.values()[row.getInt("state")]);

    private final JdbcClient jdbc;
    private final DataSource readers;

    LogRows(DataSource readers) {
        this.readers = readers;
        this.jdbc = JdbcClient.create(readers);
    }

    LogState state(Place place) {
        return jdbc.sql("select size, note, cosigned, cosigned_size, heard_at, halted from trust.log where place = ?")
                .param(place.number())
                .query((row, number) -> {
                    var heard = row.getTimestamp("heard_at");
                    return new LogState(
                            row.getLong("size"),
                            note(row, "note"),
                            note(row, "cosigned"),
                            row.getLong("cosigned_size"),
                            heard == null ? null : heard.toInstant(),
                            row.getString("halted"));
                })
                .optional()
                .orElse(LogState.EMPTY);
    }

    private static @Nullable SignedNote note(ResultSet row, String column) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? null : SignedNote.parse(bytes);
    }

    List<StoredEntry> entries(Place place, long from, long to) {
        return jdbc.sql("select * from trust.entry where place = ? and idx >= ? and idx < ? order by idx")
                .params(place.number(), from, to)
                .query(ENTRY)
                .list();
    }

    Map<Long, StoredEntry> entries(Place place, List<Long> indexes) {
        var found = new HashMap<Long, StoredEntry>();
        jdbc.sql("select * from trust.entry where place = ? and idx = any(?)")
                .params(place.number(), indexes.toArray(Long[]::new))
                .query(ENTRY)
                .list()
                .forEach(entry -> found.put(entry.index(), entry));
        return found;
    }

    List<StoredEntry> latestOpen(Place place, int limit) {
        return jdbc.sql("select * from trust.entry where place = ? and state = 1 order by idx desc limit ?")
                .params(place.number(), limit)
                .query(ENTRY)
                .list();
    }

    List<Long> missing(Place place, int limit) {
        return jdbc.sql("select idx from trust.entry where place = ? and state = 2 order by idx limit ?")
                .params(place.number(), limit)
                .query((row, number) -> row.getLong("idx"))
                .list();
    }

    /** Roots of full bundles {@code from} to {@code to} (exclusive). */
    List<Hash> subtrees(Place place, long from, long to) {
        return jdbc.sql("select root from trust.subtree where place = ? and idx >= ? and idx < ? order by idx")
                .params(place.number(), from, to)
                .query((row, number) -> Hash.of(row.getBytes("root")))
                .list();
    }

    Tree tree(Place place) {
        return tree(place, state(place).size());
    }

    Tree tree(Place place, long size) {
        var full = size / Tree.BUNDLE;
        var rest = entries(place, full * Tree.BUNDLE, size).stream()
                .map(StoredEntry::entry)
                .toList();
        return Tree.of(subtrees(place, 0, full), rest);
    }

    List<Receipt> receipts(Place partner, int limit) {
        return jdbc.sql("select size, at from trust.receipt where place = ? order by size desc limit ?")
                .params(partner.number(), limit)
                .query((row, number) -> receipt(partner, row))
                .list();
    }

    Optional<Receipt> delivered(Place partner, long index) {
        return jdbc.sql("select size, at from trust.receipt where place = ? and size > ? order by size limit 1")
                .params(partner.number(), index)
                .query((row, number) -> receipt(partner, row))
                .optional();
    }

    private static Receipt receipt(Place partner, ResultSet row) throws SQLException {
        return new Receipt(
                partner.party(), row.getLong("size"), row.getTimestamp("at").toInstant());
    }

    List<Evidence> evidence(Place place) {
        return jdbc.sql("select id, at, kind, convert_from(coalesce(first, ''), 'UTF8') as first,"
                        + " convert_from(coalesce(second, ''), 'UTF8') as second"
                        + " from trust.evidence where place = ? order by id limit 100")
                .param(place.number())
                .query((row, number) -> new Evidence(
                        row.getLong("id"),
                        place.party(),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("first"),
                        row.getString("second")))
                .list();
    }

    /** Every entry of a log in order, without holding more than a page of them. */
    void forEach(Place place, long from, EntryReader reader) throws SQLException {
        try (Connection connection = readers.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(
                    "select * from trust.entry where place = ? and idx >= ? order by idx")) {
                statement.setFetchSize(1024);
                statement.setInt(1, place.number());
                statement.setLong(2, from);
                try (var row = statement.executeQuery()) {
                    while (row.next()) reader.read(ENTRY.mapRow(row, 0));
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** Takes entries one by one. */
    interface EntryReader {
        void read(@Nullable StoredEntry entry);
    }

    static List<Long> indexes(long from, long to) {
        var indexes = new ArrayList<Long>();
        for (var i = from; i < to; i++) indexes.add(i);
        return indexes;
    }
}
