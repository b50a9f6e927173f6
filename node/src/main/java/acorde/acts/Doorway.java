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

    /**
     * @param kibibytes that may be on their way at once
     * @param ofOne of them for one taker; what is larger goes out alone
     */
    public Doorway(int kibibytes, int ofOne) {
        this.room = new Places(kibibytes, ofOne);
    }

    /** An answer to somebody is begun on this thread, and was taken when the passage is closed. It carries nothing yet. */
    public Passage passage(Object taker) {
        var passage = new Passage(room.share(taker));
        HERE.set(passage);
        return passage;
    }

    /** One answer, until it is taken. */
    public static final class Passage implements AutoCloseable {
        private final Places.Share share;
        private boolean refused;

        private Passage(Places.Share share) {
            this.share = share;
        }

        /** @return whether there was room for it */
        public boolean takes(long bytes) {
            var units = (int) Math.min(Integer.MAX_VALUE / 2, (bytes + UNIT - 1) / UNIT);
            return share.take(units, Duration.ZERO);
        }

        private void carry(long bytes) {
            if (refused || takes(bytes)) return; // who is refused is told so in a few words, which need no room
            refused = true;
            throw new Busy();
        }

        @Override
        public void close() {
            share.close();
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
}
