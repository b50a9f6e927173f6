package acorde.acts;

import acorde.postgres.DatabaseUnavailable;
import acorde.trust.PartyCode;
import acorde.trustlog.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The one writer: takes what is queued, decides, appends and applies it, commits and answers. No window is ever waited out; batches form by
 * themselves. While one is being committed the next is decided and applied in memory, on what the one before will have changed; if that
 * fails, so does all that was built on it, and is done again.
 *
 * <p>A lost connection is replaced for as long as it takes. Whether a commit that was under way then happened is looked up before anybody is
 * told, so that nobody says a thing again that was said.
 */
final class Sequencer implements AutoCloseable {
    /** Acts in one transaction. */
    private static final int BATCH_ACTS = 1_024;

    /** Commands that may wait; one more is refused at once. */
    private static final int QUEUE = 16_384;

    /** How long the batch at hand may take to finish when the node stops: many times what a commit takes, and less than whoever stops it waits. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Between two looks whether the node stops. */
    private static final int IDLE_MILLIS = 100;

    /** In which a crowd that was just answered says more, to be decided while the others' acts are committed. */
    private static final int RETURN_MILLIS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final Supplier<Batch> opener;
    private final Clock clock;
    private final Runnable afterCommit;
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(QUEUE);
    private final Thread thread;
    private final ExecutorService committer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("committer").factory());
    private final CompletableFuture<Void> fenced = new CompletableFuture<>();
    private volatile @Nullable Batch open;
    private volatile Map<PartyCode, Standing> standing = Map.of();
    private volatile boolean stopping;
    private volatile boolean ended;
    private @Nullable UnderWay underWay;

    /** A batch that is being committed. @param fault what became of it; empty if it is durable */
    private record UnderWay(Batch batch, Batch.Sealed sealed, Future<Optional<Exception>> fault) {}

    /** @param opener connects to the database and reads where the logs stand; asked again after the connection was lost */
    Sequencer(Supplier<Batch> opener, Clock clock, Runnable afterCommit) {
        this.opener = opener;
        this.clock = clock;
        this.afterCommit = afterCommit;
        this.thread = Thread.ofPlatform().name("sequencer").unstarted(this::run);
    }

    void start() {
        open = opener.get();
        standing = open.standing();
        thread.start();
    }

    /**
     * Queues a command.
     *
     * @return false if too many wait already
     * @throws NodeStopping if it will not be carried out any more
     */
    boolean offer(Work.Local<?> command) {
        if (stopping) throw new NodeStopping();
        if (!room.tryAcquire()) return false;
        add(command);
        return true;
    }

    /** Queues what followers bring; they bound themselves by waiting until it is stored. */
    void put(Work.Brought work) {
        add(work);
    }

    private void add(Work work) {
        queue.add(work);
        if (ended) refuseQueued();
    }

    /** What of a partner's log is stored and not settled, as of the last commit. */
    Standing standing(PartyCode party) {
        return standing.getOrDefault(party, Standing.NOTHING);
    }

    private void run() {
        var works = new ArrayList<Work>();
        try {
            while (!stopping) {
                var first = queue.poll(underWay == null ? IDLE_MILLIS : RETURN_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    settle(); // nothing more to do meanwhile; should it have failed, somebody waits to be told
                    continue;
                }
                gather(first, works);
                carryOut(works);
                works.clear();
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted, and stopping");
        } finally {
            end(works, stopping || Thread.currentThread().isInterrupted());
        }
    }

    /**
     * Whatever ended it: nobody may wait for an answer that will not come.
     *
     * @param wanted whether somebody stopped it; else the node must end, for one that says nothing more looks as if it lived
     */
    private void end(List<Work> works, boolean wanted) {
        try {
            settle();
        } finally {
            stopping = true;
            ended = true;
            works.forEach(work -> fail(work, new NodeStopping()));
            refuseQueued();
            committer.shutdown();
            if (!wanted) fenced.completeExceptionally(new IllegalStateException("the writer of the log broke off"));
        }
    }

    private void refuseQueued() {
        for (var work = queue.poll(); work != null; work = queue.poll()) fail(work, new NodeStopping());
    }

    private void gather(Work first, List<Work> works) {
        var acts = 0;
        var bytes = 0L;
        for (var work = first; work != null; work = acts < BATCH_ACTS && bytes < Batch.BYTES ? queue.poll() : null) {
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
                case Work.Late late -> bytes += late.entry().weight();
                case Work.TakenBack _, Work.Receipted _, Work.Halted _, Work.Heard _ -> acts++;
            }
        }
    }

    private void carryOut(List<Work> works) {
        for (var rest = works; !rest.isEmpty(); ) rest = rest.subList(send(rest), rest.size());
    }

    /** Has as many works as fit in a batch carried out, and their commit begun. @return how many are dealt with */
    private int send(List<Work> works) {
        var batch = batch();
        if (batch == null) {
            works.forEach(work -> fail(work, new NodeStopping()));
            return works.size();
        }
        try {
            batch.carryOut(works, clock.instant());
        } catch (RuntimeException fault) {
            settle();
            if (open != batch) return 0; // as below: the fault may be that of what it was built on
            drop();
            retry(works, fault instanceof DataAccessException away ? new DatabaseLost(away) : fault);
            return works.size();
        }
        settle();
        if (open != batch) return 0; // the batch before failed, and this one was built on it
        var sealed = batch.seal();
        if (queue.isEmpty() && isLone(sealed.works())) end(batch, sealed, commit(batch, sealed));
        else underWay = new UnderWay(batch, sealed, committer.submit(() -> commit(batch, sealed)));
        return sealed.works().size();
    }

    /** One officer waits for the answer before saying more, and nothing would be done meanwhile; a crowd, or a partner's log, goes on. */
    private static boolean isLone(List<Work> works) {
        return works.size() == 1 && works.getFirst() instanceof Work.Local<?>;
    }

    /** Writes and answers; on whichever thread. @return what went wrong */
    private Optional<Exception> commit(Batch batch, Batch.Sealed sealed) {
        try {
            batch.commit(sealed);
        } catch (SQLException | RuntimeException fault) {
            return Optional.of(fault);
        }
        answer(sealed);
        return Optional.empty();
    }

    private void answer(Batch.Sealed sealed) {
        standing = sealed.standing();
        sealed.answers().forEach(Runnable::run);
        afterCommit.run();
    }

    /** Waits for the batch that is under way, and deals with what went wrong with it. */
    private void settle() {
        var last = underWay;
        underWay = null;
        if (last == null) return;
        try {
            end(last.batch(), last.sealed(), last.fault().get());
        } catch (InterruptedException e) {
            stopping = true;
            drop(); // nothing more goes over a connection on which a commit may still be under way
            last.sealed().works().forEach(work -> fail(work, new NotKnown(e)));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void end(Batch batch, Batch.Sealed sealed, Optional<Exception> fault) {
        if (fault.isEmpty()) {
            batch.landed();
            return;
        }
        drop();
        switch (fault.get()) {
            case SQLException refused when Unstorable.is(refused) -> retry(sealed.works(), new Unstorable(refused));
            case SQLException lost -> lost(sealed, new DatabaseLost(lost));
            case DatabaseUnavailable another
            when another.leaseLost() -> {
                LOG.error("Another process writes now; this one says nothing any more: {}", another.getMessage());
                stopping = true;
                sealed.works().forEach(work -> fail(work, new NodeStopping()));
                fenced.completeExceptionally(another);
            }
            case RuntimeException unforeseen -> retry(sealed.works(), unforeseen);
            default -> throw new IllegalStateException(fault.get());
        }
    }

    private void lost(Batch.Sealed sealed, DatabaseLost lost) {
        LOG.warn("The database connection was lost: {}", lost.getMessage());
        var signature = sealed.signature();
        switch (signature == null ? Happened.NO : happened(signature)) {
            case YES -> {
                LOG.info("The batch at hand was committed all the same");
                answer(sealed);
            }
            case NO -> sealed.works().forEach(work -> fail(work, lost));
            case NOT_KNOWN -> sealed.works().forEach(work -> fail(work, new NotKnown(lost)));
        }
    }

    /** What failed for another reason than the database is done again in parts, so that only the faulty work fails. */
    private void retry(List<Work> works, RuntimeException fault) {
        if (fault instanceof DatabaseLost) {
            LOG.warn("The database connection was lost: {}", fault.getMessage());
            works.forEach(work -> fail(work, fault));
        } else if (works.size() > 1) {
            for (var work : works) alone(List.of(work));
        } else {
            isolate(works.getFirst(), fault);
        }
    }

    /** Carries works out and waits until they are committed, with nothing else under way. */
    private void alone(List<Work> works) {
        carryOut(works);
        settle();
    }

    /** An act whose rows cannot be stored must not stop the log behind it: the stretch is halved until the act alone is rejected. */
    private void isolate(Work work, RuntimeException fault) {
        if (fault instanceof Unstorable && work instanceof Work.Incoming(var stretch, var stored) && stretch.speaks()) {
            if (stretch.entries().size() > 1) {
                alone(List.of(new Work.Incoming(stretch.firstHalf(), new CompletableFuture<>())));
                alone(List.of(new Work.Incoming(stretch.secondHalf(), stored)));
            } else {
                alone(List.of(new Work.Incoming(stretch.rejected("FAULT"), stored)));
            }
            return;
        }
        LOG.error("A piece of work failed and changed nothing", fault);
        fail(work, fault);
    }

    /** Whether a commit of which no answer came did happen. */
    private enum Happened {
        YES,
        NO,
        /** The node stops before the database is back. */
        NOT_KNOWN
    }

    /** Asks the next connection. */
    private Happened happened(SignedNote tried) {
        var next = batch();
        if (next == null) return Happened.NOT_KNOWN;
        return next.follows(tried) ? Happened.YES : Happened.NO;
    }

    /** Fails when another process has taken over the writing. */
    CompletableFuture<Void> fenced() {
        return fenced;
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
        var lost = open;
        open = null;
        if (lost != null) lost.discard();
    }

    private static void fail(Work work, Exception fault) {
        switch (work) {
            case Work.Local<?> local -> local.answer().completeExceptionally(fault);
            case Work.Brought brought -> brought.stored().completeExceptionally(fault);
        }
    }

    /** Finishes the batch at hand and stops; what still waits is refused. A database that holds the batch up is not waited for long. */
    @Override
    public void close() {
        stopping = true;
        try {
            if (!thread.join(GRACE)) {
                LOG.warn("The database does not finish the batch at hand; it is given up");
                var held = open;
                if (held != null) held.abort();
                thread.interrupt(); // should it wait for a connection
                if (!thread.join(GRACE)) LOG.error("The sequencer does not end");
            }
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
