package acorde.offices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.offices.AlertSwitch.Stands;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** CA-7. */
class AlertSwitchTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Person.Id ONE = new Person.Id(1);
    private static final Person.Id OTHER = new Person.Id(2);

    private static Change<Stands> said(Stands stands) {
        return new Change.Done<>(stands);
    }

    @Test
    void alertsBecomeRealWhenTwoPersonsSaySoWithinADay() {
        var asked = new Stands.Asked(ONE, NOON);
        assertEquals(said(asked), AlertSwitch.turnedOn(new Stands.Exercise(), ONE, NOON));
        assertEquals(Change.declined(Rule.SECOND_PERSON), AlertSwitch.turnedOn(asked, ONE, NOON));
        var later = NOON.plus(AlertSwitch.WAITS);
        assertEquals(said(new Stands.Real(later)), AlertSwitch.turnedOn(asked, OTHER, later));
        var tooLate = later.plusMillis(1);
        assertEquals(said(new Stands.Asked(OTHER, tooLate)), AlertSwitch.turnedOn(asked, OTHER, tooLate));
    }

    @Test
    void whatIsRealAlreadyStaysSo() {
        var real = new Stands.Real(NOON);
        assertEquals(said(real), AlertSwitch.turnedOn(real, ONE, NOON.plusSeconds(9)));
    }
}
