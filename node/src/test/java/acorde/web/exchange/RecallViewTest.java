package acorde.web.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An order to give a report up, as it is shown. */
class RecallViewTest {
    @Test
    void whoHasItAndIsNotOrderedToGiveItUpIsToldToKeepIt() {
        assertEquals(List.of("US"), from("HN").kept());
        assertEquals(List.of(), from("HN", "US").kept());
    }

    private static RecallView from(String... parties) {
        var holders = List.of("HN", "US");
        return new RecallView("SV/18", holders, holders, List.of(parties), "OTHER", "", null, List.of(), true, null);
    }
}
