package acorde.acts;

import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.trust.PartyCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies acts: each after all those it depends on, each through the duty of its kind, this party's own through the same function as a
 * partner's. What comes of a set of acts does not depend on the order in which they came.
 */
final class Fold {
    private static final Logger LOG = LoggerFactory.getLogger(Fold.class);

    /** Acts read at once when many waited for one. */
    private static final int READ_AHEAD = 64;

    private final Memory memory;
    private final Map<String, Duty> duties;
    private final Predicate<ActId> arrived;
    private final Predicate<PartyCode> known;
    private final Waiting waiting = new Waiting();

    /** The past as duties see it: without what may be given up, so that nothing comes of an act that a replay would not find again. */
    private final Past past = new Past() {
        @Override
        public <K, R> Optional<R> row(Table<K, R> table, K key) {
            return memory.row(table, key);
        }

        @Override
        public Optional<Act> act(ActId id) {
            return memory.act(id).filter(act -> !mayBeGivenUp(act));
        }
    };

    /**
     * @param duties by kind
     * @param arrived whether an entry is stored here, with its content if it is for this party
     * @param known whether a party is one of the compact
     */
    Fold(Memory memory, Map<String, Duty> duties, Predicate<ActId> arrived, Predicate<PartyCode> known) {
        this.memory = memory;
        this.duties = duties;
        this.arrived = arrived;
        this.known = known;
    }

    private boolean mayBeGivenUp(Act act) {
        var duty = duties.get(act.kind());
        return duty != null && duty.givenUp().contains(act.kind());
    }

    /** The past by which this party decides what to say: as it will be applied. */
    Past past() {
        return past;
    }

