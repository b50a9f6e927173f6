package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The pages of one node, over HTTP, with the real compact behind them. */
@Tag("database")
@Tag("slow")
final class DeskTest {
    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One node;
    private static Visitor coordinator;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        node = desk.start("GT");
        coordinator = node.officer(Role.COORDINATOR);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String page(String path) {
        var answer = coordinator.get(path);
        assertEquals(200, answer.statusCode(), path + "\n" + answer.body());
        return answer.body();
    }

    @Test
    void homeTellsTheHonestFigures() {
        var home = page("/?lang=en");
        for (var figure : new String[] {">48<", ">4<", ">2<", ">0<"}) assertTrue(home.contains(figure), figure + home);
    }

    @Test
    void everyPageIsDrawnInBothLanguages() {
        for (var path : new String[] {
            "/",
            "/compact",
            "/initiatives/A1-05",
            "/proposals",
            "/proposals/new",
            "/proposals/new?amends=A1-05",
            "/partners",
            "/oversight",
            "/acts/GT/0",
            "/acts/GT/1",
            "/public",
            "/me/tokens",
            "/search",
            "/work",
            "/documents",
            "/documents/brief/US",
            "/documents/area/A1",
            "/check"
        })
            for (var lang : new String[] {"es", "en"}) {
                var body = page(path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
                assertTrue(body.contains("<html lang=\"" + lang + "\">"), path);
            }
    }

    @Test
    void theAccountAsDataComesPackedToThoseWhoTakeItSoAndPlainToAllOthers() {
        for (var taken : List.of("gzip", "br, GZIP;q=0.5")) {
            var packed = node.visitor().send("GET", "/public/compact.json", Map.of("Accept-Encoding", taken), Map.of());
            assertEquals("gzip", Visitor.header(packed, "Content-Encoding"), taken);
        }
        for (var taken : List.of("identity", "gzip;q=0", "br, gzip; q=0.0, *")) {
            var plain = node.visitor().send("GET", "/public/compact.json", Map.of("Accept-Encoding", taken), Map.of());
            assertEquals("", Visitor.header(plain, "Content-Encoding"), taken);
            assertEquals(
                    48,
                    JsonMapper.shared()
                            .readTree(plain.body())
                            .path("initiatives")
                            .size());
        }
    }
}
