package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Passwords.Match;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
    private final Passwords passwords = new Passwords(2, Duration.ofSeconds(30), new SecureRandom());

    @Test
    void aPasswordIsKeptAsArgon2idWithTheSettingsWeChose() {
        assertTrue(passwords.encode("un puente de madera").startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void theRightPasswordMatchesAndAnotherDoesNot() {
        var kept = passwords.encode("un puente de madera");
        assertEquals(Match.RIGHT, passwords.matches("un puente de madera", kept));
        assertEquals(Match.WRONG, passwords.matches("un puente de hierro", kept));
    }

    @Test
    void theSameLettersTypedOnAnotherKeyboardAreTheSamePassword() {
        var kept = passwords.encode("señal de la montan\u0303a");
        assertEquals(Match.RIGHT, passwords.matches("sen\u0303al de la montaña", kept));
    }

    @Test
    void nothingMatchesWhereThereIsNoPassword() {
        assertEquals(Match.WRONG, passwords.matches("", null));
        assertEquals(Match.WRONG, passwords.matches("un puente de madera", null));
    }

    @Test
    void whatIsComparedWithInPlaceOfAnUnknownAccountIsMadeAgainIfItFailed() {
        var failsOnce = new SecureRandom() {
            private static final long serialVersionUID = 1L;
            private final AtomicBoolean failed = new AtomicBoolean();

            @Override
            public int nextInt(int bound) {
                if (!failed.getAndSet(true)) throw new IllegalStateException("a fault of the test");
                return super.nextInt(bound);
            }
        };
        var recovering = new Passwords(1, Duration.ofSeconds(30), failsOnce);
        assertEquals(Match.WRONG, recovering.matches("un puente de madera", null));
        assertTrue(failsOnce.failed.get());
        var kept = recovering.encode("un puente de madera");
        assertEquals(Match.RIGHT, recovering.matches("un puente de madera", kept));
    }

    @Test
    void anUnknownAccountCostsTheSameWorkAsAKnownOne() {
        var kept = passwords.encode("un puente de madera");
        work(kept);
        var known = work(kept);
        var unknown = work(null);
        assertTrue(unknown > known / 2, unknown + " ns of CPU for an unknown account, " + known + " for a known one");
    }

    /** CPU time of this thread, which does not depend on what else the machine does. */
    private long work(@Nullable String kept) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        for (var i = 0; i < 3; i++) passwords.matches("otro puente, de piedra", kept);
        return threads.getCurrentThreadCpuTime() - before;
    }

    @Test
    void aPasswordOfAnyLengthIsAnswered() {
        var kept = passwords.encode("un puente de madera");
        assertEquals(Match.WRONG, passwords.matches("", kept));
        assertEquals(Match.WRONG, passwords.matches("x".repeat(100_000), kept));
        assertEquals(Match.RIGHT, passwords.matches("ñ".repeat(200), passwords.encode("ñ".repeat(200))));
        assertEquals(Match.WRONG, passwords.matches("ñ".repeat(201), passwords.encode("ñ".repeat(201))));
    }

    @Test
    void whoFindsNoRoomIsToldSoInsteadOfTakingMoreMemory() throws InterruptedException {
        var narrow = new Passwords(1, Duration.ZERO, new SecureRandom());
        var kept = narrow.encode("un puente de madera");
        var threads = 16;
        var outcomes = new ConcurrentLinkedQueue<Match>();
        var together = new CyclicBarrier(threads);
        var running = new ArrayList<Thread>();
        for (var i = 0; i < threads; i++)
            running.add(Thread.ofPlatform().start(() -> {
                try {
                    together.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
                outcomes.add(narrow.matches("un puente de madera", kept));
            }));
        for (var thread : running) thread.join();
        assertFalse(outcomes.contains(Match.WRONG));
        assertTrue(outcomes.contains(Match.RIGHT) && outcomes.contains(Match.BUSY), outcomes.toString());
    }

    @Test
    void aPasswordKeptWithWeakerSettingsIsKnown() {
        var weaker = "$argon2id$v=19$m=4096,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$" + "A".repeat(43);
        assertTrue(passwords.isWeak(weaker));
        assertFalse(passwords.isWeak(passwords.encode("un puente de madera")));
    }

    @Test
    void passwordsNobodyChoseAreAllDifferentAndLong() {
        var made = new HashSet<String>();
        for (var i = 0; i < 200; i++) made.add(passwords.random());
        assertEquals(200, made.size());
        assertTrue(made.stream().allMatch(password -> password.matches("([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}")));
        assertTrue(made.stream()
                .allMatch(
                        password -> Passwords.weakness(password, "elmer.pineda").isEmpty()));
    }

    @Test
    void aChosenPasswordHasTwelveToTwoHundredCharacters() {
        assertEquals(Optional.of(Rule.PASSWORD_LENGTH), Passwords.weakness("abcdefghijk", "x"));
        assertEquals(Optional.empty(), Passwords.weakness("abcdefghijkl", "x"));
        assertEquals(Optional.empty(), Passwords.weakness("abcdefghijkl".repeat(16) + "abcdefgh", "x"));
        assertEquals(
                Optional.of(Rule.PASSWORD_LENGTH), Passwords.weakness("abcdefghijkl".repeat(16) + "abcdefghi", "x"));
    }

    @Test
    void aChosenPasswordIsNotPlainAndNotTheNameOfItsAccount() {
        assertEquals(Optional.of(Rule.PASSWORD_TOO_PLAIN), Passwords.weakness("121212121212", "x"));
        assertEquals(Optional.of(Rule.PASSWORD_HOLDS_NAME), Passwords.weakness("Alvarenga2026", "nadia.alvarenga"));
        assertEquals(Optional.empty(), Passwords.weakness("alvarenga cruza el puente", "nadia.alvarenga"));
    }

    @Test
    void theSamePasswordIsKeptDifferentlyEachTime() {
        assertNotEquals(passwords.encode("un puente de madera"), passwords.encode("un puente de madera"));
    }
}