    /** Reads back which acts wait. */
    void restore(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select act, missing from acts.waiting")) {
            while (rows.next()) waiting.put(ActId.parse(rows.getString(1)), ActId.parse(rows.getString(2)));
        }
    }

    /** The rows an act will likely need; none if its duty cannot tell, which it will say again when the act is applied. */
    List<RowKey<?, ?>> reads(Act act) {
        var duty = duties.get(act.kind());
        if (duty == null) return List.of();
        try {
            return duty.reads(act, past);
        } catch (DatabaseLost lost) {
            throw lost;
        } catch (RuntimeException fault) {
            LOG.debug("What {} will read is not known", act.id(), fault);
            return List.of();
        }
    }

    /** How many acts of a party wait for others. */
    int waiting(PartyCode party) {
        return waiting.of(party);
    }

    /** Takes in an act whose entry is stored: applies it, and what waited for it; or lets it wait. */
    Verdict take(Act act) {
        memory.add(act);
        if (!act.after().stream().allMatch(other -> known.test(other.party())))
            return reject(act.id(), "AFTER_UNKNOWN");
        var lacking = lacking(act);
        if (lacking.isPresent()) {
            await(act.id(), lacking.get());
            return new Verdict.Accepted();
        }
        var verdict = apply(act);
        release(act.id());
        return verdict;
    }

    /**
     * Takes in whatever came with an entry.
     *
     * @param reading null if the content is not here
     * @param missing whether it should be here
     */
    void take(ActId id, ActText.@Nullable Reading reading, boolean missing) {
        switch (reading) {
            case null -> {
                if (!missing) release(id);
            }
            case ActText.Reading.Bad(var rule) -> reject(id, rule);
            case ActText.Reading.Good(var act) -> take(act);
        }
    }

    /** Takes in an act that is kept and rejected for what its bytes are. */
    private Verdict reject(ActId id, String rule) {
        put(new RowChange.Put<>(ActsTables.REJECTED, id, rule));
        release(id);
        return new Verdict.Rejected(rule);
    }

    private Optional<ActId> lacking(Act act) {
        return act.after().stream().filter(other -> !settled(other)).findFirst();
    }

    private boolean settled(ActId id) {
        return arrived.test(id) && !waiting.contains(id);
    }

    private void await(ActId id, ActId lacking) {
        waiting.put(id, lacking);
        put(new RowChange.Put<>(ActsTables.WAITING, id, lacking));
    }

    /** Applies what waited for an act, and what waited for that. Each goes on waiting until it is applied: others may wait for it too. */
    private void release(ActId first) {
        var settled = new ArrayDeque<ActId>();
        settled.add(first);
        while (!settled.isEmpty()) {
            var waiters = waiting.on(settled.remove());
            for (var from = 0; from < waiters.size(); from += READ_AHEAD) {
                var some = waiters.subList(from, Math.min(waiters.size(), from + READ_AHEAD));
                memory.prefetchActs(some);
                for (var id : some) if (retry(id)) settled.add(id);
            }
        }
    }

    /** @return whether an act that waited is applied now */
    private boolean retry(ActId id) {
        var act = memory.act(id).orElseThrow(() -> new IllegalStateException(id + " waits and is not stored"));
        var lacking = lacking(act);
        if (lacking.isPresent()) {
            await(id, lacking.get());
            return false;
        }
        apply(act);
        waiting.remove(id);
        put(new RowChange.Delete<>(ActsTables.WAITING, id));
        return true;
    }

    private Verdict apply(Act act) {
        var duty = duties.get(act.kind());
        Applied applied;
        var takenBack = Set.<ActId>of();
        if (duty == null) {
            applied = Applied.rejected(act, "UNKNOWN_KIND");
        } else {
            try {
                applied = duty.apply(past, act);
                takenBack = takenBack(duty, act);
            } catch (DatabaseLost lost) {
                throw lost;
            } catch (RuntimeException fault) {
                // A fault in a duty must not stop the stream behind it; being pure, it is the same fault in every node.
                LOG.error("Applying {} failed; it is kept as rejected", act.id(), fault);
                applied = Applied.rejected(act, "FAULT");
            }
        }
        memory.add(applied);
        for (var id : takenBack) takeBack(id, act);
        applied.verdicts()
                .forEach((id, verdict) -> put(
                        switch (verdict) {
                            case Verdict.Accepted _ -> new RowChange.Delete<>(ActsTables.REJECTED, id);
                            case Verdict.Rejected(var rule) -> new RowChange.Put<>(ActsTables.REJECTED, id, rule);
                        }));
        return applied.verdicts().getOrDefault(act.id(), new Verdict.Accepted());
    }

    /**
     * Who ordered it keeps it and hands it out no more; whom it was ordered gives its content up, and with it that it was rejected: nothing
     * could show that again from what is left.
     */
    private void takeBack(ActId id, Act order) {
        memory.takeBack(id, order.id());
        if (!memory.isOurs(id)) put(new RowChange.Delete<>(ActsTables.REJECTED, id));
    }

    private Set<ActId> takenBack(Duty duty, Act act) {
        var takenBack = duty.takesBack(past, act);
        if (takenBack.stream().anyMatch(id -> !id.party().equals(act.by())))
            throw new IllegalStateException(act.id() + " takes back another's act");
        return takenBack;
    }

    /** Whether an act that waits takes back what it waits for, and waits for nothing else: then that need not come any more. */
    boolean takesBack(ActId order, ActId lacking) {
        if (!waiting.contains(order)) return false;
        var act = memory.act(order).orElseThrow(() -> new IllegalStateException(order + " waits and is not stored"));
        var duty = duties.get(act.kind());
        try {
            var waitsForIt = act.after().stream().allMatch(id -> id.equals(lacking) || settled(id));
            return duty != null && waitsForIt && takenBack(duty, act).contains(lacking);
        } catch (DatabaseLost lost) {
            throw lost;
        } catch (RuntimeException fault) {
            LOG.debug("What {} takes back is not known", order, fault);
            return false;
        }
    }

    private void put(RowChange change) {
        memory.add(Applied.accepted(List.of(change)));
    }
}
