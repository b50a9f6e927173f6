package acorde.acts;

import acorde.trust.LogWriter;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one batch after another on one connection: decides commands, appends, stores, applies, writes and commits.
 *
 * <p>All is first done in memory; the database sees one transaction of a few array statements at the end.
 */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Logs logs;
    private final Connection connection;
    private final LogWriter writer;
    private final Memory memory;
    private final Fold fold;
    private final Map<PartyCode, Set<Long>> missing = new HashMap<>();
    private final List<Runnable> answers = new ArrayList<>();

    Batch(Logs logs, Connection connection, Map<String, Duty> duties) throws SQLException {
        this.logs = logs;
        this.connection = connection;
        connection.setAutoCommit(false);
        this.writer = logs.writer(connection);
        this.memory = new Memory(logs, connection);
        this.fold = new Fold(memory, duties, this::arrived, this::known);
        fold.restore(connection);
        for (var place : logs.charter().places())
            missing.put(place.party(), new HashSet<>(logs.missing(place.party(), Integer.MAX_VALUE)));
        connection.commit();
    }

    void carryOut(List<Work> works, Instant now) throws SQLException {
        prefetch(works);
        for (var work : works) {
            switch (work) {
                case Work.Local<?> local -> decide(local, now);
                case Work.Incoming incoming -> store(incoming, now);
                case Work.Late late -> openLate(late, now);
                case Work.Receipted(var receipt, var note) -> writer.receipt(receipt, note);
                case Work.Halted(var party, var kind, var first, var second) -> writer.halt(party, kind, first, second);
                case Work.Heard(var party) -> writer.heard(party, now);
            }
        }
        writer.write();
        memory.write();
        connection.commit();
        writer.committed();
        memory.committed();
    }

    /** Tells everybody who waits that the batch is durable. */
    void answer() {
        answers.forEach(Runnable::run);
        answers.clear();
    }

    void discard() {
        Sequencer.closeQuietly(connection);
        writer.discard();
        answers.clear();
    }

    private void prefetch(List<Work> works) {
        var depended = new HashSet<ActId>();
        for (var work : works)
            if (work instanceof Work.Incoming(var stretch, var _))
                for (var arrived : stretch.entries())
                    if (arrived.reading() instanceof ActText.Reading.Good(var act)) depended.addAll(act.after());
        memory.prefetchActs(depended);
        var rows = new ArrayList<RowKey<?, ?>>();
        for (var work : works) {
            switch (work) {
                case Work.Local<?> local -> rows.addAll(local.command().reads());
                case Work.Incoming(var stretch, var _) -> {
                    for (var arrived : stretch.entries())
                        if (arrived.reading() instanceof ActText.Reading.Good(var act)) rows.addAll(fold.reads(act));
                }
                case Work.Late _, Work.Receipted _, Work.Halted _, Work.Heard _ -> {}
            }
        }
        memory.prefetchRows(rows);
    }

    private <R> void decide(Work.Local<R> local, Instant now) {
        Decision<R> decision;
        try {
            decision = local.command().decide(memory, now);
        } catch (RuntimeException fault) {
            LOG.error("A decision failed and changed nothing", fault);
            answers.add(() -> local.answer().completeExceptionally(fault));
            return;
        }
        switch (decision) {
            case Decision.Decline<R>(var why) ->
                answers.add(() -> local.answer().complete(new Said.Declined<>(why)));
            case Decision.Say<R>(var drafts) -> {
                var written = new ArrayList<ActId>(drafts.size());
                for (var draft : drafts) written.add(append(draft, now));
                answers.add(() -> local.answer().complete(new Said.Written<>(written)));
            }
        }
    }

    private ActId append(Draft draft, Instant now) {
        var self = logs.self().party();
        var bytes = ActText.write(draft, self, now);
        var id = new ActId(self, writer.append(bytes, draft.to()));
        switch (ActText.read(id, bytes)) {
            case ActText.Reading.Bad(var rule) ->
                throw new IllegalStateException("a decision wrote an act that breaks " + rule);
            case ActText.Reading.Good(var act) -> {
                var verdict = fold.take(act);
                if (verdict instanceof Verdict.Rejected(var rule))
                    throw new IllegalStateException(
                            "a decision allowed " + act.kind() + ", which " + rule + " rejects");
            }
        }
        return id;
    }

    private void store(Work.Incoming incoming, Instant now) {
        var stretch = incoming.stretch();
        var party = stretch.party();
        for (var arrived : stretch.entries()) {
            var entry = arrived.entry();
            if (entry.index() < writer.size(party)) continue; // a stretch that came twice
            writer.store(party, entry);
            if (entry.state() == StoredEntry.State.MISSING) missingOf(party).add(entry.index());
            take(new ActId(party, entry.index()), arrived.reading());
        }
        var note = stretch.checkpoint();
        if (note != null) writer.checkpoint(party, note, missingOf(party).isEmpty(), now);
        answers.add(() -> incoming.stored().complete(null));
    }

    private void openLate(Work.Late late, Instant now) throws SQLException {
        if (!missingOf(late.party()).remove(late.entry().index())) return;
        writer.open(late.party(), late.entry());
        take(new ActId(late.party(), late.entry().index()), late.reading());
        var note = logs.state(late.party()).note();
        if (note != null && missingOf(late.party()).isEmpty()) writer.cosignStored(late.party(), now);
    }

    private void take(ActId id, ActText.@Nullable Reading reading) {
        fold.take(id, reading, missingOf(id.party()).contains(id.index()));
    }

    /** Whether the entry is stored, with its content if it is for this party. */
    private boolean arrived(ActId id) {
        return known(id.party())
                && id.index() < writer.size(id.party())
                && !missingOf(id.party()).contains(id.index());
    }

    private boolean known(PartyCode party) {
        return logs.charter().place(party).isPresent();
    }

    private Set<Long> missingOf(PartyCode party) {
        return missing.computeIfAbsent(party, code -> new HashSet<>());
    }
}
