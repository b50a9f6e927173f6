package acorde.acts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer: takes what is queued, decides, appends and applies it, commits, answers, and takes what queued meanwhile. No window is ever
 * waited out; batches form by themselves while the previous one commits.
 */
final class Sequencer implements AutoCloseable {
    /** Acts in one transaction. */
    private static final int BATCH_ACTS = 4_096;

    /** Bytes of acts in one transaction, since 4,096 acts may be of 1 MiB each. */
    private static final int BATCH_BYTES = 8 << 20;

    /** Commands that may wait; one more is refused at once. */
    private static final int QUEUE = 16_384;

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final Supplier<Batch> opener;
    private final Clock clock;
    private final Runnable afterCommit;
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(QUEUE);
    private final Thread thread;
    private @Nullable Batch open;
    private volatile boolean stopping;

    /** @param opener connects to the database and reads where the logs stand; asked again after the connection was lost */
    Sequencer(Supplier<Batch> opener, Clock clock, Runnable afterCommit) {
        this.opener = opener;
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.thread = Thread.ofPlatform().name("sequencer").unstarted(this::run);
    }

    void start() {
        open = opener.get();
        thread.start();
    }

    /** Queues a command. @return false if too many wait already */
    boolean offer(Work.Local<?> command) {
        if (stopping || !room.tryAcquire()) return false;
        queue.add(command);
        return true;
    }

    /** Queues what followers bring; they bound themselves by waiting until their stretch is stored. */
    void put(Work work) {
        queue.add(work);
    }

    private void run() {
        var works = new ArrayList<Work>();
        while (!stopping) {
            try {
                var first = queue.poll(1, TimeUnit.SECONDS);
                if (first == null) continue;
                gather(first, works);
                carryOut(works);
            } catch (InterruptedException e) {
                stopping = true;
            } finally {
                works.clear();
            }
        }
        for (var work = queue.poll(); work != null; work = queue.poll()) fail(work, new NodeStopping());
    }

    private void gather(Work first, List<Work> works) {
        var acts = 0;
        var bytes = 0;
        for (var work = first; work != null; work = acts < BATCH_ACTS && bytes < BATCH_BYTES ? queue.poll() : null) {
            works.add(work);
            switch (work) {
                case Work.Local<?> _ -> {
                    acts++;
                    room.release();
                }
                case Work.Incoming(var stretch, var _) -> {
                    acts += stretch.entries().size();
                    bytes += stretch.weight();
                }
                case Work.Late(var _, var entry, var _) -> bytes += entry.weight();
                case Work.Receipted _, Work.Halted _, Work.Heard _ -> acts++;
            }
        }
    }

    /** A batch that fails for another reason than the database is done again one by one, so that only the faulty work fails. */
    private void carryOut(List<Work> works) {
        try {
            attempt(works);
        } catch (RuntimeException fault) {
            if (works.size() == 1) {
                LOG.error("A piece of work failed and changed nothing", fault);
                fail(works.getFirst(), fault);
            } else {
                for (var work : List.copyOf(works)) carryOut(List.of(work));
            }
        }
    }

    private void attempt(List<Work> works) {
        var batch = batch();
        if (batch == null) {
            works.forEach(work -> fail(work, new NodeStopping()));
            return;
        }
        try {
            batch.carryOut(works, clock.instant());
        } catch (DatabaseLost | SQLException lost) {
            LOG.warn("The database connection was lost; nothing of the batch is acknowledged: {}", lost.getMessage());
            drop();
            works.forEach(work -> fail(work, lost));
            return;
        } catch (RuntimeException fault) {
            drop();
            throw fault;
        }
        batch.answer();
        afterCommit.run();
    }

    /** The open batch; after a lost connection, tries until the database is back or the node stops. */
    private @Nullable Batch batch() {
        var pause = 100L;
        while (open == null && !stopping) {
            try {
                open = opener.get();
            } catch (RuntimeException e) {
                LOG.warn("The database is still away: {}", e.getMessage());
                try {
                    Thread.sleep(pause); // a pause between tries, bounded, ended by interrupt when the node stops
                } catch (InterruptedException interrupted) {
                    stopping = true;
                }
                pause = Math.min(pause * 2, 5_000);
            }
        }
        return open;
    }

    private void drop() {
        if (open != null) open.discard();
        open = null;
    }

    private static void fail(Work work, Exception fault) {
        switch (work) {
            case Work.Local<?> local -> local.answer().completeExceptionally(fault);
            case Work.Incoming(var _, var stored) -> stored.completeExceptionally(fault);
            case Work.Late _, Work.Receipted _, Work.Halted _, Work.Heard _ -> {}
        }
    }

    /** Finishes the batch at hand and stops; what still waits is refused. */
    @Override
    public void close() {
        stopping = true;
        try {
            if (!thread.join(java.time.Duration.ofSeconds(30))) thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drop();
    }

    /** Closes a connection that may already be broken. */
    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing a broken connection", e);
        }
    }
}
