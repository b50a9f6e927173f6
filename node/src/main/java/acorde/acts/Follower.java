package acorde.acts;

import acorde.trust.Evidence;
import acorde.trust.LogRolledBack;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trust.StoredEntry;
import acorde.trustlog.Checkpoint;
import acorde.trustlog.ConsistencyProof;
import acorde.trustlog.Frontier;
import acorde.trustlog.Malformed;
import acorde.trustlog.Merkle;
import acorde.trustlog.NoteSigning;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TileHashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Follows one partner's log: waits for it to grow, fetches what is new, verifies it against the checkpoint the partner signed, and hands it to
 * the sequencer. It resumes where it was after any interruption.
 *
 * <p>A partner that signed two things that cannot both be true is no longer followed, and what it signed is kept. All else proves nothing
 * against it and is tried again, at the latest after a minute: see spec/openings.md.
 */
// longer than a file should be: one round with a partner, step by step
final class Follower {
    /** Acts of one partner that may wait for others; beyond, its log is read on only when some of them have gone. */
    static final int WAITING = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** How long the partner holds its answer while it has nothing new. */
    private static final Duration WAIT = Duration.ofSeconds(25);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** The least time between two questions that brought nothing, should the partner not hold its answers. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private static final Duration STALE_PAUSE = Duration.ofSeconds(5);

    /** How often a partner's sign of life is written down, and missing openings are asked for again. */
    private static final Duration SELDOM = Duration.ofSeconds(20);

    /** New entries up to which they are verified as one; beyond, by their bundles (see {@link Backlog}). */
    private static final int NEAR = 2_048;

    /** Openings asked for again at a time. */
    private static final int MISSING = 64;

    private final Logs logs;
    private final Unsealing.Route route;
    private final PartyCode party;
    private final Peer peer;
    private final Sequencer sequencer;
    private final Pace pace;
    private final BundleReader reader;
    private volatile Partner status;
    private volatile boolean stopping;
    private @Nullable SignedNote latest;
    private Instant heardStored = Instant.MIN;
    private Instant askedAgain = Instant.MIN;
    private long askNext;

    /** The first act not stored by which something is said to be taken back: once it is, what is missing need not be. */
    private long awaited = Long.MAX_VALUE;

    Follower(Logs logs, PartyCode party, Peer peer, Sequencer sequencer, Pace pace) { // the parts it joins
        this.logs = logs;
        this.route = new Unsealing.Route(logs.self().party(), party, peer);
        this.party = party;
        this.peer = peer;
        this.sequencer = sequencer;
        this.pace = pace;
        this.reader = new BundleReader(logs, route);
        var halted = logs.state(party).halted();
        var well = new Partner(party, null, null, null, logs.state(party).size());
        this.status = halted == null ? well : well.troubled(halted, pace.now());
    }

    Partner status() {
        return status;
    }

    void stop() {
        stopping = true;
    }

