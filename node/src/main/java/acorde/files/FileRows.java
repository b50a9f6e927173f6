package acorde.files;

import acorde.acts.ActId;
import acorde.acts.OwnRecords;
import acorde.offices.JournalLine;
import acorde.offices.Person;
import acorde.postgres.Trip;
import acorde.postgres.Writers;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The tables of files. */
// More than 400 lines: every statement on these tables, which take turns to name, keep and let go of the same chunks.
final class FileRows {
    /** The hashes that stand one behind the other in a parameter. */
    private static final String THESE = "(select unnest(files.hashes(?)))";

    /**
     * No act of a party names a chunk of {@code files.given} but some: party, those acts. Asked of each chunk, up to the first other: one file may be
     * named by each of a hundred thousand acts. Those are hashed once: {@code <> all} would go through all of them for each act that names it.
     */
    private static final String BY_NO_OTHER = " not exists (select from files.named n where n.party = ?"
            + " and files.hashes(n.chunks) && array[given.sha256] and n.idx not in (select unnest(?)))";

    /** Those of some chunks of a party that no file lying ready names and no act but some: party, chunks, party, those acts, and the party. */
    static final String UNNAMED = " where party = ? and sha256 in " + THESE + " and" + BY_NO_OTHER
            + " and sha256 not in (select unnest(files.hashes(chunks)) from files.upload where party = ?)";

    /** The chunks of the files of some acts of a party. */
    private static final String CHUNKS =
            "select distinct unnest(files.hashes(chunks)) from files.named where party = ? and idx = any(?)";

    /** After the rows {@code gone} have left {@code files.given}. */
    private static final String UNCOUNT = " update files.taken t set bytes = t.bytes - g.bytes from"
            + " (select party, sum(size) as bytes from gone group by party) g where g.party = t.party";

    /** Chunks let go of in one transaction of a sweep. */
    static final int PART = 256;

    /** Of each of them that many acts are passed over; where there are more to pass over, a part has fewer chunks. */
    private static final int PASSED = 1_000;

    /** Numbers of files that lie ready are drawn below this: no other officer's can be counted, and a program reads them exactly. */
    private static final long NUMBERS = 1_000_000_000_000_000L;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Logger LOG = LoggerFactory.getLogger(FileRows.class);

    private final JdbcTemplate jdbc;
    private final Writers writers;
    private final Room room;
    private final OwnRecords records;

    /**
     * @param writers under the lease: a process that has lost it sweeps nothing that another has just been given
     * @param records where it is kept who sent a file
     */
    FileRows(Writers writers, Room room, OwnRecords records) {
        this.writers = writers;
        this.room = room;
        this.records = records;
        this.jdbc = writers.jdbc();
    }

    /** In one transaction, during which the database lets go of no chunk by itself: what was ordered given up is not kept behind that order. */
    private <T> T together(Supplier<T> work) {
        return writers.together(() -> {
            jdbc.queryForList("select pg_advisory_xact_lock_shared(hashtextextended('acorde files', 0))");
            return work.get();
        });
    }

    private int update(String sql, Object... parameters) {
        return together(() -> jdbc.update(sql, parameters));
    }

    /** Keeps a chunk that a party gave. @return false if its act names the file no more; then nothing was kept */
    boolean keep(Named named, Hash hash, byte[] bytes, Instant now) {
        return together(() -> isNamed(named) && put(named.act().party(), hash, bytes, now));
    }

    private boolean isNamed(Named named) {
        return one(jdbc.queryForObject(
                "select exists (select from files.named where party = ? and idx = ? and number = ?)",
                Boolean.class,
                named.act().party().value(),
                named.act().index(),
                named.number()));
    }

    private boolean put(PartyCode party, Hash hash, byte[] bytes, Instant now) {
        jdbc.update("insert into files.chunk values (?, ?) on conflict do nothing", hash.bytes(), bytes);
        jdbc.update(
                "with fresh as (insert into files.given values (?, ?, ?, ?) on conflict do nothing returning party, size)"
                        + " insert into files.taken as t select party, size from fresh"
                        + " on conflict (party) do update set bytes = t.bytes + excluded.bytes",
                party.value(),
                hash.bytes(),
                bytes.length,
                Timestamp.from(now));
        return true;
    }

