package acorde.web;

import static acorde.web.LiaisonGroup.done;
import static acorde.web.LiaisonGroup.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Group;
import acorde.offices.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What initiatives bring before a group of two: only what both owe alone, and only what both are shown already. */
@Tag("database")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AgendaStoryTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder;

    private static LiaisonGroup group;

    @BeforeAll
    static void start() {
        group = new LiaisonGroup(folder, Group.Kind.BILATERAL);
        amend("A4-06", "2026-10-01"); // Guatemala alone owes it: in force at once, and late from that day on
    }

    @AfterAll
    static void stop() {
        group.close();
    }

    private static void amend(String code, String due) {
        var initiative = JSON.readTree(send("/initiatives/" + code, null));
        var text = (ObjectNode) initiative.path("text");
        text.put("due", due);
        text.set("waiver", JSON.readTree("{\"es\":\"Sin medida: EJERCICIO.\",\"en\":\"No measure: EXERCISE.\"}"));
        var body = JSON.createObjectNode().put("item", "initiative/" + code);
        body.set("base", initiative.path("version"));
        body.set("text", text);
        body.set("why", JSON.readTree("{\"es\":\"porque sí\",\"en\":null}"));
        send("/proposals", body.toString());
    }

    private static String send(String path, @Nullable String body) {
        var node = group.guatemala;
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.website.port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + node.token(Role.COORDINATOR));
        if (body != null) request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertTrue(answer.statusCode() / 100 == 2, answer.body());
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private static void forward(int days) {
        for (var node : List.of(group.guatemala, group.states)) node.records.clock.forward(Duration.ofDays(days));
        group.gt = group.guatemala.officer(Role.COORDINATOR);
        group.us = group.states.officer(Role.COORDINATOR);
    }

    private static String drafted(String meeting) {
        done(group.gt.post(meeting + "/points", "step", "draft"));
        return page(group.gt, meeting + "/agenda?lang=es");
    }

    /** What an agenda says of the first point about an initiative. */
    private static String line(String agenda, String code) {
        var from = agenda.indexOf("<h2><a href=\"/initiatives/" + code);
        assertTrue(from > 0, agenda);
        return agenda.substring(from, agenda.indexOf("</li>", from));
    }

    @Test
    @Order(1)
    void aPartyThatHasItsNoticeStillIsNotShownLateByADraft() {
        assertTrue(page(group.gt, "/initiatives/A4-06?lang=es").contains("atrasad"), "its own party sees it at once");
        var agenda = drafted(group.call("2026-11-10"));
        assertTrue(line(agenda, "A4-06").contains("Vencimiento"), agenda);
    }

    @Test
    @Order(2)
    void whatIsLateAndWhatWaitsForWordsIsDraftedAndNothingThatOthersOwe() {
        amend("A4-07", "2027-03-31"); // the United States has not said its word
        forward(8);
        var agenda = drafted(group.call("2026-11-24"));
        assertTrue(line(agenda, "A4-06").contains("Atrasado"), agenda);
        assertTrue(agenda.contains("Sin decidir"), agenda);
        assertFalse(agenda.contains("A1-05"), "two parties that owe it do not sit here");
        assertTrue(agenda.contains("Nada más pide lugar"), "what is proposed is not drafted again");
    }

    @Test
    @Order(3)
    void whatClimbedPastThoseWhoSitInTheGroupComesAsEscalated() {
        forward(20);
        var meeting = group.call("2026-12-15");
        var drafts = JSON.readTree(send(meeting.replace("/sittings/", "/meetings/") + "/drafts", null));
        assertEquals("escalated", drafts.path("points").path(0).path("why").asString());
        assertTrue(drafts.path("minutes").path("es").asString().startsWith("ACTA"), "a program is given both drafts");
        var agenda = drafted(meeting);
        assertTrue(agenda.contains("Subió la escalera"), agenda);
        assertTrue(
                agenda.indexOf("Subió la escalera") < agenda.indexOf("Sin decidir"), "the most pressing comes first");
    }
}
