package acorde.trust;

import acorde.trustlog.Checkpoint;
import acorde.trustlog.Frontier;
import acorde.trustlog.Merkle;
import acorde.trustlog.NoteSigning;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads a stored log from its first entry to its last and checks everything again: every hash up to the signed checkpoint, the signature, and
 * that every opening is what its entry commits to.
 *
 * @param entries how many were read
 * @param openings how many of them are open to this party and were opened
 * @param flaw what is wrong, a code with a sentence in the message files; empty if nothing is
 * @param flawAt the index at which it showed; 0 if it concerns the whole log
 */
public record Audit(
        PartyCode party, long entries, long openings, Optional<String> flaw, long flawAt) { // one line of a report
    private static final int PAGE = 1_024;
    private static final long PAGE_BYTES = 8 << 20;

    static Audit of(Place place, LogState state, LogRows rows) {
        var note = state.note();
        if (note == null) return state.size() == 0 ? good(place, 0, 0) : flawed(place, 0, 0, "NO_CHECKPOINT");
        return switch (NoteSigning.check(note, place.keys().log(), Ed25519.CHECK)) {
            case NoteSigning.CheckpointOutcome.Refused _ -> flawed(place, 0, 0, "CHECKPOINT_NOT_SIGNED");
            case NoteSigning.CheckpointOutcome.Signed(var signed) -> read(place, state, signed, rows);
        };
    }

    private static Audit read(Place place, LogState state, Checkpoint signed, LogRows rows) {
        var frontier = new Frontier();
        var openings = 0L;
        var rootThen = signed.size() == 0 ? frontier.root() : null;
        while (frontier.size() < state.size()) {
            var from = frontier.size();
            for (var entry : rows.entries(place, from, Math.min(state.size(), from + PAGE), PAGE_BYTES)) {
                if (entry.index() != frontier.size()) return flawed(place, frontier.size(), openings, "ENTRY_LOST");
                frontier.add(Merkle.leaf(entry.entry()));
                if (frontier.size() == signed.size()) rootThen = frontier.root();
                var salt = entry.salt();
                var act = entry.act();
                if (salt == null || act == null) continue;
                if (!Entry.opens(entry.entry(), salt, act))
                    return flawed(place, entry.index(), openings, "CONTENT_CHANGED");
                openings++;
            }
            if (frontier.size() == from) return flawed(place, from, openings, "ENTRY_LOST");
        }
        // What is signed next rests on the stored subtrees, so they must be those of the entries.
        return Objects.equals(signed.root(), rootThen)
                        && rows.tree(place, state.size()).root().equals(frontier.root())
                ? good(place, state.size(), openings)
                : flawed(place, 0, openings, "ROOT_DIFFERS");
    }

    private static Audit good(Place place, long entries, long openings) {
        return new Audit(place.party(), entries, openings, Optional.empty(), 0);
    }

    private static Audit flawed(Place place, long at, long openings, String flaw) {
        return new Audit(place.party(), at, openings, Optional.of(flaw), at);
    }
}
