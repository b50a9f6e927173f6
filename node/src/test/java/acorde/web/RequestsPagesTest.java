package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.ItemKey;
import acorde.offices.Role;
import acorde.policy.Nothing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

/** Two nodes: El Salvador asks Guatemala, which takes it on, answers, and refuses another; with pages, and with the interface for programs. */
// longer than a file should be: one story on one pair of nodes, which would take as long again to start for a second
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RequestsPagesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([0-9a-f]{64})\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/exchange/SV/[0-9]+)\"");
    private static final String TITLE = "EJERCICIO: partidas con el sello 14";

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One salvador;
    private static TestDesk.One guatemala;
    private static Visitor asker;
    private static Visitor asked;
    private static String request = "";

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        salvador = desk.start("SV");
        guatemala.follow();
        salvador.follow();
        asker = salvador.officer(Role.ANALYST);
        asked = guatemala.officer(Role.ANALYST);
        salvador.until(
                "the areas have come",
                () -> salvador.compact.items().containsKey(new ItemKey(ItemKey.Kind.AREA, "A2")));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String find(Pattern pattern, String page) {
        var match = pattern.matcher(page);
        assertTrue(match.find(), () -> pattern + " not in " + page);
        return match.group(1);
    }

    private static Map<String, String> form(Visitor whose, String draft, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "title", TITLE,
                "fact", "EJERCICIO. ¿Constan otras partidas con este sello?",
                "tlp", "AMBER",
                "handling", "H2",
                "purposes", "A2",
                "basis", "Memorando de 2019, área 2",
                "draft", draft));
        form.put("review", "2027-05-01");
        form.put("_csrf", whose.token());
        form.putAll(more);
        return form;
    }

    /** Reviewed and sent. @return where it leads */
    private static String send(Visitor whose, Map<String, String> form) {
        var answer = whose.send("POST", "/exchange/new", Map.of(), form);
        assertEquals(303, answer.statusCode(), answer.body());
        var review = whose.get(Visitor.location(answer) + "&lang=es").body();
        var sent = whose.send("POST", "/exchange/new", Map.of(), signing(whose, form, review));
        assertEquals(303, sent.statusCode(), sent.body());
        return Visitor.location(sent);
    }

    private static Map<String, String> signing(Visitor whose, Map<String, String> form, String review) {
        var seal = find(SEAL, review);
        var draft = form.get("draft");
        return Map.of("_csrf", whose.token(), "draft", draft, "step", "sign", "seal", seal, "read", "yes");
    }

    private static List<String> links(Visitor visitor, String path) {
        return LINK.matcher(visitor.get(path).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    @Order(1)
    void whatARequestLacksIsSaidAtItsField() {
        var empty = asker.get("/exchange/new?draft=new&turn=asks&lang=es").body();
        assertTrue(empty.contains("Urgente: 3 días"));
        assertTrue(empty.contains("El plazo de una solicitud empieza cuando"), empty);
        assertTrue(empty.contains("sin los cuatro no sale"), "a request is not graded");
        var wrong = form(asker, "00000000000000a1", Map.of("turn", "asks", "fact", ""));
        var answer = asker.send("POST", "/exchange/new", Map.of(), wrong);
        assertEquals(422, answer.statusCode());
        for (var field : List.of("urgency", "fact", "to"))
            assertTrue(answer.body().contains("id=\"" + field + "-error\""), field);
    }

    @Test
    @Order(2)
    void aRequestIsReviewedAndSentAndStandsInBothMailboxes() {
        var form = form(
                asker,
                "00000000000000a2",
                Map.of("turn", "asks", "urgency", "DIRECT", "office", "analysis", "to", "GT"));
        var whole = send(asker, form);
        var page = asker.get(whole + "?lang=es").body();
        assertTrue(page.contains("Quedó firmado y guardado:</b> Solicitud, <a"), page);
        assertFalse(asker.get(whole).body().contains("id=\"signed\""), "once, and not when it is loaded again");
        assertTrue(page.contains("Urgente y de consulta directa: 8 horas"), page);
        assertTrue(page.contains("el plazo no corre"));
        assertTrue(asker.get("/exchange?way=sent&lang=es").body().contains("Solicitudes sin respuesta"));
        assertTrue(asker.get("/exchange?way=sent&until=2026-11-02").body().contains(TITLE));
        assertEquals(422, asker.get("/exchange?way=sent&until=ayer").statusCode());
        guatemala.until("the request has come", () -> !links(asked, "/exchange").isEmpty());
        assertEquals(1, links(asked, "/exchange").size(), "what waits for an answer is listed once");
        request = links(asked, "/exchange").getFirst();
        assertTrue(asked.get("/exchange?lang=es").body().contains("Solicitudes por responder"));
        assertTrue(asked.get("/exchange?lang=en").body().contains("Requests to answer"));
        var shown = asked.get(request + "?lang=es").body();
        assertTrue(shown.contains("href=\"/exchange/new?draft=new&amp;answers="), shown);
        for (var kind : List.of("ACKNOWLEDGED", "EXTENDED", "REFUSED"))
            assertTrue(shown.contains("href=\"" + request + "/word?kind=" + kind + "\""), kind);
        var refusing = asked.get(request + "/word?kind=REFUSED&lang=es").body();
        assertTrue(refusing.contains("No responderemos</h2>"), refusing);
        assertTrue(refusing.contains("id=\"ground\"") && !refusing.contains("id=\"reason\""), refusing);
        assertTrue(asked.get(request + "/word?kind=x").body().contains("id=\"kind\""), "what is no kind chooses none");
        for (var told : List.of(shown, page))
            assertTrue(told.contains("El plazo de una solicitud empieza cuando"), told);
        assertTrue(shown.contains("Qué se pregunta"));
        assertFalse(shown.contains("Guatemala aún no ha dicho"), "whoever reads is not told of itself as of another");
        assertFalse(shown.contains("Hecho informado"), "it reports nothing");
    }

    /** AS-1. */
    @Test
    @Order(3)
    void whoMayNotFindItIsAnsweredAsIfThereWereNone() {
        var none = "/exchange/SV/"
                + (salvador.acts.logs().state(salvador.acts.self()).size() + 500);
        var protection = guatemala.officer(Role.LIAISON);
        assertEquals(200, protection.get(request + "/word").statusCode(), "who may find it");
        var other = guatemala.officer(Role.SUPERVISOR);
        assertEquals(403, other.get(request + "/word").statusCode());
        assertFalse(other.get("/exchange?lang=es").body().contains("Solicitudes por responder"));
        for (var path : List.of(request + "/word", none + "/word")) {
            var began = System.nanoTime();
            assertEquals(404, asker.get(path).statusCode(), "its own party does not answer it");
            assertTrue(System.nanoTime() - began >= Nothing.AFTER.toNanos(), path);
        }
        var id = request.substring("/exchange/".length());
        var supervisor = guatemala.token(Role.SUPERVISOR);
        for (var path : List.of(id, none.substring("/exchange/".length())))
            assertEquals(
                    404,
                    api(guatemala, supervisor, "GET", "/requests/" + path, "").statusCode());
        assertEquals(
                0,
                JSON.readTree(api(guatemala, supervisor, "GET", "/requests", "").body())
                        .path("items")
                        .size());
    }

    private static Map<String, String> word(Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("_csrf", asked.token());
        return form;
    }

    @Test
    @Order(4)
    void whatIsSaidOfItIsChosenReadAndSignedAndBothSeeTheClock() {
        var page = request + "/word";
        assertEquals(422, asked.send("POST", page, Map.of(), word(Map.of())).statusCode());
        var lacking = asked.send("POST", page, Map.of(), word(Map.of("kind", "REFUSED")));
        assertEquals(422, lacking.statusCode());
        assertTrue(lacking.body().contains("id=\"ground-error\""));
        var review = asked.send("POST", page + "?lang=es", Map.of(), word(Map.of("kind", "ACKNOWLEDGED")));
        assertTrue(review.body().contains("Todavía no se firma nada"));
        assertTrue(review.body().contains("Lo he leído. Firmo como"), "there is one text");
        var sign = word(Map.of("kind", "ACKNOWLEDGED", "step", "sign"));
        assertEquals(422, asked.send("POST", page, Map.of(), sign).statusCode(), "who signs has read it");
        sign.put("read", "yes");
        assertEquals(request, Visitor.location(asked.send("POST", page, Map.of(), sign)));
        assertTrue(asked.get(request + "?lang=es").body().contains("Aviso de que se atiende una solicitud"));
        assertEquals(409, asked.send("POST", page, Map.of(), sign).statusCode(), "once");
        assertTrue(asked.get(request + "?lang=es").body().contains("atiende la solicitud"));
        salvador.until(
                "El Salvador sees it",
                () -> asker.get(request + "?lang=es").body().contains("atiende la solicitud"));
        assertTrue(asker.get(request + "?lang=es").body().contains("Quedan 8 h"));
        assertTrue(asked.get(request + "?lang=en").body().contains("8 h left"));
    }

    /** Where what is late climbs today, and to nobody who may not find it. */
    @Test
    @Order(5)
    void whatIsLateClimbsAtHomeForThoseWhoMayFindIt() {
        guatemala.records.clock.forward(Duration.ofHours(9));
        salvador.records.clock.forward(Duration.ofHours(9));
        asker = salvador.officer(Role.ANALYST); // who was away so long signs in again
        asked = guatemala.officer(Role.ANALYST);
        for (var each : List.of(asked, asker)) {
            assertTrue(each.get("/?lang=es").body().contains("Solicitud: " + TITLE));
            assertTrue(each.get("/climbing?lang=es").body().contains("Solicitudes con el plazo vencido"));
        }
        assertTrue(asked.get("/exchange?lang=es").body().contains("s-late"));
        assertFalse(guatemala.officer(Role.OBSERVER).get("/?lang=es").body().contains(TITLE));
    }

    @Test
    @Order(6)
    void itIsAnsweredInPartAndThenWholeToWhoAskedAlone() {
        var id = request.substring("/exchange/".length());
        var begun =
                asked.get("/exchange/new?draft=new&answers=" + id + "&lang=es").body();
        assertTrue(begun.contains("Respuesta: " + TITLE), begun);
        assertTrue(begun.contains("Va solo a"));
        assertEquals(404, asked.get("/exchange/new?draft=new&answers=SV/9999").statusCode());
        var answer =
                Map.of("turn", "answers", "request", id, "source-grade", "B", "information-grade", "2", "to", "HN");
        var interim = new HashMap<>(answer);
        interim.put("interim", "yes");
        assertEquals(request, send(asked, form(asked, "00000000000000b1", interim)));
        salvador.until(
                "the interim answer has come",
                () -> asker.get(request + "?lang=es").body().contains("Respuesta parcial"));
        send(asked, form(asked, "00000000000000b2", answer));
        salvador.until(
                "the answer has come",
                () -> asker.get(request + "?lang=es").body().contains("Respondida con retraso"));
        assertFalse(asker.get("/exchange?way=sent&lang=es").body().contains("Solicitudes sin respuesta"));
        assertFalse(asked.get("/exchange?lang=es").body().contains("Solicitudes por responder"));
        var reply = find(
                Pattern.compile("href=\"(/exchange/GT/[0-9]+)\">Respuesta<"),
                asker.get(request + "?lang=es").body());
        sayWhatCameOf(reply);
        assertTrue(asker.get("/exchange/requests?lang=es").body().contains("Respondidas con retraso"));
        assertFalse(asked.get(request).body().contains("/word?kind="), "nothing more is said of it");
        assertEquals(404, asked.get(request + "/word").statusCode());
    }

    /** EV-4, CE-1: nobody says what came of what they have not read. */
    @Test
    @Order(9)
    void whatCameOfACopyIsSaidByWhoHasItOpen() {
        var restricted = Map.of("turn", "asks", "urgency", "URGENT", "to", "GT", "title", "EJERCICIO: restringida");
        var form = form(asker, "00000000000000a4", restricted);
        form.putAll(Map.of("handling", "H3", "restriction", "EJERCICIO. Solo para la A2."));
        send(asker, form);
        guatemala.until("it has come", () -> asked.get("/exchange").body().contains("EJERCICIO: restringida"));
        var copy = find(
                Pattern.compile("href=\"(/exchange/SV/[0-9]+)\"[^>]*>EJERCICIO: restringida"),
                asked.get("/exchange").body());
        var say = new HashMap<>(
                Map.of("_csrf", asked.token(), "kind", "USEFUL", "step", "sign", "read", "yes", "seal", "yes"));
        assertEquals(copy, Visitor.location(asked.send("POST", copy + "/outcome", Map.of(), say)), "it is read first");
        var report = copy.substring("/exchange/".length());
        var token = guatemala.token(Role.ANALYST);
        var body = "{\"report\":\"" + report + "\",\"outcome\":\"not-useful\",\"purpose\":null,\"read\":%s}";
        good(409, api(guatemala, token, "POST", "/outcomes", body.formatted("null")));
        good(409, api(guatemala, token, "POST", "/outcomes", body.formatted("\"" + "0".repeat(64) + "\"")));
        good(400, api(guatemala, token, "POST", "/outcomes", body.formatted("\"" + "0".repeat(65) + "\"")));
        var restriction = good(200, api(guatemala, token, "GET", "/items/" + report, ""));
        assertEquals("restriction-first", restriction.path("shown").asString());
        good(201, api(guatemala, token, "POST", "/outcomes", body.formatted(restriction.path("read"))));
        var before = asked.get(copy + "?lang=es").body();
        assertTrue(before.contains("EJERCICIO. Solo para la A2."), before);
        var seal = find(Pattern.compile("name=\"read\" value=\"([0-9a-f]{64})\""), before);
        var open = asked.get(copy + "?purpose=A2&read=" + seal).body();
        var link = find(Pattern.compile("href=\"(" + copy + "/outcome[^\"]*)\""), open)
                .replace("&amp;", "&");
        say.remove("seal");
        assertEquals(copy, Visitor.location(asked.send("POST", link, Map.of(), say)));
        assertTrue(
                asked.get(copy + "?purpose=A2&read=" + seal + "&lang=es").body().contains("Sirvió, sin que"));
    }

    /** The asker says it by a code, and whoever answered sees it. */
    private static void sayWhatCameOf(String reply) {
        assertTrue(asker.get(reply + "?lang=es").body().contains(reply + "/outcome"));
        assertEquals(404, asked.get(reply + "/outcome").statusCode(), "nobody says it of their own");
        var form = new HashMap<>(Map.of("_csrf", asker.token(), "kind", "", "step", "sign"));
        assertEquals(422, asker.send("POST", reply + "/outcome", Map.of(), form).statusCode());
        form.put("kind", "ACTED_UPON");
        assertEquals(422, asker.send("POST", reply + "/outcome", Map.of(), form).statusCode(), "who signs has read it");
        form.put("read", "yes");
        assertEquals(reply, Visitor.location(asker.send("POST", reply + "/outcome", Map.of(), form)));
        assertEquals(reply, Visitor.location(asker.send("POST", reply + "/outcome", Map.of(), form)), "pressed twice");
        assertTrue(asker.get(reply + "?lang=es").body().contains("Se actuó con base en ello"));
        guatemala.until(
                "Guatemala sees it",
                () -> asked.get(request + "?lang=es").body().contains("se actuó con base en la respuesta"));
        var tally = asked.get("/exchange/requests?lang=es").body();
        assertTrue(tally.contains("El Salvador preguntó a Guatemala: una vez"), tally);
        assertTrue(tally.contains("Respuestas con base en las que se actuó"), tally);
        assertFalse(guatemala
                .officer(Role.OBSERVER)
                .get("/exchange/requests?lang=es")
                .body()
                .contains("preguntó a"));
    }

    private static HttpResponse<String> api(
            TestDesk.One node, String token, String method, String path, String body) { // a call
        return new Program(node, token).call(method, path, body);
    }

    private static JsonNode good(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private static String report(String ref, String turn) {
        return "{\"ref\":\"" + ref + "\",\"language\":\"es\",\"title\":\"EJERCICIO: de programa\","
                + "\"fact\":\"EJERCICIO. ¿Constan más?\",\"evaluation\":\"B2\",\"handling\":[\"H2\"],\"tlp\":\"AMBER\","
                + "\"purposes\":[\"A2\"],\"basis\":\"Memorando de 2019\"," + turn + "}";
    }

    @Test
    @Order(7)
    void programsAskAnswerAndRefuseByTheSameSteps() {
        var sv = salvador.token(Role.ANALYST);
        var gt = guatemala.token(Role.ANALYST);
        var report = report("00000000000000000000000000000001", "\"asks\":{\"urgency\":\"urgent\"}");
        var looked = good(
                200,
                api(salvador, sv, "POST", "/requests", "{\"to\":[\"GT\"],\"report\":" + report + ",\"seal\":null}"));
        assertEquals("whole", looked.at("/releases/0/given").asString());
        var sealed = "{\"to\":[\"GT\"],\"report\":" + report + ",\"seal\":\""
                + looked.path("seal").asString() + "\"}";
        var moved = good(409, api(salvador, sv, "POST", "/requests", sealed.replace("más", "otras")));
        assertEquals("RELEASE_MOVED", moved.path("rule").asString());
        var copy = good(201, api(salvador, sv, "POST", "/requests", sealed))
                .at("/copies/0/act")
                .asString();
        good(409, api(salvador, sv, "POST", "/requests", sealed));
        guatemala.until(
                "the request has come",
                () -> api(guatemala, gt, "GET", "/requests/" + copy, "").statusCode() == 200);
        assertEquals(
                copy,
                good(200, api(guatemala, gt, "GET", "/requests", ""))
                        .at("/items/0/act")
                        .asString());
        var said = good(
                201,
                api(
                        guatemala,
                        gt,
                        "POST",
                        "/requests/" + copy + "/words",
                        "{\"word\":\"refused\",\"code\":\"nothing-to-give\"}"));
        assertEquals("nothing-to-give", said.at("/stands/ground").asString());
        good(
                400,
                api(
                        guatemala,
                        gt,
                        "POST",
                        "/requests/" + copy + "/words",
                        "{\"word\":\"refused\",\"code\":\"asylum\"}"));
        var late = good(
                409,
                api(
                        guatemala,
                        gt,
                        "POST",
                        "/requests/" + copy + "/words",
                        "{\"word\":\"acknowledged\",\"code\":null}"));
        assertEquals("REQUEST_SETTLED", late.path("rule").asString());
        var tally = good(200, api(guatemala, gt, "GET", "/requests/tally", ""));
        assertEquals(2, tally.at("/pairs/0/asked").asInt());
        assertEquals("nothing-to-give", tally.at("/pairs/0/refused/0/what").asString());
        var unknown = api(
                guatemala,
                gt,
                "POST",
                "/outcomes",
                "{\"report\":\"SV/9999\",\"outcome\":\"useful\",\"purpose\":null,\"read\":null}");
        assertEquals("NO_SUCH_REPORT", good(404, unknown).path("rule").asString());
        good(
                400,
                api(
                        guatemala,
                        gt,
                        "POST",
                        "/outcomes",
                        "{\"report\":\"" + copy + "\",\"outcome\":\"good\",\"purpose\":null,\"read\":null}"));
        var useful = "{\"report\":\"" + copy + "\",\"outcome\":\"useful\",\"purpose\":null,\"read\":null}";
        var outcome = api(guatemala, gt, "POST", "/outcomes", useful);
        assertEquals("useful", good(201, outcome).path("outcome").asString());
        assertEquals("/api/v1/items/" + copy, Visitor.location(outcome));
        good(409, api(guatemala, gt, "POST", "/outcomes", useful));
        var answer = report("00000000000000000000000000000002", "\"answers\":{\"request\":\"" + copy + "\"}");
        good(
                409,
                api(
                        guatemala,
                        gt,
                        "POST",
                        "/requests/" + copy + "/answers",
                        "{\"report\":" + answer + ",\"seal\":null}"));
        good(403, api(guatemala, guatemala.token(Role.SUPERVISOR), "POST", "/requests/" + copy + "/words", "{}"));
    }

    /** AS-1: as it was given, with the ref it came with. */
    @Test
    @Order(8)
    void aProgramSendsNothingOnThatAnotherPartyGave() {
        var gt = guatemala.token(Role.ANALYST);
        var given = "00000000000000000000000000000001";
        for (var path : List.of("/items", "/requests")) {
            var turn = path.equals("/items") ? "\"persons\":[]" : "\"asks\":{\"urgency\":\"urgent\"}";
            var body = "{\"to\":[\"SV\"],\"report\":" + report(given, turn) + ",\"seal\":%s}";
            var looked = good(200, api(guatemala, gt, "POST", path, body.formatted("null")));
            var refused = good(409, api(guatemala, gt, "POST", path, body.formatted(looked.path("seal"))));
            assertEquals("GIVEN_BY_ANOTHER", refused.path("rule").asString());
        }
    }

    @Test
    @Order(7)
    void whatIsNoListOfCodesOfPartiesIsToldToAProgram() {
        var sv = salvador.token(Role.ANALYST);
        var report = report("00000000000000000000000000000003", "\"asks\":{\"urgency\":\"urgent\"}");
        for (var to : List.of("[{}]", "[[]]", "[null]", "[7]", "[]", "{\"a\":\"GT\"}", "\"GT\"")) {
            var body = "{\"to\":" + to + ",\"report\":" + report + ",\"seal\":null}";
            var refused = api(salvador, sv, "POST", "/requests", body);
            assertEquals(400, refused.statusCode(), to);
            assertTrue(refused.body().contains("is a list of codes of parties"), refused.body());
        }
    }

    /** AS-1: which of its objects it is, so that its sender can mend it; with that country among those it never reaches it can be sent. */
    @Test
    @Order(7)
    void aProgramIsToldWhichObjectCouldReachTheCountryOfWhoSeeksProtection() {
        var sv = salvador.token(Role.ANALYST);
        var things = "\"persons\":[\"person\",\"protection\"],\"never\":[\"HN\"%s],\"objects\":["
                + "{\"kind\":\"vehicle\",\"name\":\"Camión\",\"country\":\"GT\"},"
                + "{\"kind\":\"%s\",\"name\":\"Inventado\",\"country\":\"NI\"}]%s";
        for (var kind : List.of("person", "document"))
            for (var path : List.of("/items", "/requests")) {
                var asks = path.equals("/items") ? "" : ",\"asks\":{\"urgency\":\"urgent\"}";
                var body = "{\"to\":[\"GT\"],\"report\":%s,\"seal\":null}";
                var ref = "00000000000000000000000000000004";
                var reached = good(
                        422,
                        api(salvador, sv, "POST", path, body.formatted(report(ref, things.formatted("", kind, asks)))));
                assertEquals("MALFORMED", reached.path("rule").asString());
                assertTrue(reached.path("detail").asString().startsWith("objects[1]: "), reached.toString());
                assertTrue(reached.path("detail").asString().contains("AS-1"), reached.toString());
                good(
                        200,
                        api(
                                salvador,
                                sv,
                                "POST",
                                path,
                                body.formatted(report(ref, things.formatted(",\"NI\"", kind, asks)))));
            }
    }

    @Test
    @Order(8)
    void whatWasBegunInAnswerToWhatIsTakenBackIsGoneFromEveryList() {
        var title = "EJERCICIO: dirigida por error";
        var asks = Map.of("turn", "asks", "urgency", "URGENT", "to", "GT", "title", title);
        var whole = send(asker, form(asker, "00000000000000a3", asks));
        guatemala.until("it has come", () -> asked.get("/exchange").body().contains(title));
        var wrong = find(
                Pattern.compile("href=\"(/exchange/SV/[0-9]+)\"[^>]*>" + title),
                asked.get("/exchange?lang=es").body());
        var id = wrong.substring("/exchange/".length());
        var reply = Map.of("turn", "answers", "request", id, "title", "Respuesta: " + title, "step", "save");
        var answer = form(asked, "00000000000000b3", reply);
        var kept = Visitor.location(asked.send("POST", "/exchange/new", Map.of(), answer));
        for (var list : List.of("/work", "/exchange", kept))
            assertTrue(asked.get(list).body().contains(title), list);
        var mailbox = asked.get("/exchange?lang=es").body();
        assertTrue(mailbox.contains("Responde a la solicitud <a href=\"" + wrong + "\">" + id), mailbox);
        assertTrue(asked.get("/work?lang=es").body().contains("Respuesta a una solicitud"));
        assertTrue(mailbox.contains("href=\"/exchange/new?draft=new\">Escribir un informe"), mailbox);
        assertFalse(
                asked.get("/exchange/new?draft=new").body().contains("name=\"request\" value=\"" + id),
                "a new one is no answer that was begun");
        var recall = Map.of(
                "_csrf",
                asker.token(),
                "from",
                "GT",
                "seen",
                "GT",
                "deadline",
                "2027-01-01",
                "step",
                "sign",
                "read",
                "yes");
        assertEquals(
                303, asker.send("POST", whole + "/recall", Map.of(), recall).statusCode());
        salvador.until(
                "Guatemala says that it is gone",
                () -> asker.get(whole + "?lang=es").body().contains("Su nodo lo destruyó"));
        for (var list : List.of("/work", "/exchange", "/exchange/new", kept))
            assertFalse(asked.get(list).body().contains(title), list);
        for (var step : List.of("save", "review", "keep")) {
            answer.put("step", step);
            var again = asked.send("POST", "/exchange/new?lang=es", Map.of(), answer);
            assertEquals(404, again.statusCode(), "a page that was open");
            assertTrue(again.body().contains("No hay tal solicitud"));
            assertFalse(again.body().contains(title));
        }
        assertFalse(asked.get("/work").body().contains(title));
    }

    /** CA-7: it becomes real when two persons have said so. */
    @Test
    @Order(10)
    void anAlertIsWrittenInBothLanguagesAndLeavesAsRealOnceTwoPersonsSaidSo() {
        assertTrue(
                asker.get("/exchange/new?draft=new&turn=warns&lang=es").body().contains("Emitir una alerta"));
        var alert = new HashMap<>(Map.of(
                "turn", "warns", "category", "MET", "response", "AVOID", "haste", "IMMEDIATE", "severity", "SEVERE"));
        alert.putAll(Map.of("to", "GT", "expires", "2026-11-05", "other-title", "EXERCISE: flood"));
        var wrong = asker.send("POST", "/exchange/new", Map.of(), form(asker, "00000000000000c1", alert));
        assertEquals(422, wrong.statusCode());
        for (var field : List.of("certainty", "expires-time", "other-fact"))
            assertTrue(wrong.body().contains("id=\"" + field + "-error\""), field);
        assertTrue(wrong.body().contains("15:30."), "an hour that is missing is no date");
        alert.putAll(Map.of("certainty", "OBSERVED", "expires-time", "15:30", "other-fact", "EXERCISE. Keep off."));
        var form = form(asker, "00000000000000c1", alert);
        var reviewed = asker.send("POST", "/exchange/new", Map.of(), form);
        assertEquals(303, reviewed.statusCode(), reviewed.body());
        var review = asker.get(Visitor.location(reviewed) + "&lang=es").body();
        assertTrue(review.contains("En inglés") && review.contains("EXERCISE. Keep off."), review);
        var sign = signing(asker, form, review);
        var early = asker.send("POST", "/exchange/new?lang=es", Map.of(), sign);
        assertEquals(409, early.statusCode());
        assertTrue(early.body().contains("Las alertas de este nodo son de ejercicio"), early.body());
        twoPersonsSayThatAlertsAreReal();
        var whole = Visitor.location(asker.send("POST", "/exchange/new", Map.of(), sign));
        assertTrue(asker.get(whole + "?lang=es").body().contains("Meteorológica"), whole);
        guatemala.until(
                "the alert has come", () -> links(asked, "/exchange").stream().anyMatch(link -> isAlert(link)));
        var copy = links(asked, "/exchange").stream()
                .filter(RequestsPagesTest::isAlert)
                .findFirst()
                .orElseThrow();
        assertTrue(asked.get("/exchange?lang=es").body().contains("Alerta hasta el 5 nov"));
        var cap = asked.get(copy + "/cap.xml?purpose=A2");
        assertEquals(200, cap.statusCode());
        assertEquals(
                "application/cap+xml", cap.headers().firstValue("Content-Type").orElseThrow());
        for (var part : List.of(
                "<status>Actual</status>",
                "<addresses>GT</addresses>",
                "<code>TLP:AMBER</code>",
                "<language>es</language>",
                "<language>en</language>",
                "<expires>2026-11-05T21:30:00-00:00</expires>",
                "<description>EXERCISE. Keep off.</description>"))
            assertTrue(cap.body().contains(part), cap.body());
        var brought = asked.send(
                "POST",
                "/exchange/new?lang=es",
                Map.of(),
                Map.of("_csrf", asked.token(), "step", "bring", "cap", cap.body()));
        assertEquals(200, brought.statusCode());
        for (var part : List.of("EXERCISE. Keep off.", "CAP 1.2: acorde/", "value=\"2026-11-05\"", "value=\"15:30\""))
            assertTrue(brought.body().contains(part), part);
        var entity = Map.of("_csrf", asked.token(), "step", "bring", "cap", "<!DOCTYPE a>" + cap.body());
        var refused = asked.send("POST", "/exchange/new", Map.of(), entity);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("id=\"cap-error\""));
        for (var told : List.of(
                "Lo que no se tomó de este mensaje", "<code>addresses</code>", "<code>info[1]/senderName</code>"))
            assertTrue(brought.body().contains(told), told);
        whatWasWrittenStaysWhenAMessageIsBrought(cap.body());
        assertEquals(404, asked.get(request + "/cap.xml").statusCode(), "what is no alert is none as a file either");
    }

    /** Another office, another rule of release or, as here, its day of review: only its recall takes anything from whoever writes. */
    @Test
    @Order(11)
    void whatIsWrittenStaysWhileItsRequestCannotBeFoundAndWasNotTakenBack() {
        var title = "EJERCICIO: por poco tiempo";
        var day = guatemala.records.clock.instant().plus(Duration.ofDays(2)).toString();
        var asks = Map.of("turn", "asks", "urgency", "URGENT", "to", "GT", "title", title);
        var form = form(asker, "00000000000000a5", asks);
        form.put("review", day.substring(0, 10));
        send(asker, form);
        guatemala.until("it has come", () -> asked.get("/exchange").body().contains(title));
        var id = find(
                Pattern.compile("href=\"/exchange/(SV/[0-9]+)\"[^>]*>" + title),
                asked.get("/exchange").body());
        var written = "EJERCICIO: casi escrita";
        var answer = form(asked, "00000000000000b5", Map.of("turn", "answers", "request", id, "title", written));
        answer.put("step", "save");
        assertEquals(303, asked.send("POST", "/exchange/new", Map.of(), answer).statusCode());
        guatemala.records.clock.forward(Duration.ofDays(4));
        asked = guatemala.officer(Role.ANALYST);
        answer.put("_csrf", asked.token());
        for (var step : List.of("keep", "save", "review", "sign")) {
            answer.put("step", step);
            assertEquals(
                    404, asked.send("POST", "/exchange/new", Map.of(), answer).statusCode(), step);
            assertTrue(asked.get("/work").body().contains(written), step);
        }
        answer.put("step", "drop");
        assertEquals(303, asked.send("POST", "/exchange/new", Map.of(), answer).statusCode());
        assertFalse(asked.get("/work").body().contains(written));
    }

    private static void whatWasWrittenStaysWhenAMessageIsBrought(String cap) {
        var written = form(
                asked,
                "00000000000000c2",
                Map.of("turn", "warns", "to", "SV", "never", "CO", "step", "save", "handling", "H1", "title", "Antes"));
        assertEquals(303, asked.send("POST", "/exchange/new", Map.of(), written).statusCode());
        var kept = List.of(
                "name=\"to\" value=\"SV\" checked",
                "value=\"CO\"",
                "Memorando de 2019, área 2",
                "value=\"H1\" checked");
        var bring = new HashMap<>(Map.of("_csrf", asked.token(), "draft", "00000000000000c2", "step", "bring"));
        bring.put("cap", cap);
        var brought = asked.send("POST", "/exchange/new", Map.of(), bring);
        assertEquals(200, brought.statusCode());
        for (var part : kept) assertTrue(brought.body().contains(part), () -> part + " not in " + brought.body());
        assertTrue(brought.body().contains("value=\"H2\" checked"), "and the marks of the message with them");
        assertFalse(brought.body().contains("Antes"));
        bring.put("cap", cap.replace("Actual", "Test"));
        var refused = asked.send("POST", "/exchange/new?lang=es", Map.of(), bring);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Su status no es Actual"));
        for (var part : kept) assertTrue(refused.body().contains(part), () -> part + " not in " + refused.body());
        assertTrue(refused.body().contains("Antes"));
    }

    private static boolean isAlert(String link) {
        return asked.get(link + "?lang=es").body().contains("Descargar como CAP");
    }

    private static void twoPersonsSayThatAlertsAreReal() {
        var other = salvador.officer(Role.LIAISON);
        var on = new HashMap<>(Map.of("_csrf", asker.token(), "step", "on", "seen", "EXERCISE"));
        assertEquals(422, asker.send("POST", "/exchange/alerts", Map.of(), on).statusCode(), "who says so has read it");
        on.put("read", "yes");
        assertEquals(303, asker.send("POST", "/exchange/alerts", Map.of(), on).statusCode());
        assertEquals(409, asker.send("POST", "/exchange/alerts", Map.of(), on).statusCode());
        assertTrue(asker.get("/exchange/alerts?lang=es").body().contains("tiene que ser otra"));
        on.put("_csrf", other.token());
        var unseen = other.send("POST", "/exchange/alerts?lang=es", Map.of(), on);
        assertEquals(409, unseen.statusCode(), "who read that they belong to an exercise does not make them real");
        assertTrue(unseen.body().contains("dijo que pasan a ser reales"), unseen.body());
        on.put("seen", find(SEEN, unseen.body()));
        assertEquals(303, other.send("POST", "/exchange/alerts", Map.of(), on).statusCode());
        assertTrue(asker.get("/exchange/alerts?lang=es").body().contains("son reales desde"));
    }
}
