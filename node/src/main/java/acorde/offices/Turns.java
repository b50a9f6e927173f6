package acorde.offices;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whose turn it is at work that takes much: as many at once as there is room for, in the order in which they came, and of each person some in
 * the line. So whoever asks for much waits for themselves, and anybody else for those of theirs at most. Safe for any thread.
 */
public final class Turns {
    private final Semaphore room;
    private final int ofOne;
    private final Duration patience;

    /** Each person's own places in the line; as many as there are people. */
    private final Map<Person.Id, Semaphore> places = new ConcurrentHashMap<>();

    /**
     * @param atOnce of all people
     * @param ofOne of one person, in the line and at work
     * @param patience how long one waits for its turn; nothing for who is served now or not at all
     */
    public Turns(int atOnce, int ofOne, Duration patience) {
        this.room = new Semaphore(atOnce, true);
        this.ofOne = ofOne;
        this.patience = patience;
    }

    /** Does it when its turn comes. @return empty if that was not in time; then it was not done */
    public <T> Optional<T> take(Person.Id person, Supplier<T> work) {
        var end = System.nanoTime() + patience.toNanos();
        var place = places.computeIfAbsent(person, _ -> new Semaphore(ofOne, true));
        if (!enter(place, end)) return Optional.empty();
        try {
            if (!enter(room, end)) return Optional.empty();
            try {
                return Optional.of(work.get());
            } finally {
                room.release();
            }
        } finally {
            place.release();
        }
    }

    private static boolean enter(Semaphore at, long end) {
        try {
            return at.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
