package acorde.acts;

import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trustlog.CatchUp;
import acorde.trustlog.Checkpoint;
import acorde.trustlog.EntryBundle;
import acorde.trustlog.Frontier;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TilePath;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a log that is far ahead: its top is verified first ({@link CatchUp} explains how), then its bundles are fetched several at a time,
 * each checked on its own, and handed to the sequencer in order. Memory does not grow with the distance.
 */
final class Backlog {
    private static final int FETCHERS = 4;

    /** Bundles fetched or being fetched ahead of the one that is handed on. */
    private static final int AHEAD = 16;

    /** Bundles handed to the sequencer and not yet durable. */
    private static final int IN_FLIGHT = 32;

    private final Logs logs;
    private final PartyCode party;
    private final Peer peer;
    private final Sequencer sequencer;
    private final ThreadLocal<BundleReader> reader;
    private final ArrayDeque<CompletableFuture<Void>> inFlight = new ArrayDeque<>();

    Backlog(Logs logs, PartyCode party, Peer peer, Sequencer sequencer) {
        this.logs = logs;
        this.party = party;
        this.peer = peer;
        this.sequencer = sequencer;
        this.reader =
                ThreadLocal.withInitial(() -> new BundleReader(logs.self().party(), party, peer, logs.tagsOf(party)));
    }

    /**
     * @param held the tree of what is stored
     * @return the tree as verified and stored now; empty if what the partner gives does not extend what is held to what it signed
     */
    Optional<Frontier> take(Frontier held, Checkpoint checkpoint, SignedNote note)
            throws IOException, InterruptedException, ExecutionException {
        try {
            return switch (CatchUp.open(held, checkpoint, this::tile)) {
                case CatchUp.Opening.Refused _ -> Optional.empty();
                case CatchUp.Opening.Ready(var catchUp) -> {
                    var complete = fetch(held.size(), catchUp, note);
                    for (var stored : inFlight) stored.get();
                    yield complete ? Optional.of(catchUp.frontier()) : Optional.empty();
                }
            };
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof InterruptedIOException) throw new InterruptedException();
            throw broken.getCause();
        }
    }

    private boolean fetch(long held, CatchUp catchUp, SignedNote note)
            throws IOException, InterruptedException, ExecutionException {
        var tail = catchUp.tail();
        var bundles = catchUp.endBundle() > catchUp.firstBundle();
        if (catchUp.head().isPresent()) {
            var last = !bundles && tail.isEmpty();
            hand(reader.get().open(held, catchUp.head().get().entries()), last ? note : null);
        }
        if (bundles && !fetchBundles(catchUp, tail.isEmpty() ? note : null)) return false;
        if (tail.isPresent()) {
            var from = catchUp.endBundle() * TilePath.FULL;
            hand(reader.get().open(from, tail.get().entries()), note);
        }
        return true;
    }

    private boolean fetchBundles(CatchUp catchUp, @Nullable SignedNote end)
            throws IOException, InterruptedException, ExecutionException {
        var fetchers = Executors.newFixedThreadPool(
                FETCHERS, Thread.ofPlatform().name("backlog-" + party).factory());
        try {
            return inOrder(catchUp, fetchers, end);
        } finally {
            fetchers.shutdownNow();
        }
    }

    private boolean inOrder(CatchUp catchUp, ExecutorService fetchers, @Nullable SignedNote end)
            throws IOException, InterruptedException, ExecutionException {
        var fetching = new ArrayDeque<Future<Optional<List<Stretch.Arrived>>>>();
        CatchUp.@Nullable Segment segment = null;
        var next = catchUp.firstBundle();
        for (var handed = next; handed < catchUp.endBundle(); handed++) {
            for (; next < catchUp.endBundle() && fetching.size() < AHEAD; next++) {
                if (segment == null || next >= segment.endBundle()) {
                    if (!(catchUp.segment(next / TilePath.FULL) instanceof CatchUp.SegmentOutcome.Checked(var checked)))
                        return false;
                    segment = checked;
                }
                fetching.add(fetchers.submit(bundle(segment, next)));
            }
            var arrived = fetching.remove().get();
            if (arrived.isEmpty()) return false;
            hand(arrived.get(), handed == catchUp.endBundle() - 1 ? end : null);
        }
        return true;
    }

    /** One bundle, checked; empty if it is not the one the log signed. */
    private Callable<Optional<List<Stretch.Arrived>>> bundle(CatchUp.Segment segment, long number) {
        return () -> {
            var end = (number + 1) * TilePath.FULL;
            var entries = reader.get().entries(end);
            return segment.check(number, EntryBundle.of(entries)) instanceof CatchUp.BundleOutcome.Checked
                    ? Optional.of(reader.get().open(number * TilePath.FULL, entries))
                    : Optional.empty();
        };
    }

    private void hand(List<Stretch.Arrived> arrived, @Nullable SignedNote note)
            throws InterruptedException, ExecutionException {
        while (inFlight.size() >= IN_FLIGHT) inFlight.remove().get();
        var stored = new CompletableFuture<Void>();
        sequencer.put(new Work.Incoming(new Stretch(party, arrived, note), stored));
        inFlight.add(stored);
    }

    private byte[] tile(TilePath path) {
        try {
            return peer.tile(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }
}
