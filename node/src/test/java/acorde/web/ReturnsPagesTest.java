package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.Said;
import acorde.compact.Item;
import acorde.compact.ItemKey;
import acorde.compact.Remark;
import acorde.exports.Form;
import acorde.exports.Table;
import acorde.monitoring.Owed;
import acorde.monitoring.Report;
import acorde.offices.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A return by spreadsheet on a real node: the template goes out, comes back, is shown, and is said whole or not at all. */
@Tag("database")
@Tag("slow")
final class ReturnsPagesTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One guatemala;
    private static Visitor coordinator;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        coordinator = guatemala.officer(Role.COORDINATOR);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String template() {
        var answer = coordinator.get("/returns/template.csv?lang=es");
        assertEquals(200, answer.statusCode());
        assertTrue(Visitor.header(answer, "Content-Disposition").startsWith("attachment"));
        return answer.body();
    }

    /** The template with a note in the row of the report of an initiative that has none, and its state in progress. */
    private static String filled(String template, String code, String note) {
        var lines = template.split("\r\n");
        for (var i = 0; i < lines.length; i++)
            if (lines[i].startsWith(code + ",") && lines[i].contains(",informe,")) {
                var basis = lines[i].substring(lines[i].lastIndexOf(',') + 1);
                lines[i] = code + ",,informe,,en marcha,,," + note + ",,,," + basis;
            }
        return String.join("\r\n", lines);
    }

    private static HttpResponse<String> send(Visitor visitor, String name, String content) {
        return send(visitor, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(Visitor visitor, String name, byte[] content) {
        return send(visitor, "/returns", name, content);
    }

    private static HttpResponse<String> send(Visitor visitor, String path, String name, byte[] content) { // what, where
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--x1\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + visitor.token()
                        + "\r\n--x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x1--\r\n".getBytes(StandardCharsets.UTF_8));
        var cookies = visitor.cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + guatemala.website.port() + path + "?lang=es"))
                .header("Content-Type", "multipart/form-data; boundary=x1")
                .header("Cookie", cookies)
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(name, e);
        }
    }

    private static String sent(String content) {
        var answer = send(coordinator, "informe.csv", content);
        assertEquals(303, answer.statusCode(), answer.body());
        return Visitor.location(answer);
    }

    private static Owed owed(String code) {
        return guatemala.monitoring.owed().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> look(String name, String content) {
        return send(coordinator, "/exchange/import", name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String keep(String preview) {
        var content = preview.replaceAll("(?s).*name=\"content\" value=\"([A-Za-z0-9_-]*)\".*", "$1");
        var kind = preview.replaceAll("(?s).*name=\"kind\" value=\"([A-Z]+)\".*", "$1");
        return Visitor.location(coordinator.post("/exchange/import/drafts", "kind", kind, "content", content));
    }

    private static int sent() {
        return JdbcClient.create(guatemala.records.postgres.readers())
                .sql("select count(*) from exchange.item")
                .query(Integer.class)
                .single();
    }

    private static int waiting() {
        return coordinator.get("/exchange").body().split("action=\"/exchange/brought/", -1).length - 1;
    }

    /** Nothing is sent by it, and nothing kept before somebody has seen what it comes to. */
    @Test
    void aFileOfAnotherSystemIsLookedAtThenWaitsAsDraftsOnceAndASecondPersonOfTheOfficeFindsThem() {
        var event =
                "{\"Event\":{\"info\":\"EJERCICIO de MISP\",\"distribution\":\"3\",\"Tag\":[{\"name\":\"tlp:green\"}],"
                        + "\"Attribute\":[{\"type\":\"ip-dst\",\"value\":\"203.0.113.7\",\"to_ids\":true},5]}}";
        var preview = look("evento.json", event);
        assertEquals(200, preview.statusCode());
        for (var told : List.of(
                "EJERCICIO de MISP",
                "TLP:GREEN",
                "Attribute[1]",
                "le falta la clase o el valor.",
                "distribution 3, sharing group –, to_ids en 1."))
            assertTrue(preview.body().contains(told), told);
        assertEquals(0, waiting(), "nothing is kept yet");
        assertEquals("/exchange", keep(preview.body()));
        assertEquals("/exchange", keep(preview.body()));
        assertEquals(1, waiting(), "the same again waits once");
        assertEquals(0, sent(), "nothing was said");
        var table = look("tabla.csv", "Hecho;TLP;Título\nVisto;AMBER;EJERCICIO fila\nOtro;violeta;EJERCICIO mala\n");
        assertTrue(
                table.body().contains("Fila 3: no se toma") && table.body().contains("esta marca no se conoce"),
                table.body());
        keep(table.body());
        var mailbox = coordinator.get("/exchange").body();
        assertTrue(mailbox.contains("EJERCICIO fila") && !mailbox.contains("EJERCICIO mala"));
        var name = mailbox.replaceAll("(?s).*?action=\"(/exchange/brought/[0-9a-f]{64})\".*", "$1");
        var form = coordinator
                .get(Visitor.location(coordinator.post(name, "step", "take")))
                .body();
        assertTrue(form.contains("ip-dst: 203.0.113.7"), form);
        assertTrue(form.contains("value=\"GREEN\" selected"), form);
        for (var wrong : List.of("[".repeat(10_000), "{}", "", "<Event/>"))
            assertEquals(
                    422, look("x.json", wrong).statusCode(), () -> wrong.substring(0, Math.min(9, wrong.length())));
        assertEquals(413, look("x.json", "x".repeat(3 << 20)).statusCode());
        assertEquals(
                403, guatemala.officer(Role.SUPERVISOR).get("/exchange/import").statusCode());
        var empty = coordinator.get("/exchange/import/template.csv?lang=en");
        assertTrue(empty.body().contains("Fact,Assessment,Source"), empty.body());
        assertTrue(String.join("\n", guatemala.records.journal()).contains("drafts-imported"));
    }

    @Test
    void aReturnIsShownThenSaidWholeByTheOfficeAndTheJournalKeepsWhoEnteredIt() {
        var template = template();
        var codes =
                guatemala.monitoring.owed().stream().map(Owed::code).limit(2).toList();
        var both = filled(filled(template, codes.getFirst(), "\"EJERCICIO, uno\""), codes.getLast(), "EJERCICIO dos");
        var before = guatemala.acts.logs().state(guatemala.acts.self()).size();
        var preview = sent(both);
        var page = coordinator.get(preview + "?lang=es").body();
        assertTrue(page.contains("EJERCICIO, uno") && page.contains("Firmar los 2 informes"), page);
        assertEquals(before, guatemala.acts.logs().state(guatemala.acts.self()).size(), "nothing is said by looking");
        var done = coordinator.post(preview);
        assertEquals(303, done.statusCode(), done.body());
        assertTrue(coordinator.get(Visitor.location(done)).body().contains("/acts/GT/"));
        for (var code : codes) {
            var report = owed(code).report();
            assertEquals(Report.State.IN_PROGRESS, report.state());
            assertTrue(report.note().es().startsWith("EJERCICIO"));
        }
        var act = guatemala.acts.act(owed(codes.getFirst()).latest()).map(Act::office);
        assertEquals("coordination", act.orElseThrow());
        var lines = guatemala.records.journal();
        assertTrue(lines.stream().anyMatch(line -> line.contains("return-entered") && line.contains("\"person\"")));
        assertTrue(lines.stream()
                .anyMatch(line -> line.contains("return-said")
                        && line.contains(owed(codes.getFirst()).latest().toString())));
        assertEquals(404, coordinator.get(preview).statusCode(), "it is let go of");

        var stale = coordinator.get(sent(both) + "?lang=es");
        assertEquals(422, stale.statusCode());
        assertTrue(stale.body().contains("después de hacerse esta plantilla"), stale.body());
    }

    private static final Pattern ROW = Pattern.compile("<row r=\"([0-9]+)\"[^>]*>(.*?)</row>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z])[0-9]+\"[^>]*?(?:/>|>.*?</c>)", Pattern.DOTALL);

    /** The workbook with two cells of the row of a report filled in, as a spreadsheet program saves it. */
    private static byte[] filled(byte[] workbook, String code, String state, String note) { // what is typed where
        var saved = new ByteArrayOutputStream();
        try (var in = new ZipFile(
                        Files.write(folder.resolve("informe.xlsx"), workbook).toFile());
                var out = new ZipOutputStream(saved)) {
            for (var entry : Collections.list(in.entries())) {
                var part = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml"))
                    part = ROW.matcher(new String(part, StandardCharsets.UTF_8))
                            .replaceAll(row -> Matcher.quoteReplacement(
                                    row.group().contains(">" + code + "<")
                                                    && row.group().contains(">informe<")
                                            ? filled(row, Map.of("E", state, "H", note))
                                            : row.group()))
                            .getBytes(StandardCharsets.UTF_8);
                out.write(part);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return saved.toByteArray();
    }

    private static String filled(MatchResult row, Map<String, String> typed) {
        var cells = new TreeMap<String, String>();
        var cell = CELL.matcher(row.group(2));
        while (cell.find()) cells.put(cell.group(1), cell.group());
        typed.forEach((column, text) -> cells.put(
                column, "<c r=\"" + column + row.group(1) + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>"));
        return "<row r=\"" + row.group(1) + "\">" + String.join("", cells.values()) + "</row>";
    }

    @Test
    void aWorkbookGoesOutComesBackFilledIsShownAndIsSaidWhole() {
        var template = coordinator.file("/returns/template.xlsx?lang=es");
        assertEquals(200, template.statusCode());
        var code = guatemala.monitoring.owed().get(4).code();
        var workbook = filled(template.body(), code, "en marcha", "EJERCICIO en un libro");
        var sent = send(coordinator, "informe.xlsx", workbook);
        assertEquals(303, sent.statusCode(), sent.body());
        var preview = Visitor.location(sent);
        var page = coordinator.get(preview + "?lang=es").body();
        assertTrue(page.contains("EJERCICIO en un libro") && page.contains("Firmar"), page);
        assertEquals(null, owed(code).latest(), "nothing is said by looking");
        var done = coordinator.post(preview);
        assertEquals(303, done.statusCode(), done.body());
        assertEquals(Report.State.IN_PROGRESS, owed(code).report().state());
        assertEquals("EJERCICIO en un libro", owed(code).report().note().es());
        assertTrue(coordinator.get("/initiatives/" + code + "?lang=es").body().contains("EJERCICIO en un libro"));
        assertEquals(
                422,
                coordinator
                        .get(Visitor.location(send(coordinator, "informe.xlsx", workbook)))
                        .statusCode(),
                "once");
    }

    @Test
    void oneFaultAndNothingIsSaidAndItIsToldByRowAndColumnInTheReadersLanguage() {
        var codes = guatemala.monitoring.owed().stream()
                .map(Owed::code)
                .skip(2)
                .limit(2)
                .toList();
        var good = filled(template(), codes.getFirst(), "EJERCICIO");
        var bad = good.replace("\r\n" + codes.getLast() + ",", "\r\nZ9-99,");
        var preview = sent(bad);
        var spanish = coordinator.get(preview + "?lang=es").body();
        assertTrue(spanish.contains("Iniciativa") && spanish.contains("Su parte no debe ninguna iniciativa"), spanish);
        assertTrue(coordinator.get(preview + "?lang=en").body().contains("Your party owes no initiative"));
        assertFalse(spanish.contains("Firmar"));
        assertEquals(422, coordinator.post(preview).statusCode());
        assertEquals(null, owed(codes.getFirst()).latest());
    }

    @Test
    void aReturnIsSeenByNobodyButWhoSentIt() {
        var preview = sent(template());
        var other = guatemala.officer(Role.REPRESENTATIVE);
        assertEquals(404, other.get(preview).statusCode());
        assertEquals(404, other.post(preview).statusCode());
        assertEquals(200, coordinator.get(preview).statusCode());
        assertEquals(404, coordinator.get("/returns/999999999999999999999").statusCode());
    }

    @Test
    void whatIsNoSpreadsheetIsToldSo() {
        var text = sent("\uFEFFa,b\r\n1,2\r\n");
        assertTrue(coordinator.get(text + "?lang=es").body().contains("Le faltan columnas"));
        var other = send(coordinator, "informe.exe", "MZ");
        assertEquals(415, other.statusCode());
        assertTrue(other.body().contains("XLSX") && !other.body().contains("DOCX"), "only what works is advised");
        var document = send(coordinator, "informe.txt", "a,b");
        assertEquals(303, document.statusCode());
        assertTrue(
                coordinator.get(Visitor.location(document) + "?lang=es").body().contains("No es una hoja de cálculo"));
    }

    @Test
    void whatAnOfficerMaySeeCanBeTakenAwayInEveryFormAndByAProgram() {
        var observer = guatemala.officer(Role.OBSERVER);
        var token = Map.of("Authorization", "Bearer " + guatemala.token(Role.OBSERVER));
        for (var table : Table.values())
            for (var form : Form.values()) {
                var file = table.word() + "." + form.ending();
                var answer = observer.get("/exports/" + file);
                assertEquals(200, answer.statusCode(), file);
                assertTrue(Visitor.header(answer, "Content-Disposition").contains(file));
                assertEquals(
                        200,
                        guatemala
                                .visitor()
                                .send("GET", "/api/v1/exports/" + file, token, Map.of())
                                .statusCode());
            }
        var csv = observer.get("/exports/initiatives.csv").body();
        assertEquals(
                49,
                csv.lines()
                        .filter(line -> line.matches("\uFEFF?(code|[A-Z0-9]{2}-[0-9]{2}),.*"))
                        .count());
        var iati = observer.get("/exports/results.xml").body();
        assertEquals(48, iati.split("<iati-identifier>", -1).length - 1);
        var one = observer.get("/exports/results.xml?code=A4-06").body();
        assertEquals(1, one.split("<iati-identifier>", -1).length - 1);
    }

    @Test
    void whatWasProposedAndEveryVersionCanBeTakenAwayAndMeetingsAreAboutNoInitiative() {
        var key = ItemKey.initiative("A1-05");
        var head = guatemala.compact.item(key).map(Item::head).orElseThrow();
        var text = guatemala.compact.text(key, head).toJson();
        text.putObject("waiver").put("es", "EJERCICIO").put("en", "EXERCISE");
        var officer = guatemala
                .records
                .signIn("officer.coordinator", TestDesk.PASSWORD)
                .officer();
        var said = guatemala.compact.propose(officer, key, head.version(), text, new Remark("EJERCICIO", null));
        assertTrue(said instanceof Said.Written, said.toString());
        for (var path : List.of("/exports/proposals.json", "/exports/proposals.json?code=A1-05")) {
            var rows =
                    JsonMapper.shared().readTree(coordinator.get(path).body()).path("rows");
            assertEquals(1, rows.size(), path);
            assertEquals("EJERCICIO", rows.path(0).path("why_es").asString());
            assertEquals("GT", rows.path(0).path("assented").asString());
            assertEquals("open", rows.path(0).path("state").asString());
        }
        var all = JsonMapper.shared()
                .readTree(coordinator.get("/exports/versions.json").body())
                .path("rows");
        var items = guatemala.compact.items().size();
        assertEquals(items, all.size(), "each was announced once or founded");
        assertEquals(
                Set.of("yes"),
                all.valueStream().map(row -> row.path("latest").asString()).collect(Collectors.toSet()));
        var one = coordinator.get("/exports/versions.csv?code=A1-05").body();
        assertTrue(one.contains("initiative/A1-05") && !one.contains("A1-06"), one);
        var page = coordinator.get("/exports?code=A1-05").body();
        assertTrue(page.contains("/exports/decisions.csv") && !page.contains("/exports/meetings.csv"), page);
    }

    @Test
    void anotherPartysFiguresAreNotReadWithWhatIsOwed() throws SQLException {
        var code = guatemala.monitoring.owed().getFirst().code();
        try (var connection = guatemala.records.postgres.open();
                var put = connection.prepareStatement("insert into monitoring.point"
                        + " select ?, ?, (date '2000-01-01' + n)::text, ? from generate_series(1, ?) n");
                var drop = connection.prepareStatement("delete from monitoring.point where initiative = ?")) {
            for (var of : Map.of("GT", 1, "HN", 2).entrySet()) {
                put.setString(1, code);
                put.setString(2, of.getKey());
                put.setString(3, "{\"act\":\"" + of.getKey() + "/1\",\"number\":\"1\",\"corrected\":[]}");
                put.setInt(4, of.getValue());
                put.executeUpdate();
            }
            assertEquals(
                    Set.of(LocalDate.parse("2000-01-02")), owed(code).figures().keySet());
            drop.setString(1, code);
            drop.executeUpdate();
        }
    }

    @Test
    void whatIsNotThereCannotBeTakenAway() {
        for (var path : List.of(
                "/exports/journal.csv",
                "/exports/accounts.exe",
                "/exports/accounts",
                "/exports?code=Z9-99",
                "/exports/accounts.csv?code=Z9-99",
                "/exports/meetings.csv?code=A1-05",
                "/exports/minutes.json?code=A1-05"))
            assertEquals(404, coordinator.get(path).statusCode(), path);
        var token = Map.of("Authorization", "Bearer " + guatemala.token(Role.OBSERVER));
        for (var path : List.of("journal.csv", "accounts.csv?code=Z9-99", "meetings.csv?code=A1-05"))
            assertEquals(
                    404,
                    guatemala
                            .visitor()
                            .send("GET", "/api/v1/exports/" + path, token, Map.of())
                            .statusCode(),
                    path);
    }

    @Test
    void noLinkMakesThePageClaimWhatWasNotSaid() {
        for (var ids : new String[] {"?first=GT/0&last=GT/1", "?first=x&last=y", "?first=GT/999999&last=GT/999999"})
            assertFalse(coordinator.get("/returns" + ids).body().contains("id=\"said\""), ids);
    }
}
