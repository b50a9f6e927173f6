package acorde.acts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Through which answers go out. What is made lies in memory until it is taken, by somebody who may take it slowly: so only so much is on its
 * way at once, and of one taker a part of it. Nobody waits here, since what waits would lie in memory too. Safe for any thread.
 */
public final class Doorway {
    private static final ThreadLocal<@Nullable Passage> HERE = new ThreadLocal<>();
    private static final int UNIT = 1 << 10;

    private final Places room;
    private final Places flows;

    /**
     * @param kibibytes that may be on their way at once
     * @param ofOne of them for one taker; what is larger goes out alone
     */
    public Doorway(int kibibytes, int ofOne) {
        this.room = new Places(kibibytes, ofOne);
        this.flows = new Places(half(kibibytes), half(ofOne));
    }

    private static int half(int places) {
        return Math.max(1, places / 2);
    }

    /** An answer to somebody is begun on this thread, and was taken when the passage is closed. It carries nothing yet. */
    public Passage passage(Object taker) {
        var passage = new Passage(room.share(taker), flows.share(taker));
        HERE.set(passage);
        return passage;
    }

    /** One answer, until it is taken. */
    public static final class Passage implements AutoCloseable {
        private final Places.Share share;
        private final Places.Share flow;
        private boolean refused;

        private Passage(Places.Share share, Places.Share flow) {
            this.share = share;
            this.flow = flow;
        }

        /** @return whether there was room for it */
        public boolean takes(long bytes) {
            return share.take(units(bytes), Duration.ZERO);
        }

        private void carry(long bytes) {
            if (!refused && !takes(bytes)) refuse();
        }

        private void flow(long bytes) {
            if (!refused && !flow.take(units(bytes), Duration.ZERO)) refuse();
            carry(bytes);
        }

        private void refuse() {
            // who is refused is told so in a few words, which need no room
            refused = true;
            throw new Busy();
        }

        @Override
        public void close() {
            share.close();
            flow.close();
            HERE.remove();
        }
    }

    /**
     * The answer of this thread holds so much until it is taken, beside what it was said to hold before.
     *
     * @throws Busy if there is no room for it now; then it is dropped
     */
    public static void carry(long bytes) {
        var passage = HERE.get();
        if (passage != null) passage.carry(bytes);
    }

    /**
     * The same for an answer that is sent while it is made, which may take hours: all such have half of the room and of a taker's part of it,
     * so that other answers have the rest.
     *
     * @throws Busy if there is no room for it now
     */
    public static void flow(long bytes) {
        var passage = HERE.get();
        if (passage != null) passage.flow(bytes);
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE / 2, (bytes + UNIT - 1) / UNIT);
    }
}
