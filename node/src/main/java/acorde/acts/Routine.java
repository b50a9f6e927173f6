package acorde.acts;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one thing again and again beside everything else, on one virtual thread, until closed. Whatever fails is logged, and the next time makes
 * up for it.
 */
public final class Routine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Routine.class);

    /** What is under way is let end, so that it does not fail on what is closed behind it. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    /** After a wait that failed, so that what fails at once is not begun without end. */
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Pace pace;
    private final Runnable work;
    private final Thread thread;

    /** Waits for the next time, and for the first. */
    @FunctionalInterface
    public interface Pace {
        void await() throws InterruptedException;
    }

    private Routine(String name, Pace pace, Runnable work) {
        this.pace = pace;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    public static Routine start(String name, Pace pace, Runnable work) {
        var routine = new Routine(name, pace, work);
        routine.thread.start();
        return routine;
    }

    /** At the turn of every hour, minute or whatever it is, by a clock. */
    public static Pace atTurnsOf(Duration unit, Clock clock) {
        return () -> Thread.sleep(left(unit, clock.millis()));
    }

    /** At once, and each time such a pause after the time before. */
    public static Pace after(Duration pause) {
        var begun = new AtomicBoolean();
        return () -> {
            if (begun.getAndSet(true)) Thread.sleep(pause);
        };
    }

    /** Until the next turn. @param now ms since 1970 */
    static Duration left(Duration unit, long now) {
        return Duration.ofMillis(unit.toMillis() - Math.floorMod(now, unit.toMillis()));
    }

    private void run() {
        try {
            while (!thread.isInterrupted()) once();
        } catch (InterruptedException e) {
            LOG.debug("{} has ended", thread.getName());
        }
    }

    private void once() throws InterruptedException {
        var waited = false;
        try {
            pace.await(); // ended by interrupt
            waited = true;
            work.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) { // errors too: else nobody would learn that this is not done any more
            if (thread.isInterrupted()) return;
            LOG.error("{} came to nothing this time; the next makes up for it", thread.getName(), e);
            if (!waited) Thread.sleep(BREATH);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
