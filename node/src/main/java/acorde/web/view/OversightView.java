package acorde.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Oversight: this party's own log, who follows it, what was rejected, a verification on demand; for the administrator
 * also the offices and the accounts.
 *
 * @param size how many entries the log holds
 * @param head its last act
 * @param root the root hash of the last checkpoint
 * @param signed when that checkpoint was signed
 * @param left how many rejected acts the list leaves out
 * @param check the last verification asked for; absent when none was
 * @param waiting how many acts wait for acts that have not come
 * @param desk what the administrator sees; absent for everybody else
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
        long waiting,
        @Nullable Desk desk) {

    /** @param size up to which size it has cosigned */
    public record Follower(
            String party, long size, @Nullable Instant at) {}

    /** An act that is kept, shown and changes nothing. */
    public record Rejected(String act, String by, Instant at, String rule) {}

    /** @param problems what did not agree, each a sentence in the reader's language; empty when all did */
    public record Check(Instant at, long acts, int logs, long millis, List<String> problems) {}

    /** @param created the sign-in name of an account just opened; empty when none was */
    public record Desk(List<Office> offices, List<Account> accounts, List<Flaw> flaws, String created) {
        public boolean wrong(String field) {
            return Flaw.any(flaws, field);
        }
    }

    /** What an office may do for its party. */
    public enum Power {
        PROPOSE,
        ANSWER,
        READ,
        ADMINISTER
    }

    /**
     * @param name in the reader's language
     * @param holder the name of who holds it; empty when vacant
     */
    public record Office(
            String code,
            String name,
            String holder,
            @Nullable Instant since,
            List<Power> powers) {}

    /** @param office the office's name in the reader's language; empty when it holds none */
    public record Account(
            String signIn,
            String name,
            String office,
            boolean open,
            @Nullable Instant lastSeen) {}
}
