package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Throttle.Attempts;
import acorde.offices.Throttle.Subject;
import acorde.offices.Throttle.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
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

    @Test
    void theRealThrottleLetsAtMostSomeHundredGuessesADayThroughToOneAccount() {
        var looked = 0;
        var attempts = Attempts.NONE;
        for (var at = NOON;
                at.isBefore(NOON.plus(Duration.ofDays(1)));
                at = attempts.until().isAfter(at) ? attempts.until() : at.plusMillis(1)) {
            attempts = assertInstanceOf(Verdict.Look.class, Throttle.OF_ACCOUNT.begin(attempts, at))
                    .counted();
            looked++;
        }
        assertTrue(looked < 120, looked + " guesses");
    }

    @Test
    void anAccountIsThrottledByItsNameHoweverItIsWritten() {
        assertEquals(
                Subject.of("nadia.alvarenga", "10.0.0.1").account(),
                Subject.of(" Nadia.Alvarenga ", "10.9.9.9").account());
    }

    @Test
    void allAddressesOfOneNetworkOfIpv6CountAsOne() {
        var one = Subject.of("a", "2001:db8:1:2:3:4:5:6").address();
        assertEquals(one, Subject.of("a", "2001:db8:1:2:ffff::9").address());
        assertNotEquals(one, Subject.of("a", "2001:db8:1:3::6").address());
        assertNotEquals(
                Subject.of("a", "10.0.0.1").address(),
                Subject.of("a", "10.0.0.2").address());
    }

    @Test
    void anyNumberOfInventedNamesMakesBoundedlyManyRows() {
        var accounts = new HashSet<Integer>();
        for (var i = 0; i < 5_000; i++) {
            var subject = Subject.of("invented" + i, "10.0." + i / 256 + "." + i % 256);
            assertTrue(subject.account() >= 0 && subject.account() < 1 << 18);
            assertTrue(subject.address() >= 1 << 18 && subject.address() < 1 << 19);
            accounts.add(subject.account());
        }
        assertTrue(accounts.size() > 4_800, "names fall into different rows");
    }
}
