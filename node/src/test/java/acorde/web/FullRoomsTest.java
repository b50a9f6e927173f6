package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Doorway;
import acorde.acts.ReadingRoom;
import acorde.offices.Network;
import acorde.offices.Role;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.tomcat.TomcatWebServer;

/** What is answered when no more acts may be held, or no more answers be on their way: officers and everybody else have places of their own. */
@Tag("database")
@Tag("slow")
@Timeout(120)
final class FullRoomsTest {
    private static final ReadingRoom FULL = new ReadingRoom(0, 1, Duration.ZERO);
    private static final Pattern CALENDAR = Pattern.compile("/calendars/[^\"?]+");

    /** Of the answers to officers, one at a time is on its way; of those to visitors, one of each network and four of all. */
    private static final Doorway OFFICERS = new Doorway(1, 1);

    private static final Doorway VISITORS = new Doorway(256, 64);

    private static final Doorway ENTRANCE = new Doorway(1_024, 256);

    /** Of long forms, half a one of each officer and a whole one of all. */
    private static final Doorway FORMS = new Doorway(8 << 10, 4 << 10);

    private static TestSite site;

    private static ReadingRoom free() {
        return new ReadingRoom(1, 1, Duration.ofMinutes(1));
    }

    private static Seating.Side side(ReadingRoom room) {
        return new Seating.Side(room, new Doorway(1 << 20, 1 << 20));
    }

