package acorde.acts;

import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads many acts of the logs at once and holds no more of them than a {@link Load}. Safe for any thread. */
final class Reading {
    /** Pages of a log that are looked through for its newest acts. */
    private static final int LOOKS = 10;

    private final Logs logs;

    Reading(Logs logs) {
        this.logs = logs;
    }

    /** As {@link Acts#acts}. */
    Map<ActId, Act> acts(Collection<ActId> ids) {
        var acts = new HashMap<ActId, Act>();
        var of = byParty(ids);
        of.forEach((party, indexes) -> {
            var load = new Load(Load.ROOM / of.size()); // so that no party's acts push out another's
            read(party, indexes, load::takes);
            acts.putAll(load.acts());
        });
        return acts;
    }

    /** As {@link Acts#parts}. */
    void parts(Collection<ActId> ids, Consumer<Map<ActId, Act>> part) {
        var loads = new ArrayList<>(List.of(new Load(Load.ROOM)));
        byParty(ids)
                .forEach((party, indexes) -> read(party, indexes, act -> {
                    if (loads.getFirst().takes(act)) return true;
                    part.accept(loads.removeFirst().acts());
                    loads.add(new Load(Load.ROOM));
                    return loads.getFirst().takes(act);
                }));
        if (!loads.getFirst().acts().isEmpty()) part.accept(loads.getFirst().acts());
    }

    private Map<PartyCode, Set<Long>> byParty(Collection<ActId> ids) {
        var indexes = new HashMap<PartyCode, Set<Long>>();
        for (var id : ids)
            if (logs.charter().place(id.party()).isPresent())
                indexes.computeIfAbsent(id.party(), party -> new HashSet<>()).add(id.index());
        return indexes;
    }

    /** Reads acts one after the other, the shortest first. @param goesOn told of each; whether the next is wanted */
    private void read(PartyCode party, Set<Long> indexes, Predicate<Act> goesOn) {
        entries(
                logs,
                party,
                indexes,
                entry -> ActText.read(
                                new ActId(party, entry.index()),
                                entry,
                                logs.self().party())
                        .filter(goesOn.negate())
                        .isEmpty());
    }

    /** The same of entries, of which no more than 8 MiB are held. */
    static void entries(
            Logs logs, PartyCode party, Collection<Long> indexes, Predicate<StoredEntry> goesOn) { // of whom, which
        var left = new HashSet<>(indexes);
        while (!left.isEmpty()) {
            var page = logs.shortest(party, left);
            if (page.isEmpty()) return;
            for (var entry : page) {
                left.remove(entry.index());
                if (!goesOn.test(entry)) return;
            }
        }
    }

    /** As {@link Acts#latest}. */
    Acts.Latest latest(int each, Map<PartyCode, Long> known, Predicate<Act> told) {
        var latest = new ArrayList<Act>();
        var cut = new HashSet<PartyCode>();
        var places = logs.charter().places();
        for (var place : places) {
            var party = place.party();
            var load = new Load(Load.ROOM / places.size());
            if (!latest(party, each, known.getOrDefault(party, 0L), told, load)) cut.add(party);
            latest.addAll(load.acts().values());
        }
        latest.sort(Comparator.comparing(Act::at).thenComparing(Act::id).reversed());
        return new Acts.Latest(latest, cut);
    }

    /** @return whether that is all from there on: what a party says to nobody, as its journal, and what is not told is passed over */
    private boolean latest(
            PartyCode party, int each, long from, Predicate<Act> told, Load load) { // of whom, how many, into what
        var below = Long.MAX_VALUE;
        var bytes = 0L;
        for (var look = 0; look < LOOKS && load.acts().size() < each && bytes < Load.ROOM; look++) {
            var entries = logs.latestOpen(party, from, below, each);
            if (entries.isEmpty()) below = Math.min(below, logs.state(party).size()) - Logs.LOOKED_THROUGH;
            if (below <= from) return true;
            for (var entry : entries) {
                if (load.acts().size() == each) return false;
                below = entry.index();
                bytes += entry.weight();
                var act = ActText.read(
                                new ActId(party, below), entry, logs.self().party())
                        .filter(one -> !one.to().isEmpty() && told.test(one));
                if (act.isPresent() && !load.takes(act.get())) return false;
            }
        }
        return below <= from;
    }
}
