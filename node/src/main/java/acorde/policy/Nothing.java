package acorde.policy;

import java.time.Duration;

/**
 * The answer that there is nothing: given no sooner than a while after it was asked for, so that it takes as long where something is hidden and
 * was looked at as where there is nothing (AS-1).
 *
 * @param since when it was asked for, by {@link System#nanoTime}
 */
public record Nothing(long since) {
    /** Within this all that is hidden has been decided about. */
    public static final Duration AFTER = Duration.ofMillis(50);

    /** Begins to count. */
    public static Nothing asked() {
        return new Nothing(System.nanoTime());
    }

    /** Waits until it may be answered. */
    public void await() {
        try {
            Thread.sleep(Duration.ofNanos(AFTER.toNanos() - (System.nanoTime() - since)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the node is stopping, and nobody is answered any more
        }
    }
}
