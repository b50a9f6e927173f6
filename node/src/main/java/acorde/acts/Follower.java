package acorde.acts;

import acorde.trust.Evidence;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.Receipt;
import acorde.trust.StoredEntry;
import acorde.trustlog.Checkpoint;
import acorde.trustlog.Frontier;
import acorde.trustlog.Malformed;
import acorde.trustlog.Merkle;
import acorde.trustlog.NoteSigning;
import acorde.trustlog.SignedNote;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one partner's log: waits for it to grow, fetches what is new, verifies it against the checkpoint the partner signed, and hands it to
 * the sequencer. It resumes where it was after any interruption. A partner whose log contradicts itself is no longer followed, and what it
 * signed is kept; all else is tried again, at the latest after a minute.
 */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** How long the partner holds its answer while it has nothing new. */
    private static final Duration WAIT = Duration.ofSeconds(25);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** New entries up to which they are verified as one; beyond, by their bundles (see {@link Backlog}). */
    private static final int NEAR = 2_048;

    /** Openings asked for again at a time. */
    private static final int MISSING = 64;

    private final Logs logs;
    private final PartyCode party;
    private final Peer peer;
    private final Sequencer sequencer;
    private final Clock clock;
    private final BundleReader reader;
    private volatile Partner status;
    private volatile boolean stopping;
    private @Nullable SignedNote latest;

    Follower(Logs logs, PartyCode party, Peer peer, Sequencer sequencer, Clock clock) { // the parts it joins
        this.logs = logs;
        this.party = party;
        this.peer = peer;
        this.sequencer = sequencer;
        this.clock = clock;
        this.reader = new BundleReader(logs.self().party(), party, peer, logs.tagsOf(party));
        this.status = new Partner(party, null, null, null, logs.state(party).size());
    }

    Partner status() {
        return status;
    }

    void stop() {
        stopping = true;
    }

    /** Follows until stopped, interrupted, or the partner contradicts itself. */
    void run() {
        var pause = FIRST_PAUSE;
        while (!stopping && logs.state(party).halted() == null) {
            try {
                latest = logs.state(party).note();
                var frontier = logs.head(party).frontier();
                while (!stopping && logs.state(party).halted() == null) {
                    frontier = round(frontier);
                    pause = FIRST_PAUSE;
                }
            } catch (IOException | ExecutionException e) {
                trouble(e instanceof Unreadable ? Partner.UNREADABLE : Partner.UNREACHABLE, e);
                pause = rest(pause);
            } catch (RuntimeException e) {
                LOG.error("Following {} failed; it goes on", party, e);
                trouble(Partner.UNREADABLE, e);
                pause = rest(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Collects the partner's receipts for this party's log, until stopped or interrupted. */
    void collectReceipts() {
        var pause = FIRST_PAUSE;
        var own = logs.self().keys().log().name();
        var size = logs.receipts(party, 1).stream()
                .mapToLong(Receipt::size)
                .findFirst()
                .orElse(0);
        while (!stopping) {
            try {
                var note = parse(peer.receipt(own, size, WAIT));
                var receipt = logs.checkReceipt(party, note)
                        .orElseThrow(() -> new Unreadable("its receipt is not signed by it"));
                if (receipt.size() > size) {
                    size = receipt.size();
                    sequencer.put(new Work.Receipted(receipt, note));
                }
                pause = FIRST_PAUSE;
            } catch (IOException | RuntimeException e) {
                LOG.debug("No receipt from {}: {}", party, e.getMessage());
                pause = rest(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Waits for news and takes it in. @return the tree as verified and stored now */
    private Frontier round(Frontier held) throws IOException, InterruptedException, ExecutionException {
        var note = parse(peer.checkpoint(held.size(), WAIT));
        var checkpoint = switch (logs.check(party, note)) {
            case NoteSigning.CheckpointOutcome.Refused(var refusal) -> throw new Unreadable(refusal.why());
            case NoteSigning.CheckpointOutcome.Signed(var signed) -> signed;
        };
        status = status.heard(clock.instant()).announced(Math.max(checkpoint.size(), held.size()));
        if (checkpoint.size() < held.size()) return behind(held, checkpoint, note);
        if (checkpoint.size() == held.size()) {
            if (!checkpoint.root().equals(held.root())) return halt(Evidence.TWO_HISTORIES, held, note);
            sequencer.put(new Work.Heard(party));
            askAgain();
            return held;
        }
        var grown = checkpoint.size() - held.size() <= NEAR
                ? near(held, checkpoint, note)
                : new Backlog(logs, party, peer, sequencer).take(held, checkpoint, note);
        if (grown.isEmpty()) return halt(Evidence.DOES_NOT_EXTEND, held, note);
        latest = note;
        if (!logs.missing(party, 1).isEmpty()) askAgain();
        return grown.get();
    }

    /** A smaller checkpoint is stale if it is of the same history, and a contradiction if not. */
    private Frontier behind(Frontier held, Checkpoint checkpoint, SignedNote note)
            throws IOException, InterruptedException {
        var sameHistory = checkpoint.root().equals(logs.rootAt(party, checkpoint.size()));
        if (!sameHistory) return halt(Evidence.WENT_BACK, held, note);
        status = status.troubled(Partner.BEHIND_ITSELF, clock.instant());
        rest(Duration.ofSeconds(5));
        return held;
    }

    private Frontier halt(String kind, Frontier held, SignedNote note) {
        LOG.error("{} signed a log that contradicts what it signed before ({}); it is no longer followed", party, kind);
        status = status.troubled(kind, clock.instant());
        sequencer.put(new Work.Halted(party, kind, latest, note));
        stopping = true;
        return held;
    }

    /** A few new entries: fetched, hashed onto what is held, and compared with the signed root. @return empty if they differ */
    private Optional<Frontier> near(Frontier held, Checkpoint checkpoint, SignedNote note)
            throws IOException, InterruptedException, ExecutionException {
        var grown = held.copy();
        var fresh = new ArrayList<byte[]>();
        while (grown.size() < checkpoint.size()) {
            var from = grown.size();
            var start = from / Openings.PAGE * Openings.PAGE;
            var to = Math.min(checkpoint.size(), start + Openings.PAGE);
            var bundle = reader.entries(to);
            for (var entry : bundle.subList((int) (from - start), bundle.size())) {
                grown.add(Merkle.leaf(entry));
                fresh.add(entry);
            }
        }
        if (!grown.root().equals(checkpoint.root())) return Optional.empty();
        CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);
        for (var from = held.size(); from < checkpoint.size(); ) {
            var to = Math.min(checkpoint.size(), (from / Openings.PAGE + 1) * Openings.PAGE);
            var at = (int) (from - held.size());
            var arrived = reader.open(from, fresh.subList(at, at + (int) (to - from)));
            stored = hand(arrived, to == checkpoint.size() ? note : null);
            from = to;
        }
        stored.get();
        return Optional.of(grown);
    }

    private CompletableFuture<Void> hand(List<Stretch.Arrived> arrived, @Nullable SignedNote note) {
        var stored = new CompletableFuture<Void>();
        sequencer.put(new Work.Incoming(new Stretch(party, arrived, note), stored));
        return stored;
    }

    /** Asks again for openings that are missing. */
    private void askAgain() throws IOException, InterruptedException {
        for (var index : logs.missing(party, MISSING)) {
            var stored = logs.entry(party, index);
            if (stored.isEmpty() || stored.get().state() != StoredEntry.State.MISSING) continue;
            var arrived = reader.openLate(stored.get());
            var reading = arrived.reading();
            if (reading != null) sequencer.put(new Work.Late(party, arrived.entry(), reading));
        }
    }

    private static SignedNote parse(byte[] bytes) throws Unreadable {
        try {
            return SignedNote.parse(bytes);
        } catch (Malformed malformed) {
            throw new Unreadable(String.valueOf(malformed.getMessage()));
        }
    }

    private void trouble(String code, Exception cause) {
        if (!code.equals(status.trouble())) LOG.warn("{}: {} ({})", party, code, String.valueOf(cause.getMessage()));
        status = status.troubled(code, clock.instant());
    }

    /** Rests for about {@code pause}, more unevenly than partners could fall into step. @return the next pause */
    private static Duration rest(Duration pause) {
        try {
            var half = pause.toMillis() / 2; // a bounded rest between tries, ended by interrupt
            Thread.sleep(half + ThreadLocalRandom.current().nextLong(half + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** The partner answered, with something that is not what it should be. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }
}
