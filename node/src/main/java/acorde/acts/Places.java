package acorde.acts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places of which each taker has a part at most, so that whoever takes many waits for themselves. Takers are remembered while they are here
 * and no longer: whoever calls from ever new addresses leaves nothing behind. Safe for any thread.
 */
final class Places {
    private final Semaphore all;
    private final int ofOne;
    private final Map<Object, Taker> here = new ConcurrentHashMap<>();

    /** @param ofOne of them for one taker */
    Places(int all, int ofOne) {
        this.all = new Semaphore(all, true);
        this.ofOne = ofOne;
    }

    /** @param shares under way of this taker */
    private record Taker(Semaphore places, int shares) {}

    /** A taker is here, and gone when the share is closed. It has no place yet. */
    Share share(Object who) {
        var taker = here.compute(
                who,
                (_, known) -> known == null
                        ? new Taker(new Semaphore(ofOne, true), 1)
                        : new Taker(known.places(), known.shares() + 1));
        return new Share(who, taker.places());
    }

    /** How many takers are remembered. */
    int takers() {
        return here.size();
    }

    /** What one taker has for one thing. For the thread that asked for it. */
    final class Share implements AutoCloseable {
        private final Object who;
        private final Semaphore own;
        private int taken;

        private Share(Object who, Semaphore own) {
            this.who = who;
            this.own = own;
        }

        /**
         * Takes some more; of what is larger than a taker's part, no more than that.
         *
         * @param patience how long to wait for them
         * @return whether they were had; else none was taken
         */
        boolean take(int more, Duration patience) {
            var some = Math.min(more, ofOne - taken);
            var end = System.nanoTime() + patience.toNanos();
            if (!acquire(own, some, end)) return false;
            if (acquire(all, some, end)) {
                taken += some;
                return true;
            }
            own.release(some);
            return false;
        }

        /** All that was taken is free again. */
        void give() {
            all.release(taken);
            own.release(taken);
            taken = 0;
        }

        @Override
        public void close() {
            give();
            here.computeIfPresent(
                    who, (_, known) -> known.shares() == 1 ? null : new Taker(known.places(), known.shares() - 1));
        }
    }

    private static boolean acquire(Semaphore from, int some, long end) {
        try {
            return from.tryAcquire(some, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
