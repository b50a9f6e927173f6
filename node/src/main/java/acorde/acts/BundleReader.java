package acorde.acts;

import acorde.trust.Entry;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import acorde.trust.TagReader;
import acorde.trustlog.EntryBundle;
import acorde.trustlog.Malformed;
import acorde.trustlog.TilePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a run of entries that lie in one bundle, with their openings, and checks every opening against what the log says. Keeps a Mac, so
 * each thread has its own.
 *
 * <p>An opening that is not what the entry commits to, or for an entry not addressed to this party, counts as not given.
 */
final class BundleReader {
    private static final Logger LOG = LoggerFactory.getLogger(BundleReader.class);

    private final PartyCode self;
    private final PartyCode party;
    private final Peer peer;
    private final TagReader tags;

    BundleReader(PartyCode self, PartyCode party, Peer peer, TagReader tags) {
        this.self = self;
        this.party = party;
        this.peer = peer;
        this.tags = tags;
    }

    /** The entries from the start of the bundle up to {@code to}, unverified. */
    List<byte[]> entries(long to) throws IOException, InterruptedException {
        var bundle = (to - 1) / TilePath.FULL;
        var width = (int) (to - bundle * TilePath.FULL);
        try {
            var entries = EntryBundle.parse(peer.tile(new TilePath(TilePath.ENTRIES, bundle, width)))
                    .entries();
            if (entries.size() != width)
                throw new IOException("a bundle holds " + entries.size() + " entries, not " + width);
            for (var entry : entries)
                if (!tags.wellFormed(entry)) throw new IOException("an entry does not have the form of this compact");
            return entries;
        } catch (Malformed malformed) {
            throw new IOException("a bundle is not readable: " + malformed.getMessage(), malformed);
        }
    }

    /**
     * The entries from {@code from} on with their openings; the entries are verified by now.
     *
     * @param entries those at {@code from}, {@code from + 1} and so on, all of one bundle
     */
    List<Stretch.Arrived> open(long from, List<byte[]> entries) throws IOException, InterruptedException {
        var addressed = new ArrayList<Long>();
        for (var i = 0; i < entries.size(); i++) if (tags.forUs(from + i, entries.get(i))) addressed.add(from + i);
        var openings = addressed.isEmpty() ? Map.<Long, Openings.Opening>of() : openings(addressed);
        var arrived = new ArrayList<Stretch.Arrived>(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            var index = from + i;
            var entry = entries.get(i);
            var opening = openings.get(index);
            if (opening != null && opens(entry, opening)) arrived.add(opened(entry, opening));
            else {
                var state = addressed.contains(index) ? StoredEntry.State.MISSING : StoredEntry.State.NOT_FOR_US;
                arrived.add(new Stretch.Arrived(StoredEntry.closed(index, entry, state), null));
            }
        }
        return arrived;
    }

    /** An opening that was missing, checked against the entry stored. */
    Stretch.Arrived openLate(StoredEntry stored) throws IOException, InterruptedException {
        var opening = openings(List.of(stored.index())).get(stored.index());
        if (opening == null || !opens(stored.entry(), opening)) return new Stretch.Arrived(stored, null);
        return opened(stored.entry(), opening);
    }

    private Map<Long, Openings.Opening> openings(List<Long> addressed) throws IOException, InterruptedException {
        var end = addressed.getLast() + 1;
        var found = new HashMap<Long, Openings.Opening>();
        var from = (long) addressed.getFirst();
        // A page may end early for its size; each further request begins behind the last opening it brought.
        while (from < end) {
            var before = found.size();
            peer.openings(from, end, opening -> found.put(opening.index(), opening));
            if (found.size() == before) break;
            from = found.keySet().stream().mapToLong(Long::longValue).max().orElse(end) + 1;
        }
        return found;
    }

    private boolean opens(byte[] entry, Openings.Opening opening) {
        if (!tags.forUs(opening.index(), entry)) return false;
        if (Entry.opens(entry, opening.salt(), opening.act())) return true;
        LOG.warn("{} gave an opening for {}/{} that is not what its log commits to", party, party, opening.index());
        return false;
    }

    private Stretch.Arrived opened(byte[] entry, Openings.Opening opening) {
        var reading = ActText.read(new ActId(party, opening.index()), opening.act());
        if (reading instanceof ActText.Reading.Good(var act) && !act.to().contains(self))
            reading = new ActText.Reading.Bad("TO_DISAGREES");
        return new Stretch.Arrived(StoredEntry.open(opening.index(), entry, opening.salt(), opening.act()), reading);
    }
}
