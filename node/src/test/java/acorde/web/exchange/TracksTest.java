package acorde.web.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.ActId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TracksTest {
    @Test
    void theFirstOfEachPartyStandsBeforeTheSecondOfAny() {
        var all = acts("GT/1", "GT/2", "GT/3", "HN/4", "US/5", "HN/6");
        assertEquals(acts("GT/1", "HN/4", "US/5", "GT/2", "HN/6", "GT/3"), Tracks.byTurns(all, ActId::party));
    }

    private static List<ActId> acts(String... names) {
        return Stream.of(names).map(ActId::parse).toList();
    }
}
