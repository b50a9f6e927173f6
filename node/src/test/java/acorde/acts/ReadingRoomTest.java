package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How many answers read acts at once. Each stands on a thread of its own, as in a node. */
final class ReadingRoomTest {
    private static final Duration FOREVER = Duration.ofMinutes(5);

    private static ReadingRoom room(int places, int ofOne) {
        return new ReadingRoom(places, ofOne, Duration.ZERO);
    }

    /** What comes of an answer on another thread. */
    private static <T> T elsewhere(Supplier<T> answer) {
        return CompletableFuture.supplyAsync(answer, task -> Thread.ofVirtual().start(task))
                .join();
    }

    /** Whether somebody finds a place while this thread goes on. */
    private static boolean hasPlace(ReadingRoom room, String reader) {
        return elsewhere(() -> {
            try (var _ = room.visit(reader)) {
                ReadingRoom.enter();
                return true;
            } catch (Busy _) {
                return false;
            }
        });
    }

    @Test
    void whoFindsNoPlaceInTimeIsToldThatTheNodeIsBusyAndTheNextFindsItWhenOneIsLeft() {
        var room = room(1, 1);
        try (var _ = room.visit("a")) {
            assertEquals(true, hasPlace(room, "b"), "a has read nothing yet");
            ReadingRoom.enter();
            assertEquals(false, hasPlace(room, "b"));
            assertDoesNotThrow(ReadingRoom::enter, "who has a place reads on");
            ReadingRoom.leave();
            assertEquals(true, hasPlace(room, "b"), "who waits holds none");
            ReadingRoom.enter();
        }
        assertEquals(true, hasPlace(room, "b"));
    }

    @Test
    void oneReaderTakesNoMoreThanTheirOwnPlaces() {
        var room = room(2, 1);
        try (var _ = room.visit("a")) {
            ReadingRoom.enter();
            assertEquals(false, hasPlace(room, "a"));
            assertEquals(true, hasPlace(room, "b"));
        }
        assertEquals(true, hasPlace(room, "a"));
    }

    @Test
    void whatIsReadForAllNeedsNoPlaceWhoeverComesFirst() {
        var room = room(0, 1);
        try (var _ = room.visit("a")) {
            assertEquals("read", ReadingRoom.forAll(() -> {
                ReadingRoom.enter();
                return "read";
            }));
            assertThrows(Busy.class, ReadingRoom::enter, "the answer itself goes on as before");
        }
        assertDoesNotThrow(ReadingRoom::enter, "and the node's own threads are no readers");
    }

    @Test
    void whoseAnswerIsOnItsWayWaitsWhereOthersAreToldThatTheNodeIsBusy() {
        var room = room(1, 1);
        var next = new CompletableFuture<String>();
        try (var _ = room.visit("a")) {
            ReadingRoom.enter();
            var b = Thread.ofPlatform().start(() -> {
                try (var _ = room.visit("b")) {
                    ReadingRoom.goOn();
                    ReadingRoom.enter();
                    next.complete("b");
                }
            });
            while (b.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
            assertEquals(false, hasPlace(room, "c"));
        }
        assertEquals("b", next.join());
    }

    @Test
    void whoIsNotHereIsNotRemembered() {
        var places = new Places(2, 1);
        try (var share = places.share("a");
                var _ = places.share("a");
                var other = places.share("b")) {
            assertEquals(true, share.take(1, Duration.ZERO));
            assertEquals(true, other.take(5, Duration.ZERO), "what is larger than a part takes the part");
            assertEquals(2, places.takers());
        }
        assertEquals(0, places.takers());
    }

    @Test
    void whatIsOnItsWayHasRoomUntilItIsTakenAndWhoIsRefusedIsToldSo() {
        var door = new Doorway(3, 2);
        try (var _ = door.passage("a")) {
            Doorway.carry(2048);
            assertEquals(false, elsewhere(() -> goesOut(door, "a", 1)), "a has no more");
            assertEquals(false, elsewhere(() -> goesOut(door, "b", 1025)));
            assertEquals(true, elsewhere(() -> goesOut(door, "b", 1024)));
        }
        assertEquals(true, elsewhere(() -> goesOut(door, "b", 1 << 20)), "what is larger than all goes out alone");
    }

    @Test
    void whatIsSentWhileItIsMadeLeavesHalfOfTheRoomToOtherAnswers() {
        var door = new Doorway(8, 4);
        try (var _ = door.passage("a")) {
            Doorway.flow(2048);
            assertEquals(false, elsewhere(() -> flowsOut(door, "a", () -> true)), "half of a part");
            assertEquals(true, elsewhere(() -> goesOut(door, "a", 2048)), "the other half");
            assertEquals(
                    true,
                    elsewhere(() ->
                            flowsOut(door, "b", () -> !flowsOut(door, "c", () -> true)) && goesOut(door, "c", 4096)));
        }
        assertEquals(true, elsewhere(() -> flowsOut(door, "a", () -> true)));
    }

    private static boolean flowsOut(Doorway door, String taker, BooleanSupplier meanwhile) {
        try (var _ = door.passage(taker)) {
            Doorway.flow(2048);
            return meanwhile.getAsBoolean();
        } catch (Busy _) {
            return false;
        }
    }

    private static boolean goesOut(Doorway door, String taker, long bytes) {
        try (var _ = door.passage(taker)) {
            try {
                Doorway.carry(bytes);
                return true;
            } catch (Busy _) {
                Doorway.carry(bytes);
                return false;
            }
        }
    }

    @Test
    void whoWaitsForAPlaceGetsItWhenItComesFree() {
        var room = new ReadingRoom(1, 1, FOREVER);
        var next = new CompletableFuture<String>();
        try (var _ = room.visit("a")) {
            ReadingRoom.enter();
            Thread.ofVirtual().start(() -> {
                try (var _ = room.visit("b")) {
                    ReadingRoom.enter();
                    next.complete("b");
                }
            });
        }
        assertEquals("b", next.join());
    }
}
