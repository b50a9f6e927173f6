package acorde.web.desk;

import acorde.acts.Acts;
import acorde.compact.Compact;
import acorde.compact.Founding;
import acorde.monitoring.Monitoring;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reads the compact for pages and answers. What stands is read once after each commit, for all of them. */
public final class Ledgers {
    private final Acts acts;
    private final Compact compact;
    private final Monitoring monitoring;
    private final Founding founding;
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Contents contents;
    private long seen;

    public Ledgers(Acts acts, Compact compact, Monitoring monitoring, Founding founding) {
        this.acts = acts;
        this.compact = compact;
        this.monitoring = monitoring;
        this.founding = founding;
    }

    public Ledger read() {
        return new Ledger(acts, compact, monitoring, founding, this::contents);
    }

    /** As it stands after the latest commit of this node, the only one that writes. */
    private Contents contents() {
        reading.lock();
        try {
            var now = acts.commits(); // before it is read: what is committed meanwhile is read again
            if (contents == null || now != seen) {
                contents = new Contents(compact);
                seen = now;
            }
            return contents;
        } finally {
            reading.unlock();
        }
    }
}
