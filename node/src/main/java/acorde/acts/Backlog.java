package acorde.acts;

import acorde.trust.Logs;
import acorde.trustlog.CatchUp;
import acorde.trustlog.Checkpoint;
import acorde.trustlog.EntryBundle;
import acorde.trustlog.Frontier;
import acorde.trustlog.SignedNote;
import acorde.trustlog.TilePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a log that is far ahead: its top is verified first ({@link CatchUp} explains how), then its bundles are fetched several at a time,
 * each checked on its own, and handed to the sequencer in order. Memory does not grow with the distance, nor with the size of the acts.
 */
final class Backlog {
    private static final int FETCHERS = 4;

    /** Bundles fetched or being fetched ahead of the one that is handed on. */
    private static final int AHEAD = 6;

    /** Bytes opened ahead; when there are more, a bundle is opened only when its turn comes. */
    private static final long AHEAD_BYTES = 8 << 20;

    private final Unsealing.Route route;
    private final Sequencer sequencer;
    private final Handover handover;
    private final ThreadLocal<BundleReader> reader;
    private final AtomicLong ahead = new AtomicLong();

    Backlog(Logs logs, Unsealing.Route route, Sequencer sequencer) {
        this.route = route;
        this.sequencer = sequencer;
        this.handover = new Handover(route.party(), sequencer);
        this.reader = ThreadLocal.withInitial(() -> new BundleReader(logs, route));
    }

    /** A bundle that is verified, with the part of it that is opened already. */
    private record Fetched(Unsealing rest, List<Stretch.Arrived> opened, long weight) {}

    /**
     * @param held the tree of what is stored
     * @return the tree as verified and stored now; empty if the top of the partner's tree does not extend what is held to what it signed
     * @throws PartnerFault if it does, and what the partner gives is not what it signed, or too many of its acts wait
     */
    Optional<Frontier> take(Frontier held, Checkpoint checkpoint, SignedNote note)
            throws IOException, InterruptedException, NotStored {
        try {
            return switch (CatchUp.open(held, checkpoint, path -> tile(route.peer(), path))) {
                case CatchUp.Opening.Refused _ -> Optional.empty();
                case CatchUp.Opening.Ready(var catchUp) -> {
                    fetch(held.size(), catchUp, note);
                    handover.finish();
                    yield Optional.of(catchUp.frontier());
                }
            };
        } catch (UncheckedIOException broken) {
            throw cause(broken);
        }
    }

    private void fetch(long held, CatchUp catchUp, SignedNote note)
            throws IOException, InterruptedException, NotStored {
        var tail = catchUp.tail();
        var bundles = catchUp.endBundle() > catchUp.firstBundle();
        if (catchUp.head().isPresent()) {
            var last = !bundles && tail.isEmpty();
            hand(reader.get().open(held, catchUp.head().get().entries()), last ? note : null);
        }
        if (bundles) fetchBundles(catchUp, tail.isEmpty() ? note : null);
        if (tail.isPresent()) {
            var from = catchUp.endBundle() * TilePath.FULL;
            hand(reader.get().open(from, tail.get().entries()), note);
        }
    }

    private void fetchBundles(CatchUp catchUp, @Nullable SignedNote end)
            throws IOException, InterruptedException, NotStored {
        var fetchers = Executors.newFixedThreadPool(
                FETCHERS, Thread.ofPlatform().name("backlog-" + route.party()).factory());
        try {
            inOrder(catchUp, fetchers, end);
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            fetchers.shutdownNow();
        }
    }

    private static IOException cause(ExecutionException e) throws InterruptedException {
        return switch (e.getCause()) {
            case IOException broken -> broken;
            case RuntimeException fault -> throw fault;
            case InterruptedException _ -> throw new InterruptedException();
            case null, default -> throw new IllegalStateException(e);
        };
    }

    private void inOrder(CatchUp catchUp, ExecutorService fetchers, @Nullable SignedNote end)
            throws IOException, InterruptedException, ExecutionException, NotStored {
        var fetching = new ArrayDeque<Future<Fetched>>();
        CatchUp.@Nullable Segment segment = null;
        var next = catchUp.firstBundle();
        for (var handed = next; handed < catchUp.endBundle(); handed++) {
            for (; next < catchUp.endBundle() && fetching.size() < AHEAD; next++) {
                if (segment == null || next >= segment.endBundle()) segment = segment(catchUp, next / TilePath.FULL);
                fetching.add(fetchers.submit(bundle(segment, next)));
            }
            var fetched = fetching.remove().get();
            var note = handed == catchUp.endBundle() - 1 ? end : null;
            if (!fetched.opened().isEmpty())
                handover.hand(fetched.opened(), fetched.rest().hasNext() ? null : note);
            ahead.addAndGet(-fetched.weight());
            hand(fetched.rest(), note);
        }
    }

    private static CatchUp.Segment segment(CatchUp catchUp, long number) throws PartnerFault {
        return switch (catchUp.segment(number)) {
            case CatchUp.SegmentOutcome.Checked(var checked) -> checked;
            case CatchUp.SegmentOutcome.Refused(var refusal) -> throw PartnerFault.unreadable(refusal.why());
        };
    }

    /** One bundle, checked. */
    private Callable<Fetched> bundle(CatchUp.Segment segment, long number) {
        return () -> {
            var entries = reader.get().entries((number + 1) * TilePath.FULL);
            if (segment.check(number, EntryBundle.of(entries)) instanceof CatchUp.BundleOutcome.Refused(var refusal))
                throw PartnerFault.unreadable(refusal.why());
            var unsealing = reader.get().open(number * TilePath.FULL, entries);
            var opened = ahead.get() < AHEAD_BYTES ? unsealing.next() : List.<Stretch.Arrived>of();
            var weight = opened.stream().mapToLong(Stretch.Arrived::weight).sum();
            ahead.addAndGet(weight);
            return new Fetched(unsealing, opened, weight);
        };
    }

    private void hand(Unsealing rest, @Nullable SignedNote note) throws IOException, InterruptedException, NotStored {
        while (rest.hasNext()) {
            var part = rest.next();
            handover.hand(part, rest.hasNext() ? null : note);
        }
        if (sequencer.standing(route.party()).waiting() >= Follower.WAITING) {
            handover.finish();
            throw Follower.tooManyWait();
        }
    }

    /** A tile for the library's proofs; {@link #cause} says why there is none. */
    static byte[] tile(Peer peer, TilePath path) {
        try {
            return peer.tile(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted"));
        }
    }

    static IOException cause(UncheckedIOException broken) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        return Objects.requireNonNull(broken.getCause());
    }
}
