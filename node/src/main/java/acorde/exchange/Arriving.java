package acorde.exchange;

import acorde.acts.Acts;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the order of a {@link Feed} after each commit, on one virtual thread, until closed. */
final class Arriving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arriving.class);

    /** What is dated ahead, or waits, is looked for without a commit as well. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration PACE = Duration.ofMillis(100);

    /** What is under way is let end, so that it does not fail on what is closed behind it. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final Acts acts;
    private final Feed feed;
    private final Clock clock;
    private final Thread thread;

    private Arriving(Acts acts, Feed feed, Clock clock) {
        this.acts = acts;
        this.feed = feed;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("arriving").unstarted(this::run);
    }

    static Arriving start(Acts acts, Feed feed, Clock clock) {
        var arriving = new Arriving(acts, feed, clock);
        arriving.thread.start();
        return arriving;
    }

    private void run() {
        try {
            turn(feed::forgetUnhanded); // of which this program ended before it handed it out
            while (true) {
                var seen = acts.commits();
                turn(() -> feed.takeIn(clock.instant()));
                Thread.sleep(PACE); // paces: many commits are looked at together
                acts.awaitCommit(seen, LONGEST);
            }
        } catch (InterruptedException e) {
            LOG.debug("What comes is put in order no longer");
        }
    }

    /** What fails is logged, and the next commit takes it in. */
    private void turn(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!thread.isInterrupted())
                LOG.warn("What came was not put in order for programs; the next commit takes it in", e);
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
