package acorde.acts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where acts are read for answers. It has few places, so that what all answers hold of acts together has a bound however many are asked for
 * at once: each holds no more than a few {@link Load}s. An answer takes a place when it first reads acts and keeps it until it is made or
 * waits for something else; nobody waits for a place with one in hand, so each comes free. Safe for any thread.
 */
public final class ReadingRoom {
    /** The visit under way on this thread; none on those of the node itself, of which there are few. */
    private static final ThreadLocal<@Nullable Visit> HERE = new ThreadLocal<>();

    private final Semaphore places;
    private final int ofOne;
    private final Duration patience;

    /** Each reader's own places, so that who asks for much waits for themselves; as many as there are readers. */
    private final Map<Object, Semaphore> own = new ConcurrentHashMap<>();

    /**
     * @param places answers that may hold acts at once
     * @param ofOne of them for one reader
     * @param patience how long an answer waits for its place
     */
    public ReadingRoom(int places, int ofOne, Duration patience) {
        this.places = new Semaphore(places, true);
        this.ofOne = ofOne;
        this.patience = patience;
    }

    /**
     * An answer to somebody is begun on this thread, and ended when the visit is closed. It has no place yet.
     *
     * @param reader whose places it takes from
     */
    public Visit visit(Object reader) {
        var visit = new Visit(own.computeIfAbsent(reader, _ -> new Semaphore(ofOne, true)));
        HERE.set(visit);
        return visit;
    }

    /** One answer, while it is made. */
    public final class Visit implements AutoCloseable {
        private final Semaphore mine;
        private boolean seated;

        private Visit(Semaphore mine) {
            this.mine = mine;
        }

        private void enter() {
            if (seated) return;
            var end = System.nanoTime() + patience.toNanos();
            if (!take(mine, end)) throw new Busy();
            seated = take(places, end);
            if (seated) return;
            mine.release();
            throw new Busy();
        }

        private void leave() {
            if (!seated) return;
            seated = false;
            places.release();
            mine.release();
        }

        @Override
        public void close() {
            leave();
            HERE.remove();
        }
    }

    /**
     * Takes a place for the answer of this thread if it has none; before acts are read, and before any lock that somebody with a place may wait for.
     *
     * @throws Busy if none came free in time
     */
    public static void enter() {
        var visit = HERE.get();
        if (visit != null) visit.enter();
    }

    /** The answer of this thread holds no acts any more: it is made, or waits. */
    public static void leave() {
        var visit = HERE.get();
        if (visit != null) visit.leave();
    }

    /** Does what is done once for all readers, behind a lock and in bounded parts: whoever happens to come first needs no place for it. */
    public static <T> T forAll(Supplier<T> work) {
        var visit = HERE.get();
        HERE.remove();
        try {
            return work.get();
        } finally {
            if (visit != null) HERE.set(visit);
        }
    }

    private static boolean take(Semaphore from, long end) {
        try {
            return from.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
