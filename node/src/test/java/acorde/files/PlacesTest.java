package acorde.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Person;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Person.Id ANA = new Person.Id(1);
    private static final Person.Id LUZ = new Person.Id(2);

    private final Places places = new Places(Room.USUAL.atOnce(), Room.USUAL.ofOne());

    private long taken(Person.Id person) {
        return LongStream.range(0, 100).takeWhile(_ -> places.take(person)).count();
    }

    @Test
    void onePersonHoldsTwoPlacesAtMostAndTheRestStayTheOthers() {
        assertEquals(2, taken(ANA));
        assertEquals(2, taken(LUZ));
        assertEquals(
                4,
                LongStream.rangeClosed(3, 100)
                        .map(id -> taken(new Person.Id(id)))
                        .sum());
    }

    @Test
    void aPlaceThatIsLeftIsThereAgainForWhoLeftItAndForOthers() {
        assertEquals(2, taken(ANA));
        places.leave(ANA);
        assertTrue(places.take(ANA));
        assertEquals(
                6,
                LongStream.rangeClosed(3, 100)
                        .map(id -> taken(new Person.Id(id)))
                        .sum());
        assertFalse(places.take(LUZ), "all are taken");
        places.leave(ANA);
        assertTrue(places.take(LUZ), "who found none has lost none of their own");
        assertFalse(places.take(LUZ));
    }
}
