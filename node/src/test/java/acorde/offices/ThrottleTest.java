package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Throttle.Attempts;
import acorde.offices.Throttle.Count;
import acorde.offices.Throttle.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
    private static final byte[] KEY = new byte[32];

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private final Throttle throttle =
            new Throttle(3, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofHours(1));

    private Attempts look(Attempts before, Instant at) {
        return assertInstanceOf(Verdict.Look.class, throttle.begin(before, at)).counted();
    }

    private Attempts failedTimes(int times) {
        var attempts = Attempts.NONE;
        for (var i = 0; i < times; i++)
            attempts = look(attempts, attempts.until().isAfter(NOON) ? attempts.until() : NOON);
        return attempts;
    }

    @Test
    void theFirstAttemptsCostNothing() {
        assertEquals(NOON, failedTimes(3).until());
    }

    @Test
    void eachFurtherAttemptDoublesTheWait() {
        assertEquals(Duration.ofSeconds(2), throttle.delay(4));
        assertEquals(Duration.ofSeconds(4), throttle.delay(5));
        assertEquals(Duration.ofSeconds(32), throttle.delay(8));
    }

    @Test
    void theWaitNeverGrowsPastTheLongest() {
        assertEquals(Duration.ofMinutes(1), throttle.delay(9));
        assertEquals(Duration.ofMinutes(1), throttle.delay(Integer.MAX_VALUE));
    }

    @Test
    void anAttemptThatComesTooEarlyIsNeitherLookedAtNorCounted() {
        var waiting = failedTimes(4);
        var verdict = throttle.begin(waiting, waiting.until().minusMillis(1));
        assertEquals(new Verdict.Wait(waiting.until()), verdict);
        assertEquals(5, look(waiting, waiting.until()).failures());
    }

    @Test
    void anAttemptIsCountedBeforeItsPasswordIsLookedAt() {
        assertEquals(1, look(Attempts.NONE, NOON).failures());
    }

    @Test
    void aRightPasswordTakesBackOneAttemptOnly() {
        var forgiven = throttle.forgive(failedTimes(6));
        assertEquals(5, forgiven.failures());
        assertTrue(forgiven.until().isAfter(forgiven.last()));
    }

    @Test
    void allIsForgottenAfterAWhileWithoutAttempts() {
        var failed = failedTimes(9);
        assertEquals(
                1,
                look(failed, failed.last().plus(Duration.ofHours(1)).plusMillis(1))
                        .failures());
    }

    @Test
    void theCountStopsBeforeItOverflows() {
        var most = new Attempts(Integer.MAX_VALUE, NOON, NOON);
        assertTrue(look(most, NOON).failures() > 0);
    }

    /** How many guesses a throttle looks at in a day of somebody who never rests. */
    private static int guessesInADay(Throttle throttle) {
        var looked = 0;
        var attempts = Attempts.NONE;
        for (var at = NOON;
                at.isBefore(NOON.plus(Duration.ofDays(1)));
                at = attempts.until().isAfter(at) ? attempts.until() : at.plusMillis(1)) {
            attempts = assertInstanceOf(Verdict.Look.class, throttle.begin(attempts, at))
                    .counted();
            looked++;
        }
        return looked;
    }

    @Test
    void oneNetworkGetsAtMostSomeHundredGuessesADayAtOneAccount() {
        var looked = guessesInADay(Throttle.OF_PAIR);
        assertTrue(looked < 120, looked + " guesses");
    }

    @Test
    void allStrangersTogetherGetAtMostAGuessAMinuteAtOneAccount() {
        var looked = guessesInADay(Throttle.OF_ACCOUNT);
        assertTrue(looked < 210 + 24 * 60, looked + " guesses");
    }

    @Test
    void oneNetworkNeverComesAsFarAsToSlowAllOthersAtAnAccount() {
        assertTrue(guessesInADay(Throttle.OF_PAIR) < Throttle.OF_ACCOUNT.free());
    }

    private static int account(String name, String address) {
        return Count.ofStranger(name, address).get(0).bucket(KEY);
    }

    private static int network(String address) {
        return Count.ofStranger("a", address).get(2).bucket(KEY);
    }

    @Test
    void anAccountIsThrottledByItsNameHoweverItIsWritten() {
        assertEquals(account("nadia.alvarenga", "10.0.0.1"), account(" Nadia.Alvarenga ", "10.9.9.9"));
        assertEquals(
                Count.ofStranger("nadia.alvarenga", "10.0.0.1"), Count.ofStranger(" Nadia.Alvarenga ", "10.0.0.1"));
    }

    @Test
    void whatSharesANumberIsKnownToNobodyOutsideTheNode() {
        var other = new byte[32];
        other[0] = 1;
        var same = IntStream.range(0, 1_000)
                .mapToObj(i -> Count.ofItself("invented" + i).getFirst())
                .filter(count -> count.bucket(KEY) == count.bucket(other))
                .count();
        assertTrue(same < 10, "another node has other numbers");
    }

    @Test
    void allAddressesOfOneSiteOfIpv6CountAsOne() {
        assertEquals(network("2001:db8:1:2:3:4:5:6"), network("2001:db8:1:ffff::9"));
        assertNotEquals(network("2001:db8:1:2::6"), network("2001:db8:2:2::6"));
        assertNotEquals(network("10.0.0.1"), network("10.0.0.2"));
    }

    @Test
    void anyNumberOfInventedNamesMakesBoundedlyManyRows() {
        var accounts = new HashSet<Integer>();
        for (var i = 0; i < 5_000; i++) {
            var counts = Count.ofStranger("invented" + i, "10.0." + i / 256 + "." + i % 256);
            for (var kind = 0; kind < 3; kind++)
                assertEquals(kind, counts.get(kind).bucket(KEY) >> 18, "each kind has its own numbers");
            accounts.add(counts.getFirst().bucket(KEY));
        }
        assertTrue(accounts.size() > 4_800, "names fall into different rows");
    }
}
