package acorde.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing at the turn of every hour, on one virtual thread, until closed. What fails is logged, and the next hour takes it in. */
final class Hourly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hourly.class);

    private final Clock clock;
    private final Consumer<Instant> work;
    private final Thread thread;

    private Hourly(String name, Clock clock, Consumer<Instant> work) {
        this.clock = clock;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    static Hourly start(String name, Clock clock, Consumer<Instant> work) {
        var hourly = new Hourly(name, clock, work);
        hourly.thread.start();
        return hourly;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(untilNextHour(clock.millis())); // paces; ended by interrupt
                turn();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} has ended", thread.getName());
        }
    }

    static Duration untilNextHour(long nowMillis) {
        var hour = Duration.ofHours(1).toMillis();
        return Duration.ofMillis(hour - Math.floorMod(nowMillis, hour));
    }

    private void turn() {
        try {
            work.accept(clock.instant());
        } catch (RuntimeException e) {
            if (!thread.isInterrupted())
                LOG.warn("{} came to nothing this hour; the next one takes it in", thread.getName(), e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
