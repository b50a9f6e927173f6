package acorde.offices;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How long somebody who typed a wrong password waits before the next one is looked at.
 *
 * <p>An attempt is counted as failed before its password is looked at and forgiven if it was right: so any number of attempts at the
 * same moment are counted. An attempt that comes too early is not looked at and not counted; whoever waits is served.
 *
 * <p>No single stranger keeps an account's officer out: what they fail at is counted against their own network at that account. Strangers from
 * many networks together are slowed at an account as one, and then a browser its officer has signed in from before counts by itself.
 *
 * @param free attempts that cost nothing
 * @param first the wait after one more; each further one doubles it
 * @param longest it grows no further, so that nobody can be kept out for long by somebody else's attempts
 * @param forgotten after so long without an attempt all is as at the beginning
 */
record Throttle(int free, Duration first, Duration longest, Duration forgotten) {
    /** Counted no further, long after the wait has stopped to grow. */
    private static final int MOST = 1_000_000;

    /** Of one network at one account: some hundred guesses a day. */
    static final Throttle OF_PAIR =
            new Throttle(5, Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofHours(24));

    /** More generous: a ministry's officers share one address. */
    static final Throttle OF_ADDRESS =
            new Throttle(30, Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofHours(24));

    /** Of all strangers at one account: no single one comes as far as this, and many together get one guess a minute. */
    static final Throttle OF_ACCOUNT =
            new Throttle(200, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofHours(24));

    /**
     * What is remembered of an account, an address, or one at the other.
     *
     * @param failures attempts that were not forgiven
     */
    record Attempts(int failures, Instant until, Instant last) {
        static final Attempts NONE = new Attempts(0, Instant.EPOCH, Instant.EPOCH);
    }

    /**
     * One of the counts an attempt adds to.
     *
     * @param kind of an account, of a network at an account, of a network
     * @param what as it is known to this node alone
     */
    record Count(int kind, String what, Throttle by) {
        private static final int BITS = 18;

        /**
         * Somebody at a browser nobody has signed in from: counted with all of their network at this account, with all of their network,
         * and with all strangers at this account. In the order of their numbers, so that no two attempts wait for each other's.
         */
        static List<Count> ofStranger(String typedName, String address) {
            var name = typedName.strip().toLowerCase(Locale.ROOT);
            var network = Network.of(address).value();
            return List.of(
                    new Count(0, name, OF_ACCOUNT),
                    new Count(1, name + " at " + network, OF_PAIR),
                    new Count(2, network, OF_ADDRESS));
        }

        /** What is counted by itself: a browser its officer has signed in from, an officer who changes the own password. */
        static List<Count> ofItself(String what) {
            return List.of(new Count(1, what, OF_PAIR));
        }

        /**
         * A number of 18 bits made of what is counted, beside those of other kinds.
         *
         * @param key of this node, 32 bytes: without it nobody can look for what shares another's number
         */
        int bucket(byte[] key) {
            var hash = keyed(key, what);
            var bits = (((hash[0] & 0xff) << 16) | ((hash[1] & 0xff) << 8) | (hash[2] & 0xff)) >>> (24 - BITS);
            return (kind << BITS) + bits;
        }

        private static byte[] keyed(byte[] key, String text) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    sealed interface Verdict {
        /**
         * The password is looked at.
         *
         * @param counted what to remember before it is
         */
        record Look(Attempts counted) implements Verdict {}

        record Wait(Instant until) implements Verdict {}
    }

    Verdict begin(Attempts attempts, Instant now) {
        var past = isForgotten(attempts, now) ? Attempts.NONE : attempts;
        if (now.isBefore(past.until())) return new Verdict.Wait(past.until());
        var failures = Math.min(past.failures(), MOST) + 1;
        return new Verdict.Look(new Attempts(failures, now.plus(delay(failures)), now));
    }

    /** The password was right: takes the one attempt back. What others failed at stays. */
    Attempts forgive(Attempts attempts) {
        var failures = Math.max(0, attempts.failures() - 1);
        return new Attempts(failures, attempts.last().plus(delay(failures)), attempts.last());
    }

    boolean isForgotten(Attempts attempts, Instant now) {
        return now.isAfter(attempts.last().plus(forgotten));
    }

    Duration delay(int failures) {
        if (failures <= free) return Duration.ZERO;
        var doublings = Math.min(failures - free - 1, 30);
        var delay = first.multipliedBy(1L << doublings);
        return delay.compareTo(longest) > 0 ? longest : delay;
    }
}
