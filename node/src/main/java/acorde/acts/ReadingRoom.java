package acorde.acts;

import java.time.Duration;
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

    /** How long an answer waits that is on its way already: it cannot be taken back, and broken off it was made for nothing. */
    private static final Duration ONWARD = Duration.ofMinutes(2);

    private final Places places;
    private final Duration patience;

    /**
     * @param places answers that may hold acts at once
     * @param ofOne of them for one reader
     * @param patience how long an answer waits for its place
     */
    public ReadingRoom(int places, int ofOne, Duration patience) {
        this.places = new Places(places, ofOne);
        this.patience = patience;
    }

    /**
     * An answer to somebody is begun on this thread, and ended when the visit is closed. It has no place yet.
     *
     * @param reader whose places it takes from
     */
    public Visit visit(Object reader) {
        var visit = new Visit(places.share(reader));
        HERE.set(visit);
        return visit;
    }

    /** One answer, while it is made. */
    public final class Visit implements AutoCloseable {
        private final Places.Share mine;
        private boolean seated;
        private boolean begun;

        private Visit(Places.Share mine) {
            this.mine = mine;
        }

        private void enter() {
            if (seated) return;
            seated = mine.take(1, begun ? ONWARD : patience);
            if (!seated) throw new Busy();
        }

        private void leave() {
            if (!seated) return;
            seated = false;
            mine.give();
        }

        @Override
        public void close() {
            mine.close();
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

    /** The same, and a part of the answer goes out before more is read for it: from here on it waits longer for its place. */
    public static void goOn() {
        var visit = HERE.get();
        if (visit == null) return;
        visit.begun = true;
        visit.leave();
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
}
