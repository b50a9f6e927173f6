package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.OfficeCode;
import acorde.offices.Officer;
import acorde.offices.Person;
import acorde.offices.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who may open what. */
class AudienceTest {
    private static final Officer OFFICER =
            new Officer(new Person.Id(7), "Marta Xicará", new OfficeCode("representative-a1"));

    @Test
    void nobodyIsAdmittedUnlessSomethingSaysSo() {
        assertFalse(Audience.NOBODY.admits(OFFICER));
        assertFalse(Audience.roles().admits(OFFICER));
    }

    @Test
    void aRoleAnOfficeOrAPersonIsAdmittedByName() {
        assertTrue(Audience.EVERY_OFFICER.admits(OFFICER));
        assertTrue(Audience.roles(Role.REPRESENTATIVE).admits(OFFICER));
        assertFalse(Audience.roles(Role.COORDINATOR, Role.ANALYST).admits(OFFICER));
        assertTrue(Audience.offices(new OfficeCode("representative-a1")).admits(OFFICER));
        assertFalse(Audience.offices(new OfficeCode("representative-a2")).admits(OFFICER));
        assertTrue(Audience.people(new Person.Id(7)).admits(OFFICER));
        assertFalse(Audience.people(new Person.Id(77)).admits(OFFICER));
    }

    @Test
    void anAudienceIsReadBackAsItWasWritten() {
        for (var audience :
                List.of(Audience.NOBODY, Audience.EVERY_OFFICER, Audience.roles(Role.SUPERVISOR, Role.ADMINISTRATOR)))
            assertEquals(audience, Audience.parse(audience.toString()));
    }

    @Test
    void anAudienceNamesSixtyFourAndNotOneMore() {
        assertEquals(64, people(64).admitted().size());
        assertThrows(IllegalArgumentException.class, () -> people(65));
    }

    private static Audience people(int count) {
        return Audience.people(
                IntStream.rangeClosed(1, count).mapToObj(Person.Id::new).toArray(Person.Id[]::new));
    }
}
