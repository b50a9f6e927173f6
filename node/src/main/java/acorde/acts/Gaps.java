package acorde.acts;

import acorde.trust.Logs;
import acorde.trust.PartyCode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which stored entries lack the content that is addressed to this party. One bit for an entry: a partner that withholds a million openings
 * takes 125 kB.
 */
final class Gaps {
    private static final int PAGE = 4_096;

    private final Map<PartyCode, BitSet> gaps = new HashMap<>();
    private final Map<PartyCode, Integer> counts = new HashMap<>();

    /** Those that the database has. */
    static Gaps stored(Logs logs) {
        var gaps = new Gaps();
        for (var place : logs.charter().places()) {
            var party = place.party();
            var page = logs.missing(party, 0, PAGE);
            while (!page.isEmpty()) {
                for (var index : page) gaps.add(new ActId(party, index));
                page = logs.missing(party, page.getLast() + 1, PAGE);
            }
        }
        return gaps;
    }

    void add(ActId id) {
        if (contains(id)) return;
        gaps.computeIfAbsent(id.party(), party -> new BitSet()).set(bit(id));
        counts.merge(id.party(), 1, Integer::sum);
    }

    boolean remove(ActId id) {
        if (!contains(id)) return false;
        gaps.computeIfAbsent(id.party(), party -> new BitSet()).clear(bit(id));
        counts.merge(id.party(), -1, Integer::sum);
        return true;
    }

    boolean contains(ActId id) {
        var bits = gaps.get(id.party());
        return bits != null && id.index() < bits.length() && bits.get(bit(id));
    }

    int of(PartyCode party) {
        return counts.getOrDefault(party, 0);
    }

    private static int bit(ActId id) {
        return Math.toIntExact(id.index());
    }
}
