package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That nobody is waited for without end who sends a byte now and then, or takes no answer; on the port of the pages. */
@Tag("database")
@Timeout(120) // without the guard under test these would go on for hours
final class SlowCallersTest {
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.startWith(Duration.ofSeconds(1));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static SlowCaller caller() throws IOException {
        return new SlowCaller(site.website.port());
    }

    private static void assertServesOthers() {
        assertEquals(200, site.visitor().get("/sign-in").statusCode());
    }

    @Test
    void aHeadThatComesByteByByteIsNotWaitedForWithoutEnd() throws Exception {
        try (var caller = caller()) {
            caller.say("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            caller.dribble('x');
        }
        assertServesOthers();
    }

    @Test
    void aFormThatComesByteByByteIsNotWaitedForWithoutEnd() throws Exception {
        try (var caller = caller()) {
            caller.say(
                    "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 4000000\r\n\r\nusername=");
            caller.dribble('x');
        }
        assertServesOthers();
    }

    @Test
    void aBodyInPiecesThatNobodyReadsIsNotWaitedForWithoutEndEither() throws Exception {
        try (var caller = caller()) {
            caller.say("POST /api/v1/proposals HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\nFFFFF\r\n");
            caller.dribble('x');
        }
        assertServesOthers();
    }

    @Test
    void whoTakesNoAnswerIsNotWaitedForWithoutEnd() throws Exception {
        try (var caller = caller()) {
            caller.askWithoutReading("GET /acorde.css HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(50));
        }
        assertServesOthers();
    }
}
