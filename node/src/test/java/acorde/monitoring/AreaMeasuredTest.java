package acorde.monitoring;

import static acorde.monitoring.World.GT;
import static acorde.monitoring.World.HN;
import static acorde.monitoring.World.MEASURED;
import static acorde.monitoring.World.US;
import static acorde.monitoring.World.words;
import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.acts.Act;
import acorde.trust.PartyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Indicators of areas: every party gives its own values of them, beside what becomes of initiatives. */
class AreaMeasuredTest {
    private static final LocalDate DAY = LocalDate.parse("2026-08-31");

    private final World world = new World();

    private Act gives(PartyCode party, int number) {
        var act = world.say(party, world.measured(DAY.toString(), number));
        world.hearAll();
        return act;
    }

    private Optional<Point> point(PartyCode party) {
        return world.ear(US).row(MonitoringRows.POINT, new Point.Key("indicator/" + MEASURED, party, DAY));
    }

    @Test
    void everyPartyGivesItsOwnValuesOfAnIndicatorOfAnArea() {
        gives(HN, 12);
        gives(US, 7);
        assertEquals(new BigDecimal(12), point(HN).orElseThrow().counts().number());
        assertEquals(new BigDecimal(7), point(US).orElseThrow().counts().number());
        assertEquals(Optional.empty(), point(GT));
        assertEquals(
                Facts.NONE, world.ear(US).facts("indicator/" + MEASURED), "no account of an initiative comes of it");
    }

    @Test
    void aValueOfAnAreaIsGivenOnceAndCorrectedBesideItByWhoGaveIt() {
        var given = gives(HN, 12);
        assertEquals(Rule.FIGURE_SAID, world.refused(HN, world.measured(DAY.toString(), 13)));
        var correction = new Saying.Corrected(given.id(), DAY, new BigDecimal(11), words("se contó dos veces"));
        assertEquals(Rule.NOT_YOUR_REPORT, world.refused(GT, correction));
        world.say(HN, correction);
        world.hearAll();
        var point = point(HN).orElseThrow();
        assertEquals(new BigDecimal(12), point.said().number());
        assertEquals(new BigDecimal(11), point.counts().number());
        assertEquals(world.carrier(MEASURED).hash(), point.counts().under(), "the text it was given under");
    }

    @Test
    void valuesAreOfTheIndicatorThatIsNamedAndOfItsLatestText() {
        var value = world.measured(DAY.toString(), 3).values();
        var other = new Saying.Measured("A1-I9", world.carrier(MEASURED).hash(), value, null);
        assertEquals(Rule.UNKNOWN_INDICATOR, world.refused(HN, other));
        var moved = new Saying.Measured(MEASURED, Ear.sha256("other"), value, null);
        assertEquals(Rule.VERSION_MOVED, world.refused(HN, moved));
        var initiative =
                new Saying.Measured(World.CODE, world.carrier(World.CODE).hash(), value, null);
        assertEquals(Rule.UNKNOWN_INDICATOR, world.refused(HN, initiative));
        var late = world.utter(HN, initiative, world.carrier(World.CODE).id());
        assertEquals(Rule.UNKNOWN_VERSION.name(), world.ear(HN).rejected.get(late.id()));
    }

    @Test
    void valuesOfAnAreaAreNeitherConfirmedNorDisputed() {
        var given = gives(HN, 12);
        assertEquals(Rule.UNKNOWN_REPORT, world.refused(GT, new Saying.Confirmed(given.id(), null)));
        assertEquals(List.of(), List.copyOf(world.ear(US).rejected.keySet()));
    }
}
