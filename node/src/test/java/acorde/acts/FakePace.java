package acorde.acts;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** Time that passes only when the test says so. A follower that rests does so until it is let go, or not at all once it is hurried. */
final class FakePace implements Pace {
    private static final long PATIENCE_SECONDS = 60;

    private final LinkedBlockingQueue<Duration> resting = new LinkedBlockingQueue<>();
    private final SynchronousQueue<Boolean> goOn = new SynchronousQueue<>();
    private volatile Instant now = Instant.parse("2019-03-28T16:00:00Z");
    private volatile boolean hurried;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void rest(Duration duration) throws InterruptedException {
        if (!hurried) {
            resting.add(duration);
            goOn.take();
        }
        pass(duration);
        if (Thread.interrupted()) throw new InterruptedException();
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Waits until somebody rests. @return how long it means to */
    Duration awaitRest() {
        try {
            var duration = resting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (duration == null) throw new AssertionError("nobody rests");
            return duration;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the rest at hand. */
    void endRest() {
        try {
            if (!goOn.offer(true, PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("nobody rests");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** From now on nobody rests. */
    FakePace hurried() {
        hurried = true;
        return this;
    }
}
