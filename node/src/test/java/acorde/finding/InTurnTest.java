package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.trust.PartyCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a list has room for, when one party brings more than all the others. Each is named for who brings it and its place. */
class InTurnTest {
    private static final List<String> ALL = List.of("US1", "US2", "US3", "US4", "US5", "HN6", "US7", "SV8", "HN9");

    private static List<String> first(int most) {
        return InTurn.first(most, ALL, one -> new PartyCode(one.substring(0, 2)));
    }

    @Test
    void ofEachPartyOneComesInTurnAndAllKeepTheirOrder() {
        assertEquals(List.of("US1", "HN6", "SV8"), first(3));
        assertEquals(List.of("US1", "US2", "HN6", "SV8", "HN9"), first(5));
        assertEquals(
                List.of("US1", "US2", "US3", "HN6", "SV8", "HN9"), first(6), "what is left is for whoever brings more");
        assertEquals(ALL, first(9));
        assertEquals(List.of(), first(0));
    }
}
