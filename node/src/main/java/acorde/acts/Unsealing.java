package acorde.acts;

import acorde.trust.Entry;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import acorde.trust.TagReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the openings of verified entries of one bundle and checks each against its entry, a part at a time, so that 256 acts of 1 MiB are
 * never in memory together. For one thread at a time.
 *
 * <p>An opening that is not what the entry commits to, or for an entry not addressed to this party, counts as not given.
 */
final class Unsealing implements Openings.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(Unsealing.class);

    private final PartyCode self;
    private final PartyCode party;
    private final Peer peer;
    private final long from;
    private final List<byte[]> entries;
    private final BitSet addressed = new BitSet();
    private final Map<Long, Openings.Opening> page = new HashMap<>();
    private final Map<Long, Long> takenBack = new HashMap<>();
    private long firstOrder = Long.MAX_VALUE;
    private int next;

    /** Entries below this are told by the pages read so far. */
    private long told;

    /** @param entries those at {@code from}, {@code from + 1} and so on, all of one bundle */
    Unsealing(Route route, TagReader tags, long from, List<byte[]> entries) {
        this.self = route.self();
        this.party = route.party();
        this.peer = route.peer();
        this.from = from;
        this.entries = entries;
        this.told = from;
        for (var i = 0; i < entries.size(); i++) if (tags.forUs(from + i, entries.get(i))) addressed.set(i);
    }

    /** Who reads whose log, and from where. */
    record Route(PartyCode self, PartyCode party, Peer peer) {}

    boolean hasNext() {
        return next < entries.size();
    }

    /** The next entries with their openings, until they weigh enough for one batch. */
    List<Stretch.Arrived> next() throws IOException, InterruptedException {
        var part = new ArrayList<Stretch.Arrived>();
        for (var weight = 0L; hasNext() && weight < Batch.BYTES; next++) {
            part.add(arrived(next));
            weight += part.getLast().weight();
        }
        return part;
    }

    private Stretch.Arrived arrived(int i) throws IOException, InterruptedException {
        var index = from + i;
        var entry = entries.get(i);
        if (!addressed.get(i))
            return new Stretch.Arrived(StoredEntry.closed(index, entry, StoredEntry.State.NOT_FOR_US), null);
        var opening = opening(index);
        if (opening == null || !opens(entry, opening))
            return new Stretch.Arrived(StoredEntry.closed(index, entry, StoredEntry.State.MISSING), null);
        var reading = ActText.read(new ActId(party, index), opening.act(), self);
        return new Stretch.Arrived(StoredEntry.open(index, entry, opening.salt(), opening.act()), reading);
    }

    /** A page may end early for its size; the next one begins where the last told nothing any more. */
    private Openings.@Nullable Opening opening(long index) throws IOException, InterruptedException {
        if (index >= told) {
            page.clear();
            takenBack.clear();
            var end = from + entries.size();
            peer.openings(index, end, this);
            var last = Stream.concat(page.keySet().stream(), takenBack.keySet().stream())
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(end);
            told = Math.max(last, index) + 1;
        }
        return page.remove(index);
    }

    /** By which act the author says it took back what was asked for last; empty if it does not say so. */
    OptionalLong takenBack(long index) {
        var order = takenBack.get(index);
        return order == null ? OptionalLong.empty() : OptionalLong.of(order);
    }

    /** The first of the acts by which the author says it took back any of these; {@link Long#MAX_VALUE} if it says so of none. */
    long firstOrder() {
        return firstOrder;
    }

    @Override
    public void read(Openings.Opening opening) throws IOException {
        if (isForUs(opening.index())) page.put(opening.index(), opening);
    }

    @Override
    public void takenBack(long index, long order) throws IOException {
        if (!isForUs(index)) return;
        takenBack.put(index, order);
        firstOrder = Math.min(firstOrder, order);
    }

    private boolean isForUs(long index) throws PartnerFault {
        var i = index - from;
        if (i < 0 || i >= entries.size())
            throw PartnerFault.unreadable("an opening is for entry " + index + ", which was not asked for");
        if (addressed.get((int) i)) return true;
        LOG.warn("{} gave an opening for {}/{}, which is not for us by its tag", party, party, index);
        return false;
    }

    private boolean opens(byte[] entry, Openings.Opening opening) {
        if (Entry.opens(entry, opening.salt(), opening.act())) return true;
        LOG.warn("{} gave an opening for {}/{} that is not what its log commits to", party, party, opening.index());
        return false;
    }
}
