package acorde.trust;

import acorde.postgres.Trip;
import acorde.trustlog.Checkpoint;
import acorde.trustlog.SignedNote;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes this party's log and its mirrors of the others', a batch at a time. Used by one thread.
 *
 * <p>The order is: {@link #append} and {@link #store} as often as needed, {@link #addTo} once, then the caller runs what that added, which is
 * one transaction, and says {@link #landed}; {@link #seal} lets the next batch begin meanwhile. When anything fails,
 * nothing of the batch has happened and the writer is thrown away: a new one reads where the logs stand.
 */
public final class LogWriter {
    private final Logs logs;
    private final SecureRandom random = new SecureRandom();
    private final List<@Nullable TagKey> tags;
    private final Map<PartyCode, Tree> trees = new HashMap<>();
    private final Map<PartyCode, LogState> changed = new HashMap<>();
    private final List<RowOf> rows = new ArrayList<>();
    private final List<RowOf> opened = new ArrayList<>();
    private final List<Consumer<LogStatements>> records = new ArrayList<>();
    private Map<PartyCode, LogState> underWay = Map.of();
    private byte[] salts = new byte[0];
    private int saltAt;

    /** An entry and whose it is. */
    record RowOf(Place place, StoredEntry entry) {
        /** Whether it is that entry, with content. */
        boolean is(Place other, long index) {
            return place.equals(other) && entry.index() == index && entry.state() == StoredEntry.State.OPEN;
        }
    }

    LogWriter(Logs logs, Connection connection) throws SQLException {
        this.logs = logs;
        this.tags = logs.ownTags();
        // A writer before this one may have lost its connection with a commit under way: wait for the end of that, then
        // read.
        LogStatements.awaitOthers(connection);
        logs.refresh();
    }

    /** The size a log has with this batch. */
    public long size(PartyCode party) {
        return tree(party).size();
    }

    /**
     * Puts an act into this party's log.
     *
     * @return its index
     * @throws IllegalArgumentException if an addressee is not a party of the charter
     */
    public long append(byte[] act, SortedSet<PartyCode> to) {
        for (var party : to) logs.placeOf(party);
        var places = logs.charter().places();
        var tree = tree(logs.self().party());
        var index = tree.size();
        var salt = nextSalt();
        var entry = Entry.start(salt, 0, act, places.size());
        for (var place : places) {
            var at = Entry.TAGS_AT + place.number() * TagKey.TAG_SIZE;
            var tag = tags.get(place.number());
            if (tag != null && to.contains(place.party())) tag.write(index, entry, at);
            else System.arraycopy(nextRandom(TagKey.TAG_SIZE), 0, entry, at, TagKey.TAG_SIZE);
        }
        tree.add(entry);
        rows.add(new RowOf(logs.self(), StoredEntry.open(index, entry, salt, act)));
        return index;
    }

    /** Keeps an entry of a partner's log, verified before, whose index is the next. */
    public void store(PartyCode party, StoredEntry entry) {
        var tree = tree(party);
        if (entry.index() != tree.size())
            throw new IllegalArgumentException("entry " + entry.index() + " does not follow " + tree.size());
        tree.add(entry.entry());
        rows.add(new RowOf(logs.placeOf(party), entry));
    }

    /**
     * The author's checkpoint, checked before, whose entries are all stored with this batch.
     *
     * @param complete whether every opening addressed to this party is stored too: only then is it cosigned
     */
    public void checkpoint(PartyCode party, SignedNote note, boolean complete, Instant now) {
        var checkpoint = Checkpoint.parse(note.text());
        var tree = tree(party);
        if (checkpoint.size() != tree.size() || !checkpoint.root().equals(tree.root()))
            throw new IllegalArgumentException("the checkpoint is not that of what is stored");
        var own = note.by(List.of(logs.placeOf(party).keys().log())); // what others wrote under it is not ours to keep
        var before = state(party);
        var cosigned = complete ? logs.cosign(own, now) : before.cosigned();
        var cosignedSize = complete ? checkpoint.size() : before.cosignedSize();
        if (complete && cosignedSize > before.cosignedSize()) given(party, cosignedSize, now);
        changed.put(party, new LogState(checkpoint.size(), own, cosigned, cosignedSize, now, before.halted()));
    }

    /** Cosigns the checkpoint that is stored already: the last opening that was missing from it has come. */
    public void cosignStored(PartyCode party, Instant now) {
        var state = state(party);
        var note = state.note();
        if (note == null) return;
        var size = Checkpoint.parse(note.text()).size();
        changed.put(
                party, new LogState(state.size(), note, logs.cosign(note, now), size, state.heardAt(), state.halted()));
        given(party, size, now);
    }

    private void given(PartyCode party, long size, Instant now) {
        var place = logs.placeOf(party);
        records.add(statements -> statements.given(place, size, now));
    }

    /** The partner answered. */
    public void heard(PartyCode party, Instant now) {
        changed.put(party, state(party).heard(now));
    }

    /** Stops following: what is against the partner is kept. */
    public void halt(PartyCode party, String kind, @Nullable SignedNote first, @Nullable SignedNote second) {
        changed.put(party, state(party).halted(kind));
        var place = logs.placeOf(party);
        records.add(statements -> statements.evidence(place, kind, first, second));
    }

    /** An opening that came later than its entry, or will not come any more. */
    public void open(PartyCode party, StoredEntry entry) {
        opened.add(new RowOf(logs.placeOf(party), entry));
    }

    /** Gives up the content of an entry, salt and all, for ever; the entry stays. What came with this batch is not even written. */
    public void destroy(PartyCode party, long index) {
        var place = logs.placeOf(party);
        UnaryOperator<RowOf> gone = row -> row.is(place, index)
                ? new RowOf(place, StoredEntry.closed(index, row.entry().entry(), StoredEntry.State.DESTROYED))
                : row;
        rows.replaceAll(gone);
        opened.replaceAll(gone);
        records.add(statements -> statements.destroy(place, index));
    }

    /** Hands the content of an own entry out no more; it is kept. @param order the index of the act that says so */
    public void takeBack(long index, long order) {
        records.add(statements -> statements.takeBack(index, order));
    }

    /** A partner's receipt for this party's log, its cosignature checked before. */
    public void receipt(Receipt receipt, SignedNote note, Instant now) {
        var place = logs.placeOf(receipt.by());
        var kept = note.by(List.of(logs.self().keys().log(), place.keys().cosign()));
        records.add(statements -> statements.receipt(place, receipt.takenIn(now), kept));
    }

    /** Adds the statements that write the batch to those of the caller, who runs them. */
    public void addTo(Trip trip) {
        var statements = new LogStatements(trip);
        records.forEach(record -> record.accept(statements));
        statements.entries(rows);
        rows.stream()
                .filter(row -> row.entry().state() == StoredEntry.State.MISSING)
                .collect(Collectors.groupingBy(
                        RowOf::place, Collectors.mapping(row -> row.entry().index(), Collectors.toList())))
                .forEach(statements::missing);
        for (var late : opened) statements.open(late.place(), late.entry());
        for (var entry : trees.entrySet()) {
            var place = logs.placeOf(entry.getKey());
            var tree = entry.getValue();
            var filled = tree.takeFilled();
            if (!filled.isEmpty()) statements.subtrees(place, tree.size() / Tree.BUNDLE - filled.size(), filled);
            grow(place, tree);
        }
        for (var entry : changed.entrySet()) statements.state(logs.placeOf(entry.getKey()), entry.getValue());
    }

    /** Own log: a new signed checkpoint. A mirror between two checkpoints: only its size. */
    private void grow(Place place, Tree tree) {
        var before = state(place.party());
        if (before.size() == tree.size()) return;
        var note = place.equals(logs.self()) ? logs.signCheckpoint(tree.size(), tree.root()) : before.note();
        changed.put(
                place.party(),
                new LogState(
                        tree.size(),
                        note,
                        before.cosigned(),
                        before.cosignedSize(),
                        before.heardAt(),
                        before.halted()));
    }

    /**
     * Ends the batch, and the next may begin while this one is being committed. Only one may be on its way.
     *
     * @return how far the logs go with it, for {@link Logs#publish} once it is durable
     */
    public Map<PartyCode, LogState> seal() {
        underWay = Map.copyOf(changed);
        changed.clear();
        rows.clear();
        opened.clear();
        records.clear();
        return underWay;
    }

    /** What was sealed is durable, and published. */
    public void landed() {
        logs.landed(underWay.get(logs.self().party()));
        underWay = Map.of();
    }

    /** How far a log goes with this batch. */
    public LogState state(PartyCode party) {
        var state = changed.getOrDefault(party, underWay.get(party));
        return state == null ? logs.state(party) : state;
    }

    private Tree tree(PartyCode party) {
        return trees.computeIfAbsent(party, this::stored);
    }

    /** The tree to go on from. One that is not the signed one must not be continued: partners would see two histories. */
    private Tree stored(PartyCode party) {
        if (party.equals(logs.self().party())) logs.insistOnWhatWasSigned();
        var tree = logs.rows().tree(logs.placeOf(party));
        var note = logs.state(party).note();
        if (note == null) return tree;
        var signed = Checkpoint.parse(note.text());
        if (tree.size() < signed.size()
                || tree.size() == signed.size() && !tree.root().equals(signed.root())) throw new LogDamaged(party);
        return tree;
    }

    private byte[] nextSalt() {
        return nextRandom(Entry.SALT_SIZE);
    }

    /** Random bytes drawn a block at a time: a call to the generator costs more than the bytes. */
    private byte[] nextRandom(int length) {
        if (saltAt + length > salts.length) {
            salts = new byte[64 * 1024];
            random.nextBytes(salts);
            saltAt = 0;
        }
        var bytes = Arrays.copyOfRange(salts, saltAt, saltAt + length);
        Arrays.fill(salts, saltAt, saltAt + length, (byte) 0);
        saltAt += length;
        return bytes;
    }
}