    /** Breaks off what it sends. */
    private static final Filter CUT = (request, response, chain) -> {
        if ("cut".equals(((HttpServletRequest) request).getQueryString()))
            Flow.send((HttpServletResponse) response, 0, out -> {
                out.write("row\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
                throw new IllegalStateException("no more can be read");
            });
        else if ("timed".equals(((HttpServletRequest) request).getQueryString()))
            response.getOutputStream().print("timed: " + isTimed(response));
        else chain.doFilter(request, response);
    };

    private static boolean isTimed(ServletResponse response) {
        return response instanceof UnhurriedAnswer
                || response instanceof ServletResponseWrapper wrapper && isTimed(wrapper.getResponse());
    }

    @BeforeAll
    static void start() {
        var officers = new Seating.Side(free(), OFFICERS);
        var visitors = new Seating.Side(free(), VISITORS);
        site = TestSite.startWith(new Seating.Rooms(officers, visitors, ENTRANCE, FORMS), CUT);
        connector().setProperty("continueResponseTiming", "onRead"); // says when it begins to wait for a form
        connector().setProperty("socket.txBufSize", "4096"); // what nobody takes stays in the node
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Connector connector() {
        return ((TomcatWebServer) site.website.context().getWebServer())
                .getTomcat()
                .getConnector();
    }

    private static Socket from(String network) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(30_000); // to fail and not to hang
        socket.bind(new InetSocketAddress(network, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", site.website.port()));
        return socket;
    }

    private static void ask(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** All that is answered to somebody in that network. */
    private static String answer(String network, String path) throws IOException {
        try (var socket = from(network)) {
            ask(socket, path);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertToldToComeAgain(HttpResponse<String> refused) {
        assertEquals(503, refused.statusCode(), refused.body());
        assertTrue(Visitor.header(refused, "Retry-After").matches("[1-9][0-9]*"));
        assertFalse(Visitor.header(refused, "Cache-Control").contains("max-age=6"), "nobody keeps it");
    }

    private static void assertOfficersAreToldToComeAgain(TestSite site) {
        var refused = site.officer(Role.COORDINATOR).get("/");
        assertToldToComeAgain(refused);
        assertTrue(refused.body().contains("demasiadas peticiones"), refused.body());
        var bearer = Map.of("Authorization", "Bearer " + site.token(Role.COORDINATOR));
        var problem = site.visitor().send("GET", "/api/v1/acts", bearer, Map.of());
        assertToldToComeAgain(problem);
        assertEquals("application/problem+json", Visitor.header(problem, "Content-Type"));
    }

    @Test
    void whereOfficersReadNoMoreTheyAreToldToComeAgainAndVisitorsReadOn() {
        try (var site = TestSite.startWith(new Seating.Rooms(side(FULL), side(free()), ENTRANCE, FORMS))) {
            assertOfficersAreToldToComeAgain(site);
            assertEquals(200, site.visitor().get("/public").statusCode());
        }
    }

    @Test
    void noCrowdAtThePublicPageKeepsAnOfficerOut() {
        try (var site = TestSite.startWith(new Seating.Rooms(side(free()), side(FULL), ENTRANCE, FORMS))) {
            assertEquals(503, site.visitor().get("/public").statusCode());
            for (var path : new String[] {"/", "/partners", "/proposals"})
                assertEquals(200, site.officer(Role.COORDINATOR).get(path).statusCode(), path);
        }
    }

    @Test
    void whatHasNoRoomOnItsWayIsDroppedAndItsReaderToldToComeAgain() {
        var page = site.officer(Role.COORDINATOR).post("/calendar").body();
        var calendar = CALENDAR.matcher(page);
        assertTrue(calendar.find(), page);
        site.token(Role.COORDINATOR);
        try (var slow = OFFICERS.passage("somebody who takes an answer slowly")) {
            assertTrue(slow.takes(1));
            assertOfficersAreToldToComeAgain(site);
            assertEquals(503, site.visitor().get(calendar.group()).statusCode(), "it is that officer who asks");
            assertToldToComeAgain(site.officer(Role.COORDINATOR).get("/exports/initiatives.csv"));
            assertEquals(200, site.visitor().get("/public").statusCode());
        }
        assertEquals(200, site.officer(Role.COORDINATOR).get("/").statusCode());
        assertEquals(200, site.visitor().get(calendar.group()).statusCode());
    }

    @Test
    void whoTakesNoAnswerKeepsTheirOwnNetworkOutAndNobodyElse() throws IOException {
        site.officer(Role.COORDINATOR);
        try (var slow = from("127.0.0.2")) {
            ask(slow, "/acorde.css");
            assertEquals('H', slow.getInputStream().read(), "it is on its way");
            assertTrue(answer("127.0.0.2", "/public").startsWith("HTTP/1.1 503"));
            assertTrue(answer("127.0.0.3", "/public").startsWith("HTTP/1.1 200"));
            assertEquals(200, site.officer(Role.COORDINATOR).get("/").statusCode());
        }
    }

    @Test
    void noCrowdAtThePublicPageKeepsAnybodyFromSigningInOrHasAWellNodeStartedAgain() throws IOException {
        site.officer(Role.COORDINATOR);
        var crowd = List.of(1, 2, 3, 4).stream().map(VISITORS::passage).toList();
        try {
            for (var slow : crowd) assertTrue(slow.takes(64 << 10));
            assertTrue(answer("127.0.0.3", "/public").startsWith("HTTP/1.1 503"));
            assertTrue(answer("127.0.0.3", "/health").startsWith("HTTP/1.1 200"));
            site.visitor().signIn("officer." + Role.COORDINATOR.code(), TestSite.PASSWORD);
        } finally {
            crowd.forEach(Doorway.Passage::close);
        }
    }

    @Test
    void whoCrowdsTheEntranceKeepsTheirOwnNetworkFromItAndNobodyElse() throws IOException {
        try (var slow = ENTRANCE.passage(Network.of("127.0.0.2"))) {
            assertTrue(slow.takes(256 << 10));
            for (var path : List.of("/health", "/sign-in")) {
                assertTrue(answer("127.0.0.2", path).startsWith("HTTP/1.1 503"), path);
                assertTrue(answer("127.0.1.2", path).startsWith("HTTP/1.1 200"), path);
            }
        }
    }

    @Test
    void whatBreaksOffOnItsWayIsNeverTakenForWhole() throws IOException {
        var cut = answer("127.0.0.4", "/health?cut");
        assertTrue(cut.startsWith("HTTP/1.1 200"), cut);
        assertTrue(cut.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked"), cut);
        assertFalse(cut.endsWith("0\r\n\r\n"), "it has no end");
        assertFalse(cut.contains("<html"), "and no words about it that a table would have as rows");
    }

    @Test
    void everyAnswerHasATimeWithinWhichItIsTaken() throws IOException {
        assertTrue(answer("127.0.0.7", "/health?timed").endsWith("timed: true"));
    }

    /** Says that a form of so many bytes is to come, sends none of it, and tells how the answer begins. */
    private static String announce(Socket socket, Visitor who, String request, String length) throws IOException {
        return announce(
                socket, request, "application/x-www-form-urlencoded\r\n" + length + "\r\nCookie: " + cookies(who));
    }

    private static String cookies(Visitor who) {
        return who.cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** @param rest of the head, from what kind of body it is on */
    private static String announce(Socket socket, String request, String rest) throws IOException {
        var head =
                request + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Type: " + rest + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
    }

    private static String announced(Visitor who, String request, String length) throws IOException {
        try (var socket = from("127.0.0.8")) {
            return announce(socket, who, request, length);
        }
    }

    @Test
    void aLongFormOfWhoHasNotSignedInIsNotWaitedFor() throws IOException {
        var visitor = site.visitor();
        for (var length : List.of("Content-Length: 4194304", "Content-Length: 8193", "Transfer-Encoding: chunked")) {
            assertEquals("HTTP/1.1 413", announced(visitor, "POST /sign-in", length), length);
            assertEquals("HTTP/1.1 303", announced(visitor, "POST /offices/people", length), "to sign in first");
            assertEquals("HTTP/1.1 404", announced(visitor, "POST /nowhere", length), length);
            assertEquals("HTTP/1.1 401", announced(visitor, "POST /api/v1/proposals", length), length);
        }
    }

    @Test
    void noFormIsReadThatIsNotPosted() throws IOException {
        for (var method : List.of("PUT", "PATCH", "DELETE"))
            assertEquals(
                    "HTTP/1.1 404", announced(site.visitor(), method + " /sign-in", "Content-Length: 4194304"), method);
    }

    @Test
    void longFormsThatDoNotComeKeepOutLongFormsOfTheirOfficerAloneAndNoShortOnes() throws IOException {
        var holder = site.officer(Role.ADMINISTRATOR);
        var other = site.officer(Role.COORDINATOR);
        var people = "POST /offices/people";
        try (var held = from("127.0.0.8")) {
            assertEquals("HTTP/1.1 100", announce(held, holder, people, "Content-Length: 4194304"), "waited for");
            assertEquals("HTTP/1.1 503", announced(holder, people, "Content-Length: 4194304"));
            assertEquals("HTTP/1.1 503", announced(holder, people, "Transfer-Encoding: chunked"));
            assertEquals("HTTP/1.1 100", announced(holder, people, "Content-Length: 8192"), "a short one");
            try (var more = from("127.0.0.9")) {
                assertEquals("HTTP/1.1 100", announce(more, other, people, "Content-Length: 4194304"));
                assertEquals(
                        303,
                        site.visitor()
                                .post("/sign-in", "username", "officer.coordinator", "password", TestSite.PASSWORD)
                                .statusCode());
            }
        }
    }

    @Test
    void longBodiesOfJsonThatDoNotComeKeepOutThoseOfTheirOfficerAloneAndNoShortOnes() throws IOException {
        var path = "POST /api/v1/requests";
        var holder =
                "application/json\r\nAuthorization: Bearer " + site.token(Role.COORDINATOR) + "\r\nContent-Length: ";
        var other = "application/json\r\nAuthorization: Bearer " + site.token(Role.LIAISON) + "\r\nContent-Length: ";
        try (var held = from("127.0.0.8");
                var more = from("127.0.0.8");
                var small = from("127.0.0.8");
                var others = from("127.0.0.9")) {
            assertEquals("HTTP/1.1 100", announce(held, path, holder + (4 << 20)), "waited for");
            assertEquals("HTTP/1.1 503", announce(more, path, holder + (4 << 20)));
            assertEquals("HTTP/1.1 100", announce(small, path, holder + (8 << 10)), "a short one");
            assertEquals("HTTP/1.1 100", announce(others, path, other + (4 << 20)));
        }
    }

    @Test
    void aFormOfMoreThanFourMebibytesIsToldSoOnAPageThatLeadsBack() {
        var officer = site.officer(Role.COORDINATOR);
        var form = java.util.Map.of("_csrf", officer.token(), "fact", "x".repeat(RoomForBodies.LIMIT));
        for (var said :
                java.util.Map.of("es", "botón Atrás", "en", "Back button").entrySet()) {
            var answer = officer.send("POST", "/exchange/new?lang=" + said.getKey(), java.util.Map.of(), form);
            assertEquals(413, answer.statusCode());
            assertTrue(answer.body().contains("4 MiB") && answer.body().contains(said.getValue()), answer.body());
        }
    }

    @Test
    void oneNetworkHasNoMoreThanItsPartOfTheConnections() throws IOException {
        var server = (PromptHeads) connector().getProtocolHandler();
        try (var held = from("127.0.0.5")) {
            ask(held, "/acorde.css");
            held.getInputStream().read();
            server.setOfOneNetwork(1, null);
            try (var more = from("127.0.0.5")) {
                assertEquals(-1, more.getInputStream().read());
            }
            assertTrue(answer("127.0.0.6", "/health").startsWith("HTTP/1.1 200"));
            server.setOfOneNetwork(1, "127.0.0.5");
            assertTrue(answer("127.0.0.5", "/public").startsWith("HTTP/1.1 503"), "a proxy is many networks");
        } finally {
            server.setOfOneNetwork(Website.CONNECTIONS, null);
        }
    }
}