    /**
     * A file that an officer is sending to this party.
     *
     * @param key by which a further go finds it; null if there is to be none
     * @param whole bytes it will have; null if its sender has not said
     * @param chunks what is here of it, each of them full: a shorter one is its last, and is kept with its end
     */
    record Coming(
            long upload,
            PartyCode party,
            String name,
            @Nullable String key,
            @Nullable Long whole,
            List<Hash> chunks) { // what further goes have to agree with
        static final RowMapper<Coming> MAPPER = (row, _) -> new Coming(
                row.getLong("id"),
                new PartyCode(row.getString("party")),
                row.getString("name"),
                row.getString("begun"),
                row.getObject("whole", Long.class),
                Hashes.split(row.getBytes("chunks")));

        Coming {
            chunks = List.copyOf(chunks);
        }

        /** Bytes that are here. */
        long size() {
            return chunks.size() * (long) Attachment.CHUNK;
        }
    }

    /**
     * Why the officer may not begin another file that comes in several goes. That which is announced has its room from the beginning:
     * nobody sends for an hour what there is no room for.
     *
     * @param whole bytes it will have; 0 if its sender has not said
     */
    Optional<Put.Why> mayBegin(Person.Id person, long whole) {
        return one(jdbc.queryForObject(
                "select count(*) filter (where begun is not null and sha256 is null),"
                        + " coalesce(sum(greatest(size, whole)), 0) from files.upload where person = ?",
                (row, _) -> {
                    if (row.getLong(1) >= room.begun()) return Optional.of(Put.Why.TOO_MANY_BEGUN);
                    return row.getLong(2) + whole > room.ofOfficer()
                            ? Optional.of(Put.Why.NO_ROOM)
                            : Optional.<Put.Why>empty();
                },
                person.value()));
    }

    /** Begins a file that an officer sends. @param go null if all of it comes now */
    Coming begin(Person.Id person, PartyCode party, String name, @Nullable Go go, Instant now) { // one row
        return together(() -> one(jdbc.queryForObject(
                "insert into files.upload (id, person, party, name, type, size, chunks, at, since, begun, whole)"
                        + " values (?, ?, ?, ?, ?, 0, '', ?, ?, ?, ?) returning *",
                Coming.MAPPER,
                RANDOM.nextLong(NUMBERS),
                person.value(),
                party.value(),
                name,
                FileType.ofName(name).orElseThrow().mediaType(),
                Timestamp.from(now),
                Timestamp.from(now),
                go == null ? null : go.key(),
                go == null ? null : go.whole())));
    }

    /**
     * What is here of the officer's file of this key; nothing any more if it has been on its way for too long. Its time begins anew, or it might
     * be swept while a go comes.
     */
    Optional<Coming> goOn(Person.Id person, String key, Instant now) {
        letGo(
                "person = ? and begun = ? and sha256 is null and since < ?",
                person.value(),
                key,
                Timestamp.from(now.minus(room.coming())));
        return together(() -> jdbc
                .query(
                        "update files.upload set at = ? where person = ? and begun = ? and sha256 is null returning *",
                        Coming.MAPPER,
                        Timestamp.from(now),
                        person.value(),
                        key)
                .stream()
                .findFirst());
    }

    /** The officer's files of which further goes may come. */
    List<Begun> begun(Person.Id person) {
        return jdbc.query(
                "select * from files.upload where person = ? and begun is not null and sha256 is null order by at, id",
                (row, _) -> begun(row),
                person.value());
    }

    private Begun begun(ResultSet row) throws SQLException {
        return new Begun(
                row.getString("begun"),
                row.getString("name"),
                row.getLong("size"),
                Hashes.split(row.getBytes("chunks")),
                row.getObject("whole", Long.class),
                end(row));
    }

    /** When it is swept if nobody comes back to it, or, being on its way, has been so for too long. */
    private Instant end(ResultSet row) throws SQLException {
        var idle = row.getTimestamp("at").toInstant().plus(room.ready());
        var old = row.getTimestamp("since").toInstant().plus(room.coming());
        return old.isBefore(idle) ? old : idle;
    }

