package acorde.trust;

import acorde.trustlog.Frontier;
import acorde.trustlog.Hash;
import acorde.trustlog.Merkle;
import acorde.trustlog.NoteSigning;
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
    private static final int PAGE = 1024;

    static Audit of(Place place, LogState state, LogRows rows) {
        var frontier = new Frontier();
        var openings = 0L;
        for (var from = 0L; from < state.size(); from += PAGE) {
            var page = rows.entries(place, from, Math.min(state.size(), from + PAGE));
            for (var entry : page) {
                if (entry.index() != frontier.size()) return flawed(place, frontier.size(), openings, "ENTRY_LOST");
                frontier.add(Merkle.leaf(entry.entry()));
                var salt = entry.salt();
                var act = entry.act();
                if (salt == null || act == null) continue;
                if (!Entry.opens(entry.entry(), salt, act))
                    return flawed(place, frontier.size() - 1, openings, "CONTENT_CHANGED");
                openings++;
            }
        }
        if (frontier.size() != state.size()) return flawed(place, frontier.size(), openings, "ENTRY_LOST");
        return checkpoint(place, state, frontier.root(), openings);
    }

    private static Audit checkpoint(Place place, LogState state, Hash root, long openings) {
        var note = state.note();
        if (note == null)
            return new Audit(
                    place.party(),
                    state.size(),
                    openings,
                    state.size() == 0 ? Optional.empty() : Optional.of("NO_CHECKPOINT"),
                    0);
        return switch (NoteSigning.check(note, place.keys().log(), Ed25519.CHECK)) {
            case NoteSigning.CheckpointOutcome.Refused _ -> flawed(place, 0, openings, "CHECKPOINT_NOT_SIGNED");
            case NoteSigning.CheckpointOutcome.Signed(var checkpoint) ->
                checkpoint.size() < state.size() || checkpoint.root().equals(root)
                        ? new Audit(place.party(), state.size(), openings, Optional.empty(), 0)
                        : flawed(place, 0, openings, "ROOT_DIFFERS");
        };
    }

    private static Audit flawed(Place place, long at, long openings, String flaw) {
        return new Audit(place.party(), at, openings, Optional.of(flaw), at);
    }
}
