package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RoutineTest {
    @Test
    void itsTimeIsTheTurnOfTheHourOrMinute() {
        var hour = Duration.ofHours(1);
        assertEquals(hour, Routine.left(hour, 0));
        assertEquals(Duration.ofMillis(1), Routine.left(hour, hour.toMillis() - 1));
        assertEquals(hour.minusMillis(1), Routine.left(hour, hour.toMillis() + 1));
        assertEquals(Duration.ofMinutes(1), Routine.left(Duration.ofMinutes(1), 120_000));
    }

    @Test
    void itGoesOnAfterAFaultUntilItIsClosed() throws InterruptedException {
        var made = new CountDownLatch(3);
        var thread = new AtomicReference<Thread>();
        try (var _ = Routine.start("tested", Routine.after(Duration.ofMillis(1)), () -> {
            thread.set(Thread.currentThread());
            made.countDown();
            throw new IllegalStateException("a fault of the test");
        })) {
            assertTrue(made.await(60, TimeUnit.SECONDS));
            assertTrue(thread.get().isAlive());
        }
        assertTrue(thread.get().join(Duration.ofSeconds(60)), "it has ended");
    }

    @Test
    void neitherAnErrorNorAWaitThatFailsEndsIt() throws InterruptedException {
        var made = new CountDownLatch(2);
        var waits = new AtomicInteger();
        var pace = Routine.after(Duration.ofMillis(1));
        try (var _ = Routine.start(
                "tested",
                () -> {
                    if (waits.getAndIncrement() == 0) throw new IllegalStateException("a fault of the test");
                    pace.await();
                },
                () -> {
                    made.countDown();
                    throw new NoClassDefFoundError("an error of the test");
                })) {
            assertTrue(made.await(60, TimeUnit.SECONDS));
        }
    }
}
