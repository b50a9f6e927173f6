package acorde.acts;

import acorde.trust.Logs;
import acorde.trust.StoredEntry;
import acorde.trust.TagReader;
import acorde.trustlog.EntryBundle;
import acorde.trustlog.LogEntry;
import acorde.trustlog.Malformed;
import acorde.trustlog.TilePath;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Fetches runs of entries that lie in one bundle, and their openings. Keeps a Mac, so each thread has its own. */
final class BundleReader {
    private final Unsealing.Route route;
    private final TagReader tags;

    BundleReader(Logs logs, Unsealing.Route route) {
        this.route = route;
        this.tags = logs.tagsOf(route.party());
    }

    /** The entries from the start of the bundle up to {@code to}, unverified. */
    List<byte[]> entries(long to) throws IOException, InterruptedException {
        var bundle = (to - 1) / TilePath.FULL;
        var width = (int) (to - bundle * TilePath.FULL);
        try {
            var tile = route.peer().tile(new TilePath(TilePath.ENTRIES, bundle, width));
            var entries = EntryBundle.parse(tile, LogEntry.MAX_BYTES).entries();
            if (entries.size() != width)
                throw PartnerFault.unreadable("a bundle holds " + entries.size() + " entries, not " + width);
            for (var entry : entries)
                if (!tags.wellFormed(entry))
                    throw PartnerFault.unreadable("an entry does not have the form of this compact");
            return entries;
        } catch (Malformed malformed) {
            throw PartnerFault.unreadable("a bundle is not readable: " + malformed.getMessage());
        }
    }

    /** Begins to open entries that are verified by now, all of one bundle. */
    Unsealing open(long from, List<byte[]> entries) {
        return new Unsealing(route, tags, from, entries);
    }

    /**
     * What became of an opening that was missing.
     *
     * @param arrived checked against the entry stored
     * @param takenBack by which of its acts the author says it hands it out no more
     */
    record Late(Stretch.Arrived arrived, OptionalLong takenBack) {}

    Late openLate(StoredEntry stored) throws IOException, InterruptedException {
        var unsealing = open(stored.index(), List.of(stored.entry()));
        var arrived = unsealing.next().getFirst();
        return new Late(arrived, unsealing.takenBack(stored.index()));
    }
}
