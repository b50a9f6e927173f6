package acorde.offices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until a test moves it. */
public final class HandClock extends Clock {
    private volatile Instant now;
    private final ZoneId zone;

    public HandClock(String now) {
        this(Instant.parse(now), ZoneOffset.UTC);
    }

    private HandClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HandClock(now, other);
    }
}
