package acorde.offices;

import static acorde.offices.TestOffices.declined;
import static acorde.offices.TestOffices.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.InventedPeople.Invented;
import acorde.postgres.Lease;
import acorde.postgres.Postgres;
import acorde.postgres.TestPostgres;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
final class InventedPeopleTest {
    private static final Office COORDINATION =
            new Office(new OfficeCode("coordination"), "Coordinación nacional", "National coordination");
    private static final Invented NADIA = new Invented("nadia.alvarenga", "Nadia Alvarenga Paz", COORDINATION);

    private Postgres postgres;
    private Lease lease;
    private Offices offices;

    @BeforeEach
    void open() {
        postgres = TestPostgres.fresh("offices");
        lease = postgres.lease("log");
        offices = new Offices(postgres, lease, Clock.systemUTC(), new SecureRandom());
    }

    @AfterEach
    void close() {
        offices.close();
        lease.close();
        postgres.close();
    }

    @Test
    void inventedPeopleSignInWithoutAPassword() {
        var invented = offices.invented().orElseThrow();
        invented.settle(List.of(NADIA));
        invented.settle(List.of(NADIA));
        assertEquals(1, offices.people().size());
        assertEquals(
                COORDINATION.code(),
                invented.signIn(NADIA).orElseThrow().officer().office());
    }

    @Test
    void noPasswordOpensTheAccountOfSomebodyInvented() {
        offices.invented().orElseThrow().settle(List.of(NADIA));
        assertInstanceOf(SignInOutcome.Refused.class, offices.signIn("nadia.alvarenga", "", "192.0.2.1", null));
        assertInstanceOf(SignInOutcome.Refused.class, offices.signIn("nadia.alvarenga", "nadia", "192.0.2.1", null));
    }

    @Test
    void whereRealPeopleStandNobodyIsInvented() {
        done(offices.firstAdministrator("Elmer Pineda Cálix", "elmer.pineda"));
        assertEquals(Optional.empty(), offices.invented());
    }

    @Test
    void whoHadTheDoorBeforeRealPeopleCameDoesNotGetThroughIt() {
        var invented = offices.invented().orElseThrow();
        done(offices.firstAdministrator("Elmer Pineda Cálix", "elmer.pineda"));
        assertThrows(IllegalStateException.class, () -> invented.settle(List.of(NADIA)));
        var elmer = new Invented(
                "elmer.pineda", "Elmer Pineda Cálix", new Office(new OfficeCode("administration"), "x", "x"));
        assertEquals(Optional.empty(), invented.signIn(elmer));
    }

    @Test
    void amongInventedPeopleNobodyRealIsAdded() {
        offices.invented().orElseThrow().settle(List.of(NADIA));
        assertEquals(Rule.INVENTED_RECORDS, declined(offices.firstAdministrator("Elmer Pineda Cálix", "elmer.pineda")));
        var officer =
                offices.invented().orElseThrow().signIn(NADIA).orElseThrow().officer();
        assertTrue(done(offices.addPerson(officer, "Omar Valladares Ruiz")).invented());
    }

    @Test
    void theFirstAccountIsOpenWithItsPasswordAndThereIsNoSecond() {
        var password = done(offices.firstAdministrator("Elmer Pineda Cálix", "elmer.pineda"))
                .reveal();
        assertInstanceOf(SignInOutcome.SignedIn.class, offices.signIn("elmer.pineda", password, "192.0.2.1", null));
        assertEquals(Rule.ADMINISTERED_ALREADY, declined(offices.firstAdministrator("Otra Persona", "otra.persona")));
    }
}
