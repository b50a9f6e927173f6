package acorde.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Oversight: this party's own log, who follows it, what was rejected, a verification on demand.
 *
 * @param size how many entries the log holds
 * @param head its last act
 * @param root the root hash of the last checkpoint
 * @param signed when that checkpoint was signed
 * @param left how many rejected acts the list leaves out
 * @param check the last verification asked for; absent when none was
 * @param progress of the verification under way; absent when none is
 * @param waiting how many acts, of those that all may be told of, wait for acts that have not come
 * @param lookedAt how many of each party are looked at for that
 */
public record OversightView(
        long size,
        String head,
        String root,
        Instant signed,
        List<Follower> followers,
        List<Rejected> rejected,
        int left,
        @Nullable Check check,
        @Nullable Progress progress,
        long waiting,
        int lookedAt) {

    /** @param size up to which size it has cosigned */
    public record Follower(
            String party, long size, @Nullable Instant at) {}

    /** An act that is kept, shown and changes nothing. */
    public record Rejected(String act, String by, Instant at, String rule) {}

    /** @param percent how much of it is done, 0 to 99 */
    public record Progress(Instant since, int percent) {}

    /**
     * @param problems what did not agree, each a sentence in the reader's language; empty when all did
     * @param derived what came of comparing the derived tables, a sentence; empty when it stands among the problems
     */
    public record Check(
            Instant at, long acts, int logs, long millis, List<String> problems, String derived) {} // one outcome
}
