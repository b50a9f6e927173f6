package acorde.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.monitoring.Agreed;
import acorde.monitoring.Facts;
import acorde.monitoring.Light;
import acorde.monitoring.Light.Climb;
import acorde.monitoring.Rung;
import acorde.monitoring.Watched;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What Home says of the ladder. */
class ClimbingTest {
    private static final PartyCode HN = new PartyCode("HN");
    private static final PartyCode US = new PartyCode("US");
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");

    private static Climb climb(PartyCode party, Rung rung, int days) {
        var from = DAY.minusDays(days);
        return new Climb(party, new Light.Why.Silent(party, from), rung, from, DAY);
    }

    private static Watched watched(String code, Climb... climbs) {
        return new Watched(
                new Agreed(
                        code,
                        "A1",
                        Hash.of(new byte[Hash.SIZE]),
                        new Agreed.Since(new TreeSet<>(), new TreeSet<>()),
                        new TreeSet<>(),
                        new TreeSet<>(),
                        List.of(),
                        null),
                Facts.NONE,
                new Light(Light.Colour.LATE, new Light.Why.NoDate(), Arrays.asList(climbs)));
    }

    @Test
    void thisPartysComeFirstThenWhatCameHighestAndHasClimbedLongest() {
        var climbing = Climbing.of(
                List.of(
                        watched("A1-01", climb(US, Rung.COORDINATOR, 9)),
                        watched("A1-02", climb(US, Rung.MINISTER, 50)),
                        watched("A1-03", climb(US, Rung.MINISTER, 55)),
                        watched("A1-04", climb(US, Rung.PUBLIC, 90), climb(HN, Rung.REPRESENTATIVE, 3)),
                        watched("A1-05", climb(HN, Rung.VICE_MINISTER, 30))),
                HN);
        assertEquals(
                List.of("A1-05 HN", "A1-04 HN", "A1-03 US", "A1-02 US", "A1-01 US"),
                climbing.stream()
                        .map(each -> each.code() + " " + each.climb().party())
                        .toList());
    }

    @Test
    void aPageOfAllThatClimbsBeginsWithAnyOfThem() {
        var all = Climbing.of(
                List.of(
                        watched("A1-01", climb(US, Rung.PUBLIC, 90)),
                        watched("A1-02", climb(US, Rung.MINISTER, 50)),
                        watched("A1-03", climb(US, Rung.COORDINATOR, 9))),
                HN);
        assertEquals(all, Climbing.from(all, ""));
        assertEquals(all.subList(1, 3), Climbing.from(all, "A1-02"));
        assertEquals(all, Climbing.from(all, "A9-99"), "what climbs no more begins the list anew");
        assertEquals(List.of(), Climbing.from(List.of(), "A1-02"));
    }

    @Test
    void whatEvidenceHoldsBackDoesNotClimb() {
        var climbing = Climbing.of(
                List.of(
                        watched("A1-01", climb(HN, Rung.HELD, -3)),
                        watched("A1-02"),
                        watched("A1-03", climb(US, Rung.HELD, -3), climb(US, Rung.PUBLIC, 80))),
                HN);
        assertEquals(List.of("A1-03"), climbing.stream().map(Climbing::code).toList());
    }
}
