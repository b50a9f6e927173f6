package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnsTest {
    private static final Person.Id ANA = new Person.Id(1);
    private static final Person.Id LUZ = new Person.Id(2);
    private static final Person.Id EVA = new Person.Id(3);
    private static final Set<Thread.State> WAITS = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final Turns turns = new Turns(1, 1, Duration.ofMinutes(5));
    private final List<Thread> threads = new ArrayList<>();

    /** Has somebody ask for a turn, and returns when they wait. */
    private void ask(Person.Id person, Supplier<Boolean> work) {
        var thread = Thread.ofPlatform().start(() -> turns.take(person, work));
        threads.add(thread);
        while (!WAITS.contains(thread.getState())) Thread.onSpinWait();
    }

    @Test
    @Timeout(120)
    void whoAsksForMuchWaitsForThemselvesAndOthersForOneOfTheirsAtMost() throws InterruptedException {
        var done = new ConcurrentLinkedQueue<String>();
        var goOn = new CountDownLatch(1);
        ask(ANA, () -> {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return done.add("Ana 1");
        });
        ask(ANA, () -> done.add("Ana 2"));
        ask(ANA, () -> done.add("Ana 3"));
        ask(LUZ, () -> done.add("Luz"));
        ask(EVA, () -> done.add("Eva"));
        goOn.countDown();
        for (var thread : threads) thread.join();
        assertEquals(List.of("Ana 1", "Luz", "Eva", "Ana 2", "Ana 3"), List.copyOf(done));
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsToldSoAndNothingIsDone() {
        var hasty = new Turns(2, 1, Duration.ZERO);
        var within = hasty.take(
                ANA,
                () -> List.of(
                        hasty.take(ANA, () -> "her own first"),
                        hasty.take(LUZ, () -> hasty.take(EVA, () -> "no room")),
                        hasty.take(EVA, () -> "room again")));
        assertEquals(
                Optional.of(List.of(Optional.empty(), Optional.of(Optional.empty()), Optional.of("room again"))),
                within);
    }

    /** Who is served of people who ask one after the other, while all who were served before are at work. */
    private static List<Person.Id> served(Turns turns, List<Person.Id> asking) {
        if (asking.isEmpty()) return List.of();
        var first = asking.getFirst();
        var rest = asking.subList(1, asking.size());
        return turns.<List<Person.Id>>take(first, () -> {
                    var all = new ArrayList<>(List.of(first));
                    all.addAll(served(turns, rest));
                    return all;
                })
                .orElseGet(() -> served(turns, rest));
    }

    @Test
    void onePersonHasAsManyPlacesAsOneMayAndTheRestStayTheOthers() {
        var hasty = new Turns(6, 2, Duration.ZERO);
        var asking = List.of(ANA, ANA, ANA, LUZ, ANA, LUZ, LUZ, EVA, EVA, EVA, new Person.Id(4));
        assertEquals(List.of(ANA, ANA, LUZ, LUZ, EVA, EVA), served(hasty, asking));
        assertEquals(List.of(new Person.Id(4)), served(hasty, List.of(new Person.Id(4))), "all places are left again");
    }

    @Test
    void whoFoundNoRoomHasLostNoneOfTheirOwnPlaces() {
        var hasty = new Turns(2, 2, Duration.ZERO);
        assertEquals(List.of(ANA, ANA), served(hasty, List.of(ANA, ANA, LUZ, LUZ)));
        assertEquals(List.of(LUZ, LUZ), served(hasty, List.of(LUZ, LUZ, LUZ)));
    }

    @Test
    void whatFailsLeavesItsPlaceToTheNext() {
        var hasty = new Turns(1, 1, Duration.ZERO);
        assertThrows(
                IllegalStateException.class,
                () -> hasty.take(ANA, () -> {
                    throw new IllegalStateException("a fault of the test");
                }));
        assertEquals(Optional.of("done"), hasty.take(ANA, () -> "done"));
    }
}
