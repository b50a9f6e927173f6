package acorde.trust;

import acorde.trustlog.SignedNote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a log is stored here.
 *
 * @param size entries stored; every one of them verified
 * @param note the latest checkpoint of its author that covers no more than these; null before the first
 * @param cosigned the checkpoint this party has cosigned, which is its receipt; null before the first
 * @param cosignedSize the size of that checkpoint, 0 before the first
 * @param heardAt when the author last answered; null for this party's own log
 * @param halted why the log is no longer followed, a code of {@link Evidence}; null while it is
 */
public record LogState(
        long size,
        @Nullable SignedNote note,
        @Nullable SignedNote cosigned,
        long cosignedSize,
        @Nullable Instant heardAt,
        @Nullable String halted) { // one row of the table of logs
    static final LogState EMPTY = new LogState(0, null, null, 0, null, null);

    LogState heard(Instant at) {
        return new LogState(size, note, cosigned, cosignedSize, at, halted);
    }

    LogState halted(String why) {
        return new LogState(size, note, cosigned, cosignedSize, heardAt, why);
    }
}
