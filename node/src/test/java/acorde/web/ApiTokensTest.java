package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
@Tag("slow")
final class ApiTokensTest {
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static HttpResponse<String> api(String authorization) {
        return site.visitor().send("GET", "/api/v1/me", Map.of("Authorization", authorization), Map.of());
    }

    @Test
    void aTokenSaysWhomItActsFor() {
        var answer = api("Bearer " + site.token(Role.LIAISON));
        assertEquals(200, answer.statusCode());
        assertEquals("{\"party\":\"HN\",\"office\":\"liaison\",\"role\":\"liaison\"}", answer.body());
    }

    @Test
    void whatIsNoTokenIsRefusedWithAProblem() {
        for (var authorization : List.of(
                "Bearer x", "Bearer ", "Basic x", "acorde", "Bearer acorde-0123456789abcdef-" + "A".repeat(43))) {
            var answer = api(authorization);
            assertEquals(401, answer.statusCode(), authorization);
            assertEquals("application/problem+json", Visitor.header(answer, "Content-Type"));
            assertEquals("Bearer", Visitor.header(answer, "WWW-Authenticate"));
            assertTrue(answer.body().contains("\"status\":401"), answer.body());
        }
    }

    @Test
    void theInterfaceForProgramsKnowsNoSessions() {
        var officer = site.officer(Role.OBSERVER);
        assertEquals(401, officer.get("/api/v1/me").statusCode());
        assertTrue(api("Bearer " + site.token(Role.OBSERVER))
                .headers()
                .allValues("Set-Cookie")
                .isEmpty());
    }

    @Test
    void thePagesKnowNoTokens() {
        var answer = site.visitor()
                .send("GET", "/me/tokens", Map.of("Authorization", "Bearer " + site.token(Role.OBSERVER)), Map.of());
        assertEquals(303, answer.statusCode());
    }

    @Test
    void aTokenIsShownOnceOnThePageThatMakesItAndEndsWhenRevoked() {
        var officer = site.officer(Role.ANALYST);
        var made = officer.post("/me/tokens", "name", "tablero", "days", "30");
        var match = Pattern.compile("acorde-([0-9a-f]{16})-[A-Za-z0-9_-]{43}").matcher(made.body());
        assertTrue(match.find(), made.body());
        assertEquals(200, api("Bearer " + match.group()).statusCode());
        assertFalse(officer.get("/me/tokens").body().contains(match.group()));
        assertEquals(
                422,
                site.officer(Role.OBSERVER)
                        .post("/me/tokens/" + match.group(1) + "/revoke")
                        .statusCode());
        assertEquals("/me/tokens", Visitor.location(officer.post("/me/tokens/" + match.group(1) + "/revoke")));
        assertEquals(401, api("Bearer " + match.group()).statusCode());
    }

    @Test
    void aFaultOfTheInterfaceIsAProblemToo() {
        var answer = site.visitor()
                .send("POST", "/api/v1/me", Map.of("Authorization", "Bearer " + site.token(Role.OBSERVER)), Map.of());
        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", Visitor.header(answer, "Content-Type"));
    }
}
