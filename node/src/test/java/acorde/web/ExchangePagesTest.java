package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.acts.Act;
import acorde.acts.ActId;
import acorde.acts.Said;
import acorde.compact.ItemKey;
import acorde.exchange.PartyNode;
import acorde.exchange.Recalled;
import acorde.exchange.Ref;
import acorde.exchange.Reports;
import acorde.files.Announced;
import acorde.files.Attachment;
import acorde.files.Kept;
import acorde.files.Named;
import acorde.files.Put;
import acorde.files.Upload;
import acorde.offices.Role;
import acorde.policy.Field;
import acorde.policy.Nothing;
import acorde.trust.PartyCode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes: El Salvador writes a report, sees who is given what and sends it; Guatemala reads it, and has to give it up; with pages, and with programs. A third is there for what is given on. */
// longer than a file should be: one story on one pair of nodes, which would take as long again to start for a second
@Tag("database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ExchangePagesTest {
    private static final PartyCode SV = new PartyCode("SV");
    private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([0-9a-f]{64})\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/exchange/SV/[0-9]+)\"");
    private static final String DRAFT = "0123456789abcdef";
    private static final String TITLE = "EJERCICIO: tres partidas con un mismo sello";

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One salvador;
    private static TestDesk.One guatemala;
    private static Visitor analyst;
    private static Visitor reader;
    private static String whole = "";
    private static String copy = "";
    private static String address = "";
    private static String upload = "";

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        salvador = desk.start("SV");
        guatemala.follow();
        salvador.follow();
        analyst = salvador.officer(Role.ANALYST);
        reader = guatemala.officer(Role.ANALYST);
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

    private static Map<String, String> report(Map<String, String> changes) {
        var form = new HashMap<>(Map.of(
                "title", TITLE,
                "fact", "EJERCICIO. Se presentaron tres partidas con un sello idéntico.",
                "source", "EJERCICIO. Registro del puesto 14",
                "source-grade", "B",
                "information-grade", "2",
                "tlp", "AMBER",
                "handling", "H2",
                "purposes", "A2",
                "basis", "Memorando de 2019, área 2",
                "to", "GT"));
        form.put("objects", "documento: Partida inventada; 15-204; GT\npersona: Persona inventada");
        form.put("attachments", upload);
        form.put("review", "2027-05-01");
        form.put("draft", DRAFT);
        form.putAll(changes);
        form.put("_csrf", analyst.token());
        return form;
    }

    private static String reviewed(Map<String, String> form) {
        var answer = analyst.send("POST", "/exchange/new", Map.of(), form);
        assertEquals(303, answer.statusCode(), answer.body());
        address = Visitor.location(answer);
        assertEquals("/exchange/new?draft=" + DRAFT + "&review=yes", address);
        return analyst.get(address + "&lang=es").body();
    }

    private static Upload ready(String name, String words) {
        var sender =
                salvador.records.signIn("officer.analyst", TestDesk.PASSWORD).officer();
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        return assertInstanceOf(
                        Put.Ready.class,
                        salvador.files.put(sender, Announced.as(name), new ByteArrayInputStream(bytes)))
                .upload();
    }

    @Test
    @Order(0)
    void aFileThatLiesReadyNoMoreIsMissedAndOneThatDoesIsOffered() {
        upload = "999999";
        var answer = analyst.send("POST", "/exchange/new", Map.of(), report(Map.of()));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"attachments-error\""), answer.body());
        upload = Long.toString(ready("sello.txt", "EJERCICIO. El sello.").id());
        assertTrue(analyst.get("/exchange/new").body().contains("name=\"attachments\" value=\"" + upload + "\""));
    }

    @Test
    @Order(1)
    void whatCannotBeReadIsSaidAtItsField() {
        var wrong = report(
                Map.of("title", "", "fact", "", "never", "Honduras", "handling", "H3", "to", "SV", "objects", "x"));
        var answer = analyst.send("POST", "/exchange/new?lang=es", Map.of(), wrong);
        assertEquals(422, answer.statusCode());
        var page = answer.body();
        for (var field : List.of("title", "fact", "never", "restriction", "to", "objects"))
            assertTrue(page.contains("id=\"" + field + "-error\""), field);
        assertTrue(page.contains("Línea 1: «x»."), "which line it is");
        assertTrue(page.contains("Registro del puesto 14"), "what was typed is still there");
        assertTrue(
                analyst.get("/exchange/new").body().contains("Registro del puesto 14"), "and when it is loaded again");
    }

    /** AS-4: what the receiver's node keeps to is told to nobody there, so that nobody is promised it. */
    @Test
    @Order(1)
    void theFormSaysWhatItsDaysDoAndPromisesNobodyTheListOfCountries() {
        var form = analyst.get("/exchange/new?draft=new&lang=es").body();
        assertTrue(form.contains("Aquí se propone de hoy en 6 meses"), form);
        assertTrue(form.contains("destruye su copia si usted no lo renueva antes"));
        assertTrue(form.contains("cumple la lista y no la muestra a nadie"));
    }

    @Test
    @Order(1)
    void whoIsGivenNothingIsToldWhyAndWhereToChangeIt() {
        var unmarked = reviewed(report(Map.of("tlp", "", "to", "GT")));
        assertTrue(unmarked.contains("Guatemala no lo recibe"));
        assertTrue(unmarked.contains("EV-1B"));
        assertFalse(unmarked.contains("value=\"sign\""));
        assertTrue(unmarked.contains("Así no lo recibe nadie"));
        assertTrue(unmarked.contains("href=\"/exchange/new?draft=" + DRAFT + "#tlp\""), unmarked);
        var banned = reviewed(report(Map.of("to", "HN", "never", "hn")));
        assertTrue(banned.contains("Honduras no lo recibe"));
        assertTrue(banned.contains("AS-1"));
        assertTrue(banned.contains(
                "Quien lo da nombró países que no debe alcanzar nunca, y por aquí podría alcanzar uno."));
        assertTrue(banned.contains("href=\"/exchange/new?draft=" + DRAFT + "#never\""), banned);
        assertFalse(banned.contains("Protege a"), "it protects nobody, and is not said to");
    }

    @Test
    @Order(2)
    void beforeSendingItIsShownWhoIsGivenWhatAndWhy() {
        var page = reviewed(report(Map.of()));
        assertTrue(page.contains("Guatemala lo recibe sin: la fuente"), page);
        assertTrue(page.contains("Porque usted se lo dirige"));
        assertTrue(page.contains("La fuente se queda con quien la tiene"));
        assertTrue(page.contains("Retiene la fuente: La fuente se queda"), "each rule beside what it does");
        assertTrue(page.contains("(DE-4)"));
        assertTrue(page.contains("También se le dice quién es cada persona"), page);
        assertTrue(page.contains("Partida inventada") && page.contains("Se refiere a alguna persona"), page);
        assertTrue(page.contains("sello.txt"), "what goes with it is named before it is signed");
        for (var kept : List.of(Map.of("persons", "CHILD"), Map.of("never", "hn"))) {
            var without = reviewed(report(kept));
            assertTrue(without.contains("Guatemala lo recibe sin: la fuente y los archivos"), without);
        }
        reviewed(report(Map.of()));
        assertTrue(analyst.get(address + "&lang=en").body().contains("Guatemala is given it without: the source"));
        assertEquals(List.of(), mailbox(reader), "nothing has left");
        var draft = "/exchange/new?draft=" + DRAFT + "\">" + TITLE;
        assertTrue(analyst.get("/exchange").body().contains(draft), "what is not sent is found again");
        assertFalse(reader.get("/exchange").body().contains(TITLE));
    }

    @Test
    @Order(3)
    void whatWasShownIsSentOnceHoweverOftenTheButtonIsPressed() {
        var stale = analyst.send(
                "POST",
                "/exchange/new",
                Map.of(),
                Map.of("_csrf", analyst.token(), "draft", DRAFT, "step", "sign", "seal", "0".repeat(64)));
        assertEquals(409, stale.statusCode());
        assertTrue(stale.body().contains("data-rule=\"RELEASE_MOVED\""));
        var seal = find(SEAL, analyst.get(address).body());
        var unread = signing(analyst, seal);
        unread.remove("read");
        var kept = analyst.send("POST", "/exchange/new", Map.of(), unread);
        assertEquals(422, kept.statusCode(), "who signs has read it");
        assertTrue(kept.body().contains("id=\"read-error\""));
        var pressed = Stream.of(analyst, salvador.officer(Role.ANALYST))
                .map(hand -> Map.entry(hand, signing(hand, seal)))
                .map(press -> CompletableFuture.supplyAsync(
                        () -> press.getKey().send("POST", "/exchange/new", Map.of(), press.getValue()),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        var led = pressed.stream()
                .map(CompletableFuture::join)
                .map(Visitor::location)
                .sorted()
                .toList();
        whole = led.getLast().equals("/exchange?way=sent") ? led.getFirst() : led.getLast();
        assertTrue(led.contains("/exchange?way=sent") && whole.startsWith("/exchange/SV/"), led.toString());
        var again = signing(analyst, seal);
        assertEquals("/exchange?way=sent", Visitor.location(analyst.send("POST", "/exchange/new", Map.of(), again)));
        var page = analyst.get(whole + "?lang=es").body();
        assertTrue(page.contains("Registro del puesto 14"));
        assertTrue(page.contains("Guatemala lo recibe en parte"));
        assertEquals(List.of(whole), mailbox("/exchange?way=sent", analyst));
    }

    private static Map<String, String> signing(Visitor whose, String seal) {
        return new HashMap<>(
                Map.of("_csrf", whose.token(), "draft", DRAFT, "step", "sign", "seal", seal, "read", "yes"));
    }

    private static List<String> mailbox(Visitor visitor) {
        return mailbox("/exchange", visitor);
    }

    private static List<String> mailbox(String path, Visitor visitor) {
        return LINK.matcher(visitor.get(path).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    @Order(4)
    void theOtherPartysOfficeReadsItWithItsMarkingsAndWithoutWhatWasKeptBack() {
        guatemala.until("the report has come", () -> !mailbox(reader).isEmpty());
        copy = mailbox(reader).getFirst();
        var page = reader.get(copy + "?lang=es");
        assertEquals(200, page.statusCode());
        for (var shown : List.of(
                TITLE, "sello idéntico", "TLP:AMBER", "H2", "B2", "Memorando de 2019", "15-204", "Persona inventada"))
            assertTrue(page.body().contains(shown), shown);
        assertFalse(page.body().contains("puesto 14"));
        assertTrue(reader.get(copy + "?lang=en").body().contains("not given on without leave"));
    }

    @Test
    @Order(5)
    void itsFileIsTakenAwayByWhoMayHaveItAndTheJournalTellsIt() {
        var id = ActId.parse(copy.substring("/exchange/".length()));
        guatemala.until("the file has come", () -> whole(id));
        var link = find(
                Pattern.compile("href=\"(" + copy + "/files/0[^\"]*)\""),
                reader.get(copy).body());
        var taken = reader.get(link.replace("&amp;", "&"));
        assertEquals("EJERCICIO. El sello.", taken.body());
        assertEquals(
                "application/octet-stream",
                taken.headers().firstValue("Content-Type").orElseThrow());
        var headers = taken.headers();
        assertTrue(headers.firstValue("Content-Disposition").orElseThrow().startsWith("attachment;"));
        assertEquals(
                "default-src 'none'; sandbox",
                headers.firstValue("Content-Security-Policy").orElseThrow());
        assertTrue(guatemala.records.offices.journal().lines(0, 1_000).stream()
                .anyMatch(line -> line.contains("report-taken-away")
                        && line.contains(id.toString())
                        && line.contains("\"file\":\"0\"")));
        assertEquals(404, reader.get(copy + "/files/1?purpose=A2").statusCode());
        assertEquals(404, reader.get("/files/" + id + "/0").statusCode(), "by its own door alone");
        var none = copy.replaceAll("[0-9]+$", "999999") + "/files/0?purpose=A2";
        var other = guatemala.officer(Role.COORDINATOR);
        assertEquals(404, other.get(none).statusCode());
        assertTrue(took(other, none) >= Nothing.AFTER.toNanos());
    }

    private static boolean whole(ActId act) {
        var kept = guatemala.files.of(act);
        return !kept.isEmpty() && kept.stream().allMatch(one -> one.state() == Kept.State.WHOLE);
    }

    /** What it reads leaves the page, and the journal tells it apart from what was opened there. */
    @Test
    @Order(5)
    void aProgramReadsItAndItsFileAsWhatIsTakenAway() {
        var id = copy.substring("/exchange/".length());
        var program = new Program(guatemala, guatemala.token(Role.COORDINATOR));
        var read = program.call("GET", "/items/" + id, "");
        assertEquals(200, read.statusCode(), read.body());
        var item = JsonMapper.shared().readTree(read.body()).path("item");
        assertEquals("whole", item.at("/files/0/state").asString());
        assertEquals("sello.txt", item.at("/report/attachments/0/name").asString());
        assertEquals(
                "EJERCICIO. El sello.",
                program.call("GET", "/items/" + id + "/files/0", "").body());
        assertEquals(404, program.call("GET", "/items/" + id + "/files/7", "").statusCode());
        var lines = guatemala.records.offices.journal().lines(0, 1_000).stream()
                .filter(line -> line.contains("coordination") && line.contains(id))
                .toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains("report-taken-away") && line.contains("program")));
        assertTrue(lines.stream().noneMatch(line -> line.contains("report-opened")), lines.toString());
    }

    /** AS-1: at its page, in the mailbox, at home, at the page of the act, in the interface. */
    @Test
    @Order(5)
    void whoMayNotReadItIsAnsweredAsIfThereWereNone() {
        var id = copy.substring("/exchange/".length());
        var none = "SV/" + (salvador.acts.logs().state(SV).size() + 500);
        var notForUs = whole.substring("/exchange/".length());
        for (var role : List.of(Role.SUPERVISOR, Role.ADMINISTRATOR, Role.OBSERVER)) {
            var other = guatemala.officer(role);
            var kept = other.get("/exchange/" + id);
            assertEquals(404, kept.statusCode(), role.name());
            assertEquals(told(other.get("/exchange/" + none).body(), none), told(kept.body(), id));
            assertEquals(List.of(), mailbox(other));
            assertFalse(other.get("/").body().contains("/acts/" + id + "\""), "at home");
            assertEquals(403, other.get("/exchange/" + id + "/files/0").statusCode());
            assertEquals(403, other.get("/exchange/" + none + "/files/0").statusCode());
            for (var path : List.of("/exchange/" + id, "/exchange/" + none, "/acts/" + id, "/acts/" + notForUs))
                assertTrue(took(other, path) >= Nothing.AFTER.toNanos(), path);
            var act = other.get("/acts/" + id);
            assertEquals(other.get("/acts/" + notForUs).statusCode(), act.statusCode());
            assertFalse(act.body().contains("exchange.reported"));
            // The words of the charter stand below every page, and one of them can be "sello".
            for (var told : List.of("mismo sello", "sello idéntico", "sello.txt"))
                assertFalse(act.body().contains(told));
            assertEquals(404, other.get("/acts/" + id + "/raw").statusCode());
            var longer = other.get("/acts/" + id + "/proof").body().length()
                    - other.get("/acts/" + notForUs + "/proof").body().length();
            assertTrue(longer < 400, "the proof holds the entry and nothing of what it commits to: " + longer);
        }
        assertEquals(interfaced(notForUs), interfaced(id));
    }

    private static long took(Visitor visitor, String path) {
        var before = System.nanoTime();
        visitor.get(path);
        return System.nanoTime() - before;
    }

    /** A page without what names the report, and without the token that is another each time. */
    private static String told(String page, String id) {
        return page.replace(id, "X").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    /** What the interface says of an act, without what names it. */
    private static String interfaced(String act) {
        var token = guatemala.token(Role.SUPERVISOR);
        var answer = guatemala
                .visitor()
                .send("GET", "/api/v1/acts/" + act, Map.of("Authorization", "Bearer " + token), Map.of());
        var body = JsonMapper.shared().readTree(answer.body());
        var listed = guatemala
                .visitor()
                .send(
                        "GET",
                        "/api/v1/acts?party=SV&limit=1&from=" + ActId.parse(act).index(),
                        Map.of("Authorization", "Bearer " + token),
                        Map.of());
        return (body + " " + JsonMapper.shared().readTree(listed.body()).get("acts")).replace(act, "X");
    }

    private static boolean holds(TestDesk.One node, String words) {
        return JdbcClient.create(node.records.postgres.readers())
                .sql("select exists (select from files.chunk where bytes = ?)")
                .param(words.getBytes(StandardCharsets.UTF_8))
                .query(Boolean.class)
                .single();
    }

    private static ActId send(String title, Attachment file) {
        var officer = PartyNode.officer("analysis");
        var report = Reports.report(one -> {
            one.ref = Ref.fresh();
            one.exercise = false;
            one.parts.put(Field.TITLE, title);
            one.files = List.of(file);
        });
        var now = salvador.records.clock.instant();
        var seen = salvador.exchange.preview(report, List.of(new PartyCode("GT")), now);
        var said = assertInstanceOf(Said.Written.class, salvador.exchange.send(officer, report, seen, now));
        return ((Act) said.acts().getFirst()).id();
    }

    private static void recall(ActId whole) {
        var why = new Recalled.Why(Recalled.Ground.WRONG_RECIPIENT, LocalDate.parse("2027-11-03"));
        var gt = Set.of(new PartyCode("GT"));
        assertInstanceOf(Said.Written.class, salvador.exchange.recall(PartyNode.officer("analysis"), whole, gt, why));
    }

    /** Its bytes stay as long as another report that stands names them, and no longer; who gave it hands them out no more. */
    @Test
    @Order(20)
    void theFileOfAReportThatIsTakenBackStaysWhileAnotherNamesIt() {
        var file = ready("otro.txt", "EJERCICIO. Otro sello.").file();
        var wholes = List.of(send("EJERCICIO: uno", file), send("EJERCICIO: dos", file));
        var copies = wholes.stream()
                .map(whole -> salvador.exchange.copies(whole).getFirst().act())
                .toList();
        guatemala.until("both have come", () -> copies.stream().allMatch(ExchangePagesTest::whole));
        var named = new Named(copies.getFirst(), 0);
        assertTrue(salvador.files.chunkFor(new PartyCode("GT"), named, 0).isPresent());
        recall(wholes.getFirst());
        guatemala.until(
                "one is gone", () -> guatemala.files.of(copies.getFirst()).isEmpty());
        assertTrue(whole(copies.getLast()));
        assertEquals(Optional.empty(), salvador.files.chunkFor(new PartyCode("GT"), named, 0));
        assertTrue(holds(guatemala, "EJERCICIO. Otro sello."));
        recall(wholes.getLast());
        guatemala.until(
                "both are gone", () -> guatemala.files.of(copies.getLast()).isEmpty());
        assertFalse(holds(guatemala, "EJERCICIO. Otro sello."), "in the same step");
        assertEquals(1, salvador.files.of(wholes.getLast()).size(), "whose it is");
    }

    private static Map<String, String> order(Map<String, String> changes) {
        var form = new HashMap<>(
                Map.of("from", "GT", "seen", "GT", "ground", "WRONG_RECIPIENT", "deadline", "2026-11-03"));
        form.putAll(changes);
        form.put("_csrf", analyst.token());
        return form;
    }

    /** CE-4. */
    @Test
    @Order(6)
    void whoGaveItSetsALaterDayOfReviewAndNobodyElse() {
        var renewal = whole + "/renewal";
        assertTrue(analyst.get(whole).body().contains("href=\"" + renewal + "\""));
        assertFalse(reader.get(copy).body().contains("/renewal"));
        assertEquals(404, reader.get(copy + "/renewal").statusCode());
        var chosen = analyst.get(renewal + "?lang=es").body();
        assertTrue(chosen.contains("destruye su copia"), chosen);
        for (var day : List.of("2027-02-30", "2027-05-01", "2026-05-01"))
            assertEquals(422, renewed(renewal, "review", day).statusCode(), day);
        var review = renewed(renewal + "?lang=es", "review", "2027-08-01").body();
        assertTrue(review.contains("Lo conservan hasta entonces: Guatemala."), review);
        assertEquals(422, renewed(renewal, "sign", "2027-08-01").statusCode(), "who signs has read it");
        var signed = new HashMap<>(Map.of("step", "sign", "day", "2027-08-01", "read", "yes"));
        signed.put("_csrf", analyst.token());
        assertEquals(whole, Visitor.location(analyst.send("POST", renewal, Map.of(), signed)));
        assertEquals(422, analyst.send("POST", renewal, Map.of(), signed).statusCode(), "it has that day already");
        guatemala.until(
                "the day has come there too",
                () -> reader.get(copy + "?lang=en").body().contains("1 Aug 2027"));
    }

    private static HttpResponse<String> renewed(String address, String step, String day) {
        return analyst.send("POST", address, Map.of(), Map.of("_csrf", analyst.token(), "step", step, "day", day));
    }

    @Test
    @Order(7)
    void whatIsTakenBackIsGoneThereAndItsAnswerStandsHere() {
        var order = whole + "/recall";
        assertTrue(analyst.get(whole).body().contains("href=\"" + order + "\""));
        assertEquals(200, analyst.get(order).statusCode());
        var wrong = analyst.send("POST", order, Map.of(), order(Map.of("deadline", "2026-02-30", "from", "HN")));
        assertEquals(422, wrong.statusCode());
        for (var field : List.of("from", "deadline"))
            assertTrue(wrong.body().contains("id=\"" + field + "-error\""), field);
        var review = analyst.send("POST", order + "?lang=es", Map.of(), order(Map.of()));
        assertEquals(200, review.statusCode());
        assertTrue(review.body().contains("Todavía no se firma nada"));
        assertEquals(
                422,
                analyst.send("POST", order, Map.of(), order(Map.of("step", "sign")))
                        .statusCode(),
                "who signs has read it");
        var unseen = order(Map.of("step", "sign", "read", "yes", "seen", ""));
        var moved = analyst.send("POST", order + "?lang=es", Map.of(), unseen);
        assertEquals(409, moved.statusCode());
        assertTrue(moved.body().contains("Ahora lo tiene otra parte más"), "a form that saw nobody to have it");
        assertEquals(200, reader.get(copy).statusCode(), "nothing was ordered yet");
        assertTrue(analyst.get(whole + "?lang=es").body().contains("Lo tiene una parte"));
        var signed = order(Map.of("step", "sign", "read", "yes"));
        assertEquals(whole, Visitor.location(analyst.send("POST", order, Map.of(), signed)));
        assertEquals(409, analyst.send("POST", order, Map.of(), signed).statusCode(), "once");
        assertEquals(404, analyst.get(order).statusCode());
        salvador.until(
                "Guatemala has answered",
                () -> analyst.get(whole + "?lang=es").body().contains("Su nodo lo destruyó"));
        assertTrue(analyst.get(whole + "?lang=es").body().contains("Nadie lo tiene"), "what was destroyed is not held");
        assertFalse(
                analyst.get(whole + "?lang=es").body().matches("(?s).*no se les? ordenó.*"),
                "who has no copy is not named beside it");
        assertEquals(404, reader.get(copy).statusCode());
        assertEquals(404, reader.get(copy + "/files/0?purpose=A2").statusCode());
        assertFalse(holds(guatemala, "EJERCICIO. El sello."), "its file went with it");
        assertTrue(holds(salvador, "EJERCICIO. El sello."), "whose it is");
        assertEquals(List.of(), mailbox(reader));
        assertTrue(guatemala
                .officer(Role.COORDINATOR)
                .get("/exchange?lang=es")
                .body()
                .contains("Retirado por otras partes"));
        assertFalse(reader.get("/exchange?lang=es").body().contains("Retirado por otras partes"));
        assertEquals(
                404,
                reader.send(
                                "POST",
                                copy + "/recall",
                                Map.of(),
                                Map.of("_csrf", reader.token(), "deadline", "2026-11-03"))
                        .statusCode());
    }

    private static String program(String ref, String more) {
        return "{\"ref\":\"" + ref + "\",\"language\":\"es\",\"title\":\"" + TITLE + "\","
                + "\"fact\":\"EJERCICIO. De programa.\",\"source\":\"EJERCICIO. Puesto 14\",\"evaluation\":\"B2\","
                + "\"tlp\":\"AMBER\",\"basis\":\"Memorando de 2019\",\"review\":\"2027-05-01\",\"never\":[\"HN\"],"
                + more
                + "}";
    }

    private static String sending(String to, String report, String seal) {
        return "{\"to\":[" + to + "],\"report\":" + report + ",\"seal\":" + seal + "}";
    }

    /** Looked at and sent. @return the acts of the whole and of the copy */
    private static List<String> sent(Program program, String report) {
        var seal = "\""
                + program.say(200, "/items", sending("\"GT\"", report, "null"))
                        .path("seal")
                        .asString() + "\"";
        var sent = program.say(201, "/items", sending("\"GT\"", report, seal));
        var again = program.say(409, "/items", sending("\"GT\"", report, seal));
        assertEquals("SENT_ALREADY", again.path("rule").asString());
        return List.of(sent.path("act").asString(), sent.at("/copies/0/act").asString());
    }

    @Test
    @Order(8)
    void aProgramLooksAtWhoIsGivenWhatAndWhyAndSendsThat() {
        var program = new Program(salvador, salvador.token(Role.ANALYST));
        var report = program("0".repeat(31) + "1", "\"handling\":[\"H2\"],\"purposes\":[\"A2\"]");
        var looked = program.say(200, "/items", sending("\"GT\",\"HN\"", report, "null"))
                .path("releases");
        assertEquals("part", looked.at("/0/given").asString());
        assertEquals("source", looked.at("/0/without/0").asString());
        assertEquals("none", looked.at("/1/given").asString());
        assertEquals("AS-1", looked.at("/1/rules/0").asString());
        var why = looked.at("/1/reasons/0/reason");
        assertEquals(
                "Quien lo da nombró países que no debe alcanzar nunca, y por aquí podría alcanzar uno.",
                why.path("es").asString());
        assertEquals(
                "Its provider named countries it must never reach, and this way it could reach one.",
                why.path("en").asString());
        var asks = program("0".repeat(31) + "2", "\"handling\":[\"H2\"],\"asks\":{\"urgency\":\"urgent\"}");
        program.say(400, "/items", sending("\"GT\"", asks, "null"));
        program.say(400, "/items", sending("", report, "null"));
        program.say(422, "/items", sending("\"GT\"", "{\"ref\":\"1\"}", "null"));
        var acts = sent(program, report);
        whole = acts.getFirst();
        copy = acts.getLast();
        var own = program.get(200, "/items/" + whole);
        assertEquals("part", own.at("/item/asked/0/given").asString());
        assertEquals("HN", own.at("/item/report/never/0").asString());
        assertEquals(copy, own.at("/item/copies/0/act").asString());
        var first = program.get(200, "/items?way=sent&limit=1");
        var second = program.get(
                200, "/items?way=sent&limit=1&cursor=" + first.path("next").asString());
        assertEquals(whole, first.at("/items/0/act").asString());
        assertFalse(second.path("items").isEmpty());
        assertTrue(second.path("next").isNull());
        program.get(400, "/items?way=sent&cursor=SV");
    }

    /** AS-1. */
    @Test
    @Order(9)
    void aProgramOpensWhatItsOfficeMayFindAndNothingElse() {
        var program = new Program(guatemala, guatemala.token(Role.ANALYST));
        guatemala.until(
                "the report has come",
                () -> program.call("GET", "/items/" + copy, "").statusCode() == 200);
        var opened = program.get(200, "/items/" + copy);
        assertEquals("open", opened.path("shown").asString());
        var report = opened.at("/item/report");
        assertEquals("EJERCICIO. De programa.", report.path("fact").asString());
        assertTrue(report.path("source").isMissingNode());
        assertTrue(report.path("never").isMissingNode(), "whom it is kept from is told to nobody else (AS-4)");
        var page = reader.get("/exchange/" + copy + "?lang=es").body();
        assertTrue(page.contains("De programa"), page);
        assertFalse(page.contains("Honduras"), page);
        assertEquals(copy, program.get(200, "/items").at("/items/0/act").asString());
        var none = "SV/" + (salvador.acts.logs().state(SV).size() + 500);
        for (var role : List.of(Role.SUPERVISOR, Role.OBSERVER)) {
            var other = new Program(guatemala, guatemala.token(role));
            assertEquals(other.get(404, "/items/" + none), other.get(404, "/items/" + copy));
            assertTrue(other.get(200, "/items").path("items").isEmpty());
            other.get(403, "/items/" + copy + "/recall");
        }
        assertEquals(program.get(404, "/items/" + none), program.get(404, "/items/" + whole));
    }

    @Test
    @Order(10)
    void aProgramSaysWhatForAndReadsTheRestrictionBeforeAnItemOpens() {
        var report = program(
                "0".repeat(31) + "3",
                "\"handling\":[\"H3\"],\"restriction\":\"EJERCICIO. No se copia.\",\"purposes\":[\"A2\",\"A3\"]");
        var third = sent(new Program(salvador, salvador.token(Role.ANALYST)), report)
                .getLast();
        var program = new Program(guatemala, guatemala.token(Role.ANALYST));
        guatemala.until(
                "the report has come",
                () -> program.call("GET", "/items/" + third, "").statusCode() == 200);
        var purposes = program.get(200, "/items/" + third);
        assertEquals("purpose-first", purposes.path("shown").asString());
        assertEquals("A2", purposes.at("/purposes/0").asString());
        var restricted = program.get(200, "/items/" + third + "?purpose=A2");
        assertEquals("EJERCICIO. No se copia.", restricted.path("restriction").asString());
        var read = program.get(
                200,
                "/items/" + third + "?purpose=A2&read="
                        + restricted.path("read").asString());
        assertEquals("open", read.path("shown").asString());
        program.get(404, "/items/" + third + "?purpose=A4");
        program.get(400, "/items/" + third + "?purpose=a2");
    }

    /** By its words in either language of the page; under a restriction by its title alone. */
    @Test
    @Order(11)
    void aReportIsFoundBySearchByWhomItIsListedForAndByNobodyElse() {
        var program = new Program(guatemala, guatemala.token(Role.ANALYST));
        var searched = "/search?kind=item-report&q=programa";
        guatemala.until(
                "it is found", () -> program.get(200, searched).path("count").asInt() > 0);
        var found = program.get(200, searched).at("/items/0");
        assertEquals(copy, found.path("name").asString());
        assertEquals(TITLE, found.at("/title/es").asString());
        assertEquals(
                "", found.at("/title/en").asString() + found.at("/excerpt/es").asString());
        var page = reader.get("/search?lang=en&q=programa").body();
        assertTrue(page.contains("<a href=\"/exchange/" + copy + "\" lang=\"es\">" + TITLE + "</a>"), page);
        assertTrue(page.contains("Report in the mailbox"), page);
        assertFalse(page.contains("/acts/" + copy), "its act opens at its own page alone");
        assertTrue(reader.get("/search/suggestions?lang=es&q=partid").body().contains("/exchange/" + copy));
        for (var role : List.of(Role.SUPERVISOR, Role.OBSERVER)) {
            var other = new Program(guatemala, guatemala.token(role));
            assertEquals(0, other.get(200, searched).path("count").asInt());
            assertFalse(guatemala
                    .officer(role)
                    .get("/search/suggestions?lang=es&q=partid")
                    .body()
                    .contains("/exchange/"));
        }
    }

    @Test
    @Order(12)
    void aProgramTakesAReportBackAndReadsWhoAnswered() {
        var program = new Program(salvador, salvador.token(Role.ANALYST));
        var recall = "/items/" + whole + "/recall";
        assertTrue(program.get(200, recall).at("/copies/0/order").isNull());
        var order = "{\"from\":[\"GT\"],\"ground\":\"wrong-recipient\",\"by\":\"2026-11-03\"}";
        program.say(400, recall, order.replace("recipient", "person"));
        program.say(400, recall, order.replace("11-03", "11-3"));
        var past = program.say(422, recall, order.replace("2026", "2025"));
        assertEquals("DEADLINE_PAST", past.path("rule").asString());
        var never = program.say(409, recall, order.replace("GT", "HN"));
        assertEquals("NOTHING_TO_RECALL", never.path("rule").asString());
        var moved = program.say(409, recall, order.replace("{", "{\"seen\":[\"HN\"],"));
        assertEquals("HOLDERS_MOVED", moved.path("rule").asString());
        program.say(400, recall, order.replace("{", "{\"seen\":[],"));
        assertEquals(
                "wrong-recipient",
                program.say(201, recall, order).at("/copies/0/order/ground").asString());
        program.say(409, recall, order);
        salvador.until(
                "Guatemala has answered",
                () -> program.get(200, recall).at("/copies/0/order/answer/held").asBoolean(false));
        var theirs = new Program(guatemala, guatemala.token(Role.ANALYST));
        theirs.get(404, "/items/" + copy);
        theirs.get(404, recall);
        theirs.say(404, "/items/" + copy + "/recall", order);
        var ofAnotherArea = new Program(salvador, salvador.token("representative-a1"));
        ofAnotherArea.get(404, recall);
        var answered = new Program(salvador, salvador.token(Role.COORDINATOR)).get(200, recall);
        assertTrue(answered.at("/copies/0/order/answer/held").asBoolean(false));
    }

    private static final Pattern ONWARD = Pattern.compile("href=\"(/exchange/SV/[0-9]+/onward[^\"]*)\"");
    private static final Pattern WISH = Pattern.compile("href=\"(/exchange/wishes/GT/[0-9]+)\"");
    private static final Pattern BACK = Pattern.compile("name=\"back\" value=\"(GT/[0-9]+)\"");

    /** A report of El Salvador's that Guatemala has. @return the act that carries the whole */
    private static ActId given(String title) {
        var sent = send(title, ready("sello.txt", "EJERCICIO. " + title).file());
        var held = salvador.exchange.copies(sent).getFirst().act();
        guatemala.until(
                title + " has come",
                () -> reader.get("/exchange/" + held + "?purpose=A2").statusCode() == 200);
        return sent;
    }

    private static String onward(Visitor visitor, ActId act) {
        return find(ONWARD, visitor.get("/exchange/" + act + "?purpose=A2").body())
                .replace("&amp;", "&");
    }

    private static HttpResponse<String> says(Visitor visitor, String address, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", visitor.token());
        return visitor.send("POST", address + (address.contains("?") ? "&" : "?") + "lang=es", Map.of(), form);
    }

    /** Reviewed, refused unread, and signed. */
    private static void signs(Visitor visitor, String address, Map<String, String> fields) {
        var review = says(visitor, address, fields);
        assertEquals(200, review.statusCode(), review.body());
        assertTrue(review.body().contains("Todavía no se firma nada"), review.body());
        var signed = new HashMap<>(fields);
        signed.put("step", "sign");
        var seal = SEAL.matcher(review.body());
        if (seal.find()) signed.put("seal", seal.group(1));
        assertEquals(422, says(visitor, address, signed).statusCode(), "who signs has read it");
        signed.put("read", "yes");
        var said = says(visitor, address, signed);
        assertEquals(303, said.statusCode(), said.body());
    }

    @Test
    @Order(30)
    void leaveToGiveOnIsAskedForTakenBackAskedAgainAndGiven() {
        var sent = given("EJERCICIO: para reenviar");
        var address = onward(reader, salvador.exchange.copies(sent).getFirst().act());
        var choosing = reader.get(address + "&lang=es").body();
        assertTrue(choosing.contains("Hace falta permiso:"), choosing);
        assertFalse(choosing.contains("name=\"third\" value=\"SV\""), "its provider has it");
        var nothing = says(reader, address, Map.of());
        assertEquals(422, nothing.statusCode());
        for (var field : List.of("third", "reason"))
            assertTrue(nothing.body().contains("id=\"" + field + "-error\""), field);
        var wanted = Map.of("third", "US", "reason", "COMPETENCE");
        signs(reader, address, wanted);
        assertTrue(reader.get(address + "&lang=es").body().contains("Quedó firmado"), "what was signed is said once");
        var again = new HashMap<>(wanted);
        again.putAll(Map.of("step", "sign", "read", "yes"));
        assertEquals(409, says(reader, address, again).statusCode(), "it is asked once");
        var asked = reader.get(address + "&lang=es").body();
        assertTrue(asked.contains("Sin respuesta; se responde a más tardar"), asked);
        signs(reader, address, Map.of("back", find(BACK, asked)));
        assertTrue(reader.get(address + "&lang=es").body().contains("Quien lo pidió lo retiró"));
        signs(reader, address, wanted);
        salvador.until(
                "it is asked", () -> analyst.get("/exchange?lang=es").body().contains("Piden permiso para reenviar"));
        assertALateWishClimbs();
        var wish = find(WISH, analyst.get("/exchange?lang=es").body());
        var forecast = analyst.get(wish + "?lang=es").body();
        assertTrue(forecast.contains("Estados Unidos lo recibiría"), forecast);
        assertEquals(422, says(analyst, wish, Map.of("leave", "REFUSED")).statusCode(), "a refusal has its ground");
        var moved = Map.of("leave", "GRANTED", "step", "sign", "read", "yes", "seal", "0".repeat(64));
        assertEquals(409, says(analyst, wish, moved).statusCode(), "leave is given to what was read");
        signs(analyst, wish, Map.of("leave", "GRANTED"));
        assertEquals(404, analyst.get(wish).statusCode(), "it is answered once");
        var tree = analyst.get(onward(analyst, sent) + "&lang=es").body();
        assertTrue(tree.contains("A petición de Guatemala, con el permiso SV/"), tree);
        guatemala.until(
                "leave has come", () -> reader.get(address + "&lang=es").body().contains("Se dio permiso el"));
        assertTrue(reader.get(address + "&lang=en").body().contains("Leave was given on"));
        assertTrue(
                reader.get(address + "&lang=es").body().contains("Ya se dio permiso, el "),
                "it need not be asked again");
        assertFalse(analyst.get("/exchange?lang=es").body().contains("Piden permiso para reenviar"));
        assertTheThirdPartyIsToldByWhoseLeaveItHasIt("EJERCICIO: para reenviar");
    }

    /** At Home and on the ladder, of who was asked and of who asked, once it was asked eight days ago. */
    private static void assertALateWishClimbs() {
        var late = "Permiso para reenviar: EJERCICIO: para reenviar";
        for (var visitor : List.of(analyst, reader))
            assertFalse(visitor.get("/?lang=es").body().contains(late));
        for (var node : List.of(salvador, guatemala))
            execute(
                    node,
                    "update onward.ask set said = said - " + Duration.ofDays(8).toMillis());
        for (var visitor : List.of(analyst, reader))
            for (var page : List.of("/", "/climbing")) {
                var told = visitor.get(page + "?lang=es").body();
                assertTrue(told.contains(late), told);
                assertTrue(told.contains("Falta que responda El Salvador."), told);
                assertTrue(
                        visitor.get(page + "?lang=en").body().contains("Leave to give on: EJERCICIO: para reenviar"));
            }
    }

    private static void execute(TestDesk.One node, String sql) {
        try (var connection = node.records.postgres.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertTheThirdPartyIsToldByWhoseLeaveItHasIt(String title) {
        var states = desk.start("US");
        states.follow();
        var third = states.officer(Role.ANALYST);
        states.until(
                "the copy has come", () -> third.get("/exchange?lang=es").body().contains(title));
        var copy = find(LINK, third.get("/exchange?lang=es").body()) + "?purpose=A2";
        states.until(
                "the leave has come",
                () -> third.get(copy + "&lang=es")
                        .body()
                        .contains("El Salvador dio esta copia a petición de Guatemala"));
        var page = third.get(copy + "&lang=es").body();
        assertTrue(page.contains(title) && page.contains("EJERCICIO. Se presentaron tres partidas"), page);
        assertFalse(page.contains("Registro del puesto 14"), "no more than who asked has");
        assertTrue(third.get(copy + "&lang=en").body().contains("El Salvador gave this copy at the wish of Guatemala"));
    }

    /** AS-1: whoever may not find what it is about finds neither the wish nor its page. */
    @Test
    @Order(31)
    void aProgramAsksAndIsRefusedWithoutAGround() {
        var sent = given("EJERCICIO: para un programa");
        var held = salvador.exchange.copies(sent).getFirst().act();
        var asker = new Program(guatemala, guatemala.token(Role.ANALYST));
        var stands = asker.get(200, "/items/" + held + "/onward?purpose=A2");
        assertEquals("by-leave", stands.at("/courses/1/course").asString(), stands.toString());
        var ask = "{\"party\":\"HN\",\"reason\":\"danger\",\"purpose\":\"A2\",\"read\":null}";
        asker.say(400, "/items/" + held + "/onward", ask.replace("danger", "because"));
        asker.say(404, "/items/" + held + "/onward", ask.replace("HN", "SV"));
        var asked = asker.say(201, "/items/" + held + "/onward", ask);
        assertEquals("open", asked.at("/wishes/0/state").asString());
        var act = asked.at("/wishes/0/act").asString();
        assertEquals(
                "ASKED_ALREADY",
                asker.say(409, "/items/" + held + "/onward", ask).path("rule").asString());
        var provider = new Program(salvador, salvador.token(Role.ANALYST));
        salvador.until(
                "it is asked", () -> provider.call("GET", "/wishes/" + act, "").statusCode() == 200);
        assertEquals(
                sent.toString(),
                provider.get(200, "/wishes").at("/items/0/report").asString());
        var shown = provider.get(200, "/wishes/" + act);
        assertEquals("whole", shown.path("given").asString());
        new Program(salvador, salvador.token(Role.SUPERVISOR)).get(403, "/wishes/" + act);
        var other = new Program(salvador, salvador.token("representative-a3"));
        assertEquals(other.get(404, "/wishes/GT/999999"), other.get(404, "/wishes/" + act));
        var answers = "/wishes/" + act + "/answers";
        provider.say(400, answers, "{\"answer\":\"granted\",\"ground\":\"security\",\"seal\":null}");
        provider.say(
                409, answers, "{\"answer\":\"granted\",\"ground\":null,\"seal\":\"sha256:" + "0".repeat(64) + "\"}");
        provider.say(201, answers, "{\"answer\":\"refused\",\"ground\":\"not-needed\",\"seal\":null}");
        provider.say(404, answers, "{\"answer\":\"refused\",\"ground\":\"not-needed\",\"seal\":null}");
        var own = provider.get(200, "/items/" + sent + "/onward?purpose=A2");
        assertEquals("not-needed", own.at("/wishes/0/ground").asString());
        assertEquals("GT", own.at("/holders/0/party").asString());
        guatemala.until(
                "it is refused",
                () -> asker.get(200, "/items/" + held + "/onward?purpose=A2")
                        .at("/wishes/0/state")
                        .asString()
                        .equals("refused"));
        assertTrue(asker.get(200, "/items/" + held + "/onward?purpose=A2")
                .at("/wishes/0/ground")
                .isNull());
        var back = "{\"asked\":\"" + act + "\",\"purpose\":\"A2\",\"read\":null}";
        assertEquals(
                "ANSWERED_ALREADY",
                asker.say(409, "/items/" + held + "/onward/withdrawals", back)
                        .path("rule")
                        .asString());
    }

    /** AS-1: a count would tell that there is one. */
    @Test
    @Order(32)
    void whatIsExchangedIsNotCountedAmongTheActsThatWait() {
        var supervisor = salvador.officer(Role.SUPERVISOR);
        var area = salvador.compact
                .items()
                .get(new ItemKey(ItemKey.Kind.AREA, "A2"))
                .head()
                .act();
        execute(salvador, "insert into acts.waiting select act, 'GT/999999' from exchange.item");
        try {
            assertTrue(supervisor.get("/oversight?lang=es").body().contains("Ningún acto espera a otro"));
            execute(salvador, "insert into acts.waiting values ('" + area + "', 'GT/999999')");
            assertTrue(supervisor.get("/oversight?lang=es").body().contains("Un acto espera a otro"));
            assertTrue(supervisor.get("/oversight?lang=en").body().contains("One act waits for another"));
        } finally {
            execute(salvador, "delete from acts.waiting");
        }
    }
}
