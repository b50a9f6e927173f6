package acorde.files;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.ChunkPeer;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Fetches the files that one partner's acts name, beside the following of its log: one chunk at a time, each checked before it is kept, so that
 * a cut or the end of the program costs one chunk. What the partner does not give is asked for again, ever more seldom, and holds up nothing.
 */
final class Fetcher {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    /** Files looked at in one statement. */
    private static final int PAGE = 64;

    /** Files one after another for which the partner fails, after which it is given a rest. */
    private static final int PATIENCE = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** Between two looks at what acts name, however many are committed. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Store store;
    private final PartyCode party;
    private final ChunkPeer peer;
    private final Acts acts;
    private final Clock clock;
    private final Predicate<ActId> mayCome;
    private long kept;

    /** @param naming held while a chunk is kept */
    record Store(FileRows rows, Lock naming, Room room) {}

    /** @param peer the partner @param mayCome whether the files of an act may be here now; asked anew in each round */
    record From(PartyCode party, ChunkPeer peer, Predicate<ActId> mayCome) {}

    Fetcher(Store store, From from, Acts acts, Clock clock) {
        this.store = store;
        this.party = from.party();
        this.peer = from.peer();
        this.mayCome = from.mayCome();
        this.acts = acts;
        this.clock = clock;
    }

    /** Fetches until interrupted. */
    void run() {
        var pause = FIRST_PAUSE;
        try {
            while (true) {
                var seen = acts.commits();
                var before = kept;
                var lacking = roundOrNot();
                if (kept > before) pause = FIRST_PAUSE;
                if (lacking) {
                    Thread.sleep(uneven(pause));
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                } else {
                    acts.awaitCommit(seen, LONGEST_PAUSE);
                    Thread.sleep(LEAST);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer fetching files of {}", party);
        }
    }

    private boolean roundOrNot() throws InterruptedException {
        try {
            return round() > 0;
        } catch (IOException e) {
            LOG.debug("Files of {} are asked for again: {}", party, e.getMessage());
        } catch (DataAccessException e) {
            LOG.warn("Files of {} are fetched again when the database answers: {}", party, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Fetching files of {} failed; it goes on", party, e);
        }
        return true;
    }

    /** So that partners do not fall into step. */
    private static Duration uneven(Duration pause) {
        var half = pause.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }

    /**
     * Asks once for everything that is lacking, may be here and has room.
     *
     * @return how many files the partner did not give whole
     * @throws IOException if it cannot be asked now
     */
    int round() throws IOException, InterruptedException {
        var lacking = 0;
        var failing = 0;
        var after = new Named(new ActId(party, 0), -1);
        var decided = Optional.<ActId>empty();
        var comes = false;
        while (true) {
            var page = store.rows().unfinished(party, after, PAGE);
            for (var each : page.entrySet()) {
                after = each.getKey();
                if (!decided.equals(Optional.of(after.act()))) {
                    decided = Optional.of(after.act());
                    comes = mayCome.test(after.act());
                }
                if (!comes) continue;
                try {
                    if (!fetch(after, each.getValue())) lacking++;
                    failing = 0;
                } catch (IOException e) {
                    lacking++;
                    if (++failing == PATIENCE) throw e;
                }
            }
            if (page.size() < PAGE) return lacking;
        }
    }

    /** @return false if the partner did not give all of it; a file that its act names no more is not asked for */
    private boolean fetch(Named named, Attachment file) throws IOException, InterruptedException {
        var here = store.rows().here(party, file.chunks());
        if (!fits(store.room(), store.rows().taken(party, acts.self()), file, here)) return true;
        for (var i = 0; i < file.chunks().size(); i++) {
            var hash = file.chunks().get(i);
            if (here.contains(hash)) continue;
            var bytes = peer.chunk(named.act().index(), named.number(), i);
            if (bytes.isEmpty()) return false;
            if (bytes.get().length != file.chunkSize(i)
                    || !Hash.sha256(bytes.get()).equals(hash)) {
                LOG.warn("{} gave other bytes than {} names; they are not kept", party, named);
                return false;
            }
            if (!keep(named, hash, bytes.get())) return true;
            here.add(hash);
        }
        isAsSaid(file).ifPresent(good -> store.rows().looked(named, good));
        return true;
    }

    private boolean keep(Named named, Hash hash, byte[] bytes) {
        store.naming().lock();
        try {
            if (!store.rows().keep(named, hash, bytes, clock.instant())) return false;
            kept++;
            return true;
        } finally {
            store.naming().unlock();
        }
    }

    /** Whether the whole of a file whose chunks are all here is what its act says, and of its type; empty if some are gone, as when it was taken back. */
    private Optional<Boolean> isAsSaid(Attachment file) {
        var look = new Look(file.type());
        var whole = Hashes.sha256();
        for (var hash : file.chunks()) {
            var bytes = store.rows().chunk(party, hash);
            if (bytes.isEmpty()) return Optional.empty();
            if (!look.take(bytes.get())) return Optional.of(false);
            whole.update(bytes.get());
        }
        return Optional.of(look.end() && Hash.of(whole.digest()).equals(file.sha256()));
    }

    static boolean fits(Room room, FileRows.Taken taken, Attachment file, Set<Hash> here) {
        var more = 0L;
        for (var i = 0; i < file.chunks().size(); i++)
            if (!here.contains(file.chunks().get(i))) more += file.chunkSize(i);
        return taken.ofParty() + more <= room.ofPartner() && taken.ofAll() + more <= room.ofPartners();
    }
}
