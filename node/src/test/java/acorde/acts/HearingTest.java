package acorde.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import acorde.trust.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is heard beside the tables, when what it stands on does not hold. */
class HearingTest {
    private static final PartyCode GT = new PartyCode("GT");
    private static final PartyCode HN = new PartyCode("HN");

    private final List<Act> applied = new ArrayList<>();

    private static Act act(long index, String words, ActId... after) {
        var id = new ActId(GT, index);
        var say = new Notes.Say(words, new TreeSet<>(Set.of(HN)), List.of(after));
        return ((ActText.Reading.Good) ActText.read(id, Notes.text(GT, say), HN)).act();
    }

    private Hearing hearing(List<Act> shelf) {
        return new Hearing(List.of(new Notes()), Set.of(GT, HN), new Hearing.Shelf() {
            @Override
            public Optional<Act> act(ActId id) {
                if (shelf.isEmpty()) throw new IllegalStateException("a statement took too long");
                return shelf.stream().filter(act -> act.id().equals(id)).findFirst();
            }

            @Override
            public void applied(Act act) {
                applied.add(act);
            }
        });
    }

    /** What waits is no longer at hand when as much as is kept has been heard since. */
    private static void waitLong(Hearing hearing, Act act) {
        hearing.hear(act);
        for (var index = 10; index < 20; index++) hearing.hear(act(index, "x".repeat(1_000_000)));
    }

    @Test
    void aShelfThatFailsIsADatabaseThatIsLostAndNoFaultOfADuty() {
        var hearing = hearing(List.of());
        waitLong(hearing, act(2, "waits", new ActId(GT, 1)));
        assertThrows(DatabaseLost.class, () -> hearing.hear(act(1, "awaited")));
        assertEquals(0, hearing.faults());
    }

    @Test
    void whatIsNoLongerAtHandIsTakenFromTheShelf() {
        var waits = act(2, "waits", new ActId(GT, 1));
        var hearing = hearing(List.of(waits));
        waitLong(hearing, waits);
        hearing.hear(act(1, "awaited"));
        assertEquals(waits, applied.getLast());
    }

    @Test
    void anActOverWhichADutyFallsChangesNothingAndIsCounted() {
        var hearing = hearing(List.of());
        hearing.hear(act(1, Notes.FAULTY));
        hearing.hear(act(2, "after it", new ActId(GT, 1)));
        assertEquals(1, hearing.faults());
        assertEquals(List.of(new ActId(GT, 2)), applied.stream().map(Act::id).toList());
    }
}
