package acorde.returns;

import acorde.offices.Person;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whose turn it is: as many at once as there is memory for, in the order in which they came, and each person once in the
 * line. So whoever asks for much waits for themselves, and anybody else for one of theirs at most. Safe for any thread.
 */
final class Turns {
    private final Semaphore room;
    private final Duration patience;

    /** Each person's own place in the line; as many as there are people. */
    private final Map<Person.Id, Semaphore> places = new ConcurrentHashMap<>();

    /** @param patience how long one waits for its turn */
    Turns(int atOnce, Duration patience) {
        this.room = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Does it when its turn comes. @return empty if that was not in time; then it was not done */
    <T> Optional<T> take(Person.Id person, Supplier<T> work) {
        var end = System.nanoTime() + patience.toNanos();
        var place = places.computeIfAbsent(person, _ -> new Semaphore(1, true));
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
