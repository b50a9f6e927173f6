package acorde.acts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The passing of time as those who follow a partner need it: handed in, so that a test neither waits nor guesses. */
interface Pace {
    Instant now();

    void rest(Duration duration) throws InterruptedException;

    static Pace of(Clock clock) {
        return new Pace() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void rest(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
