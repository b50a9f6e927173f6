package acorde.groups;

import static acorde.groups.World.GT;
import static acorde.groups.World.HN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Group;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a question in writing that nobody answers: it was put to all four until 1 December 2026, and three are silent. */
class UnansweredTest {
    private static final List<Integer> DAYS = List.of(7, 21, 45);

    private static List<Unanswered> on(String day) {
        return Unanswered.all(SampleSittings.several(), DAYS, Instant.parse(day + "T12:00:00Z"));
    }

    private static Group ministers(ObjectNode mandate) {
        return switch (ItemText.parse(ItemKey.Kind.GROUP, mandate)) {
            case ItemText.Parsed.Good(var text) -> (Group) text;
            case ItemText.Parsed.Bad bad -> throw new AssertionError(bad);
        };
    }

    @Test
    void itComesBeforeMinistersAtTheTopAloneAndOnlyThoseOfItsArea() {
        var all = ministers(World.mandate(3));
        assertFalse(on("2027-01-14").getFirst().comesBefore(all, ""));
        var top = on("2027-01-15").getFirst();
        assertTrue(top.comesBefore(all, ""));
        assertTrue(top.comesBefore(all, "A1"), "ministers that follow no area follow all");
        assertFalse(top.comesBefore(ministers(World.mandate(List.of(GT, HN), 2)), ""), "others are silent too");
        var ofAnArea = ministers(World.mandate(3).put("area", "A2"));
        assertFalse(top.comesBefore(ofAnArea, "A1"));
        assertTrue(top.comesBefore(ofAnArea, "A2"));
    }

    @Test
    void anActionIsShownAsItStandsAndAtRiskTwoWeeksBeforeItsDay() {
        var actions = Owed.all(SampleSittings.meeting());
        assertEquals(Owed.Light.DONE, actions.get(0).light(LocalDate.parse("2026-12-31")));
        var owed = actions.get(1);
        assertEquals(Owed.Light.OK, owed.light(LocalDate.parse("2026-11-09")));
        assertEquals(Owed.Light.RISK, owed.light(LocalDate.parse("2026-11-10")));
        assertEquals(Owed.Light.RISK, owed.light(LocalDate.parse("2026-11-24")));
        assertEquals(Owed.Light.LATE, owed.light(LocalDate.parse("2026-11-25")));
    }
}
