package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts as long as they may be: however many are named, no more are in memory together than have room. */
class LongActsTest extends Following {
    private static final int LONG = 20;

    /** With a short one before and after. */
    @BeforeEach
    void followed() {
        says(gt, Notes.say("first", HN));
        for (var i = 0; i < LONG; i++) says(gt, Notes.say(i + "x".repeat(1_000_000), HN));
        says(gt, Notes.say("last", HN));
        hn.say(Notes.say("of Honduras", GT));
        follow();
        untilStored(LONG + 2);
    }

    private static List<ActId> all() {
        var all = new ArrayList<>(LongStream.range(0, LONG + 2)
                .mapToObj(index -> new ActId(GT, index))
                .toList());
        all.add(new ActId(HN, 0));
        all.add(new ActId(HN, 9));
        all.add(new ActId(new PartyCode("ZZ"), 0));
        return all;
    }

    private static long weight(Iterable<Act> acts) {
        var weight = 0L;
        for (var act : acts) weight += act.weight();
        return weight;
    }

    @Test
    void ofActsThatAreReadTogetherEachPartyHasItsShareOfTheRoomTheShortestFirst() {
        var read = hn.acts.acts(all());
        assertTrue(weight(read.values()) <= Load.ROOM);
        assertTrue(read.keySet().containsAll(Set.of(new ActId(GT, 0), new ActId(GT, LONG + 1), new ActId(HN, 0))));
        assertEquals(4 + 3, read.size(), "four of a megabyte are half of eight mebibytes");
        assertEquals(8, hn.acts.acts(all().subList(1, 1 + LONG)).size(), "and eight are all of it");
    }

    @Test
    void allActsComeInPartsThatHaveRoom() {
        var read = new HashSet<ActId>();
        var parts = new ArrayList<Integer>();
        hn.acts.parts(all(), part -> {
            assertTrue(weight(part.values()) <= Load.ROOM);
            assertTrue(read.addAll(part.keySet()));
            parts.add(part.size());
        });
        assertEquals(LONG + 3, read.size());
        assertTrue(parts.size() >= 3, parts.toString());
    }

    @Test
    void theNewestOfALogAreNoMoreThanHaveRoomAndItIsToldThatThereAreMore() {
        var latest = hn.acts.latest(100, Map.of(), act -> true);
        assertEquals(Set.of(GT), latest.cut());
        assertEquals(1 + 1 + 2, latest.acts().size(), "two of a megabyte are a third of eight mebibytes");
        assertTrue(weight(latest.acts()) <= Load.ROOM);
        var untold = hn.acts.latest(
                100, Map.of(), act -> act.body().path("words").asString("").length() < 100);
        assertEquals(Set.of(GT), untold.cut(), "nor is read without end what is not told");
    }

    /** Each asks for as much as there is, the next before it lets go of it. */
    @Test
    void howeverManyAskAtOnceNoMoreIsHeldThanByThoseWhoHaveAPlace() {
        var room = new ReadingRoom(2, 2, Duration.ofMinutes(5));
        var held = new AtomicLong();
        var most = new AtomicLong();
        var asking = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.runAsync(
                        () -> {
                            try (var _ = room.visit("reader " + each)) {
                                var weight = weight(hn.acts.acts(all()).values());
                                most.accumulateAndGet(held.addAndGet(weight), Math::max);
                                hn.acts.latest(100, Map.of(), act -> true);
                                held.addAndGet(-weight);
                            }
                        },
                        task -> Thread.ofVirtual().start(task)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(asking).join();
        assertTrue(most.get() <= 2 * Load.ROOM, most + " bytes of acts at once");
    }

    @Test
    void anActThatHasNoRoomByItselfIsReadAlone() {
        var load = new Load(1_000);
        var act = hn.acts.act(new ActId(GT, 1)).orElseThrow();
        assertTrue(load.takes(act));
        assertFalse(load.takes(hn.acts.act(new ActId(GT, 0)).orElseThrow()));
        assertEquals(Set.of(act.id()), load.acts().keySet());
    }
}
