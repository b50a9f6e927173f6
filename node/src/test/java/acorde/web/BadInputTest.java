package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers and programs should never send: a page or a problem says so, nothing fails inside, and the next is answered. */
// longer than a file should be: one list of what is sent where, walked against one site
@Tag("database")
@Tag("slow")
final class BadInputTest {
    @TempDir
    static Path folder;

    private static TestSite site;
    private static TestDesk desk;
    private static TestDesk.One node;

    @BeforeAll
    static void start() {
        site = TestSite.start();
        desk = new TestDesk(folder);
        node = desk.start("GT");
    }

    @AfterAll
    static void stop() {
        site.close();
        desk.close();
    }

    /** Sends bytes as they are, and ends. @return all that comes back */
    private static String raw(byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.website.port())) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return firstLineOf(socket.getInputStream());
        } catch (IOException e) {
            return "ended";
        }
    }

    private static String firstLineOf(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\r'; next = in.read()) line.append((char) next);
        return line.isEmpty() ? "ended" : line.toString();
    }

    private static String raw(String request) {
        return raw(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String get(String path, String... headers) {
        return raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + String.join("", headers)
                + "\r\n");
    }

    private static void assertRefused(String answer, String what) {
        assertTrue(answer.equals("ended") || answer.matches("HTTP/1.1 (4[0-9][0-9]|505).*"), what + ": " + answer);
        assertTrue(get("/sign-in").startsWith("HTTP/1.1 200"), "the next is answered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/compact%00",
                "/%c0%ae%c0%ae/etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/sign-in;jsessionid=x",
                "/a\\b",
                "/%zz",
                "/\u00ff",
                "//sign-in"
            })
    void aPathThatIsNoneIsRefused(String path) {
        assertRefused(get(path), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET //evil.com",
                "GET /WEB-INF/web.xml",
                "GET /sign-in;x",
                "GET /a%2fb",
                "GET /nothing",
                "GET /sign-in",
                "TRACE /sign-in",
                "WHAT /sign-in"
            })
    void whateverIsAnsweredCarriesTheStrictHeadersOnce(String request) throws IOException {
        var answer = whole(request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        for (var header :
                List.of("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"))
            assertEquals(2, answer.split("\r\n" + header + ": ", -1).length, header + " once in " + answer);
    }

    private static String whole(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.website.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readNBytes(1 << 20), StandardCharsets.UTF_8);
        }
    }

    @Test
    void headersPastTheLimitAreRefused() {
        assertRefused(get("/sign-in", "X: " + "x".repeat(20_000) + "\r\n"), "one long header");
        assertRefused(get("/sign-in", "X: x\r\n".repeat(4_000)), "many headers");
        assertRefused(get("/sign-in?" + "x".repeat(20_000)), "a long query");
        assertRefused(get("/sign-in", "Cookie: " + "a=b; ".repeat(5_000) + "\r\n"), "many cookies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acorde-HN=",
                "acorde-HN=\"",
                "acorde-HN=../../etc/passwd",
                "acorde-HN=%00",
                "acorde-HN=\u00ff\u00fe",
                "acorde-HN=a; acorde-HN=b",
                "=;=;=",
                ";;;",
                "lang=; lang=xx; lang=\u00ff"
            })
    void aCookieThatIsNoneIsNoSessionAndNoFault(String cookie) {
        var answer = get("/me/tokens", "Cookie: " + cookie + "\r\n");
        assertTrue(answer.matches("HTTP/1.1 (302|303|400).*"), answer);
        assertTrue(get("/sign-in", "Cookie: " + cookie + "\r\n").matches("HTTP/1.1 (200|400).*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic YTpi",
                "Bearer acorde_\u00ff",
                "Bearer acorde_x_y\tz",
                "Bearer %00",
                "Bearer Bearer acorde_x"
            })
    void aTokenThatIsNoneIsRefusedWithAProblem(String header) {
        var answer = get("/api/v1/me", "Authorization: " + header + "\r\n");
        assertTrue(answer.matches("HTTP/1.1 40[01].*"), answer);
    }

    @Test
    void aTokenOfManyKilobytesIsRefused() {
        assertTrue(get("/api/v1/me", "Authorization: Bearer acorde_" + "x".repeat(10_000) + "\r\n")
                .startsWith("HTTP/1.1 401"));
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        var visitor = site.officer(Role.ADMINISTRATOR);
        var form = Map.of("code", "liaison-forged", "spanish", "x", "english", "x");
        assertEquals(403, visitor.send("POST", "/offices", Map.of(), form).statusCode());
        var forged = Map.of("code", "liaison-forged", "spanish", "x", "english", "x", "_csrf", "forged");
        assertEquals(403, visitor.send("POST", "/offices", Map.of(), forged).statusCode());
        assertFalse(visitor.get("/offices").body().contains("liaison-forged"));
    }

    @Test
    void aFormPastTheLimitIsRefused() {
        var visitor = site.officer(Role.ADMINISTRATOR);
        var answer = visitor.post("/offices/people", "name", "x".repeat(5 << 20));
        assertTrue(List.of(400, 403, 413).contains(answer.statusCode()), "" + answer.statusCode());
        assertEquals(200, visitor.get("/offices").statusCode());
    }

    @Test
    void aBodyThatSaysItIsLongerThanItIsDoesNotHoldAnythingUp() {
        var head = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        assertRefused(raw(head + "Content-Length: 99999999999999999999\r\n\r\n"), "a length beyond all numbers");
        assertRefused(raw(head + "Content-Length: -1\r\n\r\n"), "a negative length");
        assertRefused(raw(head + "Content-Length: +4\r\n\r\nabcd"), "a length with a sign");
        assertRefused(raw(head + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde"), "two lengths that differ");
        assertRefused(
                raw(head + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"),
                "two lengths");
        assertRefused(
                raw(head + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n\r\n"),
                "a chunk that is none");
    }

    @Test
    void bytesThatAreNoHttpAreRefused() {
        assertRefused(raw(new byte[4_096]), "zeros");
        assertRefused(raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"), "another protocol");
        assertRefused(raw("GET / HTTP/9.9\r\nHost: x\r\n\r\n"), "a version there is not");
        assertRefused(raw("G\u0001T / HTTP/1.1\r\nHost: x\r\n\r\n"), "a method that is none");
    }

    private static Map<String, String> goodProposal() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("step", "sign");
        fields.put("read", "yes");
        fields.put("amends", "");
        fields.put("base", "");
        fields.put("area", "A1");
        fields.put("titleEs", "EJERCICIO");
        fields.put("titleEn", "EXERCISE");
        fields.put("deliverableEs", "algo");
        fields.put("deliverableEn", "something");
        fields.put("due", "2099-01-31");
        fields.put("indicatorEs", "casos");
        fields.put("indicatorEn", "cases");
        fields.put("unitEs", "por mes");
        fields.put("unitEn", "a month");
        fields.put("counts", "output");
        fields.put("baseline", "1");
        fields.put("baselineDate", "2026-10-31");
        fields.put("target", "2");
        fields.put("targetDate", "2099-01-31");
        fields.put("parties", "GT");
        fields.put("note", "porque sí");
        return fields;
    }

    private static HttpResponse<String> post(Visitor visitor, String path, Map<String, String> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return visitor.post(path, pairs.toArray(String[]::new));
    }

    private static final List<String> ANYTHING = List.of(
            "\0",
            "\u0001\u0007",
            "\uFFFF",
            "\uD83D\uDC49",
            "'\"><script>",
            "x".repeat(200_000),
            "\r\n\r\n",
            "../..",
            "-1",
            "1e999",
            "9".repeat(400),
            "2027-02-30",
            "sha256:" + "0".repeat(64));

    /** Each field of each form of the desk in turn, filled with what no form would send: never a fault of the node. */
    @Test
    void fieldsOfFormsWithAnythingInThemNeverFailInside() {
        var visitor = node.officer(Role.COORDINATOR);
        var made = post(visitor, "/proposals/new", goodProposal());
        assertEquals(303, made.statusCode(), made.body());
        var proposal = Visitor.location(made).replaceAll("[?#].*", "");
        assertTrue(proposal.matches("/proposals/GT/[0-9]+"), proposal);
        for (var value : ANYTHING) {
            for (var field : goodProposal().keySet()) {
                var fields = goodProposal();
                fields.put(field, value);
                fields.put("step", field.equals("step") ? value : "review"); // nothing is to be signed here
                assertAnswered(post(visitor, "/proposals/new", fields), field + " is " + shown(value));
            }
            for (var field : List.of("text", "choice", "words", "read"))
                for (var path : List.of("/answer", "/withdrawal"))
                    assertAnswered(
                            visitor.post(proposal + path, field, value), path + " " + field + " " + shown(value));
        }
    }

    @Test
    void questionsWithAnythingInThemNeverFailInside() {
        var visitor = node.officer(Role.COORDINATOR);
        for (var value : ANYTHING) {
            var query = URLEncoder.encode(value.substring(0, Math.min(3_000, value.length())), StandardCharsets.UTF_8);
            for (var path : List.of(
                    "/compact?q=",
                    "/compact?area=",
                    "/compact?due=",
                    "/search?q=",
                    "/search?q=x&kind=",
                    "/search?from=",
                    "/search?area=A1&after=",
                    "/search/suggestions?q=",
                    "/proposals/new?amends=",
                    "/?lang=",
                    "/news?seen=",
                    "/initiatives/",
                    "/proposals/GT/",
                    "/acts/",
                    "/sign-in?next=")) assertAnswered(visitor.get(path + query), path + shown(value));
        }
    }

    /** Forms of the desk that need nothing to be there, with their fields. */
    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            Map.entry(
                    "/initiatives/A1-05/progress/report",
                    List.of(
                            "step",
                            "version",
                            "base",
                            "noteIn",
                            "read",
                            "state",
                            "on",
                            "blockedBy",
                            "note",
                            "evidence1",
                            "link1",
                            "seen1",
                            "at1",
                            "number1",
                            "from1",
                            "restrictions",
                            "legalBasis",
                            "funding",
                            "events",
                            "answers",
                            "files",
                            "done-M1")),
            Map.entry("/initiatives/A1-05/progress/word", List.of("about", "choice", "remark")),
            Map.entry("/initiatives/A1-05/progress/correction", List.of("figure", "correct", "reason")),
            Map.entry("/initiatives/A1-05/progress/link", List.of("event", "how", "version")),
            Map.entry(
                    "/offline",
                    List.of("account", "made", "code", "basis", "version", "state", "on", "note", "at1", "number1")),
            Map.entry("/calendar", List.of("step", "address")),
            Map.entry("/calendar/removal", List.of("step")),
            Map.entry("/files", List.of("file")),
            Map.entry("/returns", List.of("file")),
            Map.entry("/search/views", List.of("name", "q", "kind", "area", "from")),
            Map.entry("/exchange/import/drafts", List.of("kind", "content")),
            Map.entry("/me/notices/address", List.of("address")),
            Map.entry("/me/notices/code", List.of("code")),
            Map.entry("/me/notices/pace", List.of("pace")),
            Map.entry("/documents/area/A1", List.of("seen", "read", "since")),
            Map.entry("/documents/group/A1", List.of("seen", "read", "since")),
            Map.entry(
                    "/groups/mandate",
                    List.of(
                            "step",
                            "code",
                            "base",
                            "kind",
                            "titleEs",
                            "titleEn",
                            "mandateEs",
                            "mandateEn",
                            "quorum",
                            "titular-GT",
                            "alternate-GT",
                            "area",
                            "cadence",
                            "chairFrom",
                            "chairMonths",
                            "read",
                            "note")));

    /** What no form would send: unseen, too long, no number, no day, and what names something elsewhere or nothing. */
    static final List<String> HOSTILE = List.of(
            "\0", "\uFFFF", "'\"><script>", "x".repeat(5_000), "-1", "9".repeat(400), "2027-02-30", "HN/0", "GT/0#1");

    @Test
    void formsOfMonitoringReturnsPapersAndCalendarsNeverFailInside() {
        var visitor = node.officer(Role.COORDINATOR);
        FORMS.forEach((path, fields) -> assertThatNothingFails(visitor, path, fields));
        var assessment = List.of("level", "why", "version", "evidence1", "link1");
        assertThatNothingFails(node.officer(Role.ADMINISTRATOR), "/webhooks", List.of("program", "address"));
        assertThatNothingFails(node.officer(Role.OBSERVER), "/initiatives/A1-05/progress/assessment", assessment);
    }

    private static void assertThatNothingFails(Visitor visitor, String path, List<String> fields) {
        var form = new LinkedHashMap<>(Map.of("_csrf", visitor.token(), "read", "yes"));
        for (var value : HOSTILE) {
            fields.forEach(field -> form.put(field, value));
            assertAnswered(visitor.send("POST", path, Map.of(), form), path + " is " + shown(value));
        }
    }

    /** As a path can hold it. */
    private static final List<String> PLACES = List.of(
            "%01",
            "%ff%fe",
            "%E2%80%AE",
            "'%22%3E%3Cscript%3E",
            "-1",
            "9".repeat(40),
            "x".repeat(3_000),
            "HN",
            "results.xml%20");

    /** On a node that publishes its log, as the others do not. */
    @Test
    void noRouteFailsInsideWhateverStandsInThePlaceOfWhatItAsksFor() {
        var visitor = node.officer(Role.COORDINATOR);
        var bearer = Map.of("Authorization", "Bearer " + node.token(Role.COORDINATOR));
        var form = Map.of("_csrf", visitor.token());
        var rows = node.website.context().getBean(Routes.class).rows();
        assertTrue(rows.stream().anyMatch(row -> row.who() == Routes.Who.Everybody.PUBLISHED_LOG));
        for (var row : rows) {
            if (!row.pattern().contains("{") && !row.pattern().endsWith("**")) continue;
            for (var place : PLACES) {
                var path = row.pattern().replaceAll("\\{[^}]*}|\\*\\*", place);
                var method = row.method() == null ? "GET" : row.method().name();
                var sent = method.equals("GET") || row.isApi() ? Map.<String, String>of() : form;
                assertAnswered(
                        anything(visitor, method, path, row.isApi() ? bearer : Map.of(), sent), method + " " + path);
            }
        }
        for (var value : PLACES)
            for (var path : List.of(
                    "/exports?code=", "/exports/accounts.csv?code=", "/exports/", "/calendars/", "/check?code="))
                assertAnswered(anything(visitor, "GET", path + value, Map.of(), Map.of()), path + value);
    }

    private static HttpResponse<String> anything( // a request that may be none
            Visitor visitor, String method, String path, Map<String, String> headers, Map<String, String> form) {
        return visitor.sendAnything(method, path, headers, form, HttpResponse.BodyHandlers.ofString());
    }

    private static String shown(String value) {
        return value.substring(0, Math.min(20, value.length()));
    }

    /** Said for good, so that every page and file that shows it does. */
    @Test
    void noTextOfAProposalIsTakenForMarkup() {
        var visitor = node.officer(Role.COORDINATOR);
        var fields = goodProposal();
        var markup = "=\"'><script>x</script><img src=x onerror=x>${7*7}";
        for (var field :
                List.of("titleEs", "titleEn", "deliverableEs", "deliverableEn", "indicatorEs", "unitEn", "note"))
            fields.put(field, field + markup);
        var made = post(visitor, "/proposals/new", fields);
        assertEquals(303, made.statusCode(), made.body());
        var proposal = Visitor.location(made).replaceAll("[?#].*", "");
        var act = proposal.replace("/proposals", "/acts");
        for (var path : List.of(proposal, proposal + "/voices", act, "/proposals", "/", "/news", "/oversight"))
            for (var language : List.of("es", "en")) {
                var page = visitor.get(path + "?lang=" + language).body();
                assertFalse(page.contains("<script>x") || page.contains("<img src=x"), path + " in " + language);
            }
        assertTrue(visitor.get(proposal + "?lang=es").body().contains("&lt;script&gt;x"), "it is shown");
        var raw = visitor.get(act + "/raw");
        assertFalse(Visitor.header(raw, "Content-Type").contains("html"), "as it was said, and never as a page");
    }

    static void assertAnswered(HttpResponse<String> answer, String what) {
        assertTrue(answer.statusCode() < 500, what + ": " + answer.statusCode());
    }
}
