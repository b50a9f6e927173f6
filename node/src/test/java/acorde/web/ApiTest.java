package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The interface for programs of one node, over HTTP, with the real compact behind it. */
// longer than a file should be: one site, started once for all that programs are answered
@Tag("database")
@Tag("slow")
final class ApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WHY = "{\"es\":\"Le damos fecha.\",\"en\":null}";

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One node;
    private static String coordinator;
    private static String observer;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        node = desk.start("GT");
        coordinator = node.token(Role.COORDINATOR);
        observer = node.token(Role.OBSERVER);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String path, String token) {
        try {
            return Described.held(CLIENT.send(
                    request.uri(URI.create("http://127.0.0.1:" + node.website.port() + "/api/v1" + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(), path, observer);
    }

    private static JsonNode json(String path) {
        var answer = get(path);
        assertEquals(200, answer.statusCode(), path + " " + answer.body());
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> post(String path, String body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                path,
                coordinator);
    }

    /** Asserts that it is a problem that names what is wrong. */
    private static void refused(int status, String says, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", Visitor.header(answer, "Content-Type"));
        assertTrue(answer.body().contains(says), answer.body());
        assertEquals(status, JSON.readTree(answer.body()).path("status").asInt());
    }

    private static ObjectNode amended(String code, String due) {
        var text = (ObjectNode) json("/initiatives/" + code).path("text");
        text.putObject("waiver").put("es", "EJERCICIO: aún sin medida").put("en", "EXERCISE: no measure yet");
        return text.put("due", due);
    }

    private static HttpResponse<String> propose(String code, JsonNode text) {
        var base = json("/initiatives/" + code).path("version").stringValue();
        return post(
                "/proposals",
                "{\"item\":\"initiative/" + code + "\",\"base\":\"" + base + "\",\"text\":" + text + ",\"why\":" + WHY
                        + "}");
    }

    @Test
    void theCompactIsCountedHonestly() {
        var compact = json("/compact");
        var counts = compact.path("counts");
        assertEquals(48, counts.path("initiatives").asInt());
        assertEquals(4, counts.path("dated").asInt());
        assertEquals(2, counts.path("numbered").asInt());
        assertEquals(0, counts.path("measured").asInt());
        assertEquals(4, compact.path("parties").size());
        var sum = 0;
        for (var area : compact.path("areas"))
            sum += area.path("counts").path("initiatives").asInt();
        assertEquals(48, sum);
    }

    @Test
    void aListGoesOnFromItsCursorUntilEveryInitiativeWasGiven() {
        var seen = new HashSet<String>();
        var next = "";
        do {
            var page = json("/initiatives?limit=20" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var item : page.path("items"))
                assertTrue(seen.add(item.path("code").stringValue()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertEquals(48, seen.size());
        refused(400, "cursor", get("/initiatives?cursor=bm9uZQ"));
        refused(400, "cursor", get("/initiatives?cursor=!!"));
        refused(400, "cursor", get("/proposals?cursor=bm9uZQ"));
        refused(400, "1 to 200", get("/initiatives?limit=201"));
        refused(400, "only these", get("/initiatives?page=2"));
    }

    @Test
    void aProposalThatIsTheConcernOfOnePartyAloneIsInForceAtOnce() {
        assertEquals(0, json("/compact").path("counts").path("waived").asInt());
        assertTrue(everybodys().contains("none with a waiver"), everybodys());
        var made = propose("A4-06", amended("A4-06", "2027-06-30"));
        assertEquals(201, made.statusCode(), made.body());
        var proposal = json(Visitor.location(made).substring("/api/v1".length()));
        assertEquals("in-force", proposal.path("state").stringValue());
        assertEquals("assent", proposal.path("words").path(0).path("word").stringValue());
        var now = json("/initiatives/A4-06");
        assertEquals("consented", now.path("standing").stringValue());
        assertEquals(2, now.path("versions").size());
        assertEquals("2027-06-30", now.path("text").path("due").stringValue());
        assertEquals(1, json("/compact").path("counts").path("waived").asInt());
        node.until("everybody is told", () -> everybodys().contains("one with a waiver"));
    }

    /** The account as everybody reads it at this node. */
    private static String everybodys() {
        return new Visitor(node.website.port()).get("/public?lang=en").body();
    }

    @Test
    void whatARuleForbidsNamesTheRule() {
        var made = propose("A1-01", amended("A1-01", "2027-06-30"));
        assertEquals(201, made.statusCode(), made.body());
        var path = "/proposals/" + JSON.readTree(made.body()).path("id").stringValue();
        var text = JSON.readTree(made.body()).path("text").stringValue();
        refused(409, "ALREADY_SAID", post(path + "/assents", "{\"text\":\"" + text + "\",\"reservation\":null}"));
        refused(409, "RIVAL_LIVES", propose("A1-01", amended("A1-01", "2027-07-31")));
        refused(404, "UNKNOWN_PROPOSAL", post("/proposals/GT/99999/refusals", "{\"reason\":" + WHY + "}"));
        refused(422, "NOT_MEASURED", propose("A1-02", json("/initiatives/A1-02").path("text")));
        refused(
                422,
                "UNKNOWN_ITEM",
                post("/proposals", "{\"item\":\"x\",\"base\":null,\"text\":{},\"why\":" + WHY + "}"));
        refused(422, "REASON_MISSING", post(path + "/refusals", "{\"reason\":{\"es\":\" \"}}"));
        var gap = amended("A1-03", "2027-06-30");
        gap.putObject("title").put("es", "Solo en español");
        refused(422, "TEXT_INCOMPLETE", propose("A1-03", gap));
        var asked = post(path + "/withdrawal-requests", "{\"reason\":" + WHY + "}");
        assertEquals(201, asked.statusCode(), asked.body());
        assertFalse(json(path).path("withdrawal").isNull());
    }

    @Test
    void onThePageOfItsOwnProposalAPartyAsksOnceToWithdrawItWithItsReason() {
        var made = propose("A1-05", amended("A1-05", "2027-06-30"));
        var path = "/proposals/" + JSON.readTree(made.body()).path("id").stringValue();
        var visitor = node.officer(Role.COORDINATOR);
        assertTrue(visitor.get(path).body().contains("action=\"" + path + "/withdrawal\""));
        var asked = visitor.post(path + "/withdrawal", "words", "Se adelantó. EJERCICIO.");
        assertEquals(303, asked.statusCode(), asked.body());
        assertEquals(path, Visitor.location(asked));
        var page = visitor.get(path).body();
        assertTrue(page.contains("pide retirar esta propuesta"), page);
        var act = json(path).path("withdrawal").asString("");
        assertTrue(visitor.get("/acts/" + act).body().contains("Se adelantó. EJERCICIO"), act);
        assertFalse(page.contains("action=\"" + path + "/withdrawal\""), "it is asked for once");
        assertEquals(
                409, visitor.post(path + "/withdrawal", "words", "Otra vez.").statusCode());
    }

    @Test
    void rulesOfReleaseAreReadRuleByRuleAndNotInForceBeforeAllAssent() {
        var release = json("/release");
        assertEquals("release/moc-2019", release.path("item").stringValue());
        assertEquals("announced", release.path("standing").stringValue());
        assertFalse(release.path("inForce").booleanValue());
        assertTrue(release.path("text").path("rules").stringValue().contains("@id(\"EV-4B\")"));
        var first = release.path("rules").path(0);
        assertEquals("P-1", first.path("id").stringValue());
        assertEquals("permit", first.path("effect").stringValue());
        assertEquals(
                "It is the party’s own information.",
                first.path("reason").path("en").stringValue());
    }

    @Test
    void rulesOfReleaseThatAreNoneAreRefusedWithTheirLines() {
        var text = JSON.createObjectNode().put("rules", "// ...\npermit (principal, action, resource);");
        var body = JSON.createObjectNode().put("item", "release/moc-2019").putNull("base");
        body.set("text", text);
        body.set("why", JSON.readTree(WHY));
        refused(422, "Line 2: The rule lacks @reason_es", post("/proposals", body.toString()));
        refused(
                422,
                "UNKNOWN_ITEM",
                post("/proposals", body.put("item", "release/x").toString()));
    }

    @Test
    void whatCannotBeReadIsRefusedWithASentence() {
        refused(400, "not JSON", post("/proposals", "{\"item\": "));
        refused(400, "known are", post("/proposals", "{\"items\":1}"));
        refused(400, "missing", post("/proposals", "{\"item\":\"initiative/A1-05\"}"));
        refused(400, "not a JSON object", post("/proposals", "[]"));
        refused(400, "not JSON", post("/proposals", "[".repeat(100)));
        refused(400, "not JSON", post("/proposals", "{\"item\":1,\"item\":2}"));
        for (var escaped : List.of("\\u0000", "\\ud83d", "\\udc49\\ud83d")) {
            refused(400, "U+0000", post("/proposals", "{\"item\":\"initiative/" + escaped + "\"}"));
            refused(400, "Not readable", post("/proposals", "{\"" + escaped + "\":1}"));
            refused(
                    400,
                    "U+0000",
                    post("/proposals/GT/1/refusals", "{\"reason\":{\"es\":\"" + escaped + "\",\"en\":null}}"));
        }
        refused(400, "sha256", post("/proposals/GT/1/assents", "{\"text\":\"sha256:no\",\"reservation\":null}"));
        refused(413, "4 MiB", post("/proposals", "{\"item\":\"" + "x".repeat(4 << 20) + "\"}"));
        refused(
                415,
                "application/json",
                send(HttpRequest.newBuilder().POST(BodyPublishers.ofString("{}")), "/proposals", coordinator));
        refused(401, "No valid token", send(HttpRequest.newBuilder(), "/compact", "acorde_wrong"));
        refused(
                403,
                "office",
                send(
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")),
                        "/proposals",
                        observer));
    }

    @Test
    void whatNoTextCanKeepIsRefusedInAQuestionTooAndInACursor() {
        for (var asked : List.of("/meetings?group=", "/decisions?initiative=", "/actions?owner=", "/search?q="))
            refused(400, "U+0000", get(asked + "a%00b"));
        for (var list : List.of("/meetings", "/decisions", "/actions", "/initiatives", "/proposals"))
            refused(400, "none that this node gave", get(list + "?cursor=AAAA"));
    }

    @Test
    void anUnchangedAnswerIsEmptyAndAfterAnActItIsNot() {
        var tags = new LinkedHashMap<String, String>();
        for (var path :
                List.of("/compact", "/initiatives", "/initiatives/A1-04", "/proposals", "/partners", "/acts?party=GT"))
            tags.put(path, unchanged(path));
        var made = propose("A1-04", amended("A1-04", "2027-06-30"));
        assertEquals(201, made.statusCode(), made.body());
        tags.forEach(ApiTest::changed);
        var proposal = Visitor.location(made).substring("/api/v1".length());
        var assents = unchanged(proposal); // they stand in the proposal
        var asked = post(proposal + "/withdrawal-requests", "{\"reason\":" + WHY + "}");
        assertEquals(201, asked.statusCode(), asked.body());
        changed(proposal, assents);
    }

    private static HttpResponse<String> asked(String path, String tag) {
        return send(HttpRequest.newBuilder().header("If-None-Match", tag), path, observer);
    }

    /** @return the tag of what is there, which whoever has it is not sent again */
    private static String unchanged(String path) {
        var tag = Visitor.header(get(path), "ETag");
        var again = asked(path, tag);
        assertEquals(304, again.statusCode(), path);
        assertEquals("", again.body(), path);
        assertEquals(tag, Visitor.header(again, "ETag"), path);
        return tag;
    }

    private static void changed(String path, String before) {
        var now = asked(path, before);
        assertEquals(200, now.statusCode(), path);
        assertNotEquals(before, Visitor.header(now, "ETag"), path);
    }

    @Test
    void anActIsGivenWithItsBytesAndItsProof() {
        var act = json("/acts/GT/0");
        assertEquals("compact.chartered", act.path("kind").stringValue());
        assertEquals("accepted", act.path("verdict").stringValue());
        var raw = get("/acts/GT/0/raw");
        assertEquals("nosniff", Visitor.header(raw, "X-Content-Type-Options"));
        assertTrue(Visitor.header(raw, "Content-Disposition").startsWith("attachment"));
        assertTrue(get("/acts/GT/0/proof").body().startsWith("c2sp.org/tlog-proof@v1"));
        assertEquals(2, json("/acts?party=GT&from=1&limit=2").path("acts").size());
        refused(404, "no such act", get("/acts/GT/99999"));
        refused(400, "none of the parties", get("/acts?party=XX"));
    }

    @Test
    void aPaperIsDraftedIssuedAndCheckedByItsCode() {
        var draft = json("/documents/drafts/area/A1");
        var digest = draft.path("digest").stringValue();
        var asked = "{\"document\":\"area\",\"of\":\"A1\",\"since\":null,\"digest\":\"" + digest + "\"}";
        refused(409, "DRAFT_MOVED", post("/documents", asked.replace(digest, "sha256:" + "0".repeat(64))));
        var body = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(asked));
        refused(403, "", send(body, "/documents", observer));
        var said = post("/documents", asked);
        assertEquals(201, said.statusCode(), said.body());
        var issued = JSON.readTree(said.body());
        assertEquals(
                draft, json("/documents/" + issued.path("act").stringValue()).path("paper"));
        var checked = json("/documents/check?code=" + issued.path("code").stringValue());
        assertEquals(issued.path("act"), checked.path("act"));
        assertEquals(13, checked.path("today").size());
        assertEquals(
                issued.path("code"),
                json("/documents?limit=1").path("items").path(0).path("code"));
        refused(404, "misread", get("/documents/check?code=GT-0-7F3A-9C2D"));
        refused(400, "since", get("/documents/drafts/group/A1"));
        refused(400, "since", get("/documents/drafts/group/A1?since=2020-01-01"));
        refused(404, "UNKNOWN_SCOPE", get("/documents/drafts/brief/XX"));
    }

    /** Sends a return. @return its address */
    private static String sent(String content) {
        var answer = send(
                HttpRequest.newBuilder()
                        .header("File-Name", "informe.csv")
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofString(content)),
                "/files",
                coordinator);
        assertEquals(201, answer.statusCode(), answer.body());
        return "/returns/" + JSON.readTree(answer.body()).path("id").asLong();
    }

    private static HttpResponse<String> seen(String path, String language) {
        return send(HttpRequest.newBuilder().header("Accept-Language", language), path, coordinator);
    }

    /** The template with a report of the last initiative in it, in a state. */
    private static String filled(String template, String state) {
        var lines = template.split("\r\n");
        for (var i = lines.length - 1; i > 0; i--)
            if (lines[i].contains(",informe,")) {
                var code = lines[i].substring(0, lines[i].indexOf(','));
                var basis = lines[i].substring(lines[i].lastIndexOf(',') + 1);
                lines[i] = code + ",,informe,," + state + ",,,EJERCICIO,,,," + basis;
                break;
            }
        return String.join("\r\n", lines);
    }

    @Test
    void aReturnIsLookedAtWithItsFaultsByRowAndColumnAndThenSaidWhole() {
        var template = send(HttpRequest.newBuilder(), "/returns/template.csv?lang=es", coordinator);
        assertEquals(200, template.statusCode(), template.body());
        var wrong = sent(filled(template.body(), "casi"));
        var preview = JSON.readTree(seen(wrong, "es").body());
        assertEquals(1, preview.path("wrong").asInt(), preview.toString());
        var fault = preview.path("faults").path(0);
        var row = fault.path("row").asInt();
        assertTrue(template.body().split("\r\n")[row - 1].contains(",informe,"), "as the spreadsheet shows it");
        assertEquals("state", fault.path("column").asString());
        assertEquals("Estado", fault.path("heading").asString());
        assertEquals("casi", fault.path("seen").asString());
        assertEquals("STATE_UNKNOWN", fault.path("why").asString());
        assertFalse(fault.path("detail").asString().isBlank());
        var before = json("/acts?party=GT&from=0&limit=1").path("size");
        refused(422, "STATE_UNKNOWN", post(wrong, ""));
        assertEquals(before, json("/acts?party=GT&from=0&limit=1").path("size"), "nothing was said");

        var good = sent(filled(template.body(), "en marcha"));
        var change = JSON.readTree(seen(good, "en").body()).path("changes").path(0);
        assertEquals("in-progress", change.path("report").path("state").asString(), change.toString());
        refused(403, "", send(HttpRequest.newBuilder(), good, observer));
        var said = post(good, "");
        assertEquals(201, said.statusCode(), said.body());
        var acts = JSON.readTree(said.body()).path("acts");
        assertEquals(1, acts.size());
        assertEquals(
                "monitoring.reported",
                json("/acts/" + acts.path(0).asString()).path("kind").asString());
        refused(404, "lies ready", post(good, ""));
        refused(422, "NEWER_REPORT", post(sent(filled(template.body(), "en marcha")), ""));
        refused(
                422,
                "NOTHING_NEW",
                post(
                        sent(send(HttpRequest.newBuilder(), "/returns/template.csv", coordinator)
                                .body()),
                        ""));
        refused(422, "COLUMN_MISSING", seen(sent("a,b\r\n1,2\r\n"), "en"));
    }

    @Test
    void whatNobodySaidAnythingOfIsAnsweredAllTheSame() {
        for (var path : List.of(
                "/me",
                "/proposals",
                "/proposals?state=dead",
                "/search?q=aduana",
                "/groups",
                "/groups/A1",
                "/meetings",
                "/decisions",
                "/actions",
                "/files",
                "/initiatives/A1-05/monitoring",
                "/exports/accounts.json"))
            assertEquals(200, send(HttpRequest.newBuilder(), path, coordinator).statusCode(), path);
        refused(400, "dead", get("/proposals?state=refused"));
    }

    @Test
    void theDescriptionNamesTheRoutesThatAreServedAndNoOthers() {
        var described = new TreeSet<String>();
        var paths = JSON.readTree(get("/openapi.json").body()).path("paths");
        for (var path : paths.propertyNames())
            for (var method : paths.path(path).propertyNames())
                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
        var served = new TreeSet<String>();
        for (var row : node.website.context().getBean(Routes.class).rows())
            if (row.pattern().startsWith("/api/")
                    || row.pattern().endsWith(".ics")
                    || row.pattern().startsWith("/calendars/")) served.add(row.method() + " " + row.pattern());
        assertEquals(served, described);
    }
}
