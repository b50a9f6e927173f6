package acorde.acts;

import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the logs stored here from where it stopped, for whoever makes something of its own of the acts. An opening that comes late is handed
 * on late. Not safe for several threads.
 */
public final class Walk {
    private static final int PAGE = 1_024;

    private final Logs logs;
    private final Map<PartyCode, Long> read = new HashMap<>();
    private final Map<PartyCode, BitSet> missing = new HashMap<>();

    /** The number of the opening that came late last. */
    private long late;

    /** Who is told what there is. */
    public interface Listener {
        void heard(Act act);

        /** An entry that this party cannot read, or that is no act. */
        void closed(ActId id);
    }

    public Walk(Logs logs) {
        this.logs = logs;
        this.late = logs.lastLate(); // before anything is read: what comes meanwhile may be told twice and is handed on
        // once
    }

    /** Hands on what was not handed on before. @param sizes up to where to read each log; no further than it is stored */
    public void onward(Map<PartyCode, Long> sizes, Listener listener) {
        late(listener);
        // A page of each log in turn: acts that name those of other logs then wait for a short time, and mostly find
        // them at hand.
        var left = new ArrayDeque<>(sizes.keySet());
        while (!left.isEmpty()) {
            var party = left.remove();
            if (page(party, sizes.getOrDefault(party, 0L), listener)) left.add(party);
        }
    }

    private boolean page(PartyCode party, long size, Listener listener) {
        var from = read.getOrDefault(party, 0L);
        if (from >= size) return false;
        var page = logs.entries(party, from, Math.min(size, from + PAGE));
        if (page.isEmpty()) throw new IllegalStateException(party + "/" + from + " is not stored");
        for (var entry : page) hand(party, entry, listener);
        read.put(party, page.getLast().index() + 1);
        return true;
    }

    /** How far the logs are stored. */
    public static Map<PartyCode, Long> sizes(Logs logs) {
        var sizes = new HashMap<PartyCode, Long>();
        for (var place : logs.charter().places())
            sizes.put(place.party(), logs.state(place.party()).size());
        return sizes;
    }

    /** An act as the logs have it. */
    public static Optional<Act> read(Logs logs, ActId id) {
        return logs.entry(id.party(), id.index())
                .flatMap(entry -> ActText.read(id, entry, logs.self().party()));
    }

    /** What came late, and nothing of what is still missing: a partner may withhold without end. */
    private void late(Listener listener) {
        for (var came = logs.late(late, PAGE); !came.isEmpty(); came = logs.late(late, PAGE)) {
            var indexes = new HashMap<PartyCode, List<Long>>();
            for (var each : came)
                if (lacks(each.party()).get(Math.toIntExact(each.index())))
                    indexes.computeIfAbsent(each.party(), party -> new ArrayList<>())
                            .add(each.index());
            indexes.forEach((party, these) -> Reading.entries(logs, party, these, entry -> {
                lacks(party).clear(Math.toIntExact(entry.index()));
                hand(party, entry, listener);
                return true;
            }));
            late = came.getLast().number();
        }
    }

    private BitSet lacks(PartyCode party) {
        return missing.computeIfAbsent(party, _ -> new BitSet());
    }

    private void hand(PartyCode party, StoredEntry entry, Listener listener) {
        var id = new ActId(party, entry.index());
        if (entry.state() == StoredEntry.State.MISSING) {
            lacks(party).set(Math.toIntExact(entry.index())); // what names it waits for it
            return;
        }
        ActText.read(id, entry, logs.self().party()).ifPresentOrElse(listener::heard, () -> listener.closed(id));
    }
}
