package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.acts.Command;
import acorde.acts.Decision;
import acorde.acts.Draft;
import acorde.acts.Said;
import acorde.compact.CompactFolder;
import acorde.compact.ItemKey;
import acorde.compact.ItemText;
import acorde.monitoring.Point;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Two nodes on a real database: Guatemala reports, Honduras disputes, Guatemala corrects; each on its own pages and over the API. */
// longer than a file should be: one story on one pair of nodes, which would take as long again to start for a second
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ProgressTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CODE = "A4-06";
    private static final String WHY = "{\"es\":\"porque sí\",\"en\":null}";

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One guatemala;
    private static TestDesk.One honduras;
    private static String coordinator;
    private static String other;
    private static String observer;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        honduras = desk.start("HN");
        coordinator = guatemala.token(Role.COORDINATOR);
        observer = guatemala.token(Role.OBSERVER);
        other = honduras.token(Role.COORDINATOR);
        guatemala.follow();
        honduras.follow();
        measured();
        honduras.until(
                "Honduras has heard the measured text",
                () -> json(honduras, other, CODE)
                        .path("version")
                        .asString("")
                        .equals(json(guatemala, coordinator, CODE)
                                .path("version")
                                .asString("?")));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** Guatemala alone owes it, so its proposal is in force at once. */
    private static void measured() {
        var initiative = JSON.readTree(
                send(guatemala, coordinator, "/initiatives/" + CODE, null).body());
        var text = (ObjectNode) initiative.path("text");
        text.put("due", "2099-06-30");
        text.set("restrictions", JSON.readTree("{\"es\":\"Ningún dato de niñez.\",\"en\":\"No data of children.\"}"));
        text.putArray("milestones")
                .add(
                        JSON.readTree(
                                "{\"code\":\"M1\",\"title\":{\"es\":\"Primer puesto\",\"en\":\"First post\"},\"due\":\"2099-01-31\"}"));
        text.set(
                "indicator",
                JSON.readTree(
                        "{\"name\":{\"es\":\"Puestos\",\"en\":\"Posts\"},\"unit\":{\"es\":\"puestos\",\"en\":\"posts\"},"
                                + "\"kind\":\"output\",\"baseline\":0,\"baselineAt\":\"2020-12-31\",\"target\":5,"
                                + "\"targetAt\":\"2099-06-30\",\"everyMonths\":12,\"adds\":true}"));
        var body = JSON.createObjectNode().put("item", "initiative/" + CODE);
        body.set("base", initiative.path("version"));
        body.set("text", text);
        body.set("why", JSON.readTree(WHY));
        var made = send(guatemala, coordinator, "/proposals", body.toString());
        assertEquals(201, made.statusCode(), made.body());
    }

    static HttpResponse<String> send(
            TestDesk.One node, String token, String path, @org.jspecify.annotations.Nullable String body) { // a request
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.website.port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
        if (body != null) request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        try {
            return Described.held(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    static JsonNode json(TestDesk.One node, String token, String code) {
        var answer = send(node, token, "/initiatives/" + code + "/monitoring", null);
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    }

    private static String report(String change, String to) {
        return ("{\"initiative\":\"" + CODE + "\",\"version\":\""
                        + json(guatemala, coordinator, CODE).path("version").asString("")
                        + "\",\"state\":\"in-progress\",\"on\":null,\"blockedBy\":null,\"note\":{\"es\":\"EJERCICIO\"},"
                        + "\"milestones\":[],\"evidence\":[{\"what\":{\"es\":\"acta\"},\"link\":\"https://example.org/acta\",\"seen\":null}],"
                        + "\"values\":[],\"restrictions\":true,\"legalBasis\":null,\"funding\":null,\"events\":[],\"answers\":[]}")
                .replace(change, to);
    }

    private static HttpResponse<String> say(TestDesk.One node, String token, String what, String body) { // a request
        return send(node, token, "/initiatives/" + CODE + "/monitoring/" + what, body);
    }

    private static String act(HttpResponse<String> answer) {
        assertEquals(201, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body()).path("act").asString("");
    }

    private static void refused(int status, String rule, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(rule, JSON.readTree(answer.body()).path("rule").asString(""), answer.body());
    }

    @Test
    void guatemalaReportsHondurasDisputesGuatemalaCorrectsAndEachIsShownBesideTheOther() {
        var value = "\"values\":[{\"at\":\"2021-12-31\",\"value\":3,\"from\":{\"es\":\"registro\"}}]";
        var report = act(say(guatemala, coordinator, "reports", report("\"values\":[]", value)));
        honduras.until(
                "Honduras has the report",
                () -> json(honduras, other, CODE)
                        .path("accounts")
                        .path(0)
                        .path("report")
                        .asString("")
                        .equals(report));
        var dispute = act(say(
                honduras,
                other,
                "disputes",
                "{\"report\":\"" + report + "\",\"reason\":{\"es\":\"Son dos puestos.\"}}"));
        guatemala.until(
                "Guatemala has the dispute",
                () -> json(guatemala, coordinator, CODE)
                        .path("accounts")
                        .path(0)
                        .path("words")
                        .path(0)
                        .path("act")
                        .asString("")
                        .equals(dispute));
        var seen = json(guatemala, coordinator, CODE);
        assertEquals("at-risk", seen.path("light").path("colour").asString(""), seen.toString());
        assertEquals("Disputed", seen.path("light").path("why").asString(""));
        assertEverybodySeesWhatThePublishedSiteTells(report, dispute);
        act(say(
                guatemala,
                coordinator,
                "corrections",
                "{\"report\":\"" + report + "\",\"at\":\"2021-12-31\",\"value\":2,\"reason\":" + WHY + "}"));
        var point =
                json(guatemala, coordinator, CODE).path("series").path("points").path(0);
        assertEquals(3, point.path("value").asInt(), "what was said first stays");
        assertEquals(2, point.path("corrections").path(0).path("value").asInt());
        act(say(honduras, other, "confirmations", "{\"report\":\"" + report + "\",\"note\":null}"));
        guatemala.until(
                "Guatemala has the confirmation",
                () -> json(guatemala, coordinator, CODE)
                        .path("accounts")
                        .path(0)
                        .path("words")
                        .path(0)
                        .path("word")
                        .asString("")
                        .equals("confirmed"));
        var page =
                guatemala.officer(Role.COORDINATOR).get("/initiatives/" + CODE).body();
        assertTrue(page.contains("id=\"progress\""), "the page has what became of it");
        assertTrue(
                page.contains("<b>2\u00a0puestos</b> <s>3\u00a0puestos</s>")
                        && page.contains("Corregido a 2\u00a0puestos"),
                "both figures stand, the valid one first");
        var history = page.substring(page.indexOf("class=\"hist"));
        for (var told : List.of("Guatemala informó", "Honduras disput", "Guatemala corrigi", "Honduras confirm"))
            assertTrue(history.contains(told), told + " in " + history);
        assertTrue(page.contains("https://example.org/acta"));
    }

    /** The page of a node and the data of the account, of which the site is made, tell the same of a report and a dispute. */
    private static void assertEverybodySeesWhatThePublishedSiteTells(String report, String dispute) {
        var page = guatemala.visitor().get("/public").body();
        var line = page.substring(page.indexOf("id=\"" + CODE + "\""));
        line = line.substring(0, line.indexOf("</li>"));
        for (var told : List.of(report, dispute, "en marcha", "Honduras disputa", "https://example.org/acta"))
            assertTrue(line.contains(told), told + " in " + line);
        var account = guatemala.visitor().get("/public/compact.json").body();
        for (var told : List.of(report, dispute, "\"word\":\"dispute\"", "https://example.org/acta"))
            assertTrue(account.contains(told), told);
        assertTrue(
                line.contains("el valor del 31 dic 2021 se calla, pues su texto no dice"),
                "nor what it counts: " + line);
        assertFalse(line.contains("puestos"), line);
        assertTrue(account.contains("\"values\":[{\"party\":\"GT\",\"withheld\":\"2021-12-31\"}]"), "nor in the data");
        assertFalse(page.contains("Son dos puestos."), "of a dispute that it is, not in which words");
    }

    private static JsonNode account(TestDesk.One node, String token) {
        return json(node, token, CODE).path("accounts").path(0);
    }

    /** The last of the class: it says more of the initiative that the others look at. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whatIsSaidOfAnAccountIsSaidOnThePageWithSuccessAndAnEventIsLinkedThereAndByAProgram() throws Exception {
        var value = "\"values\":[{\"at\":\"2022-12-31\",\"value\":7,\"from\":{\"es\":\"registro\"}}]";
        var report = act(say(guatemala, coordinator, "reports", report("\"values\":[]", value)));
        honduras.until(
                "Honduras has the report",
                () -> account(honduras, other).path("report").asString("").equals(report));
        var path = "/initiatives/" + CODE + "/progress";
        var there = honduras.officer(Role.COORDINATOR);
        assertTrue(there.get(path).body().contains("value=\"" + report + "\""), "the form offers it");
        var unread = there.post(path + "/word", "about", report, "choice", "confirm", "remark", "Sin leer. EJERCICIO.");
        assertEquals(422, unread.statusCode(), "a key pressed in passing signs nothing");
        assertTrue(unread.body().contains("id=\"read-word-error\"")
                && unread.body().contains("Sin leer. EJERCICIO."));
        done(there.post(
                path + "/word", "about", report, "choice", "dispute", "remark", "Son seis. EJERCICIO.", "read", "yes"));
        guatemala.until("Guatemala has the dispute", () -> word().equals("disputed"));
        var here = guatemala.officer(Role.COORDINATOR);
        assertTrue(here.get("/initiatives/" + CODE).body().contains("Son seis. EJERCICIO"));
        var figure = report + " 2022-12-31";
        assertTrue(here.get(path).body().contains("value=\"" + figure + "\""), "the form offers it");
        done(here.post(
                path + "/correction",
                "figure",
                figure,
                "correct",
                "6",
                "reason",
                "Uno cerró. EJERCICIO.",
                "read",
                "yes"));
        var page = here.get("/initiatives/" + CODE).body();
        assertTrue(page.contains("Corregido a 6\u00a0puestos") && page.contains("Uno cerró. EJERCICIO"), page);
        done(there.post(path + "/word", "about", report, "choice", "confirm", "remark", "", "read", "yes"));
        guatemala.until("Guatemala has the confirmation", () -> word().equals("confirmed"));
        var version = json(guatemala, coordinator, CODE).path("version").asString("");
        done(here.post(
                path + "/link",
                "event",
                "E1",
                "version",
                version,
                "how",
                "Cambió los plazos. EJERCICIO.",
                "read",
                "yes"));
        assertTrue(here.get("/initiatives/" + CODE).body().contains("Cambió los plazos. EJERCICIO"));
        var link = "{\"initiative\":\"" + CODE + "\",\"version\":\"" + version + "\",\"event\":\"E2\",\"how\":" + WHY
                + "}";
        act(say(guatemala, coordinator, "links", link));
        refused(422, "UNKNOWN_EVENT", say(guatemala, coordinator, "links", link.replace("E2", "E999")));
        assertEquals(
                List.of("E1", "E2"),
                json(guatemala, coordinator, CODE)
                        .path("links")
                        .valueStream()
                        .map(each -> each.path("event").asString(""))
                        .sorted()
                        .toList());
    }

    private static String word() {
        return account(guatemala, coordinator)
                .path("words")
                .path(0)
                .path("word")
                .asString("");
    }

    private static void done(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals("/initiatives/" + CODE + "#progress", Visitor.location(answer));
    }

    @Test
    void whatARuleForbidsNamesTheRule() {
        refused(
                422,
                "RESTRICTIONS_UNCONFIRMED",
                say(guatemala, coordinator, "reports", report("\"restrictions\":true", "\"restrictions\":false")));
        refused(
                422,
                "UNKNOWN_MILESTONE",
                say(
                        guatemala,
                        coordinator,
                        "reports",
                        report("\"milestones\":[]", "\"milestones\":[{\"code\":\"M9\",\"on\":\"2026-11-18\"}]")));
        refused(422, "MALFORMED", say(guatemala, coordinator, "reports", report("in-progress", "almost")));
        refused(409, "NOT_OBLIGED", say(honduras, other, "reports", report("", "")));
        refused(
                409,
                "VERSION_MOVED",
                say(
                        guatemala,
                        coordinator,
                        "reports",
                        report("sha256:", "sha256:0").replaceFirst("[0-9a-f]\",\"state", "\",\"state")));
        refused(
                404,
                "UNKNOWN_REPORT",
                say(guatemala, coordinator, "disputes", "{\"report\":\"HN/99999\",\"reason\":" + WHY + "}"));
    }

    @Test
    void onlyObserversAssessAndOnlyReportersReport() {
        var assessment = "{\"initiative\":\"" + CODE + "\",\"version\":\""
                + json(guatemala, coordinator, CODE).path("version").asString("")
                + "\",\"level\":\"limited\",\"reason\":" + WHY + ",\"evidence\":[]}";
        assertEquals(403, say(guatemala, coordinator, "assessments", assessment).statusCode());
        assertEquals(403, say(guatemala, observer, "reports", report("", "")).statusCode());
        act(say(guatemala, observer, "assessments", assessment));
        assertEquals(
                "limited",
                json(guatemala, coordinator, CODE)
                        .path("assessments")
                        .path(0)
                        .path("level")
                        .asString(""));
    }

    /** What the form of a report would send as it stands, with other values in some fields. */
    private static String[] typed(Visitor visitor, String path, String... changed) {
        var fields = TestForm.fields(visitor.get(path).body(), "data-keep=");
        fields.remove("state"); // the inputs of a choice have one name
        for (var i = 0; i < changed.length; i += 2) fields.put(changed[i], changed[i + 1]);
        return fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void aReportIsReviewedBeforeItIsSignedAndWhatWasTypedIsNeverLost() throws Exception {
        var visitor = guatemala.officer(Role.COORDINATOR);
        var path = "/initiatives/A1-05/progress";
        var form = visitor.get(path).body();
        var buttons = form.substring(form.indexOf("data-keep=\"" + path + "/report\""))
                .split("type=\"submit\"", 3);
        assertTrue(buttons[1].startsWith(" name=\"step\" value=\"review\">Revisar"), "the Enter key signs nothing");
        var wrong =
                visitor.post(path + "/report", typed(visitor, path, "state", "DONE", "note", "Abierto. EJERCICIO."));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("Abierto. EJERCICIO."), "what was typed is there again");
        var ahead = visitor.post(path + "/report", typed(visitor, path, "state", "DONE", "on", "2026-11-03"));
        assertEquals(422, ahead.statusCode());
        assertTrue(ahead.body().contains("La fecha no ha llegado"), "nothing is done on a day to come");
        var blocked = visitor.post(path + "/report", typed(visitor, path, "state", "BLOCKED"));
        assertTrue(blocked.body().contains("Escriba qué la bloquea"), "each form says what it lacks");
        var disputed = visitor.post(path + "/word", "choice", "dispute");
        assertTrue(disputed.body().contains("Escriba por qué la disputa"), disputed.body());
        assertTrue(disputed.body().contains("Abierto. EJERCICIO."), "the report that was begun beside it stays");
        var files = typed(visitor, path, "step", "files", "note", "A medio escribir. EJERCICIO.");
        assertEquals(303, visitor.post(path + "/report", files).statusCode());
        assertTrue(
                visitor.get(path).body().contains("A medio escribir. EJERCICIO."), "who looks for files loses nothing");
        assertTrue(visitor.get("/work").body().contains("Informe sobre una iniciativa</a>")
                || visitor.get("/work").body().contains("Informe sobre una iniciativa: A1-05"));
        var kept =
                typed(visitor, path, "step", "keep", "state", "DONE", "on", "2026-11-01", "note", "Hecho. EJERCICIO.");
        assertEquals(204, visitor.post(path + "/report", kept).statusCode());
        var evidence =
                typed(visitor, path, "state", "DONE", "evidence0", "Acuerdo", "link0", "https://example.org/acuerdo");
        var asked = visitor.post(path + "/report", evidence);
        assertEquals(303, asked.statusCode(), asked.body());
        assertEquals(path + "?review=yes", Visitor.location(asked));
        var review = visitor.get(path + "?review=yes").body();
        for (var said : List.of("Hecho. EJERCICIO.", "cumplida", "https://example.org/acuerdo", "La misma, con este"))
            assertTrue(review.contains(said), said + " in " + review);
        assertFalse(visitor.get("/initiatives/A1-05").body().contains("Hecho. EJERCICIO."), "nothing is signed yet");
        signedOnce(visitor, path, review);
        var page = visitor.get("/initiatives/A1-05").body();
        assertTrue(page.contains("Hecho. EJERCICIO.") && page.contains("https://example.org/acuerdo"), page);
        assertFalse(page.contains("name=\"light\""), "nobody types a light");
        var again = visitor.get(path).body();
        assertTrue(again.contains("Hecho. EJERCICIO."), "a second report goes on from the words of the first");
        assertFalse(again.contains("https://example.org/acuerdo"), "what was shown once is not shown anew by itself");
    }

    /** Signs what is reviewed: not unread, and not twice. */
    private static void signedOnce(Visitor visitor, String path, String review) {
        var fields = TestForm.fields(review, "action=\"" + path + "/report\"");
        fields.put("step", "sign");
        var sent = fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        var unread = visitor.post(path + "/report", sent);
        assertEquals(422, unread.statusCode());
        assertTrue(unread.body().contains("Hecho. EJERCICIO."), "it is shown again to be read");
        var read = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(sent), java.util.stream.Stream.of("read", "yes"))
                .toArray(String[]::new);
        for (var press = 0; press < 2; press++) {
            var signed = visitor.post(path + "/report", read);
            assertEquals(303, signed.statusCode(), signed.body());
            assertEquals("/initiatives/A1-05#progress", Visitor.location(signed));
        }
        var acts = visitor.get("/initiatives/A1-05").body().split("Guatemala informó", -1).length - 1;
        assertEquals(1, acts, "a button pressed twice signs once");
        read[java.util.Arrays.asList(read).indexOf("note") + 1] = "Otra cosa. EJERCICIO.";
        var late = visitor.post(path + "/report", read);
        assertEquals(409, late.statusCode(), "it was written before the report that counts now");
        assertTrue(late.body().contains("Su parte ya informó otra cosa"), late.body());
    }

    @Test
    void whoReportsAValueOfWhichNobodySaysWhatItCountsIsWarnedThatNobodyWillReadIt() throws Exception {
        var visitor = guatemala.officer(Role.COORDINATOR);
        var path = "/initiatives/" + CODE + "/progress";
        var asked = typed(
                visitor,
                path,
                "state",
                "IN_PROGRESS",
                "restrictions",
                "yes",
                "at0",
                "2024-12-31",
                "number0",
                "4",
                "from0",
                "Registro");
        assertEquals(303, visitor.post(path + "/report", asked).statusCode());
        var review = visitor.get(path + "?review=yes").body();
        assertTrue(review.contains("4\u00a0puestos (Registro)"), review);
        assertTrue(
                review.contains("Nada, ni hoy ni después: el texto no dice si el indicador cuenta personas"), review);
        visitor.post(path + "/report", "step", "drop");
        assertFalse(visitor.get(path).body().contains("Registro\""), "what was begun is gone");
    }

    /** A small file that lies ready for the coordinator of Guatemala: what an act names it by. */
    private static String sent(String name) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + guatemala.website.port() + "/api/v1/files"))
                .header("Authorization", "Bearer " + coordinator)
                .header("Content-Type", "application/octet-stream")
                .header("File-Name", name)
                .POST(BodyPublishers.ofString("EJERCICIO: " + name));
        try {
            var answer = Described.held(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            assertEquals(201, answer.statusCode(), answer.body());
            return JSON.readTree(answer.body()).path("attachment").toString();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(name, e);
        }
    }

    private static String withFiles(String files) {
        return report("\"answers\":[]", "\"answers\":[],\"attachments\":[" + files + "]");
    }

    @Test
    void aReportOverTheInterfaceCarriesTheFilesThatLieReadyAndNoOthers() {
        var file = sent("acta.txt");
        var other = file.replace("acta.txt", "otra.txt");
        assertEquals(
                422, say(guatemala, coordinator, "reports", withFiles(other)).statusCode());
        refused(422, "MALFORMED", say(guatemala, coordinator, "reports", withFiles("7")));
        var act = act(say(guatemala, coordinator, "reports", withFiles(file)));
        var files = JSON.readTree(
                        send(guatemala, coordinator, "/acts/" + act, null).body())
                .path("files");
        assertEquals("acta.txt", files.path(0).path("name").asString(""), files.toString());
        assertEquals("whole", files.path(0).path("state").asString(""), files.toString());
    }

    @Test
    void nothingIsSignedWithoutAFileThatWasTickedAndIsGone() throws Exception {
        var visitor = guatemala.officer(Role.COORDINATOR);
        var form = "/initiatives/A1-05/progress";
        var path = form + "/report";
        var gone = visitor.post(path, typed(visitor, form, "state", "IN_PROGRESS", "files", "999999"));
        assertEquals(422, gone.statusCode());
        assertTrue(gone.body().contains("href=\"#files\"") && gone.body().contains("ya no está listo"), gone.body());
        var many = java.util.stream.IntStream.rangeClosed(1, 13)
                .mapToObj(Integer::toString)
                .collect(java.util.stream.Collectors.joining(" "));
        var tooMany = visitor.post(path, typed(visitor, form, "state", "IN_PROGRESS", "files", many));
        assertEquals(422, tooMany.statusCode());
        assertTrue(tooMany.body().contains("12 archivos como máximo"), tooMany.body());
        visitor.post(path, "step", "drop");
    }

    @Test
    void anObserverShowsWhatAnAssessmentRestsOn() throws Exception {
        var visitor = guatemala.officer(Role.OBSERVER);
        var path = "/initiatives/A1-08/progress";
        var version = json(guatemala, coordinator, "A1-08").path("version").asString("");
        var signed = visitor.post(
                path + "/assessment",
                "version",
                version,
                "level",
                "LIMITED",
                "why",
                "Una sola visita. EJERCICIO.",
                "evidence0",
                "Informe de visita",
                "link0",
                "https://example.org/visita",
                "seen0",
                "",
                "read",
                "yes");
        assertEquals(303, signed.statusCode(), signed.body());
        var page = visitor.get("/initiatives/A1-08").body();
        assertTrue(page.contains("https://example.org/visita"), page);
    }

    private static final String MEASURE =
            "{\"area\":\"A4\",\"name\":{\"es\":\"Puestos con horario publicado\",\"en\":\"Posts with published hours\"},"
                    + "\"unit\":{\"es\":\"puestos\",\"en\":\"posts\"},\"kind\":\"outcome\",\"baseline\":0,"
                    + "\"baselineAt\":\"2020-12-31\",\"target\":9,\"targetAt\":\"2099-06-30\",\"everyMonths\":12,"
                    + "\"adds\":true,\"counted\":\"things\"}";

    /** Guatemala brings it in; that all parties adopt it is as with every text. */
    private static void announced(ItemKey item, String text) {
        var folder = (CompactFolder.Read.Folder) CompactFolder.read(Path.of("..", "compacts", "moc-2019"));
        var parsed = (ItemText.Parsed.Good) ItemText.parse(item.kind(), JSON.readTree(text));
        guatemala.compact.announce(new CompactFolder.Read.Folder(
                folder.id(),
                folder.compiled(),
                folder.parties(),
                folder.thresholds(),
                folder.publication(),
                new TreeMap<>(Map.of(item, parsed.text()))));
    }

    @Test
    void eachPartyGivesItsValuesOfAnIndicatorOfAnAreaAndTheyStandOnThePagesOfTheAreaForEverybody() {
        announced(ItemKey.indicator("A4-I1"), MEASURE);
        var path = "/indicators/A4-I1";
        honduras.until(
                "Honduras has it", () -> send(honduras, other, path, null).statusCode() == 200);
        var seen = JSON.readTree(send(honduras, other, path, null).body());
        var given = act(
                send(
                        honduras,
                        other,
                        path + "/values",
                        "{\"indicator\":\"A4-I1\",\"version\":\""
                                + seen.path("version").asString("")
                                + "\",\"values\":[{\"at\":\"2021-12-31\",\"value\":3,\"from\":{\"es\":\"Registro\"}}],\"note\":null}"));
        guatemala.until(
                "Guatemala has the value",
                () -> send(guatemala, coordinator, path, null).body().contains(given));
        var here = guatemala.officer(Role.COORDINATOR);
        var fields = TestForm.fields(here.get(path).body(), "action=\"" + path + "/values\"");
        fields.putAll(Map.of("at0", "2021-12-31", "number0", "dos", "from0", "Registro. EJERCICIO.", "read", "yes"));
        assertEquals(422, here.post(path + "/values", pairs(fields)).statusCode(), "no number");
        fields.put("number0", "2");
        assertEquals(path, Visitor.location(here.post(path + "/values", pairs(fields))));
        assertEquals(409, here.post(path + "/values", pairs(fields)).statusCode(), "it was given");
        var figure =
                new ArrayList<String>(List.of("correct", "4", "reason", "Faltaban dos. EJERCICIO.", "read", "yes"));
        figure.addAll(List.of("figure", own(here.get(path).body())));
        var elsewhere = "/initiatives/" + CODE + "/progress/correction";
        assertEquals(
                422, here.post(elsewhere, figure.toArray(String[]::new)).statusCode(), "it is no figure of another");
        var word = here.post(
                "/initiatives/" + CODE + "/progress/word",
                "about",
                given,
                "choice",
                "confirm",
                "remark",
                "",
                "read",
                "yes");
        assertEquals(422, word.statusCode(), "nor is a word on it");
        assertEquals(path, Visitor.location(here.post(path + "/correction", figure.toArray(String[]::new))));
        var work = here.get("/work").body();
        assertTrue(
                work.contains("Informar: <a href=\"" + path + "\">A4-I1"), "values of later days are missing: " + work);
        var page = here.get(path).body();
        assertTrue(page.contains("<b>4\u00a0puestos</b> <s>2\u00a0puestos</s>"), page);
        assertTrue(page.contains("3\u00a0puestos") && page.contains("Registro. EJERCICIO."), page);
        var compact = here.get("/compact").body();
        assertTrue(compact.contains("Guatemala: 4\u00a0puestos al") && compact.contains("Honduras: 3\u00a0puestos al"));
        alone(seen.path("version").asString(""));
        compact = here.get("/compact").body();
        assertTrue(
                compact.contains("Honduras: 3\u00a0puestos al") && !compact.contains("Honduras: 5\u00a0"),
                "nobody agreed the text under which it says so: " + compact);
        var measure = Objects.requireNonNull(guatemala.monitoring.measures().get("A4-I1"));
        var now = guatemala.records.clock.instant();
        var recent = Objects.requireNonNull(
                guatemala.monitoring.recent(List.of(measure), now).get(measure));
        var series = guatemala.monitoring.series(measure, now);
        assertEquals(series.due().size(), recent.due());
        assertEquals(series.due().size() - series.missing().size(), recent.given(), "as of all that is read");
        assertEquals(1, recent.given(), "the day of the other is still missing");
        var table = here.get("/exports/indicators.csv").body();
        assertFalse(table.contains("2022-12-31"), table);
        assertTrue(table.contains("A4-I1") && table.contains("announced"), table);
        var published = guatemala.visitor().get("/public/compact.json").body();
        assertTrue(published.contains("{\"code\":\"A4-I1\",\"consent\":\"announced\""), published);
        assertTrue(guatemala.visitor().get("/public").body().contains("id=\"A4-I1\""));
    }

    /** Honduras proposes to count the posts in thousands, to which nobody assents, and gives a value all the same, as no honest node would. */
    private static void alone(String version) {
        var thousands = MEASURE.replace("puestos\"", "miles de puestos\"");
        var body = "{\"item\":\"indicator/A4-I1\",\"base\":\"" + version + "\",\"text\":" + thousands + ",\"why\":"
                + WHY + "}";
        var proposal = ActId.parse(id(send(honduras, other, "/proposals", body)));
        var given = JSON.createObjectNode()
                .put("indicator", "A4-I1")
                .put(
                        "version",
                        "sha256:"
                                + honduras.acts
                                        .act(proposal)
                                        .orElseThrow()
                                        .hash()
                                        .hex());
        given.set("values", JSON.readTree("[{\"at\":\"2022-12-31\",\"value\":5,\"from\":{\"es\":\"Registro\"}}]"));
        given.putNull("note");
        var to = Stream.of("GT", "SV", "US").map(PartyCode::new).collect(Collectors.toCollection(TreeSet::new));
        var draft = new Draft("monitoring.measured", "coordination", to, List.of(proposal), given);
        Command<String> command = (past, now) -> new Decision.Say<>(List.of(draft));
        var said = (Said.Written<String>) honduras.acts.sayOfItselfDurably(command);
        var act = said.acts().getFirst().id();
        guatemala.until("Guatemala has heard it", () -> guatemala.acts.act(act).isPresent());
    }

    private static String id(HttpResponse<String> answer) {
        assertEquals(201, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body()).path("id").asString("");
    }

    @Test
    void ofNoPartyMoreThanTheLatestThousandFiguresAreRead() throws SQLException {
        var version =
                json(guatemala, coordinator, CODE).path("version").asString("").replace("sha256:", "");
        try (var connection = guatemala.records.postgres.open();
                var put = connection.prepareStatement("insert into monitoring.point"
                        + " select ?, 'SV', (date '2000-01-01' + n)::text, ? from generate_series(1, ?) n");
                var drop = connection.prepareStatement(
                        "delete from monitoring.point where initiative = ? and party = 'SV'")) {
            put.setString(1, CODE);
            put.setString(2, "{\"act\":\"SV/1\",\"number\":\"1\",\"under\":\"" + version + "\",\"corrected\":[]}");
            put.setInt(3, Point.DAYS + 1);
            put.executeUpdate();
            var days = guatemala.monitoring.counted(CODE).orElseThrow().points().keySet().stream()
                    .filter(key -> key.party().value().equals("SV"))
                    .map(Point.Key::at)
                    .sorted()
                    .toList();
            assertEquals(Point.DAYS, days.size());
            assertEquals(LocalDate.parse("2000-01-03"), days.getFirst());
            drop.setString(1, CODE);
            drop.executeUpdate();
        }
    }

    private static String[] pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** The figure that the page offers to correct. */
    private static String own(String page) {
        var offered =
                Pattern.compile("<option value=\"(GT/[0-9]+ 2021-12-31)\"").matcher(page);
        assertTrue(offered.find(), page);
        return offered.group(1);
    }

    @Test
    void whoMayNotReportIsToldWhoDoes() {
        var page = guatemala
                .officer(Role.LIAISON)
                .get("/initiatives/A1-05/progress")
                .body();
        assertTrue(page.contains("Su despacho no informa ni responde aquí."));
    }
}
