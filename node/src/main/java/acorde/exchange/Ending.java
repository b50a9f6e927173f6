package acorde.exchange;

import acorde.acts.Acts;
import acorde.acts.Said;
import acorde.offices.OfficeCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has this party's node order given up what it gave and what has ended (CE-4), at once and at the turn of every hour, on one virtual thread, until
 * closed. Its clock alone decides: whoever holds a copy destroys it by the order, as by any other, so what is destroyed follows from acts.
 */
final class Ending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    /** In one command, with as many blanks for each other party: a batch of the sequencer stays small. */
    static final int AT_ONCE = 256;

    private final Acts acts;
    private final ExchangeRows rows;
    private final Clock clock;
    private final Thread thread;

    private Ending(Acts acts, ExchangeRows rows, Clock clock) {
        this.acts = acts;
        this.rows = rows;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("ending").unstarted(this::run);
    }

    static Ending start(Acts acts, ExchangeRows rows, Clock clock) {
        var ending = new Ending(acts, rows, clock);
        ending.thread.start();
        return ending;
    }

    private void run() {
        try {
            while (true) {
                turn();
                Thread.sleep(Acknowledging.untilNextHour(clock.millis())); // paces; ended by interrupt
            }
        } catch (InterruptedException e) {
            LOG.debug("What ends is ordered given up no longer");
        }
    }

    /** What fails is logged, and the next hour takes it in. */
    private void turn() {
        try {
            while (end(acts, rows, clock.instant()) == AT_ONCE
                    && !Thread.currentThread().isInterrupted()) {}
        } catch (RuntimeException e) {
            LOG.warn("What has ended was not ordered given up this hour; the next one takes it in", e);
        }
    }

    /** @return how many copies were ordered given up */
    static int end(Acts acts, ExchangeRows rows, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var ended = rows.ended(acts.self(), today, AT_ONCE);
        if (ended.isEmpty()) return 0;
        var why = new Recalled.Why(Recalled.Ground.EXPIRED, today);
        var said = acts.sayDurably(new Recall(OfficeCode.NODE, ended, why, Cover.others(acts)));
        return said instanceof Said.Written<Rule> ? ended.size() : 0;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
