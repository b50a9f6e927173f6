package acorde.trust;

import acorde.postgres.Trip;
import acorde.trustlog.Checkpoint;
import acorde.trustlog.Hash;
import acorde.trustlog.InclusionProof;
import acorde.trustlog.NoteSigning;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TileHashes;
import acorde.trustlog.TilePath;
import acorde.trustlog.TlogProof;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * This party's log and its mirrors of the others': the door of the package.
 *
 * <p>Reading is safe from any thread and sees what is committed. Writing goes through {@link #writer}, of which there is one.
 */
// longer than a file should be: the one door to this party's log and its mirrors
public final class Logs {
    /** Bytes of acts that are read at once. */
    private static final long PAGE_BYTES = 8 << 20;

    /** Entries of a log that are looked through at once for those that are open: of a partner that opens none, no more. */
    public static final int LOOKED_THROUGH = 16_384;

    /** Receipts of each partner among which the one is looked for that most have given. */
    private static final int CONFIRMED = 32;

    /** The last second of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private final Charter charter;
    private final Place self;
    private final KeyRing keys;
    private final LogRows rows;
    private final Map<PartyCode, LogState> states = new ConcurrentHashMap<>();
    private volatile @Nullable SignedSoFar signed;

    /** @param readers connections that only read */
    public Logs(Charter charter, PartyCode self, KeyRing keys, DataSource readers) {
        this.charter = charter;
        this.keys = keys;
        this.self = charter.place(self)
                .orElseThrow(() -> new CharterRefused(
                        "The charter has no party " + self + ": this node cannot join it.",
                        "La carta no tiene la parte " + self + ": este nodo no puede unirse a ella."));
        if (!keys.publicKeys(charter.compact(), self).equals(this.self.keys()))
            throw new CharterRefused(
                    "The keys of this node are not those the charter gives for " + self
                            + ": use the charter that was founded with this node's card, or restore the node's keys.",
                    "Las llaves de este nodo no son las que la carta da a " + self
                            + ": use la carta que se fundó con la tarjeta de este nodo, o restaure las llaves.");
        this.rows = new LogRows(readers);
    }

    /** The same logs as one transaction sees them, for reading by one thread. */
    public Logs seenBy(Connection connection) {
        return new Logs(charter, self.party(), keys, new SingleConnectionDataSource(connection, true));
    }

    public Charter charter() {
        return charter;
    }

    public Place self() {
        return self;
    }

    /** How far a log is stored and verified here; for this party's own log, how far it goes. */
    public LogState state(PartyCode party) {
        return states.computeIfAbsent(party, code -> rows.state(placeOf(code)));
    }

    /**
     * From here on remembers beside the keys how far this party's log is signed, and goes on only from there.
     *
     * @param keyFolder where the keys are
     * @return to be closed when nothing is signed any more
     * @throws LogRolledBack if the database holds less than was signed with these keys, or other
     */
    public AutoCloseable rememberSigning(Path keyFolder) {
        var signedSoFar = SignedSoFar.open(keyFolder, self.keys().log());
        signed = signedSoFar;
        insistOnWhatWasSigned();
        return signedSoFar;
    }

    void insistOnWhatWasSigned() {
        var signedSoFar = signed;
        if (signedSoFar != null) signedSoFar.latest().ifPresent(checkpoint -> insist(null, checkpoint));
    }

    /**
     * Compares what is stored of this party's log with what a partner holds of it.
     *
     * @param note this party's checkpoint with the partner's cosignature; one that is not that says nothing
     * @throws LogRolledBack if the partner holds more than is stored here, or other
     */
    public void insistOn(PartyCode partner, SignedNote note) {
        if (checkReceipt(partner, note).isPresent()) insist(partner, Checkpoint.parse(note.text()));
    }

    /** @param partner who has the checkpoint; null if this node's own keys have */
    private void insist(@Nullable PartyCode partner, Checkpoint checkpoint) {
        var size = rows.state(self).size();
        if (size < checkpoint.size()) throw LogRolledBack.shorter(partner, checkpoint, size);
        if (!rootAt(self.party(), checkpoint.size()).equals(checkpoint.root()))
            throw LogRolledBack.other(partner, checkpoint);
    }

    /** The own log is durable up to this state. */
    void landed(@Nullable LogState own) {
        var signedSoFar = signed;
        if (signedSoFar != null && own != null && own.note() != null) signedSoFar.landed(own.note());
    }

    /** Opens the one writer on a connection that is its own, in a transaction of the caller's. */
    public LogWriter writer(Connection connection) throws SQLException {
        return new LogWriter(this, connection);
    }

    /**
     * Entries {@code from} (inclusive) to {@code to} (exclusive), as far as they are stored: as many as have 8 MiB of acts together, and at
     * least one.
     */
    public List<StoredEntry> entries(PartyCode party, long from, long to) {
        return rows.entries(placeOf(party), from, to, PAGE_BYTES);
    }

    /** One entry with what it commits to, if it is stored. */
    public Optional<StoredEntry> entry(PartyCode party, long index) {
        return rows.entry(placeOf(party), index);
    }

    /**
     * The newest entries that are open to this party, from one index (inclusive) on and below another, newest first: as many as have 8 MiB of
     * acts together, and at least one. The newest {@link #LOOKED_THROUGH} below the other are looked through.
     */
    public List<StoredEntry> latestOpen(PartyCode party, long from, long below, int limit) {
        var first = Math.max(from, Math.min(below, state(party).size()) - LOOKED_THROUGH);
        return rows.latestOpen(placeOf(party), first, below, limit, PAGE_BYTES);
    }

    /** Entries of these indexes, those with the shortest acts first: as many as have 8 MiB of acts together, and at least one. */
    public List<StoredEntry> shortest(PartyCode party, Collection<Long> indexes) {
        return rows.shortest(placeOf(party), indexes, PAGE_BYTES);
    }

    /** Entries of exactly these indexes, in one statement, save those whose act is longer than {@code longest} bytes. */
    public Map<Long, StoredEntry> entries(PartyCode party, List<Long> indexes, int longest) {
        return rows.entries(placeOf(party), indexes, longest);
    }

    /** What a tile of the tree holds; empty if the tree is too small for it. */
    public Optional<byte[]> tile(PartyCode party, TilePath path) {
        return new Tiles(rows, placeOf(party), state(party).size()).read(path);
    }

    /** The tree of a log as stored, rebuilt from its subtrees. */
    public MirrorHead head(PartyCode party) {
        var tree = rows.tree(placeOf(party));
        return new MirrorHead(tree.frontier(), state(party));
    }

    /** The root a log had when it was of {@code size}, which must not be past what is stored. */
    public Hash rootAt(PartyCode party, long size) {
        return rows.tree(placeOf(party), size).root();
    }

    /**
     * Of the entries that this party wrote, those addressed to {@code reader}, with their openings: as many, from the first on, as have
     * {@code bytes} of acts together, and at least one. What was taken back is there without its opening.
     */
    public List<Outgoing> openingsFor(PartyCode reader, long from, long to, int bytes) {
        var tag = keys.tagKey(
                charter.compact(), self.party(), reader, placeOf(reader).keys().exchange());
        var at = Entry.TAGS_AT + placeOf(reader).number() * TagKey.TAG_SIZE;
        var openings = new ArrayList<Outgoing>();
        var large = new ArrayList<Long>();
        var room = (long) bytes;
        for (var found : rows.sized(self, from, to)) {
            var entry = found.outgoing().entry();
            if (!tag.matches(entry.index(), entry.entry(), at)) continue;
            if (!openings.isEmpty() && found.length() > room) break;
            room -= found.length();
            openings.add(found.outgoing());
            if (found.length() > 0 && entry.act() == null) large.add(entry.index());
        }
        if (large.isEmpty()) return openings;
        var whole = rows.entries(self, large, Integer.MAX_VALUE);
        openings.replaceAll(one -> one.takenBack().isPresent()
                ? one
                : new Outgoing(whole.getOrDefault(one.entry().index(), one.entry()), one.takenBack()));
        return openings;
    }

    /** Tells which entries of a partner's log are for this party. Not safe for several threads: take one each. */
    public TagReader tagsOf(PartyCode originator) {
        var tag = keys.tagKey(
                charter.compact(),
                originator,
                self.party(),
                placeOf(originator).keys().exchange());
        return new TagReader(tag, charter.places().size(), self.number());
    }

    /** Reads a whole stored log and checks everything again. */
    public Audit audit(PartyCode party) {
        var place = placeOf(party);
        return Audit.of(place, rows.state(place), rows);
    }

    /**
     * The proof that an act stands in a log, as a file for {@code acorde verify} (c2sp.org/tlog-proof); the extra data is the entry, and after
     * it salt and act where this party has them.
     *
     * @param stored the entry with as much of its content as the proof is to show
     * @param note a signed checkpoint of the log that covers the index and is not past what is stored
     */
    public TlogProof proof(PartyCode party, StoredEntry stored, SignedNote note) {
        var checkpoint = Checkpoint.parse(note.text());
        var index = stored.index();
        var hashes = new TileHashes(path -> tile(party, path).orElseThrow(), checkpoint.size());
        var path = InclusionProof.of(index, checkpoint.size(), hashes).path();
        return new TlogProof(index, path, note, ProofExtra.write(stored));
    }

    /**
     * The signed checkpoint that proves an act best: of the first that cover it the one that most parties have confirmed, with all their
     * cosignatures under it. Empty while none covers it.
     */
    public Optional<SignedNote> checkpointFor(PartyCode party, long index) {
        var state = state(party);
        if (state.cosigned() != null && state.cosignedSize() > index) return Optional.of(state.cosigned());
        return best(party.equals(self.party()) ? confirmed(index) : List.of())
                .or(() -> Optional.ofNullable(state.note()).filter(note -> sizeOf(note) > index));
    }

    /** The first checkpoints of this party's log that cover an act, as each other party has confirmed them. */
    private List<SignedNote> confirmed(long index) {
        return charter.places().stream()
                .flatMap(place -> rows.confirmed(place, index, CONFIRMED).stream())
                .toList();
    }

    /** The one that most have confirmed, with the signatures of all of them; of several the smallest. */
    static Optional<SignedNote> best(List<SignedNote> confirmed) {
        var bySize = new TreeMap<Long, List<SignedNote>>();
        for (var note : confirmed)
            bySize.computeIfAbsent(sizeOf(note), size -> new ArrayList<>()).add(note);
        return bySize.values().stream()
                .max(Comparator.comparingInt(List::size)) // of several the first, which is the smallest
                .map(Logs::joined);
    }

    /** One note with the signatures under all of these, which have the same text: one log has one tree of a size. */
    private static SignedNote joined(List<SignedNote> notes) {
        var all = notes.getFirst();
        for (var note : notes) for (var signature : note.signatures()) all = all.with(signature);
        return all;
    }

    private static long sizeOf(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    /** The indexes, among those stored, whose opening has not come. */
    public List<Long> missing(PartyCode party, int limit) {
        return missing(party, 0, limit);
    }

    /** The same, beginning at an index. */
    public List<Long> missing(PartyCode party, long from, int limit) {
        return rows.missing(placeOf(party), from, limit);
    }

    /** Entries of a partner whose opening for this party has not come, the first of them, each with since when. */
    public SortedMap<Long, Instant> missingSince(PartyCode party, int limit) {
        return rows.missingSince(placeOf(party), limit);
    }

    /** The number of the entry that was opened late last; 0 if none was. */
    public long lastLate() {
        return rows.lastLate();
    }

    /**
     * Entries whose content came after them, or of which it was said after them that it will not come, in the order in which that was stored.
     *
     * @param number counts them all
     */
    public record Late(long number, PartyCode party, long index) {}

    /** Those after one of them, at most so many. */
    public List<Late> late(long after, int limit) {
        var parties = new HashMap<Integer, PartyCode>();
        for (var place : charter.places()) parties.put(place.number(), place.party());
        return rows.late(after, limit).stream()
                .map(late -> new Late(late.number(), Objects.requireNonNull(parties.get(late.place())), late.index()))
                .toList();
    }

    /** The receipts a partner has given for this party's log, newest first. */
    public List<Receipt> receipts(PartyCode partner, int limit) {
        return rows.receipts(placeOf(partner), limit);
    }

    /** The first receipt of a partner that covers the act at {@code index} of this party's log. */
    public Optional<Receipt> delivered(PartyCode partner, long index) {
        return rows.delivered(placeOf(partner), index);
    }

    /** When, as a partner signed, it had the acts at these indexes of this party's log; those it confirmed. */
    public Map<Long, Instant> delivered(PartyCode partner, Collection<Long> indexes) {
        return rows.delivered(placeOf(partner), indexes);
    }

    /**
     * When this party confirmed that it had the acts at these indexes of a partner's log; those it confirmed. By its own clock, and never too early:
     * of each hour it knows the last of its receipts. What it had before it kept them, it had since 1970.
     */
    public Map<Long, Instant> had(PartyCode author, Collection<Long> indexes) {
        return rows.had(placeOf(author), indexes);
    }

    /** What is kept against a partner. */
    public List<Evidence> evidence(PartyCode party) {
        return rows.evidence(placeOf(party));
    }

    Place placeOf(PartyCode party) {
        return charter.place(party)
                .orElseThrow(() -> new IllegalArgumentException("no party " + party + " in the charter"));
    }

    /** Adds to a transaction what gives up the content of an entry, salt and all, for ever. */
    public void destroy(Trip trip, PartyCode party, long index) {
        new LogStatements(trip).destroy(placeOf(party), index);
    }

    /** Adds to a transaction what hands an own entry out no more. @param order the index of the act that says so */
    public void takeBack(Trip trip, long index, long order) {
        new LogStatements(trip).takeBack(index, order);
    }

    /** Checks that a note is a checkpoint of a party's log, signed with the key in the charter. */
    public NoteSigning.CheckpointOutcome check(PartyCode party, SignedNote note) {
        return NoteSigning.check(note, placeOf(party).keys().log(), Ed25519.CHECK);
    }

    /**
     * Checks that a note is a checkpoint of this party's log, signed by it and cosigned by {@code partner}.
     *
     * @return the receipt; empty if either signature is not good, or its time is past the year 9999, which no table holds
     */
    public Optional<Receipt> checkReceipt(PartyCode partner, SignedNote note) {
        if (!(check(self.party(), note) instanceof NoteSigning.CheckpointOutcome.Signed(var checkpoint)))
            return Optional.empty();
        return switch (NoteSigning.checkCosignature(
                note, placeOf(partner).keys().cosign(), Ed25519.CHECK)) {
            case NoteSigning.CosignatureOutcome.Refused _ -> Optional.empty();
            case NoteSigning.CosignatureOutcome.Cosigned(var _, var seconds) ->
                seconds > LATEST
                        ? Optional.empty()
                        : Optional.of(new Receipt(partner, checkpoint.size(), Instant.ofEpochSecond(seconds)));
        };
    }

    SignedNote signCheckpoint(long size, Hash root) {
        var log = self.keys().log();
        return NoteSigning.sign(new Checkpoint(log.name(), size, root, List.of()), log, keys.logSigner());
    }

    SignedNote cosign(SignedNote note, Instant now) {
        return NoteSigning.cosign(note, self.keys().cosign(), now.getEpochSecond(), keys.cosigner());
    }

    LogRows rows() {
        return rows;
    }

    KeyRing keys() {
        return keys;
    }

    /** Reads again how far the logs are stored. */
    void refresh() {
        for (var place : charter.places()) states.put(place.party(), rows.state(place));
    }

    /** Shows readers how far the logs go with a batch that is durable now. */
    public void publish(Map<PartyCode, LogState> durable) {
        states.putAll(durable);
    }

    /** The tag keys of this party's own entries, by place; none at its own. */
    List<@Nullable TagKey> ownTags() {
        var tags = new ArrayList<@Nullable TagKey>();
        for (var place : charter.places())
            tags.add(
                    place.equals(self)
                            ? null
                            : keys.tagKey(
                                    charter.compact(),
                                    self.party(),
                                    place.party(),
                                    place.keys().exchange()));
        return tags;
    }
}
