package acorde.web;

// More than 400 lines: every way a file comes, goes on and goes out.

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.files.Attachment;
import acorde.files.Letters;
import acorde.offices.Role;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** How files come in from browsers and programs, and how they go out. */
@Tag("database")
@Tag("slow")
final class FilePagesTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final byte[] TEXT = "EJERCICIO: niñez\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One gt;
    private static TestDesk.One hn;
    private static Visitor officer;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        gt = desk.start("GT");
        hn = desk.start("HN");
        gt.follow();
        officer = hn.officer(Role.COORDINATOR);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static HttpResponse<byte[]> send(TestDesk.One node, String method, String path, Request request) {
        var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.website.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(request.body));
        request.headers.forEach(builder::header);
        try {
            return Described.held(CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }

    private static final class Request {
        private final Map<String, String> headers;
        private final byte[] body;

        Request(Map<String, String> headers, byte[] body) {
            this.headers = headers;
            this.body = body;
        }
    }

    private static String cookies(Visitor visitor) {
        return visitor.cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Sends the form as a browser does. @param token null to leave it out */
    private static HttpResponse<byte[]> form(Visitor visitor, String token, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        var head = new StringBuilder();
        if (token != null)
            head.append("--x1\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n")
                    .append(token)
                    .append("\r\n");
        head.append("--x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: text/html\r\n\r\n");
        body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x1--\r\n".getBytes(StandardCharsets.UTF_8));
        var headers = Map.of(
                "Content-Type", "multipart/form-data; boundary=x1", "Cookie", cookies(visitor), "Accept", "text/html");
        return send(hn, "POST", "/files", new Request(headers, body.toByteArray()));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(TestDesk.One node, String path, Visitor visitor) {
        return send(node, "GET", path, new Request(Map.of("Cookie", cookies(visitor)), new byte[0]));
    }

    private static HttpResponse<byte[]> program(String name, byte[] content) {
        var headers = Map.of("Authorization", "Bearer " + hn.token(Role.COORDINATOR), "File-Name", name);
        return send(hn, "POST", "/api/v1/files", new Request(headers, content));
    }

    private static ActId say(List<Attachment> files, PartyCode... to) {
        try {
            return switch (hn.acts.sayOfItself(Letters.send(files, to)).get(60, TimeUnit.SECONDS)) {
                case Said.Written<String>(var written) -> written.getFirst().id();
                case Said.Declined<String>(var why) -> throw new AssertionError(why);
            };
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Attachment sent(String name) {
        return sent(name, TEXT);
    }

    private static Attachment sent(String name, byte[] bytes) {
        var answer = program(name, bytes);
        assertEquals(201, answer.statusCode(), text(answer));
        var attachment = JsonMapper.shared().readTree(answer.body()).path("attachment");
        var body = JsonMapper.shared().createObjectNode();
        body.putArray(Attachment.MEMBER).add(attachment);
        return Attachment.read(body).orElseThrow().getFirst();
    }

    @Test
    void aFormSendsAFileThatThenLiesReadyAndCanBeTakenAway() {
        var answer = form(officer, officer.token(), "C:\\notas\\niñez <1>.txt", TEXT);
        assertEquals(303, answer.statusCode(), text(answer));
        var page = officer.get("/files").body();
        assertTrue(page.contains("niñez _1_.txt"), page);
        var drop = page.replaceAll("(?s).*action=\"(/files/[0-9]+/drop)\".*", "$1");
        var other = hn.officer(Role.LIAISON);
        assertFalse(other.get("/files").body().contains("niñez _1_"));
        assertEquals(404, other.post(drop).statusCode());
        assertEquals(303, officer.post(drop).statusCode());
        assertFalse(officer.get("/files").body().contains("niñez _1_"));
    }

    @Test
    void aFormWithoutItsTokenOrWithAnothersIsRefusedAndNothingOfItsFileIsKept() {
        for (var token : new String[] {null, "", "forged", hn.visitor().token(), "x".repeat(5_000)})
            assertEquals(403, form(officer, token, "forged.txt", TEXT).statusCode(), "" + token);
        assertFalse(officer.get("/files").body().contains("forged.txt"));
    }

    @Test
    void whoDoesNotSpeakForThePartySendsNoFile() {
        for (var role : List.of(Role.OBSERVER, Role.SUPERVISOR, Role.ADMINISTRATOR)) {
            var visitor = hn.officer(role);
            assertEquals(403, form(visitor, visitor.token(), "a.txt", TEXT).statusCode(), role.toString());
        }
        var nobody = hn.visitor();
        assertEquals(303, form(nobody, nobody.token(), "a.txt", TEXT).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "informe.exe, MZ, 415",
        "informe.svg, <svg/>, 415",
        "pagina.html, <p>, 415",
        "informe.pdf, MZ, 422",
        "informe.txt, <html>, 422",
        "vacio.txt, '', 422",
        "'..', a, 422",
        "'', a, 422"
    })
    void aFileThatIsNotTakenIsRefusedWithASentence(String name, String content, int status) {
        var answer = form(officer, officer.token(), name, content.getBytes(StandardCharsets.UTF_8));
        assertEquals(status, answer.statusCode(), name);
        assertTrue(text(answer).contains("El archivo no se guardó"), name);
        if (!name.isEmpty())
            assertEquals(
                    status,
                    program(name, content.getBytes(StandardCharsets.UTF_8)).statusCode());
    }

    @Test
    void formsOfOtherShapesAreRefusedAndNeverFailInside() {
        var type = "multipart/form-data; boundary=x1";
        var token = officer.token();
        var first = "--x1\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n";
        for (var body : List.of(
                first + "--x1--\r\n",
                first,
                first + "--x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\0b.txt\"\r\n\r\nhola\r\n",
                first + "--x1\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a.txt\"\r\n\r\nx\r\n--x1--",
                first + "--x1\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--x1--",
                first + "--x1\r\nX: " + "y".repeat(100_000) + "\r\n\r\nx\r\n--x1--",
                "",
                "--x1",
                "\r\n".repeat(10_000))) {
            var headers = Map.of("Content-Type", type, "Cookie", cookies(officer));
            var answer = send(hn, "POST", "/files", new Request(headers, body.getBytes(StandardCharsets.UTF_8)));
            assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.statusCode() + " " + body);
        }
        assertEquals(422, officer.post("/files").statusCode(), "a form without a file");
    }

    @Test
    void aFileGoesOutToBeSavedAndNeverToBeShown() {
        var act = say(List.of(sent("ni%C3%B1ez%202026.txt")), new PartyCode("GT"));
        var path = "/files/" + act + "/0";
        gt.until(
                "the file",
                () -> gt.files.of(act).size() == 1
                        && gt.files.of(act).getFirst().state() == acorde.files.Kept.State.WHOLE);
        for (var node : List.of(hn, gt)) {
            var answer = get(node, path, node.officer(Role.OBSERVER));
            assertEquals(200, answer.statusCode());
            assertArrayEquals(TEXT, answer.body());
            var headers = answer.headers();
            assertEquals(
                    "attachment; filename=\"ninez 2026.txt\"; filename*=UTF-8''ni%C3%B1ez%202026.txt",
                    headers.firstValue("Content-Disposition").orElseThrow());
            assertEquals(List.of("application/octet-stream"), headers.allValues("Content-Type"));
            assertEquals(List.of("nosniff"), headers.allValues("X-Content-Type-Options"));
            assertEquals(List.of(Download.POLICY), headers.allValues("Content-Security-Policy"));
            assertTrue(officerPage(node, act).contains(path));
        }
        var headers = Map.of("Authorization", "Bearer " + gt.token(Role.OBSERVER));
        var answer = send(gt, "GET", "/api/v1/files/" + act + "/0", new Request(headers, new byte[0]));
        assertArrayEquals(TEXT, answer.body());
        var told = text(send(gt, "GET", "/api/v1/acts/" + act, new Request(headers, new byte[0])));
        assertTrue(told.contains("\"state\":\"whole\""), told);
    }

    @Test
    void aDownloadThatWasCutGoesOnWhereItWasAndNeverWithOtherBytes() {
        var bytes = new byte[2 * Attachment.CHUNK + 100_000];
        new java.util.Random(1).nextBytes(bytes);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 8);
        var act = say(List.of(sent("grande.pdf", bytes)), new PartyCode("GT"));
        var path = "/files/" + act + "/0";
        var cookies = cookies(hn.officer(Role.OBSERVER));
        var whole = send(hn, "GET", path, new Request(Map.of("Cookie", cookies), new byte[0]));
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        assertEquals(200, whole.statusCode());
        assertArrayEquals(bytes, whole.body());
        assertEquals("bytes", whole.headers().firstValue("Accept-Ranges").orElseThrow());
        for (var from : new int[] {
            0, 1, Attachment.CHUNK - 1, Attachment.CHUNK, Attachment.CHUNK + 1, 2 * Attachment.CHUNK, bytes.length - 1
        }) {
            var rest = part(path, cookies, "bytes=" + from + "-", tag);
            assertEquals(206, rest.statusCode());
            assertEquals(
                    "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length,
                    rest.headers().firstValue("Content-Range").orElseThrow());
            assertArrayEquals(Arrays.copyOfRange(bytes, from, bytes.length), rest.body());
            assertTrue(rest.headers()
                    .firstValue("Content-Disposition")
                    .orElseThrow()
                    .startsWith("attachment"));
        }
        var middle = Attachment.CHUNK - 3;
        assertArrayEquals(
                Arrays.copyOfRange(bytes, middle, middle + 10),
                part(path, cookies, "bytes=" + middle + "-" + (middle + 9), tag).body());
        assertEquals(200, part(path, cookies, "bytes=5-", "\"of another\"").statusCode(), "begun with other bytes");
        var beyond = part(path, cookies, "bytes=" + bytes.length + "-", tag);
        assertEquals(416, beyond.statusCode());
        assertEquals(
                "bytes */" + bytes.length,
                beyond.headers().firstValue("Content-Range").orElseThrow());
        assertEquals(0, beyond.body().length);
        var program =
                Map.of("Authorization", "Bearer " + hn.token(Role.OBSERVER), "Range", "bytes=-4", "If-Range", tag);
        var last = send(hn, "GET", "/api/v1" + path, new Request(program, new byte[0]));
        assertEquals(206, last.statusCode());
        assertArrayEquals(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length), last.body());
        assertEquals(
                1,
                hn.records.journal().stream()
                        .filter(line -> line.contains("file-taken") && line.contains("\"" + act + "\""))
                        .count(),
                "who took it is one line of the day, in however many stretches");
    }

    private static HttpResponse<byte[]> part(String path, String cookies, String range, String tag) { // the headers
        var headers = Map.of("Cookie", cookies, "Range", range, "If-Range", tag);
        return send(hn, "GET", path, new Request(headers, new byte[0]));
    }

    @Test
    void aProgramSeesHowMuchCameBeforeACutAndMayNotSkipAByte() {
        var headers = new java.util.HashMap<>(
                Map.of("Authorization", "Bearer " + hn.token(Role.COORDINATOR), "File-Name", "en-partes.txt"));
        headers.put("Upload-Key", "k/1");
        assertEquals(
                400,
                send(hn, "POST", "/api/v1/files", new Request(headers, TEXT)).statusCode());
        headers.put("Upload-Key", "k-1");
        headers.put("Upload-Offset", "5");
        var skipped = send(hn, "POST", "/api/v1/files", new Request(headers, TEXT));
        assertEquals(409, skipped.statusCode());
        assertTrue(text(skipped).contains("\"rule\":\"OTHER_PLACE\""), text(skipped));
        headers.put("Upload-Offset", "0");
        assertEquals(
                201,
                send(hn, "POST", "/api/v1/files", new Request(headers, TEXT)).statusCode());
        var ready = text(send(hn, "GET", "/api/v1/files", new Request(headers, new byte[0])));
        assertTrue(ready.contains("\"begun\":[]") && ready.contains("en-partes.txt"), ready);
    }

    @Test
    void whoSentAFileSeesWhichPartiesWereGivenIt() {
        var bytes = "EJERCICIO: visto".getBytes(StandardCharsets.UTF_8);
        var act = say(List.of(sent("visto.txt", bytes)), new PartyCode("GT"), new PartyCode("SV"));
        gt.until(
                "the file",
                () -> gt.files.of(act).size() == 1
                        && gt.files.of(act).getFirst().state() == acorde.files.Kept.State.WHOLE);
        hn.until(
                "that it was given",
                () -> hn.files.of(act).getFirst().handed().getFirst().at() != null);
        var page = officerPage(hn, act);
        assertTrue(page.contains("Guatemala: lo recibió entero, "), page);
        assertTrue(page.contains("El Salvador: todavía no lo ha pedido"), page);
        assertFalse(officerPage(gt, act).contains("lo recibió entero"), "of a partner's file it knows nothing");
        var headers = Map.of("Authorization", "Bearer " + hn.token(Role.OBSERVER));
        var told = text(send(hn, "GET", "/api/v1/acts/" + act, new Request(headers, new byte[0])));
        assertTrue(told.contains("\"handed\":[{\"party\":\"GT\",\"chunks\":1,\"at\":\"20"), told);
        assertTrue(told.contains("{\"party\":\"SV\",\"chunks\":0,\"at\":null}"), told);
    }

    private static String officerPage(TestDesk.One node, ActId act) {
        return node.officer(Role.OBSERVER).get("/acts/" + act).body();
    }

    @Test
    void aFileThatIsMissingIsShownAsMissingAndNeverAsAnEmptyOne() {
        var forged = Attachment.write(List.of(sent("a.txt")));
        ((tools.jackson.databind.node.ObjectNode) forged.get(0)).put("sha256", "00".repeat(32));
        ((tools.jackson.databind.node.ObjectNode) forged.get(0))
                .putArray("chunks")
                .add("00".repeat(32));
        var body = JsonMapper.shared().createObjectNode();
        body.set(Attachment.MEMBER, forged);
        var act = say(Attachment.read(body).orElseThrow(), new PartyCode("GT"));
        gt.until("the act", () -> !gt.files.of(act).isEmpty());
        var answer = get(gt, "/files/" + act + "/0", gt.officer(Role.OBSERVER));
        assertEquals(404, answer.statusCode());
        assertTrue(text(answer).contains("hay 0 de 1 partes"), text(answer));
        assertTrue(officerPage(gt, act).contains("Falta por llegar"));
        for (var path :
                List.of("/files/" + act + "/1", "/files/HN/9999/0", "/files/XX/0/0", "/files/HN/x/0", "/files/HN/1/-1"))
            assertEquals(404, get(gt, path, gt.officer(Role.OBSERVER)).statusCode(), path);
    }

    @Test
    void aProgramsFileNeedsItsNameAndSaysWhatIsWrongWithIt() {
        var headers = Map.of("Authorization", "Bearer " + hn.token(Role.COORDINATOR));
        assertEquals(
                400,
                send(hn, "POST", "/api/v1/files", new Request(headers, TEXT)).statusCode());
        var asForm = Map.of(
                "Authorization", headers.get("Authorization"), "Content-Type", "application/x-www-form-urlencoded");
        assertEquals(
                415,
                send(hn, "POST", "/api/v1/files", new Request(asForm, TEXT)).statusCode());
        assertEquals(400, program("%zz.txt", TEXT).statusCode());
        var answer = program("a.exe", TEXT);
        assertTrue(text(answer).contains("\"rule\":\"TYPE\""), text(answer));
        headers = new java.util.HashMap<>(headers);
        headers.put("File-Name", "a.txt");
        headers.put("File-Sha256", Hash.sha256(new byte[0]).hex());
        var other = send(hn, "POST", "/api/v1/files", new Request(headers, TEXT));
        assertEquals(422, other.statusCode());
        assertTrue(text(other).contains("\"rule\":\"OTHER_HASH\""), text(other));
        headers.put("File-Sha256", "none");
        assertEquals(
                400,
                send(hn, "POST", "/api/v1/files", new Request(headers, TEXT)).statusCode());
        assertEquals("a_b.txt", sent("a%00b.txt").name());
        assertEquals("a+b_c.txt", sent("a+b%22c.txt").name());
    }

    @ParameterizedTest
    @CsvSource({
        "informe.pdf, informe.pdf, informe.pdf",
        "'niñez y año.pdf', 'ninez y ano.pdf', ni%C3%B1ez%20y%20a%C3%B1o.pdf",
        "'語 (1).pdf', '_ (1).pdf', %E8%AA%9E%20%281%29.pdf",
        "'a;b=c&d.pdf', 'a;b=c_d.pdf', a%3Bb%3Dc&d.pdf"
    })
    void aNameStandsInTheHeaderInBothEncodings(String name, String ascii, String encoded) {
        assertEquals("attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded, Download.disposition(name));
    }

    private static HttpResponse<byte[]> part(Visitor visitor, String token, int from, byte[] part) { // of en-dos.txt
        var headers = Map.of(
                "Cookie",
                cookies(visitor),
                "Content-Type",
                "application/octet-stream",
                "X-CSRF-TOKEN",
                token,
                "File-Name",
                "en-dos.txt",
                "Upload-Key",
                "page-1",
                "Upload-Offset",
                String.valueOf(from),
                "Upload-Length",
                String.valueOf(Attachment.CHUNK + TEXT.length));
        return send(hn, "POST", "/files/parts", new Request(headers, part));
    }

    @Test
    void aPageSendsAFileInPartsAndIsToldEachTimeHowFarItCame() {
        var first = "a".repeat(Attachment.CHUNK).getBytes(StandardCharsets.UTF_8);
        var token = officer.token();
        assertEquals(403, part(officer, "forged", 0, first).statusCode());
        var observer = hn.officer(Role.OBSERVER);
        assertEquals(403, part(observer, observer.token(), 0, first).statusCode());
        assertEquals("{\"size\":0}", officer.get("/files/parts/page-1").body());
        var half = part(officer, token, 0, first);
        assertEquals(202, half.statusCode(), text(half));
        assertTrue(text(half).contains("\"size\":1048576"), text(half));
        assertTrue(officer.get("/files/parts/page-1").body().contains("\"size\":1048576"));
        var page = officer.get("/files").body();
        assertTrue(page.contains("A medio enviar") && page.contains("/files/parts/page-1/drop"), page);
        var beyond = part(officer, token, Attachment.CHUNK, first);
        assertEquals(422, beyond.statusCode());
        assertTrue(text(beyond).contains("\"why\":\"Llegó más de lo que se había anunciado"), text(beyond));
        assertEquals(409, part(officer, token, 1, TEXT).statusCode());
        var whole = part(officer, token, Attachment.CHUNK, TEXT);
        assertEquals(201, whole.statusCode(), text(whole));
        var sent = JsonMapper.shared().readTree(whole.body()).path("ready");
        assertTrue(officer.get("/files?sent=" + sent.path("id").asString())
                .body()
                .contains(sent.path("attachment").path("sha256").stringValue()));
        assertEquals(303, officer.post("/files/parts/page-1/drop").statusCode());
        assertTrue(officer.get("/files").body().contains("en-dos.txt"), "it lies ready: nothing of it was on its way");
    }

    @Test
    void aProgramSendsAFileInPartsSeesHowItStandsAndLetsGoOfIt() {
        var headers = new java.util.HashMap<>(
                Map.of("Authorization", "Bearer " + hn.token(Role.COORDINATOR), "File-Name", "en-partes.txt"));
        headers.putAll(Map.of("Upload-Key", "k-2", "Upload-Length", String.valueOf(2 * Attachment.CHUNK)));
        var first = "a".repeat(Attachment.CHUNK).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                202,
                send(hn, "POST", "/api/v1/files", new Request(headers, first)).statusCode());
        var here = text(send(hn, "GET", "/api/v1/files/parts/k-2", new Request(headers, new byte[0])));
        assertTrue(here.contains("\"size\":1048576,\"whole\":2097152"), here);
        assertTrue(here.contains("\"chunks\":[\"" + Hash.sha256(first).hex() + "\"]"), here);
        headers.put("Upload-Offset", "1048576");
        var beyond = send(hn, "POST", "/api/v1/files", new Request(headers, Arrays.copyOf(first, first.length + 1)));
        assertTrue(text(beyond).contains("\"rule\":\"BEYOND\""), text(beyond));
        var drop = "/api/v1/files/parts/k-2/drop";
        assertEquals(
                204, send(hn, "POST", drop, new Request(headers, new byte[0])).statusCode());
        for (var method : List.of("POST " + drop, "GET /api/v1/files/parts/k-2")) {
            var asked = method.split(" ");
            assertEquals(
                    404,
                    send(hn, asked[0], asked[1], new Request(headers, new byte[0]))
                            .statusCode());
        }
    }
}
