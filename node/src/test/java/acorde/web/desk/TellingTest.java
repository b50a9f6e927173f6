package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.groups.Saying;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.web.view.Change;
import acorde.web.words.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Acts as lines of a feed. */
class TellingTest {
    private static final Telling TELLING = new Telling(id -> Optional.empty());

    /** A remark on a point of an agenda. */
    private static Act remark() {
        return act("US/7", Saying.REMARKED);
    }

    private static Act act(String id, String kind) {
        return new Act(
                ActId.parse(id),
                kind,
                "coordination",
                Instant.parse("2026-11-25T12:00:00Z"),
                new TreeSet<>(List.of(new PartyCode("GT"))),
                List.of(),
                JsonMapper.shared().readTree("{\"group\":\"A1\",\"remark\":{\"es\":\"Palabras\",\"en\":null}}"),
                Hash.of(new byte[Hash.SIZE]));
    }

    /** While four nodes are founded, what a party brings in stands between the charters of the others. */
    @Test
    void aHistoryIsOneLineHoweverLongAndWhateverWasSaidBetween() {
        var history = "compact.announced";
        var charter = "compact.chartered";
        var told = Telling.gathered(List.of(
                act("US/130", history),
                act("SV/0", charter),
                act("US/129", history),
                act("HN/0", charter),
                act("GT/3", history),
                act("US/128", history),
                act("US/0", charter)));
        assertEquals(
                List.of("US/130", "SV/0", "HN/0", "GT/3", "US/0"),
                told.stream().map(act -> act.id().toString()).toList());
    }

    @Test
    void everyKindOfActOfAGroupHasItsLine() {
        for (var kind : Saying.KINDS.keySet()) assertNotEquals(Change.Event.OTHER, GroupEvents.of(kind), kind);
        assertEquals(Change.Event.OTHER, GroupEvents.of("groups.unknown"));
    }

    @Test
    void anActThatCountsIsToldWithItsWords() {
        var told = TELLING.tell(remark(), Language.ES, null);
        assertEquals(Change.Event.POINT_REMARKED, told.event());
        assertEquals("group/A1", told.item());
        assertEquals("Palabras", told.quote().words());
    }

    @Test
    void ofAnActThatWasNotAdmittedNothingIsRepeated() {
        var told = Telling.withoutEffect(remark());
        assertEquals(Change.Event.REJECTED, told.event());
        assertEquals("US/7", told.act());
        assertEquals("", told.item());
        assertTrue(told.quote().isEmpty());
        assertFalse(told.opens());
    }
}
