package acorde.offices;

import acorde.acts.ActId;
import acorde.acts.Acts;
import acorde.acts.Command;
import acorde.acts.OwnRecords;
import acorde.acts.Routine;
import acorde.trustlog.Frontier;
import acorde.trustlog.Hash;
import acorde.trustlog.Merkle;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What only this party may read: durable at once, and once a minute held fast in this party's log by the root of its own small tree,
 * whether there was anything or not, so that the log tells nobody when and how much people work here. Safe for any thread.
 */
public final class Journal {
    /** Lines that may wait to be written. */
    private static final int WAITING = 10_000;

    private static final int PAGE = 4_096;

    /** Lines held fast by one act; the rest go into the next minute's. */
    private static final int MINUTE_LIMIT = 1_000_000;

    private final JournalRows rows;
    private final Transaction transaction;
    private final Clock clock;
    private final Semaphore room = new Semaphore(WAITING);
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock queueing = new ReentrantLock();
    private final ArrayDeque<Pending> queue = new ArrayDeque<>();
    private final LinesOfToday today = new LinesOfToday();
    private final ReentrantLock onceADay = new ReentrantLock();

    /** Does something in one transaction. */
    interface Transaction {
        void hold(Runnable work);
    }

    Journal(JdbcClient jdbc, Transaction transaction, Clock clock) {
        this.rows = new JournalRows(jdbc);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A line could not be written, so what it was to tell does not happen. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Why a minute was not put into an act. */
    public enum NotClosed {
        /** Another act has taken in some of its lines; the next minute goes on from there. */
        CLOSED_MEANWHILE
    }

    /**
     * Lines that one act holds fast.
     *
     * @param first the number of the first of them
     * @param root the tree hash of RFC 6962 over their bytes
     */
    public record Minute(long first, long count, Hash root, ActId act) {
        public Minute {
            if (first < 0 || count < 0) throw new IllegalArgumentException("lines are counted from 0");
        }
    }

    private static final class Pending {
        private final byte[] line;
        private boolean settled;
        private @Nullable RuntimeException fault;

        private Pending(byte[] line) {
            this.line = line;
        }

        private void settle(@Nullable RuntimeException why) {
            settled = true;
            fault = why;
        }
    }

    /**
     * Writes a line. It is durable when this returns; if this throws, what it was to tell must not happen.
     *
     * <p>Whoever comes first writes for all who came meanwhile, with one statement.
     *
     * @throws Lost if it cannot be written
     */
    public void write(JournalLine line) {
        var pending = new Pending(line.bytes(clock.instant()));
        if (!room.tryAcquire()) throw new Lost("more than " + WAITING + " lines wait to be written", null);
        try {
            enqueue(pending);
            writing.lock();
            try {
                while (!pending.settled) writeQueued();
            } finally {
                writing.unlock();
            }
        } finally {
            room.release();
        }
        if (pending.fault != null) throw new Lost("the line could not be written", pending.fault);
    }

    /**
     * Writes a line as {@link #write} does, unless the very same one was written today: what a program does in a thousand
     * steps is one thing to who reads of it.
     *
     * @throws Lost if it had to be written and cannot be
     */
    public void writeOnceADay(JournalLine line) {
        var day = LocalDate.now(clock);
        if (today.has(line, day)) return;
        onceADay.lock();
        try {
            if (today.has(line, day)) return;
            write(line);
            today.add(line, day);
        } finally {
            onceADay.unlock();
        }
    }

    private void enqueue(Pending pending) {
        queueing.lock();
        try {
            queue.add(pending);
        } finally {
            queueing.unlock();
        }
    }

    private void writeQueued() {
        var batch = new ArrayList<Pending>();
        queueing.lock();
        try {
            while (batch.size() < PAGE && !queue.isEmpty()) batch.add(queue.remove());
        } finally {
            queueing.unlock();
        }
        RuntimeException fault = null;
        try {
            transaction.hold(() ->
                    rows.append(batch.stream().map(pending -> pending.line).toList()));
        } catch (RuntimeException e) {
            fault = e;
        }
        for (var pending : batch) pending.settle(fault);
    }

    /** Writes a line in the transaction at hand, together with what it tells. */
    void writeHere(JournalLine line) {
        rows.append(List.of(line.bytes(clock.instant())));
    }

    /** Keeps, together with the acts themselves, which person had them said: acts name the office alone. */
    public static OwnRecords ofActs() {
        return JournalRows::append;
    }

    /** Makes whoever else writes wait until the transaction at hand ends. */
    void lock() {
        rows.lock();
    }

    /**
     * What is to be said at the end of a minute: an act to nobody that holds fast all lines since the last one, be they none. To be said once
     * a minute; whatever fails or is missed is made up for by the next one.
     */
    public Command<NotClosed> minute() {
        var first = rows.head();
        var tree = new Frontier();
        List<byte[]> page;
        do {
            page = rows.lines(first + tree.size(), PAGE);
            for (var line : page) tree.add(Merkle.leaf(line));
        } while (page.size() == PAGE && tree.size() < MINUTE_LIMIT);
        return new CloseMinute(first, tree.size(), tree.root());
    }

    /** Has that said at the turn of every minute, until closed. */
    public AutoCloseable closing(Acts acts) {
        return Routine.start(
                "journal", Routine.atTurnsOf(Duration.ofMinutes(1), clock), () -> acts.sayOfItselfDurably(minute()));
    }

    /** The lines numbered from {@code first} on, in order, as JSON. */
    public List<String> lines(long first, int limit) {
        return rows.lines(first, limit).stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }

    /** The latest stretches held fast that begin before the line {@code before}, newest first. */
    public List<Minute> minutes(long before, int limit) {
        return rows.minutes(before, limit);
    }

    /** Whether the lines of a minute are still those its act holds fast. */
    public boolean isUnchanged(Minute minute) {
        var tree = new Frontier();
        while (tree.size() < minute.count()) {
            var left = (int) Math.min(PAGE, minute.count() - tree.size());
            var page = rows.lines(minute.first() + tree.size(), left);
            if (page.isEmpty()) return false;
            for (var line : page) tree.add(Merkle.leaf(line));
        }
        return tree.root().equals(minute.root());
    }
}
