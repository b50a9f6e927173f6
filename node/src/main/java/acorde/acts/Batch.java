package acorde.acts;

import acorde.postgres.DatabaseUnavailable;
import acorde.postgres.Lease;
import acorde.postgres.Trip;
import acorde.trust.LogState;
import acorde.trust.LogWriter;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import acorde.trustlog.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one batch after another: decides commands, appends, stores, applies, writes and commits.
 *
 * <p>All is first done in memory; the database sees one transaction of a few array statements at the end, in one round
 * trip. When anything fails the whole is thrown away, connections and all, and a new one reads where the logs stand.
 */
final class Batch {
    /** Bytes of acts in one transaction, since 1,024 acts may be of 1 MiB each. */
    static final int BYTES = 8 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Logs logs;
    private final Connection connection;
    private final Connection reading;
    private final Lease lease;
    private final LogWriter writer;
    private final Memory memory;
    private final Fold fold;
    private final Gaps missing;
    private final OwnRecords records;
    private List<Work> taken = List.of();
    private Trip trip = new Trip();
    private List<Runnable> answers = new ArrayList<>();
    private final List<byte[]> lines = new ArrayList<>();
    private long weight;

    /**
     * @param connection for writing
     * @param reading for reading what is not known while the other is busy
     */
    Batch( // each is another thing a batch is carried out on
            Logs logs,
            Connection connection,
            Connection reading,
            Lease lease,
            Map<String, Duty> duties,
            OwnRecords records)
            throws SQLException {
        this.logs = logs;
        this.connection = connection;
        this.reading = reading;
        this.lease = lease;
        this.records = records;
        connection.setAutoCommit(false);
        this.writer = logs.writer(connection);
        this.memory = new Memory(logs, reading);
        this.fold = new Fold(memory, duties, this::arrived, this::known);
        fold.restore(connection);
        this.missing = Gaps.stored(logs);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /**
     * What came of some works, ready to be written.
     *
     * @param works those that are in it
     * @param trip one transaction
     * @param states how far the logs go with it
     * @param signature what this party's own log is signed with if it is committed, which no other batch ever has; null if it adds nothing
     * @param standing what of each partner's log is then stored and not settled
     * @param answers what tells everybody who waits that it is durable
     */
    record Sealed(
            List<Work> works,
            Trip trip,
            Map<PartyCode, LogState> states,
            @Nullable SignedNote signature,
            Map<PartyCode, Standing> standing,
            List<Runnable> answers) {} // what is known of a batch on its way

    /**
     * Does the works in order until they weigh enough, at least one of them, in memory; the others are for the next batch. All that will be
     * written is made ready and signed too, so that the database never waits for it. May run while the batch before is being committed, and
     * is worth nothing unless that is.
     *
     * @throws Unstorable if a duty made a row that its table cannot hold
     */
    void carryOut(List<Work> works, Instant now) {
        weight = 0;
        prefetch(works);
        var done = 0;
        while (done < works.size() && (done == 0 || weight < BYTES)) {
            switch (works.get(done++)) {
                case Work.Local<?> local -> decide(local, now);
                case Work.Brought brought -> take(brought, now);
            }
        }
        taken = List.copyOf(works.subList(0, done));
        trip = written();
    }

    private Trip written() {
        var written = new Trip();
        lease.addTo(written);
        memory.takenBack().forEach((id, order) -> {
            if (memory.isOurs(id)) writer.takeBack(id.index(), order.index());
            else writer.destroy(id.party(), id.index());
        });
        writer.addTo(written);
        try {
            memory.addTo(written);
        } catch (IllegalArgumentException unfit) {
            throw new Unstorable(unfit);
        }
        if (!lines.isEmpty())
            records.keep(written, List.copyOf(lines)); // last: whoever else keeps lines waits until the end
        lines.clear();
        return written;
    }

    /** Ends the batch, so that it can be committed and the next one carried out; only when the batch before has {@link #landed}. */
    Sealed seal() {
        var states = writer.seal();
        memory.seal();
        var own = states.get(logs.self().party());
        var sealed = new Sealed(taken, trip, states, own == null ? null : own.note(), standing(), answers);
        answers = new ArrayList<>();
        taken = List.of();
        return sealed;
    }

    private void take(Work.Brought brought, Instant now) {
        switch (brought) {
            case Work.Incoming(var stretch, var _) -> store(stretch, now);
            case Work.Late late -> openLate(late, now);
            case Work.TakenBack taken -> takenBack(taken, now);
            case Work.Receipted(var receipt, var note, var _) -> writer.receipt(receipt, note, now);
            case Work.Halted(var contradiction, var _) ->
                writer.halt(contradiction.party(), contradiction.kind(), contradiction.first(), contradiction.second());
            case Work.Heard(var party, var _) -> writer.heard(party, now);
        }
        answers.add(() -> brought.stored().complete(null));
    }

    /**
     * Writes it as one transaction, and shows it to readers. May run on another thread than the next {@link #carryOut}.
     *
     * @throws DatabaseUnavailable when another process may write now and this one may not
     */
    void commit(Sealed sealed) throws SQLException {
        try {
            sealed.trip().run(connection);
        } catch (SQLException refused) {
            if (lease.isLost(refused)) throw lease.lost();
            throw refused;
        }
        logs.publish(sealed.states());
    }

    /** What was sealed last is committed. */
    void landed() {
        writer.landed();
        memory.landed();
    }

    /** Whether a batch with this signature was committed before this one was begun, and nothing after it. */
    boolean follows(SignedNote signature) {
        return Objects.equals(signature, logs.state(logs.self().party()).note());
    }

    /** What of each partner's log is stored and not settled. */
    Map<PartyCode, Standing> standing() {
        var standing = new HashMap<PartyCode, Standing>();
        for (var place : logs.charter().places())
            standing.put(place.party(), new Standing(fold.waiting(place.party()), missing.of(place.party())));
        return standing;
    }

    /** Cuts the connection under a statement that does not end; called by another thread than all else. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("aborting a broken connection", e);
        }
    }

    void discard() {
        Sequencer.closeQuietly(connection);
        Sequencer.closeQuietly(reading);
    }

    private void prefetch(List<Work> works) {
        var depended = new HashSet<ActId>();
        for (var work : works) {
            if (work instanceof Work.Incoming(var stretch, var _))
                for (var arrived : stretch.entries())
                    if (arrived.reading() instanceof ActText.Reading.Good(var act)) depended.addAll(act.after());
            if (work instanceof Work.Local<?> local) depended.addAll(hint(local.command()::readsActs));
        }
        memory.prefetchActs(depended);
        var rows = new ArrayList<RowKey<?, ?>>();
        for (var work : works) {
            switch (work) {
                case Work.Local<?> local -> rows.addAll(hint(local.command()::reads));
                case Work.Incoming(var stretch, var _) -> {
                    for (var arrived : stretch.entries())
                        if (arrived.reading() instanceof ActText.Reading.Good(var act)) rows.addAll(fold.reads(act));
                }
                case Work.Late _, Work.TakenBack _, Work.Receipted _, Work.Halted _, Work.Heard _ -> {}
            }
        }
        memory.prefetchRows(rows);
    }

    private static <T> List<T> hint(Supplier<List<T>> asked) {
        try {
            return asked.get();
        } catch (RuntimeException fault) {
            LOG.debug("What a command will read is not known", fault);
            return List.of();
        }
    }

    private <R> void decide(Work.Local<R> local, Instant now) {
        Decision<R> decision;
        try {
            decision = local.command().decide(fold.past(), now);
        } catch (DatabaseLost lost) {
            throw lost;
        } catch (RuntimeException fault) {
            LOG.error("A decision failed and changed nothing", fault);
            answers.add(() -> local.answer().completeExceptionally(fault));
            return;
        }
        switch (decision) {
            case Decision.Decline<R>(var why) ->
                answers.add(() -> local.answer().complete(new Said.Declined<>(why)));
            case Decision.Say<R>(var drafts) -> {
                var written = new ArrayList<Act>(drafts.size());
                for (var draft : drafts) written.add(append(draft, now));
                var by = local.by();
                if (by != null) for (var act : written) lines.add(by.line(act, now));
                answers.add(() -> local.answer().complete(new Said.Written<>(written)));
            }
        }
    }

    private Act append(Draft draft, Instant now) {
        var self = logs.self().party();
        var bytes = ActText.write(draft, self, now);
        weight += bytes.length;
        var id = new ActId(self, writer.append(bytes, draft.to()));
        return switch (ActText.read(id, bytes, self)) {
            case ActText.Reading.Bad(var rule) ->
                throw new IllegalStateException("a decision wrote an act that breaks " + rule);
            case ActText.Reading.Good(var act) -> {
                if (fold.take(act) instanceof Verdict.Rejected(var rule))
                    throw new IllegalStateException(
                            "a decision allowed " + act.kind() + ", which " + rule + " rejects");
                yield act;
            }
        };
    }

    private void store(Stretch stretch, Instant now) {
        var party = stretch.party();
        weight += stretch.weight();
        for (var arrived : stretch.entries()) {
            var entry = arrived.entry();
            if (entry.index() < writer.size(party)) continue; // a stretch that came twice
            writer.store(party, entry);
            var id = new ActId(party, entry.index());
            if (entry.state() == StoredEntry.State.MISSING) missing.add(id);
            fold.take(id, arrived.reading(), missing.contains(id));
        }
        var note = stretch.checkpoint();
        if (note != null) writer.checkpoint(party, note, missing.of(party) == 0, now);
    }

    private void openLate(Work.Late late, Instant now) {
        var id = new ActId(late.party(), late.entry().index());
        if (!missing.remove(id)) return;
        weight += late.entry().weight();
        writer.open(late.party(), late.entry());
        fold.take(id, late.reading(), false);
        if (missing.of(late.party()) == 0) writer.cosignStored(late.party(), now);
    }

    /** What its author took back before it came counts as stored, once the act that says so is here: else it is withheld. */
    private void takenBack(Work.TakenBack taken, Instant now) {
        var id = new ActId(taken.party(), taken.entry().index());
        if (!missing.contains(id) || !fold.takesBack(new ActId(taken.party(), taken.order()), id)) return;
        missing.remove(id);
        writer.open(taken.party(), taken.entry());
        fold.take(id, null, false);
        if (missing.of(taken.party()) == 0) writer.cosignStored(taken.party(), now);
    }

    /** Whether the entry is stored, with its content if it is for this party. */
    private boolean arrived(ActId id) {
        return known(id.party()) && id.index() < writer.size(id.party()) && !missing.contains(id);
    }

    private boolean known(PartyCode party) {
        return logs.charter().place(party).isPresent();
    }
}
