package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.Recount;
import acorde.trust.Audit;
import acorde.trust.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every stored log again from its first entry, derives once more what the acts come to, and compares. One at a
 * time, beside all else; whoever asked may leave, and finds the outcome later.
 */
public final class Verification implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);

    private final Acts acts;
    private final Clock clock;
    private final AtomicReference<@Nullable Report> last = new AtomicReference<>();
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private volatile boolean closing;

    public Verification(Acts acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param millis how long it took
     * @param audits of each log
     * @param recount what of the derived tables; null if it could not be done because something failed, which the log
     * of the node tells
     */
    record Report(
            Instant at,
            long millis,
            List<Audit> audits,
            @Nullable Recount recount) {
        Report {
            audits = List.copyOf(audits);
        }
    }

    /** One under way. Everything is read twice: once for the logs, once for what is derived from them. */
    static final class Running {
        final Instant since;
        private final long all;
        private final AtomicLong done = new AtomicLong();
        private final CountDownLatch end = new CountDownLatch(1);

        private Running(Instant since, long all) {
            this.since = since;
            this.all = Math.max(1, all);
        }

        /** How much of it is done, 0 to 99. */
        int percent() {
            return (int) Math.min(99, done.get() * 100 / all);
        }
    }

    /** The last report; empty if nobody has asked for one since the node started. */
    Optional<Report> last() {
        return Optional.ofNullable(last.get());
    }

    /** The one under way, if there is one. */
    Optional<Running> running() {
        return Optional.ofNullable(running.get());
    }

    /** Begins one unless one is under way, and waits a while for its end. */
    void run(Duration patience) throws InterruptedException {
        var fresh = new Running(clock.instant(), 2 * entries());
        if (!closing && running.compareAndSet(null, fresh))
            Thread.ofVirtual().name("verification").start(() -> verify(fresh));
        await(patience);
    }

    /** @return whether none is under way any more */
    private boolean await(Duration patience) throws InterruptedException {
        var one = running.get();
        return one == null || one.end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private long entries() {
        return acts.logs().charter().places().stream()
                .mapToLong(place -> acts.logs().state(place.party()).size())
                .sum();
    }

    private void verify(Running one) {
        var began = System.nanoTime();
        try {
            var audits = new ArrayList<Audit>();
            for (var place : acts.logs().charter().places()) {
                audits.add(audit(place));
                one.done.addAndGet(audits.getLast().entries());
            }
            var recount = recount(one, one.done.get());
            last.set(new Report(clock.instant(), (System.nanoTime() - began) / 1_000_000, audits, recount));
        } catch (CancellationException stopped) {
            LOG.info("A verification was given up because the node stops");
        } catch (RuntimeException e) {
            LOG.error("A verification could not be finished", e);
        } finally {
            running.set(null);
            one.end.countDown();
        }
    }

    private Audit audit(Place place) {
        if (closing) throw new CancellationException();
        return acts.logs().audit(place.party());
    }

    private @Nullable Recount recount(Running one, long audited) {
        try {
            return acts.recount(read -> {
                if (closing) throw new CancellationException();
                one.done.set(audited + read);
            });
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            LOG.error("What is derived from the acts could not be compared with them", e);
            return null;
        }
    }

    /** Gives up the one under way. */
    @Override
    public void close() {
        closing = true;
        try {
            if (!await(Duration.ofSeconds(10))) LOG.warn("A verification does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
