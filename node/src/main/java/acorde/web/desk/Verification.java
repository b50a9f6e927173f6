package acorde.web.desk;

import acorde.acts.Acts;
import acorde.trust.Audit;
import acorde.trust.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reads every stored log again from its first entry, one reading at a time, and remembers what came of the last. */
public final class Verification {
    private final Acts acts;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();
    private final AtomicReference<@Nullable Report> last = new AtomicReference<>();

    public Verification(Acts acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * What came of reading all logs.
     *
     * @param millis how long it took
     */
    record Report(Instant at, long millis, List<Audit> audits) {
        Report {
            audits = List.copyOf(audits);
        }
    }

    /** The last report; empty if nobody has asked for one since the node started. */
    Optional<Report> last() {
        return Optional.ofNullable(last.get());
    }

    /** Reads all logs. Whoever asks while another reading runs waits for it and is given a reading of their own. */
    Report run() {
        one.lock();
        try {
            var began = System.nanoTime();
            var audits = acts.logs().charter().places().stream()
                    .map(Place::party)
                    .map(acts.logs()::audit)
                    .toList();
            var report = new Report(clock.instant(), (System.nanoTime() - began) / 1_000_000, audits);
            last.set(report);
            return report;
        } finally {
            one.unlock();
        }
    }
}
