package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.compact.ItemKey;
import acorde.exchange.PartyNode;
import acorde.exchange.Recalled;
import acorde.exchange.Ref;
import acorde.exchange.Report;
import acorde.exchange.Reports;
import acorde.exchange.Rule;
import acorde.offices.Role;
import acorde.policy.Field;
import acorde.policy.Purpose;
import acorde.stix.Names;
import acorde.stix.StixRead;
import acorde.stix.StixReader;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/** TAXII 2.1: El Salvador gives Guatemala reports, a program there reads them in the order in which they came, and learns that one was taken back. */
// longer than a file should be: one story on one pair of nodes, which would take as long again to start for a second
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class TaxiiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final PartyCode GT = new PartyCode("GT");
    private static final String TYPE = "application/taxii+json;version=2.1";
    private static final String ROOT = "/taxii2/acorde/";
    private static final String NO_WHOLE = "of no report that this office reads in Sent";

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One salvador;
    private static TestDesk.One guatemala;
    private static String analyst;
    private static Names names;
    private static final List<ActId> COPIES = new ArrayList<>();
    private static final List<Report> SENT = new ArrayList<>();

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        salvador = desk.start("SV");
        guatemala.follow();
        salvador.follow();
        analyst = guatemala.token(Role.ANALYST);
        names = new Names(guatemala.acts.logs().charter().hash());
        salvador.until(
                "the areas have come",
                () -> salvador.compact.items().containsKey(new ItemKey(ItemKey.Kind.AREA, "A2")));
        for (var number = 0; number < 5; number++) {
            if (number == 4) sendRestricted();
            send(number);
        }
        guatemala.until(
                "the reports have come",
                () -> get(200, received() + "objects/?match[type]=report")
                                .path("objects")
                                .size()
                        == 5);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static void send(int number) {
        var report = Reports.report(one -> {
            one.ref = Ref.fresh();
            one.exercise = false;
            one.parts.put(Field.TITLE, "EJERCICIO " + number);
            if (number == 3) one.purposes = Set.of(new Purpose("A1"), new Purpose("A2"));
        });
        COPIES.add(send(report));
        SENT.add(report);
    }

    /** EV-4: a program reads no restriction first, so this is in no page of what follows. */
    private static void sendRestricted() {
        var json = SENT.getFirst().toJson().put("ref", Ref.fresh().value()).put("restriction", "No se copia.");
        json.putArray("handling").add("H3");
        send(Report.read(json).orElseThrow());
    }

    /** @return the copy of Guatemala */
    private static ActId send(Report report) {
        return salvador.exchange.copies(send(salvador, report, GT)).getFirst().act();
    }

    /** @return the whole */
    private static ActId send(TestDesk.One by, Report report, PartyCode to) {
        var now = by.records.clock.instant();
        var seen = by.exchange.preview(report, List.of(to), now);
        return switch (by.exchange.send(PartyNode.officer("analysis"), report, seen, now)) {
            case Said.Written<Rule>(var acts) -> acts.getFirst().id();
            case Said.Declined<Rule>(var why) -> throw new AssertionError(why);
        };
    }

    private static HttpResponse<String> call(String token, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + guatemala.website.port()
                        + path.replace("[", "%5B").replace("]", "%5D")))
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) request.headers(headers);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private static JsonNode get(int status, String path) {
        return read(status, call(analyst, path, "Accept", TYPE));
    }

    private static JsonNode read(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.uri() + " " + answer.body());
        assertEquals(TYPE, Visitor.header(answer, "Content-Type"));
        var body = JsonMapper.shared().readTree(answer.body());
        if (status >= 400)
            assertEquals(String.valueOf(status), body.path("http_status").asString());
        return body;
    }

    private static String received() {
        return ROOT + "collections/" + names.collection("received") + "/";
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        for (var one : page.path("objects")) ids.add(one.path("id").asString());
        return ids;
    }

    private static List<String> copies() {
        return COPIES.stream().map(act -> "report--" + names.of(act)).toList();
    }

    @Test
    @Order(1)
    void aProgramFindsItsWayFromTheNodeToTheCollectionsOfItsOffice() {
        var discovery = get(200, "/taxii2/");
        assertEquals(ROOT, discovery.path("default").asString());
        var root = get(200, discovery.at("/api_roots/0").asString());
        assertEquals(TYPE, root.at("/versions/0").asString());
        assertTrue(root.path("max_content_length").asInt() > 0);
        var collections = get(200, ROOT + "collections/").path("collections");
        assertEquals(
                names.collection("received").toString(), collections.at("/0/id").asString());
        for (var one : collections) {
            assertNotEquals(
                    one.path("can_read").asBoolean(false), one.path("can_write").asBoolean(false));
            assertEquals(one, get(200, ROOT + "collections/" + one.path("id").asString() + "/"));
        }
        var spanish = read(200, call(analyst, received(), "Accept", TYPE, "Accept-Language", "es"));
        assertEquals("Recibido", spanish.path("title").asString());
        assertEquals("Received", get(200, received()).path("title").asString());
    }

    @Test
    @Order(2)
    void whatIsReadIsTheReportWithEveryMarkingAsItWasGiven() {
        var objects = get(200, received() + "objects/?match[type]=report").path("objects");
        for (var number = 0; number < 5; number++) {
            var read = (StixRead.Good)
                    StixReader.read(objects.path(number), SENT.get(number).ref());
            assertEquals(SENT.get(number), read.report());
        }
        var all = get(200, received() + "objects/");
        var known = new HashSet<>(ids(all));
        for (var object : all.path("objects")) {
            for (var ref : object.path("object_marking_refs")) assertTrue(known.contains(ref.asString()));
            if (object.has("created_by_ref"))
                assertTrue(known.contains(object.path("created_by_ref").asString()));
        }
    }

    @Test
    @Order(3)
    void aCollectionIsReadAPageAtATimeInTheOrderInWhichItCame() {
        for (var what : List.of("objects", "manifest"))
            for (var limit : List.of(1, 4, 500)) {
                var seen = new ArrayList<String>();
                var next = "";
                do {
                    var answer = call(
                            analyst,
                            received() + what + "/?limit=" + limit + (next.isEmpty() ? "" : "&next=" + next),
                            "Accept",
                            TYPE);
                    var page = read(200, answer);
                    assertTrue(ids(page).size() <= limit);
                    assertTrue(Visitor.header(answer, "X-TAXII-Date-Added-First")
                                    .compareTo(Visitor.header(answer, "X-TAXII-Date-Added-Last"))
                            <= 0);
                    seen.addAll(ids(page));
                    assertEquals(page.path("more").asBoolean(false), page.has("next"));
                    next = page.path("next").asString("");
                } while (!next.isEmpty());
                assertEquals(seen.size(), new HashSet<>(seen).size());
                assertEquals(copies(), seen.subList(seen.size() - 5, seen.size()));
            }
        var empty = call(analyst, received() + "objects/?added_after=2099-01-01T00:00:00Z", "Accept", TYPE);
        assertEquals("{\"more\":false}", empty.body());
        assertEquals("", Visitor.header(empty, "X-TAXII-Date-Added-Last"));
    }

    @Test
    @Order(4)
    void whatWasAddedAfterATimeIsAllThatIsReadAndNoneIsMissed() {
        var manifest = get(200, received() + "manifest/?match[type]=report").path("objects");
        for (var number = 0; number < 5; number++) {
            var after = manifest.path(number).path("date_added").asString();
            var rest = get(200, received() + "objects/?added_after=" + after);
            assertEquals(copies().subList(number + 1, 5), ids(rest));
        }
    }

    @Test
    @Order(5)
    void theFiltersOfTheStandardChooseAmongWhatTheOfficeMayRead() {
        var two = copies().subList(1, 3);
        assertEquals(two, ids(get(200, received() + "objects/?match[id]=" + String.join(",", two))));
        assertEquals(List.of(), ids(get(200, received() + "objects/?match[type]=indicator,malware")));
        assertEquals(List.of(), ids(get(200, received() + "objects/?match[spec_version]=2.0")));
        assertEquals(
                5,
                ids(get(200, received() + "objects/?match[spec_version]=2.0,2.1&match[type]=report"))
                        .size());
        for (var version : List.of("first", "last", "all"))
            assertEquals(
                    copies(), ids(get(200, received() + "manifest/?match[type]=report&match[version]=" + version)));
        var version = get(200, received() + "manifest/?match[id]=" + two.getFirst())
                .at("/objects/0/version")
                .asString();
        assertTrue(ids(get(200, received() + "manifest/?match[version]=" + version))
                .contains(two.getFirst()));
        assertEquals(List.of(), ids(get(200, received() + "manifest/?match[version]=2001-01-01T00:00:00.000Z")));
        var one = received() + "objects/" + two.getFirst() + "/";
        assertEquals(List.of(two.getFirst()), ids(get(200, one)));
        assertEquals(version, get(200, one + "versions/").at("/versions/0").asString());
    }

    /** AS-1, CE-1. */
    @Test
    @Order(6)
    void anOfficeReadsTheCollectionsOfItsAreasAndNoOthers() {
        var area = ROOT + "collections/" + names.collection("area/A1") + "/";
        assertEquals(List.of(copies().get(3)), ids(get(200, area + "objects/?match[type]=report")));
        var ofA4 = guatemala.token("analysis-a4");
        read(404, call(ofA4, area + "objects/", "Accept", TYPE));
        assertEquals(List.of(), ids(read(200, call(ofA4, received() + "objects/?match[type]=report", "Accept", TYPE))));
        var hidden = call(ofA4, received() + "objects/" + copies().getFirst() + "/", "Accept", TYPE);
        var none = call(ofA4, received() + "objects/report--00000000-0000-5000-8000-000000000000/", "Accept", TYPE);
        assertEquals(read(404, none), read(404, hidden));
        read(404, call(ofA4, received() + "objects/" + copies().getFirst() + "/versions/", "Accept", TYPE));
    }

    /** What a hostile program would try. */
    @Test
    @Order(7)
    void whatIsNoQuestionOfTheStandardIsRefusedWithASentence() {
        var next = get(200, received() + "objects/?limit=1").path("next").asString();
        for (var wrong : List.of(
                "limit=0",
                "limit=x",
                "limit=-1",
                "added_after=yesterday",
                "added_after=2026-11-27",
                "match[name]=x",
                "match[id]=",
                "match[type]=" + "a,".repeat(200) + "a",
                "limit=1&limit=2",
                "next=x",
                "next=" + "A".repeat(48),
                "next=" + "A".repeat(4_000),
                "next=" + next + "&match[type]=report",
                "added_after=%2B999999999-01-01T00:00:00Z",
                "match[id]=%00"))
            assertNotEquals(
                    "",
                    get(400, received() + "objects/?" + wrong)
                            .path("description")
                            .asString());
        get(400, received() + "manifest/?next=" + next);
        get(400, ROOT + "collections/" + names.collection("sent") + "/objects/?next=" + next);
        read(400, call(guatemala.token(Role.COORDINATOR), received() + "objects/?next=" + next, "Accept", TYPE));
        assertNotEquals(
                next, get(200, received() + "objects/?limit=1").path("next").asString(), "it tells no place");
        get(404, ROOT + "collections/00000000-0000-5000-8000-000000000000/objects/");
        get(404, ROOT + "nothing/");
        for (var type : List.of("text/html", "application/json", "application/taxii+json;version=2.0"))
            read(406, call(analyst, "/taxii2/", "Accept", type));
        for (var type : List.of("*/*", "application/*", "application/taxii+json", "text/html, " + TYPE + ";q=0.5"))
            read(200, call(analyst, "/taxii2/", "Accept", type));
        read(401, call("acorde-0123456789abcdef-" + "A".repeat(43), "/taxii2/", "Accept", TYPE));
    }

    @Test
    @Order(8)
    void whatWasTakenBackIsRevokedForWhoTookItAwayAndThereForNobodyElse() {
        var whole = salvador
                .exchange
                .mailbox(
                        PartyNode.officer("analysis"),
                        acorde.exchange.Mailbox.Way.SENT,
                        acorde.exchange.Mailbox.Place.newest(salvador.records.clock.instant()),
                        50,
                        salvador.records.clock.instant())
                .items()
                .stream()
                .filter(item -> item.report().ref().equals(SENT.getFirst().ref()))
                .findFirst()
                .orElseThrow();
        var why = new Recalled.Why(Recalled.Ground.WRONG_CONTENT, LocalDate.parse("2026-11-10"));
        var said = salvador.exchange.recall(PartyNode.officer("analysis"), whole.act(), Set.of(GT), why);
        assertTrue(said instanceof Said.Written<Rule>, said::toString);
        var object = received() + "objects/" + copies().getFirst() + "/";
        guatemala.until("it is revoked", () -> {
            var answer = call(analyst, object, "Accept", TYPE);
            return answer.statusCode() == 200 && answer.body().contains("\"revoked\":true");
        });
        var revoked = get(200, object).at("/objects/0");
        assertFalse(revoked.toString().contains("EJERCICIO"));
        assertEquals(
                copies().getFirst(),
                ids(get(200, received() + "manifest/?match[type]=report")).getLast());
        read(404, call(guatemala.token("analysis-a2"), object, "Accept", TYPE));
    }

    private static HttpResponse<String> bring(
            String token, String collection, String type, String body) { // what, as what
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + guatemala.website.port() + ROOT
                        + "collections/" + collection + "/objects/"))
                .headers("Authorization", "Bearer " + token, "Accept", TYPE, "Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode bring(int status, String body) {
        return read(status, bring(analyst, names.collection("drafts").toString(), TYPE, body));
    }

    private static String object(int number, String more) {
        return "{\"type\":\"report\",\"spec_version\":\"2.1\",\"id\":\"report--00000000-0000-4000-8000-00000000000"
                + number
                + "\",\"created\":\"2026-11-02T12:00:00.000Z\",\"modified\":\"2026-11-02T12:00:00.000Z\",\"name\":\"EJERCICIO traído "
                + number
                + "\",\"description\":\"EJERCICIO. De otro sistema.\",\"published\":\"2026-11-02T12:00:00.000Z\""
                + more + "}";
    }

    private static String marked(String purposes) {
        var extension = "extension-definition--4baa456b-63da-4813-8247-2dcc0b9012ca";
        return ",\"object_marking_refs\":[\"marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421\"],\"extensions\":{\""
                + extension
                + "\":{\"extension_type\":\"property-extension\",\"evaluation\":\"B2\",\"handling\":[\"H1\",\"H2\"],\"purposes\":["
                + purposes + "],\"basis\":\"Memorando de 2019\"}}";
    }

    private static String envelope(String... objects) {
        return "{\"objects\":[" + String.join(",", objects) + "]}";
    }

    /** EV-6; a person looks before anything is sent. */
    @Test
    @Order(9)
    void whatIsBroughtWaitsForAPersonAndABadObjectIsNamedAndStopsNoOther() {
        var unknown = ",\"object_marking_refs\":[\"marking-definition--00000000-0000-4000-8000-000000000000\"]";
        var all = envelope(
                object(1, marked("\"A2\"") + ",\"confidence\":80"),
                object(2, unknown),
                object(3, marked("\"Z9\"")),
                object(4, "").replace("report--", "indicator--").replace("\"report\"", "\"indicator\""),
                "7",
                object(5, marked("\"A2\"")),
                object(6, ",\"x\":\"\\u0000\""));
        var status = bring(202, all);
        assertEquals("complete", status.path("status").asString());
        assertEquals(7, status.path("total_count").asInt());
        assertEquals(2, status.path("success_count").asInt());
        assertEquals(5, status.path("failure_count").asInt());
        assertEquals(0, status.path("pending_count").asInt());
        assertTrue(status.at("/successes/0/message").asString().endsWith("Not taken over: confidence."));
        assertEquals(
                "report--00000000-0000-4000-8000-000000000002",
                status.at("/failures/0/id").asString());
        assertTrue(status.at("/failures/0/message").asString().contains("none is dropped"));
        assertTrue(status.at("/failures/1/message").asString().contains("Z9"));
        assertEquals(status, get(200, ROOT + "status/" + status.path("id").asString() + "/"));
        read(
                404,
                call(
                        guatemala.token(Role.COORDINATOR),
                        ROOT + "status/" + status.path("id").asString() + "/",
                        "Accept",
                        TYPE));
        assertEquals(2, bring(202, all).path("success_count").asInt(), "the same again comes to the same");

        var reader = guatemala.officer(Role.ANALYST);
        var mailbox = reader.get("/exchange").body();
        assertEquals(2, mailbox.split("action=\"/exchange/brought/", -1).length - 1, "and waits once");
        var name = mailbox.replaceAll("(?s).*?action=\"(/exchange/brought/[0-9a-f]{64})\".*", "$1");
        assertFalse(guatemala.officer(Role.COORDINATOR).get("/exchange").body().contains("EJERCICIO traído"));
        guatemala.officer(Role.COORDINATOR).post(name, "step", "take");
        var form =
                reader.get(Visitor.location(reader.post(name, "step", "take"))).body();
        for (var told : List.of("EJERCICIO traído", "EJERCICIO. De otro sistema.", "Memorando de 2019"))
            assertTrue(form.contains(told), told);
        for (var box : List.of("value=\"H1\" checked", "value=\"H2\" checked", "value=\"A2\" checked"))
            assertTrue(form.contains(box), box);
        assertEquals("/exchange", Visitor.location(reader.post(name, "step", "take")), "somebody took it up");
        bring(202, all);
        assertEquals(1, reader.get("/exchange").body().split("action=\"/exchange/brought/", -1).length - 1);
        assertTrue(salvador.exchange.copies(new ActId(GT, 0)).isEmpty(), "nothing was sent");
    }

    @Test
    @Order(10)
    void whatIsNoEnvelopeOrTooLargeIsRefusedWholeWithASentence() {
        var good = envelope(object(7, marked("\"A2\"")));
        for (var type : List.of("application/json", "text/plain", "application/taxii+json;version=2.0", "*/*"))
            read(415, bring(analyst, names.collection("drafts").toString(), type, good));
        for (var wrong :
                List.of("", "[]", "{", "{\"objects\":[1],\"objects\":[1]}", "{\"objects\":" + "[".repeat(10_000)))
            bring(400, wrong);
        for (var wrong : List.of("{}", "{\"objects\":[]}", "{\"objects\":{}}")) bring(422, wrong);
        bring(413, "{\"objects\":[" + "1,".repeat(1_000) + "1]}");
        bring(413, envelope(object(8, ",\"x\":\"" + "x".repeat(4 << 20) + "\"")));
        read(403, bring(analyst, names.collection("received").toString(), TYPE, good));
        read(404, bring(analyst, "00000000-0000-5000-8000-000000000000", TYPE, good));
        read(
                403,
                bring(
                        guatemala.token(Role.SUPERVISOR),
                        names.collection("drafts").toString(),
                        TYPE,
                        good));
        get(403, ROOT + "collections/" + names.collection("drafts") + "/objects/");
    }

    private static HttpResponse<String> delete(String token, String collection, String object) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + guatemala.website.port() + ROOT
                        + "collections/" + collection + "/objects/" + object + "/"))
                .headers("Authorization", "Bearer " + token, "Accept", TYPE)
                .DELETE();
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** TAXII 2.1, 5.7; AS-1: whether there is such an object is not told. */
    @Test
    @Order(11)
    void nothingIsDeletedAndTheAnswerNamesTheWayByWhichItIsTakenBack() {
        var received = names.collection("received").toString();
        var none = "report--00000000-0000-5000-8000-000000000000";
        var refused = read(403, delete(analyst, received, copies().getLast()));
        assertTrue(refused.path("description").asString().contains("/recall"), refused.toString());
        assertEquals(refused, read(403, delete(analyst, received, none)));
        var drafts = read(403, delete(analyst, names.collection("drafts").toString(), none));
        assertTrue(drafts.path("description").asString().contains("drops it"), drafts.toString());
        read(
                404,
                delete(
                        guatemala.token("liaison-a4"),
                        names.collection("area/A1").toString(),
                        copies().getLast()));
        get(200, received() + "objects/" + copies().getLast() + "/");
    }

    @Test
    @Order(12)
    void oneThatIsThereIsAnsweredWithNothingWhereAFilterWantsNoneOfIt() {
        var one = received() + "objects/" + copies().getLast() + "/";
        for (var what : List.of(one, one + "versions/"))
            for (var filter : List.of("added_after=2099-01-01T00:00:00Z", "match[spec_version]=2.0"))
                assertEquals("{\"more\":false}", get(200, what + "?" + filter).toString(), what + filter);
        get(404, received() + "objects/report--00000000-0000-5000-8000-000000000000/?match[spec_version]=2.0");
    }

    private static String said(int status, String token, String path, String language) {
        return read(status, call(token, path, "Accept", TYPE, "Accept-Language", language))
                .path("title")
                .asString();
    }

    @Test
    @Order(13)
    void errorsAreSaidInTheLanguageThatAProgramAsksFor() {
        for (var language : List.of("es", "es-SV,en;q=0.5", "fr"))
            assertEquals("No se puede leer", said(400, analyst, received() + "objects/?limit=0", language));
        assertEquals("Not readable", said(400, analyst, received() + "objects/?limit=0", "en"));
        assertEquals("No está", said(404, analyst, ROOT + "nothing/", "es"));
        assertEquals("No está", said(404, analyst, ROOT + "collections/none/", "es"));
        assertEquals("Falta una clave vigente", said(401, "acorde-none", "/taxii2/", "es"));
        var supervisor = guatemala.token(Role.SUPERVISOR);
        assertEquals("No es para este despacho", said(403, supervisor, ROOT + "status/none/", "es"));
        assertEquals("Not for this office", said(403, supervisor, ROOT + "status/none/", "en"));
    }

    private static String failure(String object) {
        var status = bring(202, envelope(object));
        assertEquals(1, status.path("failure_count").asInt(), status.toString());
        return status.at("/failures/0/message").asString();
    }

    private static String saying(String more) {
        return marked("\"A2\"").replace("\"basis\"", more + ",\"basis\"");
    }

    /** AS-1. */
    @Test
    @Order(14)
    void whatCouldReachACountryItMustNotIsRefusedWhoeverBringsIt() {
        var protecting = "\"persons\":[\"person\",\"protection\"],\"never\":[\"HN\"],"
                + "\"objects\":[{\"kind\":\"document\",\"name\":\"Inventado\",\"country\":\"%s\"}]";
        var reached = failure(object(8, saying(protecting.formatted("NI"))));
        assertTrue(reached.startsWith("objects[0]: ") && reached.contains("AS-1"), reached);
        assertEquals(
                1,
                bring(202, envelope(object(8, saying(protecting.formatted("HN")))))
                        .path("success_count")
                        .asInt());
    }

    private static String acting(String act) {
        return saying("\"act\":" + act);
    }

    /** AS-1: whom a copy must never reach does not stand in it. */
    @Test
    @Order(15)
    void aCopyThatIsBroughtBackIsRefusedByItsActItsAuthorOrItsName() {
        var named = object(9, marked("\"A2\"")).replaceFirst("report--[0-9a-f-]+", copies().getLast());
        var author = ",\"created_by_ref\":\"" + names.identity(new PartyCode("SV")) + "\"";
        for (var copy :
                List.of(object(9, acting("\"" + COPIES.getLast() + "\"")), object(9, author + marked("\"A2\"")), named))
            assertTrue(failure(copy).startsWith("It is a copy that SV gave"), copy);
        var ofA4 = read(
                202,
                bring(
                        guatemala.token("representative-a4"),
                        names.collection("drafts").toString(),
                        TYPE,
                        envelope(named.replace("\"A2\"", "\"A4\""))));
        assertEquals(1, ofA4.path("success_count").asInt(), "who does not find it learns nothing: " + ofA4);
    }

    /** What this party gave comes back as the whole alone: the copy it gave has not all of it. */
    @Test
    @Order(15)
    void ofWhatThisPartyGaveTheWholeAloneIsBroughtAgain() {
        var report = Reports.report(one -> {
            one.ref = Ref.fresh();
            one.exercise = false;
        });
        var whole = send(guatemala, report, new PartyCode("SV"));
        var copy = guatemala.exchange.copies(whole).getFirst().act();
        var sent = ROOT + "collections/" + names.collection("sent") + "/objects/report--" + names.of(whole) + "/";
        guatemala.until(
                "it is read in Sent", () -> call(analyst, sent, "Accept", TYPE).statusCode() == 200);
        for (var act : List.of("\"" + copy + "\"", "\"GT/0\"", "\"GT/05\"", "\"SV\"", "7", "null", "{}"))
            assertTrue(failure(object(9, acting(act))).contains(NO_WHOLE), act);
        var ours = ",\"created_by_ref\":\"" + names.identity(GT) + "\"" + marked("\"A2\"");
        var stripped = object(9, ours).replaceFirst("report--[0-9a-f-]+", "report--" + names.of(copy));
        assertTrue(failure(stripped).contains(NO_WHOLE), "whatever of it got lost on the way");
        var called = stripped.replace(names.of(copy).toString(), names.of(whole).toString());
        assertEquals(
                2,
                bring(202, envelope(called, object(9, ours)))
                        .path("success_count")
                        .asInt());
        var again = envelope(object(9, acting("\"" + whole + "\"")));
        assertEquals(1, bring(202, again).path("success_count").asInt());
    }
}
