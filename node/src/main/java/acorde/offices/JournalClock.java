package acorde.offices;

import acorde.acts.Command;
import acorde.acts.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the journal's act said at the turn of every minute, on one virtual thread, until closed. */
public final class JournalClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalClock.class);

    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final Journal journal;
    private final Saying saying;
    private final Clock clock;
    private final Thread thread;

    /** Where acts are said: {@code acts::sayOfItself}. */
    @FunctionalInterface
    public interface Saying {
        CompletableFuture<Said<Journal.NotClosed>> say(Command<Journal.NotClosed> command);
    }

    private JournalClock(Journal journal, Saying saying, Clock clock) {
        this.journal = journal;
        this.saying = saying;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("journal").unstarted(this::run);
    }

    /** Begins; the first act is said at the next full minute. */
    public static JournalClock start(Journal journal, Saying saying, Clock clock) {
        var minutes = new JournalClock(journal, saying, clock);
        minutes.thread.start();
        return minutes;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(untilNextMinute(clock.millis())); // paces; ended by interrupt
                turn();
            }
        } catch (InterruptedException e) {
            LOG.debug("The journal's clock has stopped");
        }
    }

    static Duration untilNextMinute(long nowMillis) {
        var minute = ChronoUnit.MINUTES.getDuration().toMillis();
        return Duration.ofMillis(minute - Math.floorMod(nowMillis, minute));
    }

    /** One minute. What fails is logged and made up for by the next one. */
    private void turn() throws InterruptedException {
        try {
            saying.say(journal.minute()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warn("The journal was not held fast in the log this minute; the next one takes its lines in", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
