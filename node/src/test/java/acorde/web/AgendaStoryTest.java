package acorde.web;

import static acorde.web.LiaisonGroup.GROUP;
import static acorde.web.LiaisonGroup.done;
import static acorde.web.LiaisonGroup.page;
import static acorde.web.LiaisonGroup.says;
import static acorde.web.LiaisonGroup.signed;
import static acorde.web.LiaisonGroup.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Group;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
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

    /** @return the proposal */
    private static String amend(String code, String due) {
        var initiative = JSON.readTree(send("/initiatives/" + code, null));
        var text = (ObjectNode) initiative.path("text");
        text.put("due", due);
        text.set("waiver", JSON.readTree("{\"es\":\"Sin medida: EJERCICIO.\",\"en\":\"No measure: EXERCISE.\"}"));
        var body = JSON.createObjectNode().put("item", "initiative/" + code);
        body.set("base", initiative.path("version"));
        body.set("text", text);
        body.set("why", JSON.readTree("{\"es\":\"porque sí\",\"en\":null}"));
        return JSON.readTree(send("/proposals", body.toString())).path("id").asString();
    }

    private static String send(String path, @Nullable String body) {
        var request = HttpRequest.newBuilder();
        if (body != null) request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        var answer = answer(path, request);
        assertTrue(answer.statusCode() / 100 == 2, answer.body());
        return answer.body();
    }

    private static HttpResponse<String> answer(String path, HttpRequest.Builder request) {
        return answer(group.guatemala, path, request);
    }

    private static HttpResponse<String> answer(TestDesk.One node, String path, HttpRequest.Builder request) {
        request.uri(URI.create("http://127.0.0.1:" + node.website.port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + node.token(Role.COORDINATOR));
        try {
            return Described.held(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
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
        return drafted(meeting, "");
    }

    /** @param leftOut the field of what is not ticked */
    private static String drafted(String meeting, String leftOut) {
        var review = page(group.gt, meeting + "/draft");
        var seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"").matcher(review);
        assertTrue(seen.find(), review);
        assertTrue(page(group.gt, meeting + "/agenda?lang=es")
                .matches("(?s).*>Ver (el asunto|los \\d+ asuntos) y proponer.*"));
        var moved = group.gt.post(meeting + "/draft?lang=es", "step", "sign", "read", "yes", "seen", "0".repeat(64));
        assertEquals(422, moved.statusCode(), "nothing else is signed than was read");
        assertTrue(moved.body().contains("cambió mientras usted leía"), moved.body());
        var none = group.gt.post(meeting + "/draft?lang=es", "step", "sign", "read", "yes", "seen", seen.group(1));
        assertTrue(none.body().contains("Marque al menos un asunto"), none.body());
        var form = new ArrayList<>(List.of("step", "sign", "read", "yes", "seen", seen.group(1)));
        var boxes =
                Pattern.compile("name=\"(take-[0-9]+)\" value=\"yes\" checked").matcher(review);
        while (boxes.find()) if (!boxes.group(1).equals(leftOut)) form.addAll(List.of(boxes.group(1), "yes"));
        done(group.gt.post(meeting + "/draft", form.toArray(String[]::new)));
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
        assertTrue(agenda.contains("Nada más pide lugar.</p>"), "what is proposed is not drafted again");
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
        assertTrue(agenda.contains("Elevado a esta mesa"), agenda);
        assertTrue(
                agenda.indexOf("Elevado a esta mesa") < agenda.indexOf("Sin decidir"), "the most pressing comes first");
        assertTrue(agenda.contains("Quedó firmado y guardado:</b> Puntos propuestos para una agenda"), agenda);
        assertFalse(page(group.gt, meeting + "/agenda?lang=es").contains("Quedó firmado"), "it is said once");
        var some = drafted(group.call("2026-12-16"), "take-1");
        assertTrue(
                some.contains("Un asunto atrasado, en disputa o sin decidir pide lugar."),
                "what is not ticked is not proposed, and asks on");
        assertTrue(some.contains("Sin decidir"), some);
    }

    /** Sends a file. @return how an act names it */
    private static JsonNode attachment(String content) {
        var request = HttpRequest.newBuilder()
                .header("File-Name", "nota.txt")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString(content));
        return JSON.readTree(answer("/files", request).body()).path("attachment");
    }

    private static HttpResponse<String> say(String meeting, String kind, ObjectNode body) {
        var act = JSON.createObjectNode().put("kind", kind);
        act.set("body", body);
        return answer(
                "/sittings/" + meeting + "/acts",
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(act.toString())));
    }

    @Test
    @Order(4)
    void documentsGoWithACallAndWithPointsOverTheInterfaceAndAreListedAndGivenOutThere() {
        var call = (ObjectNode) JSON.readTree("{\"group\":\"GT-US-enlace\",\"starts\":\"2026-12-20T10:00\","
                + "\"zone\":\"America/Guatemala\",\"minutes\":60,\"place\":null,\"link\":\"https://reunion.example/e\","
                + "\"series\":null,\"count\":null}");
        call.putArray("attachments").add(attachment("EJERCICIO: convocatoria\n"));
        var meeting = JSON.readTree(send("/meetings", call.toString()))
                .path("meetings")
                .path(0)
                .asString();
        var points = (ObjectNode)
                JSON.readTree(
                        "{\"points\":[{\"why\":\"asked\",\"title\":{\"es\":\"uno\",\"en\":\"one\"},\"about\":\"ZZ-99\",\"source\":null}]}");
        var other = attachment("EJERCICIO: punto\n");
        points.putArray("attachments").add(other);
        var said = say(meeting, "groups.points", points);
        assertEquals(201, said.statusCode(), said.body());
        var act = JSON.readTree(said.body()).path("act").asString();
        var shown = page(group.gt, "/sittings/" + meeting + "/agenda");
        assertTrue(shown.contains("<bdi>ZZ-99</bdi>") && !shown.contains("/initiatives/ZZ-99"), "no link to nothing");
        var documents = JSON.readTree(send("/meetings/" + meeting, null)).path("documents");
        assertEquals(
                JSON.readTree("[{\"act\":\"" + meeting + "\",\"kind\":\"groups.called\",\"files\":1},{\"act\":\"" + act
                        + "\",\"kind\":\"groups.points\",\"files\":1}]"),
                documents);
        assertEquals("EJERCICIO: convocatoria\n", send("/files/" + meeting + "/0", null));
        assertEquals("EJERCICIO: punto\n", send("/files/" + act + "/0", null));

        var opened = JSON.createObjectNode().put("at", "2026-12-20T16:00:00Z");
        opened.putArray("attachments").add(other);
        assertTrue(say(meeting, "groups.opened", opened).body().contains("GROUP_MALFORMED"), "it brings no documents");
        var nobodys = ((ObjectNode) other.deepCopy()).put("name", "otra.txt");
        points.putArray("attachments").add(nobodys);
        var refused = say(meeting, "groups.points", points);
        assertEquals(422, refused.statusCode(), "nobody has those bytes under that name");
        assertTrue(refused.body().contains("Nothing lies ready"), refused.body());
    }

    private static String today(int later) {
        return LocalDate.ofInstant(group.guatemala.records.clock.instant(), ZoneOffset.UTC)
                .plusDays(later)
                .toString();
    }

    /** What a page says of the written procedure. */
    private static String procedure(Visitor who, String path) {
        var page = page(who, path + "?lang=es");
        var from = page.indexOf(">Consulta escrita E/1, Mesa de enlace</a>");
        return from < 0 ? "" : page.substring(from, page.indexOf("</li>", from));
    }

    @Test
    @Order(5)
    void aWrittenProcedureWhoseTimeRanOutClimbsUpToTheMinistersUntilItIsAnswered() {
        var asked = signed(
                group.gt, GROUP + "/circulars", "textEs", "Por escrito.", "textEn", "In writing.", "until", today(5));
        group.states.until("it is there", () -> says(group.us, asked + "?lang=es", "Por escrito."));
        var index = Long.parseLong(asked.substring(asked.lastIndexOf('/') + 1));
        var receipts = group.guatemala.acts.logs();
        group.guatemala.until(
                "its receipt is there",
                () -> receipts.delivered(new PartyCode("US"), index).isPresent());
        assertEquals("", procedure(group.gt, "/"), "its time has not run out");
        forward(7);
        for (var who : List.of(group.gt, group.us))
            for (var path : List.of("/", "/climbing")) {
                var stands = procedure(who, path);
                assertTrue(stands.contains("Falta la palabra de Estados Unidos."), path + stands);
                assertTrue(stands.contains("Escalera: avisada la representación; el próximo peldaño es el "), stands);
            }
        forward(22);
        assertTrue(procedure(group.us, "/climbing").contains("avisado el viceministerio"));
        assertTrue(page(group.us, asked + "?lang=es").contains("avisado el viceministerio; el próximo peldaño es el "));
        group.adopt("GT-US-ministros", Group.Kind.MINISTERIAL);
        var early = page(group.gt, group.call("/groups/GT-US-ministros", today(3)) + "/draft?lang=es");
        assertFalse(early.contains("Por escrito."), "it has not come up to the ministers");
        forward(25);
        assertTrue(procedure(group.gt, "/").contains("Escalera: avisado el ministerio."));
        var meeting = group.call("/groups/GT-US-ministros", today(3));
        var agenda = drafted(meeting);
        var from = agenda.indexOf("Por escrito.");
        assertTrue(from > 0, agenda);
        assertTrue(agenda.substring(from, agenda.indexOf("</li>", from)).contains("Elevado a esta mesa"), agenda);

        var put = asked.substring("/sittings/".length());
        var words = asked + "/words";
        done(group.us.post(
                words, "to", put, "text", text(group.us, words + "?to=" + put), "choice", "assent", "read", "yes"));
        assertEquals("", procedure(group.us, "/"), "an answer ends it");
        group.guatemala.until(
                "the answer is there", () -> procedure(group.gt, "/climbing").isEmpty());
        var later = page(group.gt, group.call("/groups/GT-US-ministros", today(4)) + "/draft?lang=es");
        assertFalse(later.contains("Por escrito."), later);
    }

    /** What programs of the United States are answered. */
    private static HttpResponse<String> states(String path, @Nullable String body) {
        var request = HttpRequest.newBuilder();
        if (body != null) request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return answer(group.states, path, request);
    }

    @Test
    @Order(6)
    void programsOfBothPartiesProposeAnswerAndCirculateADecision() {
        var agreed = "/proposals/" + amend("A2-03", "2027-05-31");
        var refused = "/proposals/" + amend("AX-01", "2027-05-31");
        group.states.until("both are there", () -> states(refused, null).statusCode() == 200);
        var text = JSON.readTree(states(agreed, null).body()).path("text").asString();
        var assent =
                "{\"text\":\"" + text + "\",\"reservation\":{\"es\":\"Con una salvedad. EJERCICIO.\",\"en\":null}}";
        assertEquals(201, states(agreed + "/assents", assent).statusCode());
        var reason = "{\"reason\":{\"es\":\"Todavía no. EJERCICIO.\",\"en\":null}}";
        assertEquals(201, states(refused + "/refusals", reason).statusCode());
        group.guatemala.until("both answers are there", () -> state(refused).equals("dead"));
        assertEquals("in-force", state(agreed));
        assertEquals(
                1,
                JSON.readTree(send("/proposals?state=dead", null)).path("items").size());

        var decision = JSON.readTree(send(
                "/decisions",
                "{\"group\":\"GT-US-enlace\",\"until\":\"2099-01-31T23:00:00Z\",\"decision\":{\"text\":{\"es\":\"EJERCICIO\","
                        + "\"en\":\"EXERCISE\"},\"initiative\":\"A2-03\",\"actions\":[]}}"));
        assertEquals("open", state("/decisions/" + decision.path("act").asString()));
    }

    private static String state(String path) {
        return JSON.readTree(send(path, null)).path("state").asString();
    }
}