    /** The officer's file of this key: what is here of it while it comes, else the last that came whole under it. */
    Optional<Went> sent(Person.Id person, String key) {
        return jdbc
                .query(
                        "select * from files.upload where person = ? and begun = ? order by sha256 is not null, at desc limit 1",
                        (row, _) -> row.getBytes("sha256") == null
                                ? Optional.<Went>of(new Went.Further(begun(row)))
                                : upload(row).<Went>map(ready -> new Went.Ended(new Put.Ready(ready))),
                        person.value(),
                        key)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <T> T one(@Nullable T value) {
        if (value == null) throw new IllegalStateException("a statement that gives one row gave none");
        return value;
    }

    /** Where a file ends. @param sent the line of the journal that tells who sent it */
    record End(Hash whole, JournalLine sent) {}

    /** Up to a MiB of a file. @param bytes none if the file has ended with a full chunk */
    record Chunk(Hash hash, byte[] bytes) {}

    /**
     * Keeps the next chunk of a file that is being sent; the last one with the end of the file and who sent it, or not at all.
     *
     * @param end null if more comes
     * @return false if the officer's files have no room for it; then nothing was kept
     */
    boolean append(Coming file, Chunk chunk, @Nullable End end, Instant now) {
        var bytes = chunk.bytes();
        return together(() -> {
            // One after another for each officer, or two sent at once would pass the limit together.
            jdbc.queryForList(
                    "select id from files.upload where person = (select person from files.upload where id = ?)"
                            + " order by id for update",
                    file.upload());
            var taken = jdbc.update(
                    "update files.upload u set size = size + ?, chunks = chunks || ?, sha256 = ?, at = ? where id = ?"
                            + " and (select sum(greatest(size + case when id = u.id then ? else 0 end, whole))"
                            + " from files.upload all_of where all_of.person = u.person) <= ?",
                    bytes.length,
                    bytes.length == 0 ? bytes : chunk.hash().bytes(),
                    end == null ? null : end.whole().bytes(),
                    Timestamp.from(now),
                    file.upload(),
                    bytes.length,
                    room.ofOfficer());
            if (taken == 1 && bytes.length > 0) put(file.party(), chunk.hash(), bytes, now);
            if (taken == 1 && end != null) keep(end.sent().bytes(now));
            return taken == 1;
        });
    }

    private void keep(byte[] line) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var trip = new Trip();
            records.keep(trip, List.of(line));
            trip.run(connection);
            return true;
        });
    }

    /** This sending came to nothing: what came stays only for further goes. @param forGood if none may come */
    boolean giveUp(Coming file, boolean forGood) {
        // What takes no room would be kept without end.
        return letGo("id = ? and sha256 is null and (? or begun is null or size = 0)", file.upload(), forGood);
    }

    /** Lets go of what is on its way under a key. */
    boolean drop(Person.Id person, String key) {
        return letGo("person = ? and begun = ? and sha256 is null", person.value(), key);
    }

    boolean drop(Person.Id person, long upload) {
        return letGo("id = ? and person = ?", upload, person.value());
    }

    /** Drops a file that was sent, with those of its chunks that nothing else names, or refused files would pile up. */
    private boolean letGo(String which, Object... parameters) {
        return together(() -> {
            var gone = jdbc.query(
                    "delete from files.upload where " + which + " returning party, chunks",
                    (row, _) -> Map.entry(row.getString(1), row.getBytes(2)),
                    parameters);
            for (var each : gone) letGoOf(each.getKey(), each.getValue(), List.of());
            return !gone.isEmpty();
        });
    }

    /** Of these chunks of a party, one behind the other, those that nothing names but perhaps these acts. @return how many are here no more */
    private int letGoOf(String party, byte[] chunks, Collection<ActId> over) {
        jdbc.update(
                "with gone as (delete from files.given" + UNNAMED + " returning party, size)" + UNCOUNT,
                party,
                chunks,
                party,
                indexes(over),
                party);
        return jdbc.update(
                "delete from files.chunk c where sha256 in " + THESE + " and not exists"
                        + " (select from files.given g where g.sha256 = c.sha256)",
                chunks);
    }

    /** Drops what was being sent when this program ended, and of which no further go will come. */
    void dropUnfinished() {
        update("delete from files.upload where sha256 is null and begun is null");
    }

    /** The officer's files that lie ready, newest first. */
    List<Upload> uploads(Person.Id person) {
        return jdbc
                .query(
                        "select * from files.upload where person = ? and sha256 is not null order by at desc, id desc",
                        (row, _) -> upload(row),
                        person.value())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Puts off the end of a file that lies ready. */
    Optional<Upload> renew(Person.Id person, long upload, Instant now) {
        return together(() -> jdbc
                .query(
                        "update files.upload set at = ? where person = ? and id = ? and sha256 is not null returning *",
                        (row, _) -> upload(row),
                        Timestamp.from(now),
                        person.value(),
                        upload)
                .stream()
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** Empty if it is none that can be shown: it hides no other, and is swept in its time. */
    private Optional<Upload> upload(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var at = row.getTimestamp("at").toInstant();
        try {
            var file = new Attachment(
                    row.getString("name"),
                    FileType.ofMediaType(row.getString("type"))
                            .orElseThrow(() -> new IllegalArgumentException("a type that is not taken")),
                    row.getLong("size"),
                    Hash.of(row.getBytes("sha256")),
                    Hashes.split(row.getBytes("chunks")));
            return Optional.of(new Upload(id, file, at, at.plus(room.ready())));
        } catch (IllegalArgumentException e) {
            LOG.warn("File {} that lies ready cannot be shown: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    /** The files an act names, in its order. */
    Map<Named, Attachment> of(ActId act) {
        return named("where party = ? and idx = ? order by number", act.party().value(), act.index());
    }

    /** The last file that a party's acts name. */
    Optional<Named> last(PartyCode party) {
        return place("where party = ? order by idx desc, number desc limit 1", party, party.value());
    }

    /** The last of so many files of a party behind {@code after}; empty if there are not that many. */
    Optional<Named> behind(PartyCode party, Named after, int many) {
        return place(
                "where party = ? and (idx, number) > (?, ?) order by idx, number offset ? limit 1",
                party,
                party.value(),
                after.act().index(),
                after.number(),
                many - 1);
    }

    private Optional<Named> place(String where, PartyCode party, Object... parameters) {
        return jdbc
                .query(
                        "select idx, number from files.named " + where,
                        (row, _) -> new Named(new ActId(party, row.getLong(1)), row.getInt(2)),
                        parameters)
                .stream()
                .findFirst();
    }

    /** Some files of a partner behind {@code after} that have not come whole, up to {@code end}, in the order of its log. */
    Map<Named, Attachment> unfinished(PartyCode party, Named after, Named end, int limit) { // from where to where
        return named(
                "n where party = ? and (idx, number) > (?, ?) and (idx, number) <= (?, ?) and not exists (select from files.looked l"
                        + " where l.party = n.party and l.idx = n.idx and l.number = n.number)"
                        + " order by idx, number limit " + limit,
                party.value(),
                after.act().index(),
                after.number(),
                end.act().index(),
                end.number());
    }

    private Map<Named, Attachment> named(String where, Object... parameters) {
        var found = new LinkedHashMap<Named, Attachment>();
        jdbc.query(
                "select * from files.named " + where,
                row -> {
                    var keyed = Named.FILES.keyed(row);
                    found.put(keyed.key(), keyed.row());
                },
                parameters);
        return found;
    }

    /** Which of these chunks a party gave, and are here. */
    Set<Hash> here(PartyCode party, Collection<Hash> chunks) {
        var found = new HashSet<Hash>();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select sha256 from files.given g where party = ? and sha256 = any(?)"
                                    + " and exists (select from files.chunk c where c.sha256 = g.sha256)");
                    statement.setString(1, party.value());
                    statement.setArray(2, array(connection, chunks));
                    return statement;
                },
                row -> {
                    found.add(Hash.of(row.getBytes(1)));
                });
        return found;
    }

    private static Array array(Connection connection, Collection<Hash> hashes) throws SQLException {
        return connection.createArrayOf(
                "bytea", hashes.stream().map(Hash::bytes).toArray(byte[][]::new));
    }

    /** A chunk that a party gave. */
    Optional<byte[]> chunk(PartyCode party, Hash hash) {
        return jdbc
                .query(
                        "select bytes from files.chunk c where sha256 = ? and exists (select from files.given g"
                                + " where g.party = ? and g.sha256 = c.sha256)",
                        (row, _) -> row.getBytes(1),
                        hash.bytes(),
                        party.value())
                .stream()
                .findFirst();
    }

    /** Notes that a partner was given a chunk under an act of this party, if that still names files. */
    void handed(ActId act, PartyCode party, Hash hash, Instant now) {
        update(
                "insert into files.handed select ?, ?, ?, ? where exists"
                        + " (select from files.named where party = ? and idx = ?) on conflict do nothing",
                act.index(),
                party.value(),
                hash.bytes(),
                Timestamp.from(now),
                act.party().value(),
                act.index());
    }

    /** How much of a file each party was given under its act that was given any of it. */
    Map<PartyCode, Handed> handed(Named named) {
        var found = new HashMap<PartyCode, Handed>();
        jdbc.query(
                "select h.party, count(*) as chunks, max(h.at) as at from files.named n"
                        + " cross join unnest(files.hashes(n.chunks)) as c (sha256)"
                        + " join files.handed h on h.idx = n.idx and h.sha256 = c.sha256"
                        + " where n.party = ? and n.idx = ? and n.number = ? group by h.party",
                row -> {
                    var party = new PartyCode(row.getString("party"));
                    var at = row.getTimestamp("at").toInstant();
                    found.put(party, new Handed(party, row.getInt("chunks"), at));
                },
                named.act().party().value(),
                named.act().index(),
                named.number());
        return found;
    }

    /** What has been kept of a party, and of all but {@code self}. */
    record Taken(long ofParty, long ofAll) {}

    Taken taken(PartyCode party, PartyCode self) {
        return one(jdbc.queryForObject(
                "select coalesce(sum(bytes) filter (where party = ?), 0), coalesce(sum(bytes), 0) from files.taken"
                        + " where party <> ?",
                (row, _) -> new Taken(row.getLong(1), row.getLong(2)),
                party.value(),
                self.value()));
    }

    /** Notes whether a partner's file that has come is what its act says, if that still names it. */
    void looked(Named named, boolean good) {
        update(
                "insert into files.looked select party, idx, number, ? from files.named"
                        + " where party = ? and idx = ? and number = ? on conflict (party, idx, number) do update set good ="
                        + " excluded.good",
                good,
                named.act().party().value(),
                named.act().index(),
                named.number());
    }

    /** Whether a file was found to be what its act says; empty if nobody has looked. */
    Optional<Boolean> looked(Named named) {
        return jdbc
                .query(
                        "select good from files.looked where party = ? and idx = ? and number = ?",
                        (row, _) -> row.getBoolean(1),
                        named.act().party().value(),
                        named.act().index(),
                        named.number())
                .stream()
                .findFirst();
    }

    /**
     * Drops what lies ready for longer than it may, and what was found of files that nothing names. No recall waits for that.
     *
     * @param before when it was last chosen or gone on with
     */
    int expire(Instant before) {
        return writers.together(() -> jdbc.update("delete from files.upload where at < ?", Timestamp.from(before))
                + jdbc.update("delete from files.looked l where not exists (select from files.named n"
                        + " where n.party = l.party and n.idx = l.idx and n.number = l.number)"));
    }

    /** Chunks that one party gave. */
    record Loose(String party, List<Hash> chunks) {
        Loose {
            chunks = List.copyOf(chunks);
        }
    }

    /** What seems to be named by nothing, in parts; nobody waits while it is looked for. @param before what came after it is left alone */
    List<Loose> loose(PartyCode self, Instant before) {
        return jdbc.query(
                "select party, string_agg(sha256, '') from (select party, sha256, (row_number() over"
                        + " (partition by party order by sha256) - 1) / ? as part from files.given g"
                        + " where (at < ? or party = ?) and not exists"
                        + " (select from files.needed n where n.party = g.party and n.sha256 = g.sha256)) as loose"
                        + " group by party, part",
                (row, _) -> new Loose(row.getString(1), Hashes.split(row.getBytes(2))),
                PART,
                Timestamp.from(before),
                self.value());
    }

    /** Drops of these what nothing names indeed but perhaps these acts, in one transaction: a recall waits for no more. @return how many chunks went */
    int sweep(Loose loose, Collection<ActId> over) {
        return together(() -> letGoOf(loose.party(), Hashes.join(loose.chunks()), over));
    }

    /** The acts of a party that name files behind {@code after} and up to {@code end}, of which anything is here. */
    List<ActId> held(PartyCode party, Named after, Named end) {
        return acts(
                party,
                "select distinct idx from files.named n where party = ? and (idx, number) > (?, ?) and (idx, number) <= (?, ?)"
                        + " and exists (select from files.given g where g.party = n.party"
                        + " and g.sha256 = any(files.hashes(n.chunks))) order by idx",
                party.value(),
                after.act().index(),
                after.number(),
                end.act().index(),
                end.number());
    }

    /** Forgets that the files of these acts of a party had come whole. */
    void forget(PartyCode party, Collection<ActId> acts) {
        update("delete from files.looked where party = ? and idx = any(?)", party.value(), indexes(acts));
    }

    /** What is here of the files of these acts of a party and seems to be named by none but some, in parts; nobody waits while it is looked for. */
    List<Loose> parts(PartyCode party, Collection<ActId> acts, Collection<ActId> over) {
        return jdbc.query(
                "select string_agg(sha256, '') from (select sha256, (row_number() over (order by sha256) - 1) / ? as part"
                        + " from files.given where party = ? and sha256 in (" + CHUNKS + ") and" + BY_NO_OTHER
                        + ") as parts group by part",
                (row, _) -> new Loose(party.value(), Hashes.split(row.getBytes(1))),
                Math.max(1, PART * PASSED / Math.max(PASSED, over.size())),
                party.value(),
                party.value(),
                indexes(acts),
                party.value(),
                indexes(over));
    }

    private List<ActId> acts(PartyCode party, String sql, Object... parameters) {
        return jdbc.query(sql, (row, _) -> new ActId(party, row.getLong(1)), parameters);
    }

    private static Long[] indexes(Collection<ActId> acts) {
        return acts.stream().map(ActId::index).toArray(Long[]::new);
    }
}
