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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What duties make of some acts, in memory alone and beside the tables: of those that are heard, and of no others.
 *
 * <p>An act waits for those it names in {@code after}; whoever does not hear them is told that they were passed over. Not safe for several
 * threads.
 */
public final class Hearing implements Past {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    /** Acts kept at hand: those that are named are mostly recent, and the others are on the shelf. */
    private static final int KEPT = 4_096;

    private final Map<String, Duty> duties;
    private final Function<ActId, Optional<Act>> shelf;
    private final Map<Table<?, ?>, Map<Object, Object>> rows = new HashMap<>();
    private final Map<PartyCode, BitSet> settled = new HashMap<>();
    private final Map<PartyCode, BitSet> heard = new HashMap<>();
    private final Map<ActId, List<Act>> waiting = new HashMap<>();
    private final Map<ActId, Act> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ActId, Act> eldest) {
            return size() > KEPT;
        }
    };

    /** @param shelf where acts are found again that are not at hand any more */
    public Hearing(List<Duty> duties, Function<ActId, Optional<Act>> shelf) {
        this.duties = Acts.byKind(duties);
        this.shelf = shelf;
    }

    /** Applies an act, and what waited for it; or lets it wait. What was heard before is not heard again. */
    public void hear(Act act) {
        if (has(heard, act.id())) return;
        set(heard, act.id());
        take(new ArrayDeque<>(List.of(act)));
    }

    /** There is such an act, and it is not for this hearing: nothing waits for it. */
    public void passOver(ActId id) {
        var ready = new ArrayDeque<Act>();
        settle(id, ready);
        take(ready);
    }

    private void take(Deque<Act> ready) {
        while (!ready.isEmpty()) {
            var act = ready.remove();
            var lacking =
                    act.after().stream().filter(other -> !has(settled, other)).findFirst();
            if (lacking.isPresent()) {
                waiting.computeIfAbsent(lacking.get(), id -> new ArrayList<>()).add(act);
                continue;
            }
            recent.put(act.id(), act);
            apply(act);
            settle(act.id(), ready);
        }
    }

    private void settle(ActId id, Deque<Act> ready) {
        set(settled, id);
        var released = waiting.remove(id);
        if (released != null) ready.addAll(released);
    }

    private void apply(Act act) {
        var duty = duties.get(act.kind());
        if (duty == null) return;
        try {
            duty.apply(this, act).changes().forEach(this::change);
        } catch (DatabaseLost lost) {
            throw lost;
        } catch (RuntimeException fault) {
            // As in the tables: it changes nothing, and stops nothing behind it.
            LOG.error("Applying {} failed", act.id(), fault);
        }
    }

    private void change(RowChange change) {
        switch (change) {
            case RowChange.Put<?, ?>(var table, var key, var row) ->
                rows.computeIfAbsent(table, name -> new HashMap<>()).put(key, row);
            case RowChange.Delete<?, ?>(var table, var key) ->
                rows.getOrDefault(table, new HashMap<>()).remove(key);
        }
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
        var act = recent.get(id);
        if (act != null) return Optional.of(act);
        if (!has(heard, id) || !has(settled, id)) return Optional.empty();
        var found = shelf.apply(id);
        found.ifPresent(one -> recent.put(id, one));
        return found;
    }

    private static boolean has(Map<PartyCode, BitSet> sets, ActId id) {
        var set = sets.get(id.party());
        return set != null && id.index() <= Integer.MAX_VALUE && set.get((int) id.index());
    }

    private static void set(Map<PartyCode, BitSet> sets, ActId id) {
        sets.computeIfAbsent(id.party(), party -> new BitSet()).set(Math.toIntExact(id.index()));
    }
}
