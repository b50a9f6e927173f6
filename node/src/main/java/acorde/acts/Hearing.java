package acorde.acts;

import acorde.postgres.RowChange;
import acorde.postgres.Table;
import acorde.trust.PartyCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What duties make of some acts, in memory alone and beside the tables: of those that are heard, and of no others.
 *
 * <p>An act waits for those it names in {@code after}; whoever does not hear them is told that they were passed over. A hearing that threw,
 * as {@link DatabaseLost} when the shelf did, has lost its place and is thrown away. Not safe for several threads.
 */
public final class Hearing implements Past {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    private final Map<String, Duty> duties;
    private final Set<PartyCode> parties;
    private final Shelf shelf;
    private final Map<Table<?, ?>, Map<Object, Object>> rows = new HashMap<>();
    private final Map<PartyCode, BitSet> settled = new HashMap<>();
    private final Map<PartyCode, BitSet> heard = new HashMap<>();
    private final Map<ActId, List<ActId>> waiting = new HashMap<>();

    /** Those that are named are mostly recent, and the others are on the shelf. */
    private final Memory.Acts recent = new Memory.Acts();

    private int faults;

    /** Where acts are that are not at hand, and who is told what counts. */
    public interface Shelf {
        Optional<Act> act(ActId id);

        /** An act broke no rule when it was applied. */
        void applied(Act act);
    }

    /** @param parties whose logs there are */
    public Hearing(List<Duty> duties, Set<PartyCode> parties, Shelf shelf) {
        this.duties = Acts.byKind(duties);
        this.parties = Set.copyOf(parties);
        this.shelf = shelf;
    }

    /** Applies an act, and what waited for it; or lets it wait. What was heard before is not heard again. */
    public void hear(Act act) {
        if (has(heard, act.id())) return;
        set(heard, act.id());
        recent.put(act.id(), Optional.of(act));
        // As in the tables: what names a log of no party is there, and counts for nothing.
        if (act.after().stream().allMatch(other -> parties.contains(other.party())))
            take(new ArrayDeque<>(List.of(act.id())));
        else passOver(act.id());
    }

    /** There is such an act, and it is not for this hearing: nothing waits for it. */
    public void passOver(ActId id) {
        var ready = new ArrayDeque<ActId>();
        settle(id, ready);
        take(ready);
    }

    private void take(Deque<ActId> ready) {
        while (!ready.isEmpty()) {
            var id = ready.remove();
            var act = read(id).orElseThrow(() -> new IllegalStateException(id + " was heard and is not stored"));
            var lacking =
                    act.after().stream().filter(other -> !has(settled, other)).findFirst();
            if (lacking.isPresent()) {
                waiting.computeIfAbsent(lacking.get(), other -> new ArrayList<>(1))
                        .add(id);
                continue;
            }
            apply(act);
            settle(id, ready);
        }
    }

    private void settle(ActId id, Deque<ActId> ready) {
        set(settled, id);
        var released = waiting.remove(id);
        if (released != null) ready.addAll(released);
    }

    private void apply(Act act) {
        var duty = duties.get(act.kind());
        if (duty == null) return;
        try {
            var applied = duty.apply(this, act);
            applied.changes().forEach(change -> change(duty, change));
            if (!(applied.verdicts().get(act.id()) instanceof Verdict.Rejected)) shelf.applied(act);
        } catch (DatabaseLost lost) {
            throw lost;
        } catch (RuntimeException fault) {
            // As in the tables: it changes nothing, and stops nothing behind it.
            LOG.error("Applying {} failed", act.id(), fault);
            faults++;
        }
    }

    /** Acts over which a duty fell: they changed nothing. */
    public int faults() {
        return faults;
    }

    /** Of what a duty writes to another's tables, as which files an act names, nothing is made here. */
    private void change(Duty duty, RowChange change) {
        switch (change) {
            case RowChange.Put<?, ?>(var table, var key, var row) -> {
                if (isOf(duty, table))
                    rows.computeIfAbsent(table, name -> new HashMap<>()).put(key, row);
            }
            case RowChange.Delete<?, ?>(var table, var key) ->
                rows.getOrDefault(table, new HashMap<>()).remove(key);
        }
    }

    private static boolean isOf(Duty duty, Table<?, ?> table) {
        return table.toString().startsWith(duty.schema() + ".");
    }

    /** All rows of a table, as the acts heard so far left them. */
    @SuppressWarnings("unchecked") // a table's rows are put under it
    public <K, R> Map<K, R> rows(Table<K, R> table) {
        return Collections.unmodifiableMap((Map<K, R>) rows.getOrDefault(table, Map.of()));
    }

    @Override
    @SuppressWarnings("unchecked") // a table's rows are put under it
    public <K, R> Optional<R> row(Table<K, R> table, K key) {
        return Optional.ofNullable((R) rows.getOrDefault(table, Map.of()).get(key));
    }

    /** An act that was heard, and no other. */
    @Override
    public Optional<Act> act(ActId id) {
        return has(heard, id) && has(settled, id) ? read(id) : Optional.empty();
    }

    private Optional<Act> read(ActId id) {
        var known = recent.get(id);
        if (known != null) return known;
        var found = fetch(id);
        if (found.isPresent()) recent.put(id, found);
        return found;
    }

    private Optional<Act> fetch(ActId id) {
        try {
            return shelf.act(id);
        } catch (RuntimeException fault) {
            throw new DatabaseLost(fault); // and not a fault of the duty that asked
        }
    }

    private static boolean has(Map<PartyCode, BitSet> sets, ActId id) {
        var set = sets.get(id.party());
        return set != null && id.index() <= Integer.MAX_VALUE && set.get((int) id.index());
    }

    private static void set(Map<PartyCode, BitSet> sets, ActId id) {
        sets.computeIfAbsent(id.party(), party -> new BitSet()).set(Math.toIntExact(id.index()));
    }
}
