package acorde.exchange;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has this party's node say at the turn of every hour what became of the copies that came, on one virtual thread, until closed. */
final class Acknowledging implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledging.class);

    private final Exchange exchange;
    private final Clock clock;
    private final Thread thread;

    private Acknowledging(Exchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("acknowledging").unstarted(this::run);
    }

    static Acknowledging start(Exchange exchange, Clock clock) {
        var acknowledging = new Acknowledging(exchange, clock);
        acknowledging.thread.start();
        return acknowledging;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(untilNextHour(clock.millis())); // paces; ended by interrupt
                turn();
            }
        } catch (InterruptedException e) {
            LOG.debug("What comes is acknowledged no longer");
        }
    }

    static Duration untilNextHour(long nowMillis) {
        var hour = Duration.ofHours(1).toMillis();
        return Duration.ofMillis(hour - Math.floorMod(nowMillis, hour));
    }

    /** What fails is logged, and the next hour takes it in. */
    private void turn() {
        try {
            exchange.acknowledge(clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("What became of the copies that came was not said this hour; the next one takes it in", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
