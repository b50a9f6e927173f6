package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ReadingRoom;
import acorde.offices.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is answered when no more acts may be held: officers and everybody else have rooms of their own. */
@Tag("database")
@Tag("slow")
final class FullRoomsTest {
    private static final ReadingRoom FULL = new ReadingRoom(0, 1, Duration.ZERO);

    private static ReadingRoom free() {
        return new ReadingRoom(1, 1, Duration.ofMinutes(1));
    }

    @Test
    void whereOfficersReadNoMoreTheyAreToldToComeAgainAndVisitorsReadOn() {
        try (var site = TestSite.startWith(new Seating.Rooms(FULL, free()))) {
            var refused = site.officer(Role.COORDINATOR).get("/");
            assertEquals(503, refused.statusCode(), refused.body());
            assertTrue(Visitor.header(refused, "Retry-After").matches("[1-9][0-9]*"));
            assertTrue(refused.body().contains("demasiadas peticiones"), refused.body());
            assertEquals(200, site.visitor().get("/public").statusCode());
            var bearer = Map.of("Authorization", "Bearer " + site.token(Role.COORDINATOR));
            var problem = site.visitor().send("GET", "/api/v1/acts", bearer, Map.of());
            assertEquals(503, problem.statusCode(), problem.body());
            assertEquals("application/problem+json", Visitor.header(problem, "Content-Type"));
            assertTrue(Visitor.header(problem, "Retry-After").matches("[1-9][0-9]*"));
        }
    }

    @Test
    void noCrowdAtThePublicPageKeepsAnOfficerOut() {
        try (var site = TestSite.startWith(new Seating.Rooms(free(), FULL))) {
            assertEquals(503, site.visitor().get("/public").statusCode());
            for (var path : new String[] {"/", "/partners", "/proposals"})
                assertEquals(200, site.officer(Role.COORDINATOR).get(path).statusCode(), path);
        }
    }
}
