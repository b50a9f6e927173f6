package acorde.web.desk;

import acorde.acts.Acts;
import acorde.acts.ReadingRoom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.springframework.http.ResponseEntity;

/**
 * Keeps the requests of open pages waiting until there is something new, so that an officer sees it without reloading.
 */
public final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Between two looks, so that a busy log does not make every open page look at every batch. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Requests that may wait at once; the next is answered at once that there is nothing. */
    private static final int MOST = 512;

    private final Acts acts;
    private final Semaphore room = new Semaphore(MOST);

    public Waiting(Acts acts) {
        this.acts = acts;
    }

    /**
     * Waits until it holds, at most {@link #LONGEST}. It is looked at now and after commits.
     * @return whether it holds
     */
    public boolean until(BooleanSupplier condition) throws InterruptedException {
        var seen = acts.commits();
        if (condition.getAsBoolean()) return true;
        if (!room.tryAcquire()) return false;
        try {
            var end = System.nanoTime() + LONGEST.toNanos();
            while (true) {
                var left = end - System.nanoTime();
                if (left <= 0) return false;
                ReadingRoom.leave();
                var now = acts.awaitCommit(seen, Duration.ofNanos(left));
                if (now == seen) return false;
                seen = now;
                if (condition.getAsBoolean()) return true;
                ReadingRoom.leave();
                Thread.sleep(PAUSE); // a bounded rest, so that looks stay rare
            }
        } finally {
            room.release();
        }
    }

    /** Nothing is new: the page stays as it is and asks again. */
    public static ResponseEntity<String> nothing() {
        return ResponseEntity.noContent().header("HX-Trigger", "again").build();
    }
}
