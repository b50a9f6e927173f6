package acorde.offices;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long somebody who typed a wrong password waits before the next one is looked at.
 *
 * <p>An attempt is counted as failed before its password is looked at and forgiven if it was right: so any number of attempts at the
 * same moment are counted. An attempt that comes too early is not looked at and not counted; whoever waits is served.
 *
 * @param free attempts that cost nothing
 * @param first the wait after one more; each further one doubles it
 * @param longest it grows no further, so that nobody can be kept out for long by somebody else's attempts
 * @param forgotten after so long without an attempt all is as at the beginning
 */
record Throttle(int free, Duration first, Duration longest, Duration forgotten) {
    /** Counted no further, long after the wait has stopped to grow. */
    private static final int MOST = 1_000_000;

    static final Throttle OF_ACCOUNT =
            new Throttle(5, Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofHours(24));

    /** More generous: a ministry's officers share one address. */
    static final Throttle OF_ADDRESS =
            new Throttle(30, Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofHours(24));

    /**
     * What is remembered of an account or an address.
     *
     * @param failures attempts that were not forgiven
     */
    record Attempts(int failures, Instant until, Instant last) {
        static final Attempts NONE = new Attempts(0, Instant.EPOCH, Instant.EPOCH);
    }

    /**
     * What an attempt is throttled by: the account it names, whether there is one or not, and the network it comes from.
     *
     * @param account number of 18 bits made of the name
     * @param address number of 18 bits made of the address, beside those of accounts
     */
    record Subject(int account, int address) {
        private static final int BITS = 18;

        static Subject of(String typedName, String address) {
            var name = typedName.strip().toLowerCase(Locale.ROOT);
            return new Subject(bucket("account:" + name), (1 << BITS) + bucket("address:" + network(address)));
        }

        /** One address of IPv4, the 64 bits of a network of IPv6, of which one subscriber has all the rest. */
        static String network(String address) {
            try {
                var bytes = InetAddress.ofLiteral(address).getAddress();
                return Arrays.toString(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
            } catch (IllegalArgumentException e) {
                return address;
            }
        }

        private static int bucket(String text) {
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return (((hash[0] & 0xff) << 16) | ((hash[1] & 0xff) << 8) | (hash[2] & 0xff)) >>> (24 - BITS);
            } catch (NoSuchAlgorithmException e) {
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