    /** Follows until stopped, interrupted, or the partner contradicts itself. */
    void run() {
        try {
            var pause = FIRST_PAUSE;
            while (!stopping && logs.state(party).halted() == null) {
                if (follow()) pause = FIRST_PAUSE;
                rest(pause);
                pause = longer(pause);
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer following {}", party);
        }
    }

    /** Follows until something goes wrong. @return whether anything went well before */
    private boolean follow() throws InterruptedException {
        var well = false;
        try {
            latest = logs.state(party).note();
            var held = logs.head(party).frontier();
            while (!stopping && logs.state(party).halted() == null) {
                held = round(held);
                well = true;
            }
        } catch (PartnerFault e) {
            trouble(e.code(), e);
        } catch (IOException e) {
            trouble(Partner.UNREACHABLE, e);
        } catch (NotStored e) {
            LOG.warn("What {} said could not be stored now: {}", party, e.getMessage());
        } catch (DataAccessException ours) {
            // Says nothing of the partner; and a thread that is interrupted in the midst of a statement ends it so.
            LOG.warn("Following {} goes on when the database answers: {}", party, ours.getMessage());
        } catch (RuntimeException e) {
            if (stopping) return well; // what it asks with is closed by then
            LOG.error("Following {} failed; it goes on", party, e);
            trouble(Partner.UNREADABLE, e);
        }
        return well;
    }

    /** Collects the partner's receipts for this party's log, until stopped or interrupted. */
    void collectReceipts() {
        var pause = FIRST_PAUSE;
        try {
            while (!stopping) {
                try {
                    nextReceipt();
                    pause = FIRST_PAUSE;
                } catch (IOException | NotStored | RuntimeException e) {
                    LOG.debug("No receipt from {}: {}", party, e.getMessage());
                    rest(pause);
                    pause = longer(pause);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer collecting receipts of {}", party);
        }
    }

    private void nextReceipt() throws IOException, InterruptedException, NotStored {
        var last = logs.receipts(party, 1);
        var size = last.isEmpty() ? 0 : last.getFirst().size();
        var asked = pace.now();
        var answer = peer.receipt(logs.self().keys().log().name(), size, WAIT);
        if (answer.isPresent()) {
            var note = parse(answer.get());
            var receipt = logs.checkReceipt(party, note)
                    .orElseThrow(() -> PartnerFault.unreadable("its receipt is not signed by it"));
            if (receipt.size() > logs.state(logs.self().party()).size()) stopAsRolledBack(note);
            if (receipt.size() > size) {
                store(stored -> new Work.Receipted(receipt, note, stored));
                return;
            }
        }
        restIfQuick(asked);
    }

    /** The partner holds what this party signed and no longer has: each further act would be of a second history. */
    private void stopAsRolledBack(SignedNote note) {
        try {
            logs.insistOn(party, note);
        } catch (LogRolledBack rolledBack) {
            LOG.error("{}", rolledBack.getMessage());
            sequencer.fenced().completeExceptionally(rolledBack);
            throw rolledBack;
        }
    }

    /** Waits for news and takes it in. @return the tree as verified and stored now */
    private Frontier round(Frontier held) throws IOException, InterruptedException, NotStored {
        if (sequencer.standing(party).waiting() >= WAITING) throw tooManyWait();
        var asked = pace.now();
        var answer = peer.checkpoint(held.size(), WAIT);
        if (answer.isEmpty() && held.size() > 0) throw PartnerFault.unreadable("it shows no checkpoint any more");
        status = status.answered(pace.now());
        if (answer.isEmpty()) return nothingNew(held, asked);
        var note = parse(answer.get());
        var checkpoint = switch (logs.check(party, note)) {
            case NoteSigning.CheckpointOutcome.Refused(var refusal) -> throw PartnerFault.unreadable(refusal.why());
            case NoteSigning.CheckpointOutcome.Signed(var signed) -> signed;
        };
        status = status.announced(Math.max(checkpoint.size(), held.size()));
        if (checkpoint.size() < held.size()) return behind(held, checkpoint, note);
        if (checkpoint.size() == held.size()) {
            if (!checkpoint.root().equals(held.root())) return halt(Evidence.TWO_HISTORIES, held, note);
            if (latest == null || sizeOf(latest) < held.size()) hand(List.of(), note);
            latest = note;
            return nothingNew(held, asked);
        }
        var grown = checkpoint.size() - held.size() <= NEAR
                ? near(held, checkpoint, note)
                : new Backlog(logs, route, sequencer).take(held, checkpoint, note);
        if (grown.isEmpty()) return doesNotExtend(held, checkpoint, note);
        latest = note;
        status = status.well();
        askAgain();
        return grown.get();
    }

    private Frontier nothingNew(Frontier held, Instant asked) throws IOException, InterruptedException, NotStored {
        status = status.well();
        if (passed(heardStored)) {
            store(stored -> new Work.Heard(party, stored));
            heardStored = pace.now();
        }
        askAgain();
        restIfQuick(asked);
        return held;
    }

    /** A smaller checkpoint is stale if it is of the same history, and a contradiction if not. */
    private Frontier behind(Frontier held, Checkpoint checkpoint, SignedNote note)
            throws IOException, InterruptedException {
        var sameHistory = checkpoint.root().equals(logs.rootAt(party, checkpoint.size()));
        if (!sameHistory) return halt(Evidence.WENT_BACK, held, note);
        status = status.troubled(Partner.BEHIND_ITSELF, pace.now());
        rest(STALE_PAUSE);
        return held;
    }

    /**
     * What it gives does not lead from what is held to what it signed. That it signed another history is only certain when its own tiles
     * show the signed tree to begin with other entries than those held; else it may be a fault on the way, or of its disk.
     */
    private Frontier doesNotExtend(Frontier held, Checkpoint checkpoint, SignedNote note)
            throws IOException, InterruptedException {
        try {
            var tiles = new TileHashes(path -> Backlog.tile(peer, path), checkpoint.size());
            var theirs = tiles.root(held.size());
            var proof = ConsistencyProof.of(held.size(), checkpoint.size(), tiles);
            if (proof.verify(theirs, checkpoint.root()) instanceof ConsistencyProof.Outcome.Consistent
                    && !theirs.equals(held.root())) return halt(Evidence.DOES_NOT_EXTEND, held, note);
        } catch (Malformed malformed) {
            LOG.debug("The tiles of {} are not readable: {}", party, malformed.getMessage());
        } catch (UncheckedIOException broken) {
            throw Backlog.cause(broken);
        }
        throw PartnerFault.unreadable("what it gives is not what it signed");
    }

    /** Stops following. The evidence is put to the sequencer until it is stored: the partner may never show it again. */
    private Frontier halt(String kind, Frontier held, SignedNote note) throws InterruptedException {
        LOG.error("{} signed a log that contradicts what it signed before ({}); it is no longer followed", party, kind);
        status = status.troubled(kind, pace.now());
        var contradiction = new Work.Contradiction(party, kind, latest, note);
        var pause = FIRST_PAUSE;
        while (!stopping) {
            try {
                store(stored -> new Work.Halted(contradiction, stored));
                break;
            } catch (NotStored e) {
                LOG.warn("What {} signed could not be kept yet: {}", party, e.getMessage());
                rest(pause);
                pause = longer(pause);
            }
        }
        return held;
    }

    /** A few new entries: fetched, hashed onto what is held, and compared with the signed root. @return empty if they differ */
    private Optional<Frontier> near(Frontier held, Checkpoint checkpoint, SignedNote note)
            throws IOException, InterruptedException, NotStored {
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
        var handover = new Handover(party, sequencer);
        for (var from = held.size(); from < checkpoint.size(); ) {
            var to = Math.min(checkpoint.size(), (from / Openings.PAGE + 1) * Openings.PAGE);
            var at = (int) (from - held.size());
            var unsealing = reader.open(from, fresh.subList(at, at + (int) (to - from)));
            while (unsealing.hasNext()) {
                var part = unsealing.next();
                handover.hand(part, to == checkpoint.size() && !unsealing.hasNext() ? note : null);
            }
            awaited = Math.min(awaited, unsealing.firstOrder());
            from = to;
        }
        handover.finish();
        return Optional.of(grown);
    }

    private void hand(List<Stretch.Arrived> arrived, SignedNote note) throws InterruptedException, NotStored {
        store(stored -> new Work.Incoming(new Stretch(party, arrived, note), stored));
    }

    /** Asks again for some of the openings that are missing, each time for the next ones, so that one withheld for ever hides no other. */
    private void askAgain() throws IOException, InterruptedException, NotStored {
        var come = awaited < logs.state(party).size();
        if (sequencer.standing(party).missing() == 0 || !passed(askedAgain) && !come) return;
        askedAgain = pace.now();
        awaited = Long.MAX_VALUE;
        for (var before = Integer.MAX_VALUE; !stopping; ) {
            var lacking = sequencer.standing(party).missing();
            if (lacking == 0 || lacking >= before) return; // none came of the last, and the rest are not hurried
            before = lacking;
            askForSome();
        }
    }

    private void askForSome() throws IOException, InterruptedException, NotStored {
        var missing = logs.missing(party, askNext, MISSING);
        if (missing.isEmpty()) missing = logs.missing(party, 0, MISSING);
        for (var index : missing) {
            askNext = index + 1;
            var stored = logs.entry(party, index);
            if (stored.isEmpty() || stored.get().state() != StoredEntry.State.MISSING) continue;
            var late = reader.openLate(stored.get());
            var reading = late.arrived().reading();
            if (reading != null)
                store(done -> new Work.Late(party, late.arrived().entry(), reading, done));
            else if (late.takenBack().orElse(Long.MAX_VALUE) < logs.state(party).size())
                store(done -> takenBack(stored.get(), late, done));
            else awaited = Math.min(awaited, late.takenBack().orElse(Long.MAX_VALUE));
        }
    }

    private Work.TakenBack takenBack(StoredEntry stored, BundleReader.Late late, CompletableFuture<Void> done) {
        var entry = StoredEntry.closed(stored.index(), stored.entry(), StoredEntry.State.TAKEN_BACK);
        return new Work.TakenBack(party, entry, late.takenBack().orElseThrow(), done);
    }

    /** Makes a piece of work, puts it to the sequencer, and waits until it is durable. */
    private void store(Function<CompletableFuture<Void>, Work.Brought> work) throws InterruptedException, NotStored {
        var stored = new CompletableFuture<Void>();
        sequencer.put(work.apply(stored));
        Handover.await(stored);
    }

    private boolean passed(Instant since) {
        return !since.plus(SELDOM).isAfter(pace.now());
    }

    static PartnerFault tooManyWait() {
        return new PartnerFault(
                Partner.TOO_MANY_WAIT, "more than " + WAITING + " of its acts wait for acts that have not come");
    }

    private static long sizeOf(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    private static SignedNote parse(byte[] bytes) throws PartnerFault {
        try {
            return SignedNote.parse(bytes);
        } catch (Malformed malformed) {
            throw PartnerFault.unreadable(String.valueOf(malformed.getMessage()));
        }
    }

    private void trouble(String code, Exception cause) {
        if (!code.equals(status.trouble()))
            LOG.warn("{}: {} ({})", party, code, cause.getMessage() == null ? cause.toString() : cause.getMessage());
        status = status.troubled(code, pace.now());
    }

    private void restIfQuick(Instant asked) throws InterruptedException {
        if (asked.plus(LEAST).isAfter(pace.now())) rest(LEAST);
    }

    /** Rests for about {@code pause}, unevenly, so that partners do not fall into step. */
    private void rest(Duration pause) throws InterruptedException {
        var half = pause.toMillis() / 2;
        pace.rest(Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1)));
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
