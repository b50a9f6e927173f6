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

    /** Unfinished files that were looked at before and are looked at again in one round: what may never come costs no commit more than that. */
    static final int AGAIN = 256;

    /** Files, finished or not, among which those are sought. */
    private static final int AMONG = 5_000;

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

    /** Up to where files were looked at once, as they came. */
    private final Walk fresh;

    /** Up to where they were looked at again, by turns. */
    private final Walk again;

    private long kept;

    /** How far the files have been looked at, in the order of the log. */
    private static final class Walk {
        private Named at;

        Walk(Named start) {
            this.at = start;
        }
    }

    /** @param naming held while a chunk is kept */
    record Store(FileRows rows, Lock naming, Room room) {}

    /** @param peer the partner @param mayCome whether the files of an act may be here now; asked when they are first looked at, and again by turns */
    record From(PartyCode party, ChunkPeer peer, Predicate<ActId> mayCome) {}

    Fetcher(Store store, From from, Acts acts, Clock clock) {
        this.store = store;
        this.party = from.party();
        this.peer = from.peer();
        this.mayCome = from.mayCome();
        this.acts = acts;
        this.clock = clock;
        this.fresh = new Walk(start());
        this.again = new Walk(start());
    }

    private Named start() {
        return new Named(new ActId(party, 0), -1);
    }

    /** Fetches until interrupted. */
    void run() {
        var pause = FIRST_PAUSE;
        try {
            while (true) {
                var seen = acts.commits();
                var before = kept;
                var lacking = roundOrNot();
                if (kept > before) {
                    pause = FIRST_PAUSE;
                    if (!again.at.equals(start())) continue; // what is behind it has its turn at once
                }
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
     * Asks for everything that was named since the last round, may be here and has room; and again for some of what was lacking before, each in its turn.
     *
     * @return how many of those files the partner did not give whole
     * @throws IOException if it cannot be asked now
     */
    int round() throws IOException, InterruptedException {
        var round = new Round();
        var known = fresh.at;
        var last = store.rows().last(party).orElse(known);
        if (last.compareTo(known) > 0) round.look(fresh, last, Integer.MAX_VALUE);
        var end = store.rows().behind(party, again.at, AMONG).orElse(known);
        if (end.compareTo(known) > 0) end = known;
        if (end.compareTo(again.at) > 0) round.look(again, end, AGAIN);
        if (again.at.compareTo(known) >= 0) again.at = start();
        return round.lacking;
    }

    private final class Round {
        private int lacking;
        private int failing;
        private Optional<ActId> decided = Optional.empty();
        private boolean comes;

        /** At most so many that are unfinished, up to {@code end}. */
        void look(Walk walk, Named end, int most) throws IOException, InterruptedException {
            for (var left = most; left > 0; ) {
                var many = Math.min(left, PAGE);
                var page = store.rows().unfinished(party, walk.at, end, many);
                for (var each : page.entrySet()) {
                    walk.at = each.getKey(); // first, so that one that fails each time keeps its turn from nobody
                    one(each.getKey(), each.getValue());
                }
                if (page.size() < many) {
                    walk.at = end;
                    return;
                }
                left -= many;
            }
        }

        private void one(Named named, Attachment file) throws IOException, InterruptedException {
            if (!decided.equals(Optional.of(named.act()))) {
                decided = Optional.of(named.act());
                comes = mayCome.test(named.act());
            }
            if (!comes) return;
            try {
                if (!fetch(named, file)) lacking++;
                failing = 0;
            } catch (IOException e) {
                lacking++;
                if (++failing == PATIENCE) throw e;
            }
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
