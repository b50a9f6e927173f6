package acorde.files;

import acorde.offices.Person;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The places for files that are being sent: so many for all, and of them so many for one person, who thus never has them all. Safe for any thread. */
final class Places {
    private final Semaphore all;
    private final int ofOne;

    /** Each person's own; as many as there are people. */
    private final Map<Person.Id, Semaphore> own = new ConcurrentHashMap<>();

    Places(int all, int ofOne) {
        this.all = new Semaphore(all);
        this.ofOne = ofOne;
    }

    /** Takes a place, now or not at all. @return whether there was one; then it is to be left */
    boolean take(Person.Id person) {
        var theirs = of(person);
        if (!theirs.tryAcquire()) return false;
        if (all.tryAcquire()) return true;
        theirs.release();
        return false;
    }

    void leave(Person.Id person) {
        all.release();
        of(person).release();
    }

    private Semaphore of(Person.Id person) {
        return own.computeIfAbsent(person, _ -> new Semaphore(ofOne));
    }
}
