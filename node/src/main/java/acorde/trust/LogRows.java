package acorde.trust;

import acorde.trustlog.Hash;
import acorde.trustlog.SignedNote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** Bytes up to which an act is read along with the question how long it is. */
    private static final int SHORT = 16 << 10;

    private final JdbcClient jdbc;

    LogRows(DataSource readers) {
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

    Optional<StoredEntry> entry(Place place, long index) {
        return jdbc.sql("select * from trust.entry where place = ? and idx = ?")
                .params(place.number(), index)
                .query(ENTRY)
                .optional();
    }

    /** Entries with their openings: as many, from the first on, as have {@code bytes} of acts together, and at least one. */
    List<StoredEntry> entries(Place place, long from, long to, long bytes) {
        return jdbc.sql("""
                select * from
                    (select *, sum(coalesce(octet_length(act), 0)) over (order by idx) - coalesce(octet_length(act), 0) as before
                    from trust.entry where place = ? and idx >= ? and idx < ?) as page
                where before < ? order by idx""")
                .params(place.number(), from, to, bytes)
                .query(ENTRY)
                .list();
    }

    /** The bytes of the entries alone: what the tree is made of. */
    List<byte[]> bare(Place place, long from, long to) {
        return jdbc.sql("select entry from trust.entry where place = ? and idx >= ? and idx < ? order by idx")
                .params(place.number(), from, to)
                .query((row, number) -> row.getBytes("entry"))
                .list();
    }

    /** Entries of exactly these indexes, save those whose act is longer than {@code longest}. */
    Map<Long, StoredEntry> entries(Place place, List<Long> indexes, int longest) {
        var found = new HashMap<Long, StoredEntry>();
        jdbc.sql("select * from trust.entry where place = ? and idx = any(?) and coalesce(octet_length(act), 0) <= ?")
                .params(place.number(), indexes.toArray(Long[]::new), longest)
                .query(ENTRY)
                .list()
                .forEach(entry -> found.put(entry.index(), entry));
        return found;
    }

    /** Entries of these indexes, those with the shortest acts first, up to so many bytes of acts. */
    List<StoredEntry> shortest(Place place, Collection<Long> indexes, long bytes) {
        return jdbc.sql("""
                select * from
                    (select *, sum(length) over (order by length, idx) - length as before from
                        (select *, coalesce(octet_length(act), 0) as length from trust.entry
                        where place = ? and idx = any(?)) as asked) as page
                where before < ? order by length, idx""")
                .params(place.number(), indexes.toArray(Long[]::new), bytes)
                .query(ENTRY)
                .list();
    }

    /** An entry whose content is here, with the length of its act; the act itself only if it is short. Of what was taken back neither. */
    record Sized(Outgoing outgoing, int length) {}

    List<Sized> sized(Place own, long from, long to) {
        return jdbc.sql("""
                select e.idx, entry, state, by_idx, case when by_idx is null then salt end as salt,
                    case when by_idx is null and octet_length(act) <= ? then act end as act,
                    case when by_idx is null then octet_length(act) else 0 end as length
                from trust.entry e left join trust.taken_back t on t.idx = e.idx
                where place = ? and e.idx >= ? and e.idx < ? and act is not null order by e.idx""")
                .params(SHORT, own.number(), from, to)
                .query((row, number) -> {
                    var order = row.getLong("by_idx");
                    var takenBack = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(order);
                    return new Sized(new Outgoing(ENTRY.mapRow(row, number), takenBack), row.getInt("length"));
                })
                .list();
    }

    /** The newest entries whose content is here: as many as have {@code bytes} of acts together, and at least one. */
    List<StoredEntry> latestOpen(Place place, long from, long below, int limit, long bytes) { // where, and how much
        return jdbc.sql("""
                select * from
                    (select *, sum(octet_length(act)) over (order by idx desc) - octet_length(act) as before from
                        (select * from trust.entry where place = ? and state = 1 and idx >= ? and idx < ?
                        order by idx desc limit ?) as latest) as page
                where before < ? order by idx desc""")
                .params(place.number(), from, below, limit, bytes)
                .query(ENTRY)
                .list();
    }

    List<Long> missing(Place place, long from, int limit) {
        return jdbc.sql("select idx from trust.entry where place = ? and state = 2 and idx >= ? order by idx limit ?")
                .params(place.number(), from, limit)
                .query((row, number) -> row.getLong("idx"))
                .list();
    }

    SortedMap<Long, Instant> missingSince(Place place, int limit) {
        var since = new TreeMap<Long, Instant>();
        jdbc.sql("select idx, since from trust.missing where place = ? order by idx limit ?")
                .params(place.number(), limit)
                .query((row, number) ->
                        since.put(row.getLong("idx"), row.getTimestamp("since").toInstant()))
                .list();
        return since;
    }

    long lastLate() {
        return jdbc.sql("select coalesce(max(n), 0) from trust.late")
                .query(Long.class)
                .single();
    }

    /** An entry by its number among those that were opened late. */
    record Late(long number, int place, long index) {}

    List<Late> late(long after, int limit) {
        return jdbc.sql("select n, place, idx from trust.late where n > ? order by n limit ?")
                .params(after, limit)
                .query((row, number) -> new Late(row.getLong("n"), row.getInt("place"), row.getLong("idx")))
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
        return Tree.of(subtrees(place, 0, full), bare(place, full * Tree.BUNDLE, size));
    }

    List<Receipt> receipts(Place partner, int limit) {
        return jdbc.sql("select size, at from trust.receipt where place = ? order by size desc limit ?")
                .params(partner.number(), limit)
                .query((row, number) -> receipt(partner, row))
                .list();
    }

    /** The first notes with a partner's cosignature that cover an index of this party's log. */
    List<SignedNote> confirmed(Place partner, long index, int limit) {
        return jdbc.sql("select note from trust.receipt where place = ? and size > ? order by size limit ?")
                .params(partner.number(), index, limit)
                .query((row, number) -> SignedNote.parse(row.getBytes("note")))
                .list();
    }

    Optional<Receipt> delivered(Place partner, long index) {
        return jdbc.sql("select size, at from trust.receipt where place = ? and size > ? order by size limit 1")
                .params(partner.number(), index)
                .query((row, number) -> receipt(partner, row))
                .optional();
    }

    /** The time in the first receipt for each of these. */
    Map<Long, Instant> delivered(Place partner, Collection<Long> indexes) {
        return first("trust.receipt", partner, indexes);
    }

    /** The same of the receipts this party gave. */
    Map<Long, Instant> had(Place author, Collection<Long> indexes) {
        return first("trust.given", author, indexes);
    }

    private Map<Long, Instant> first(String receipts, Place place, Collection<Long> indexes) {
        var at = new HashMap<Long, Instant>();
        jdbc.sql("select i.idx, r.at from unnest(?) as i (idx), lateral (select at from " + receipts
                        + " where place = ? and size > i.idx order by size limit 1) r")
                .params(indexes.toArray(Long[]::new), place.number())
                .query((row, number) ->
                        at.put(row.getLong("idx"), row.getTimestamp("at").toInstant()))
                .list();
        return at;
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
}
