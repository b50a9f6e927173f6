package acorde.web.desk;

import acorde.acts.ActId;
import acorde.offices.Person;
import acorde.trust.PartyCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How far the logs went when somebody was last here, so that Home can tell what is new. Kept in memory: after a restart everybody is here for
 * the first time.
 */
final class Visits {
    /** People remembered; the one not seen for longest is forgotten. */
    private static final int MOST = 4_096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Person.Id, Visit> visits = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Person.Id, Visit> eldest) {
            return size() > MOST;
        }
    };

    private record Visit(String session, @Nullable Mark before, Mark latest) {}

    /**
     * How far the logs went at a time.
     *
     * @param sizes of each party's log
     */
    record Mark(Instant at, Map<PartyCode, Long> sizes) {
        Mark {
            sizes = Map.copyOf(sizes);
        }

        boolean knew(ActId act) {
            return act.index() < sizes.getOrDefault(act.party(), 0L);
        }
    }

    /** Notes that somebody is here now. @return the end of the visit before this one; null at the first */
    @Nullable
    Mark come(Person.Id person, String session, Mark now) {
        lock.lock();
        try {
            var last = visits.get(person);
            var before = last == null ? null : last.session().equals(session) ? last.before() : last.latest();
            visits.put(person, new Visit(session, before, now));
            return before;
        } finally {
            lock.unlock();
        }
    }
}
