package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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

/** Two nodes: Guatemala issues its minister's brief, Honduras checks the code; then a figure changes. */
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DocumentsPagesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final Pattern CODE = Pattern.compile("GT-[0-9]+-[0-9A-F]{4}-[0-9A-F]{4}");
    private static final Pattern DATED = Pattern.compile("Con fecha</th><td[^>]*>([0-9]+)</td><td[^>]*>([0-9–]+)</td>");

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One guatemala;
    private static TestDesk.One honduras;
    private static Visitor coordinator;
    private static Visitor other;
    private static String issued = "";
    private static String code = "";

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        honduras = desk.start("HN");
        guatemala.follow();
        honduras.follow();
        coordinator = guatemala.officer(Role.COORDINATOR);
        other = honduras.officer(Role.REPRESENTATIVE);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String find(Pattern pattern, String page) {
        var match = pattern.matcher(page);
        assertTrue(match.find(), () -> pattern + " not in " + page);
        return match.group(match.groupCount() == 0 ? 0 : 1);
    }

    @Test
    @Order(1)
    void aBriefIsReadAsADraftAndIssuedAsItWasRead() {
        var draft = coordinator.get("/documents/brief/GT?lang=es");
        assertEquals(200, draft.statusCode(), draft.body());
        assertTrue(draft.body().contains("BORRADOR"));
        assertFalse(CODE.matcher(draft.body()).find());
        assertFalse(SEEN.matcher(draft.body()).find(), "nothing is issued from a page that is not a review");
        var review = coordinator.get("/documents/brief/GT?lang=es&review=yes");
        for (var title : List.of("Ficha ministerial: Guatemala", "Guatemala</h1>", "<div lang=\"en\">"))
            assertTrue(review.body().contains(title), title);
        var seen = find(SEEN, review.body());
        var unread = coordinator.post("/documents/brief/GT?lang=es", "seen", seen);
        assertEquals(422, unread.statusCode(), "it is not signed before it is read");
        assertTrue(unread.body().contains("id=\"read-error\""), unread.body());
        var stale = coordinator.post("/documents/brief/GT", "seen", "0".repeat(64), "read", "yes");
        assertEquals(409, stale.statusCode());
        assertTrue(stale.body().contains("DRAFT_MOVED"));
        var answer = coordinator.post("/documents/brief/GT", "seen", seen, "read", "yes");
        assertEquals(303, answer.statusCode(), answer.body());
        issued = Visitor.location(answer);
        var page = coordinator.get(issued);
        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains("BORRADOR"));
        code = find(CODE, page.body());
        assertTrue(coordinator.get("/documents").body().contains(code));
    }

    @Test
    @Order(2)
    void theBriefOfAnotherMinisterIsReadAndNotIssued() {
        var draft = coordinator.get("/documents/brief/HN?lang=es&review=yes");
        assertEquals(200, draft.statusCode());
        assertFalse(SEEN.matcher(draft.body()).find());
        var observer = guatemala.officer(Role.OBSERVER).get("/documents/brief/GT?review=yes");
        assertFalse(SEEN.matcher(observer.body()).find());
        for (var nothing :
                List.of("/documents/brief/XX", "/documents/brief/x", "/documents/letter/GT", "/documents/area/ZZ"))
            assertEquals(404, coordinator.get(nothing).statusCode(), nothing);
        for (var nothing : List.of("/documents/issued/GT/0", "/documents/issued/GT/0/pdf", "/documents/issued/GT/x"))
            assertEquals(404, coordinator.get(nothing).statusCode(), nothing);
    }

    @Test
    @Order(3)
    void thePdfHoldsTheFiguresAndTheCode() throws IOException, InterruptedException {
        for (var language : List.of("es", "en")) {
            var cookies = String.join(
                    "; ",
                    coordinator.cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .toList());
            var request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + guatemala.website.port() + issued + "/pdf?lang=" + language))
                    .header("Cookie", cookies)
                    .build();
            var answer = CLIENT.send(request, BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            assertEquals("application/pdf", Visitor.header(answer, "Content-Type"));
            assertEquals("attachment; filename=\"" + code + ".pdf\"", Visitor.header(answer, "Content-Disposition"));
            try (var pdf = Loader.loadPDF(answer.body())) {
                assertEquals(1, pdf.getNumberOfPages());
                assertEquals(language, pdf.getDocumentCatalog().getLanguage());
                assertTrue(new PDFTextStripper().getText(pdf).contains(code));
            }
        }
    }

    @Test
    @Order(4)
    void theCodeResolvesAtTheNodeOfAnotherParty() {
        honduras.until(
                "Honduras has the brief",
                () -> other.get("/check?lang=es&code=" + code).statusCode() == 200);
        var page = other.get(
                "/check?lang=es&code=" + code.toLowerCase(java.util.Locale.ROOT).replace('-', '+'));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Ficha ministerial: Guatemala"), page.body());
        assertTrue(page.body().contains("Ninguna cifra ha cambiado."), page.body());
        assertEquals(200, other.get(issued).statusCode());
    }

    @Test
    @Order(5)
    void aWrongCodeGetsTheSameSentenceAsAnUnknownOne() {
        var last = code.charAt(code.length() - 1) == '0' ? '1' : '0';
        var wrong = code.substring(0, code.length() - 1) + last;
        var answers = List.of(wrong, "GT-999999-7F3A-9C2D", "GT-0-7F3A-9C2D", "nada").stream()
                .map(typed -> other.get("/check?lang=es&code=" + typed))
                .toList();
        for (var answer : answers) {
            assertEquals(404, answer.statusCode());
            assertEquals(alert(answers.getFirst().body()), alert(answer.body()));
        }
        assertEquals(303, honduras.visitor().get("/check?code=" + code).statusCode());
    }

    private static String alert(String page) {
        return find(Pattern.compile("(?s)(<div class=\"usa-alert.*?</div>)"), page);
    }

    /** Guatemala alone owes A4-06, so its proposal is in force at once. */
    @Test
    @Order(6)
    void aFigureThatChangedSinceIsShownBesideWhatWasPrinted() throws IOException, InterruptedException {
        var before = DATED.matcher(other.get("/check?lang=es&code=" + code).body());
        assertTrue(before.find());
        assertEquals(before.group(1), before.group(2));
        date("A4-06");
        var more = Integer.toString(Integer.parseInt(before.group(1)) + 1);
        honduras.until("Honduras has heard the date", () -> {
            var now = DATED.matcher(other.get("/check?lang=es&code=" + code).body());
            return now.find()
                    && now.group(1).equals(before.group(1))
                    && now.group(2).equals(more);
        });
        assertTrue(other.get("/check?lang=es&code=" + code).body().contains("cambió"));
        var paper = coordinator.get(issued + "?lang=es").body();
        assertTrue(
                Pattern.compile("Con fecha</th><td[^>]*>" + before.group(1) + "</td>")
                        .matcher(paper)
                        .find(),
                "the paper stays as it was issued");
    }

    private static void date(String item) throws IOException, InterruptedException {
        var token = guatemala.token(Role.COORDINATOR);
        var initiative = JSON.readTree(api(token, "/initiatives/" + item, ""));
        var text = (ObjectNode) initiative.path("text");
        text.put("due", "2099-06-30");
        text.set("waiver", JSON.readTree("{\"es\":\"sin medida\",\"en\":\"without a measure\"}"));
        var body = JSON.createObjectNode().put("item", "initiative/" + item);
        body.set("base", initiative.path("version"));
        body.set("text", text);
        body.set("why", JSON.readTree("{\"es\":\"porque sí\",\"en\":null}"));
        api(token, "/proposals", body.toString());
    }

    private static String api(String token, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + guatemala.website.port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
        if (!body.isEmpty())
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        var answer = Described.held(CLIENT.send(request.build(), BodyHandlers.ofString()));
        assertTrue(answer.statusCode() < 300, answer.body());
        return answer.body();
    }

    @Test
    @Order(7)
    void anAreaReportIsIssuedByARepresentativeOfAnyParty() throws IOException {
        var draft = other.get("/documents/area/A1?lang=es&review=yes");
        assertEquals(200, draft.statusCode(), draft.body());
        var answer = other.post("/documents/area/A1", "seen", find(SEEN, draft.body()), "read", "yes");
        assertEquals(303, answer.statusCode(), answer.body());
        var page = other.get(Visitor.location(answer) + "?lang=en").body();
        assertTrue(page.contains("Report of area A1"), page);
        var pdf = other.file(Visitor.location(answer) + "/pdf?lang=es");
        assertEquals(200, pdf.statusCode());
        var own = find(Pattern.compile("HN-[0-9]+-[0-9A-F]{4}-[0-9A-F]{4}"), page);
        try (var read = Loader.loadPDF(pdf.body())) {
            assertEquals("es", read.getDocumentCatalog().getLanguage());
            var text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
            for (var part : List.of("Informe del área A1", "Iniciativas prometidas 8", own))
                assertTrue(text.contains(part), part + text);
        }
        assertTrue(other.get("/acts/" + Visitor.location(answer).substring("/documents/issued/".length()))
                .body()
                .contains("documents.issued"));
    }
}
