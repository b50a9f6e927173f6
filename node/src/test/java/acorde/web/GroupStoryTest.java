package acorde.web;

import static acorde.web.LiaisonGroup.GROUP;
import static acorde.web.LiaisonGroup.done;
import static acorde.web.LiaisonGroup.page;
import static acorde.web.LiaisonGroup.says;
import static acorde.web.LiaisonGroup.sent;
import static acorde.web.LiaisonGroup.signed;
import static acorde.web.LiaisonGroup.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Group;
import acorde.files.Announced;
import acorde.files.Put;
import acorde.offices.Role;
import acorde.web.desk.ActReading;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How two parties found a group, meet, decide, do what they decided and approve the minutes, each at the pages of its
 * own node.
 */
// longer than a file should be: one story on one pair of nodes, which would take as long again to start for a second
@Tag("database")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class GroupStoryTest {
    private static final String INTERNAL = "palabra-interna-7719";

    @TempDir
    static Path folder;

    private static LiaisonGroup group;
    private static TestDesk.One guatemala;
    private static TestDesk.One states;
    private static Visitor gt;
    private static Visitor us;
    private static String meeting = "";
    private static String decision = "";

    @BeforeAll
    static void start() {
        group = new LiaisonGroup(folder, Group.Kind.MINISTERIAL);
        guatemala = group.guatemala;
        states = group.states;
        gt = group.gt;
        us = group.us;
    }

    @AfterAll
    static void stop() {
        group.close();
    }

    @Test
    @Order(1)
    void aMeetingThatIsCalledHereIsThere() {
        meeting = group.call("2026-11-24");
        states.until("the call is there", () -> us.get(meeting).statusCode() == 200);
        var called = page(us, meeting + "?lang=es");
        assertTrue(called.contains("convocada"));
        assertTrue(called.contains("id=\"room\""), "presence has a place to come to when the meeting is opened");
        assertTrue(page(us, "/groups?lang=es").contains("24 nov 2026"));
    }

    @Test
    @Order(2)
    void whatCannotBeReadIsMarkedWhereItWasTypedAndTheFormStaysOpen() {
        var answer = gt.post(
                GROUP + "/calls?lang=es", "day", "2026-11-24", "time", "10:00", "minutes", "mucho", "place", "Sala 7");
        assertEquals(422, answer.statusCode());
        for (var part : List.of(
                "<a href=\"#minutes\">Duración en minutos: escriba un número del 1 al 4320.</a>",
                "id=\"minutes-error\"",
                "aria-describedby=\"minutes-error\"",
                "value=\"mucho\"",
                "value=\"Sala 7\"",
                "<details id=\"call\" open>",
                ">Guatemala (UTC−6)</option>")) assertTrue(answer.body().contains(part), part + answer.body());
        assertFalse(answer.body().contains("GROUP_MALFORMED"));
        var several = gt.post(
                GROUP + "/calls?lang=es",
                "day",
                "2026-10-01",
                "time",
                "01:00",
                "zone",
                "America/Guatemala",
                "minutes",
                "mucho");
        for (var part : List.of("Esa hora ya pasó", "Duración en minutos: escriba", "Falta corregir 3 cosas"))
            assertTrue(several.body().contains(part), "all that is wrong is told at once" + several.body());
        var order = gt.post(meeting + "/agenda?lang=es", "place-x", "1");
        assertEquals(422, order.statusCode());
        assertTrue(order.body().contains("<b>AGENDA</b>"), "told on the page of the agenda");
        assertTrue(order.body().contains("Numere al menos un punto"), order.body());
        var mandate = gt.post(
                "/groups/mandate?lang=es",
                "code",
                "GT-US-otra",
                "kind",
                "TECHNICAL",
                "titular-GT",
                "jefe",
                "titular-US",
                "jefe");
        assertEquals(422, mandate.statusCode());
        assertTrue(
                mandate.body().contains("<option value=\"coordination\">Coordinación nacional</option>"),
                mandate.body());
        assertTrue(mandate.body().contains("\">Despacho: escriba coordination"), mandate.body());
    }

    @Test
    @Order(2)
    void noMeetingIsCalledForATimeThatIsPast() {
        var fields = new String[] {"day", "2026-10-01", "time", "10:00", "zone", "America/Guatemala", "minutes", "60"};
        var answer = gt.post(GROUP + "/calls?lang=es&place=Sala", fields);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("Esa hora ya pasó"), answer.body());
        assertTrue(answer.body().contains("value=\"2026-10-01\""), "what was typed is kept");
    }

    @Test
    @Order(2)
    void aCallIsShownOnTheClockOfEachPartyBeforeItIsSigned() {
        var fields = new String[] {
            "day",
            "2026-12-01",
            "time",
            "23:30",
            "zone",
            "America/Guatemala",
            "minutes",
            "60",
            "place",
            "Sala 7",
            "series",
            "FREQ=WEEKLY",
            "count",
            "2"
        };
        var review = page(gt, done(gt.post(GROUP + "/calls", fields)) + "?lang=es");
        for (var line : List.of(
                "1 de diciembre de 2026, 23:30 a 00:30 (UTC−6).",
                "Estados Unidos: 2 de diciembre de 2026, 00:30 a 01:30 (UTC−5)",
                "Guatemala: 1 de diciembre de 2026, 23:30 a 00:30 (UTC−6)",
                "United States: 2 December 2026, 00:30 to 01:30",
                "Lugar: Sala 7",
                "Se convocan 2 reuniones: 1 dic 2026 y 8 dic 2026.")) assertTrue(review.contains(line), line + review);
        assertFalse(review.contains("El Salvador"), "it does not sit there");
        done(gt.post(GROUP + "/calls", "step", "drop"));
        assertFalse(page(us, GROUP + "?lang=es").contains("1 dic 2026"), "nothing was signed");
    }

    @Test
    @Order(2)
    void whatOnlyTheChairMayDoIsRefusedToOthersWithTheRule() {
        var answer = gt.post(meeting + "/opening?lang=es", "step", "sign", "read", "yes");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("Eso le toca a quien preside"), answer.body());
        assertTrue(answer.body().contains("NOT_CHAIR"));
    }

    @Test
    @Order(3)
    void aPointThatIsProposedHereIsPutOnTheAgendaThere() {
        var first = "La agenda está sin adoptar";
        assertTrue(page(us, meeting + "?lang=es").contains(first), "the chair is told what comes before the meeting");
        assertFalse(page(gt, meeting + "?lang=es").contains(first));
        signed(gt, meeting + "/points", "titleEs", "Turnos", "titleEn", "Shifts", "about", "A1-05");
        states.until("the point is there", () -> says(us, meeting + "/agenda?lang=es", "Turnos"));
        var place = Pattern.compile("name=\"(place-[^\"]+)\"").matcher(page(us, meeting + "/agenda"));
        assertTrue(place.find());
        assertTrue(page(us, meeting + "/agenda?lang=es").contains("sin adoptar"));
        signed(gt, meeting + "/agenda", place.group(1), "1");
        signed(gt, meeting + "/remarks", "point", place.group(1).substring(6), "words", "Que vaya primero.");
        states.until("the remark is there", () -> says(us, meeting + "/agenda", "Que vaya primero."));
        assertTrue(page(us, meeting + "/agenda?lang=es").contains("Cómo la ordenaría cada parte"));
        assertTrue(page(us, meeting + "/agenda?lang=es").contains("sin adoptar"), "a wish adopts nothing");
        signed(us, meeting + "/agenda", place.group(1), "1");
        assertFalse(page(us, meeting + "/agenda?lang=es").contains("sin adoptar"));
        assertTrue(page(us, meeting).contains("A1-05"));
        assertFalse(page(us, meeting + "?lang=es").contains(first));
    }

    @Test
    @Order(2)
    void pointsAndDecisionsNameInitiativesOfTheCompactAlone() {
        var point = gt.post(meeting + "/points?lang=es", "titleEs", "Uno", "titleEn", "One", "about", "ZZ-99");
        var put = gt.post(meeting + "/decisions?lang=es", "textEs", "Uno", "textEn", "One", "initiative", "ZZ-99");
        for (var answer : List.of(point, put)) {
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("El acuerdo no tiene la iniciativa ZZ-99"), answer.body());
        }
        var folded = page(gt, done(gt.post(meeting + "/points", "titleEs", "Uno", "titleEn", "One", "about", "a1-05")));
        assertTrue(folded.contains("1. A1-05: Uno"), folded);
        for (var form : List.of("/points", "/decisions")) done(gt.post(meeting + form, "step", "drop"));
    }

    @Test
    @Order(3)
    void whatIsWrittenIsKeptAndShownWholeAndNothingIsSignedBeforeItIsRead() {
        var path = meeting + "/points";
        var fields = List.of("titleEs", "Guardias", "titleEn", "Watches");
        var review = page(gt, done(gt.post(path, fields.toArray(String[]::new))) + "?lang=es");
        assertTrue(review.contains("1. Guardias (A petición de una parte)"), review);
        assertTrue(review.contains("1. Watches (At a party’s request)"), review);
        for (var sent : List.of(page(gt, meeting), page(gt, meeting + "?lang=en"))) {
            assertTrue(sent.contains("value=\"Guardias\""), "what was written is there again");
            assertTrue(sent.contains("<details id=\"add-point\" open>"), "and can be seen");
        }
        assertFalse(page(us, meeting).contains("Guardias"), "nobody else's");
        var step = new ArrayList<>(fields);
        step.addAll(List.of("kept", "yes", "step", "sign"));
        var unread = gt.post(path + "?lang=es", step.toArray(String[]::new));
        assertEquals(422, unread.statusCode());
        assertTrue(unread.body().contains("Marque que lo ha leído"), unread.body());
        step.addAll(List.of("read", "yes"));
        assertEquals(204, gt.post(path, "titleEs", "Rondas", "step", "keep").statusCode());
        assertTrue(page(gt, meeting).contains("value=\"Rondas\""), "as it is typed");
        done(gt.post(path, "step", "drop"));
        assertFalse(page(gt, meeting).contains("Rondas"), "begun anew");
        assertEquals(meeting, done(gt.get(path + "/review")), "there is nothing to review");
        assertEquals(meeting, done(gt.post(path, step.toArray(String[]::new))), "what was signed is gone by then");
        assertFalse(page(gt, meeting + "/agenda").contains("Guardias"), "so a button pressed twice signs once");
    }

    @Test
    @Order(4)
    void aButtonPressedTwiceAtOnceSignsOnce() throws Exception {
        var path = meeting + "/points";
        var before = places();
        done(gt.post(path, "titleEs", "Relevos", "titleEn", "Reliefs"));
        var hands = List.of(gt, guatemala.officer(Role.COORDINATOR));
        var press = List.of("titleEs", "Relevos", "titleEn", "Reliefs", "kept", "yes", "read", "yes", "step", "sign");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = new ArrayList<Future<String>>();
            for (var hand : hands) presses.add(both.submit(() -> done(hand.post(path, press.toArray(String[]::new)))));
            for (var each : presses) assertEquals(meeting, each.get().replaceFirst("#.*", ""));
        }
        assertEquals(before + 1, places());
    }

    /** How many points there are. */
    private static long places() {
        return Pattern.compile("name=\"place-")
                .matcher(page(gt, meeting + "/agenda"))
                .results()
                .count();
    }

    @Test
    @Order(4)
    void aDocumentThatComesWithAPointIsThereAndCanBeTakenAway() {
        var officer = guatemala
                .records
                .signIn("officer.coordinator", TestDesk.PASSWORD)
                .officer();
        var content = "EJERCICIO: turnos de la noche".getBytes(StandardCharsets.UTF_8);
        var put = guatemala.files.put(officer, Announced.as("turnos.txt"), new ByteArrayInputStream(content));
        var ready = ((Put.Ready) put).upload().id();
        var fields = List.of("titleEs", "Anexo", "titleEn", "Annex", "file", Long.toString(ready));
        signed(gt, meeting + "/points", fields.toArray(String[]::new));
        var link = Pattern.compile("href=\"(/files/[^\"]+)\" download=\"turnos.txt\"");
        states.until(
                "the document is there", () -> link.matcher(page(us, meeting)).find());
        var match = link.matcher(page(us, meeting));
        assertTrue(match.find());
        assertEquals("EJERCICIO: turnos de la noche", us.get(match.group(1)).body());
        guatemala.files.drop(officer.person(), ready);
        var gone = gt.post(meeting + "/points?lang=es", fields.toArray(String[]::new));
        assertEquals(422, gone.statusCode(), "a point is not signed without a file that was chosen for it");
        assertTrue(gone.body().contains("Un archivo que eligió ya no está"), gone.body());
    }

    @Test
    @Order(4)
    void aDocumentThatComesWithACallIsThere() {
        var officer = guatemala
                .records
                .signIn("officer.coordinator", TestDesk.PASSWORD)
                .officer();
        var content = "EJERCICIO: antecedentes".getBytes(StandardCharsets.UTF_8);
        var put = guatemala.files.put(officer, Announced.as("antecedentes.txt"), new ByteArrayInputStream(content));
        var ready = Long.toString(((Put.Ready) put).upload().id());
        var called = signed(
                gt,
                GROUP + "/calls",
                "day",
                "2027-01-12",
                "time",
                "10:00",
                "zone",
                "America/Guatemala",
                "minutes",
                "60",
                "link",
                "https://reunion.example/enlace",
                "file",
                ready);
        var link = Pattern.compile("href=\"(/files/[^\"]+)\" download=\"antecedentes.txt\"");
        states.until(
                "the document is there",
                () -> us.get(called).statusCode() == 200
                        && link.matcher(page(us, called)).find());
        signed(gt, called + "/cancellation", "why", "EJERCICIO");
    }

    @Test
    @Order(4)
    void withoutAQuorumADecisionIsRefusedAndWhoIsMissingIsNamed() {
        var opening = page(us, done(us.post(meeting + "/opening", "step", "review")) + "?lang=es");
        for (var told : List.of("Hora de ahora: ", "Nadie consta como presente.", "Aún no es la hora convocada"))
            assertTrue(opening.contains(told), "what is opened before its time says so" + opening);
        signed(us, meeting + "/opening");
        guatemala.until("the meeting is open", () -> says(gt, meeting + "?lang=es", "en curso"));
        done(gt.post(meeting + "/decisions", "textEs", "Se hace.", "textEn", "It is done."));
        var review = page(gt, meeting + "/decisions/review?lang=es");
        assertTrue(review.contains("Para el quórum falta Estados Unidos."), "told before it is signed");
        assertFalse(review.contains("value=\"sign\""), "and no signature is offered that would be refused");
        var answer = gt.post(
                meeting + "/decisions?lang=es",
                "textEs",
                "Se hace.",
                "textEn",
                "It is done.",
                "step",
                "sign",
                "read",
                "yes");
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("No hay quórum"), answer.body());
        assertTrue(answer.body().contains("No está: Estados Unidos."), answer.body());
        assertTrue(answer.body().contains("Se hace."), "what was typed is kept");
    }

    @Test
    @Order(5)
    void presenceIsRecordedByTheChairAndConfirmedByTheParty() {
        var written = done(us.post(meeting + "/presence", "of", "US", "does", "arrive"));
        var review = page(us, written + "?lang=es");
        assertTrue(review.contains("Presencia de Estados Unidos, hora de la reunión (UTC−6):"), review);
        assertTrue(
                Pattern.compile("Desde las [0-9]{2}:[0-9]{2}: coordinación nacional\\.")
                        .matcher(review)
                        .find(),
                review);
        assertFalse(says(us, meeting + "?lang=es", "presente desde las"), "nothing is signed by looking");
        signed(us, meeting + "/presence", "of", "US", "does", "arrive");
        signed(us, meeting + "/presence", "of", "GT", "does", "arrive");
        guatemala.until("the record is there", () -> says(gt, meeting + "?lang=es", "Hay quórum"));
        assertEquals(
                403,
                sent(gt, meeting + "/presence", "of", "US", "does", "leave").statusCode());
        var twice = sent(us, meeting + "/presence", "of", "GT", "does", "arrive");
        assertEquals(409, twice.statusCode());
        assertTrue(twice.body().contains("Esa parte ya consta presente"), twice.body());
        assertTrue(twice.body().contains("presente desde las"), twice.body());
        assertFalse(twice.body().contains("Llega ahora"), "both are there, and the button that fits is offered alone");
        signed(gt, meeting + "/presence", "of", "GT", "does", "confirm");
        states.until("the word is there", () -> says(us, meeting + "?lang=es", "lo confirma"));
    }

    @Test
    @Order(6)
    void aDecisionIsTakenByBothAndItsActionDoneAndConfirmed() {
        signed(
                gt,
                meeting + "/decisions",
                "textEs",
                "Los turnos se comunican.",
                "textEn",
                "Shifts are told.",
                "initiative",
                "A1-05",
                "owner1",
                "US",
                "what1Es",
                "Comunicar los turnos.",
                "what1En",
                "Tell the shifts.",
                "due1",
                "2026-12-04");
        states.until("the decision is there", () -> says(us, meeting + "?lang=es", "Los turnos se comunican."));
        decision = answerable(us);
        var asked = meeting + "/words?to=" + decision;
        for (var whole : List.of(
                "Los turnos se comunican.",
                "Shifts are told.",
                "Iniciativa: A1-05",
                "Encarga a Estados Unidos, para el 4 dic 2026: Comunicar los turnos.",
                "Gives to the United States, by 4 Dec 2026: Tell the shifts."))
            assertTrue(page(us, asked + "&lang=es").contains(whole), whole);
        assertTrue(page(us, "/work?lang=es").contains("Decidir"));
        var word = List.of("to", decision, "text", text(us, asked), "choice", "assent");
        var unread = us.post(meeting + "/words?lang=es", word.toArray(String[]::new));
        assertEquals(422, unread.statusCode());
        assertTrue(unread.body().contains("Marque que lo ha leído"), unread.body());
        assertTrue(unread.body().contains("value=\"reserve\""), "what the field asks for can be chosen");
        var added = new ArrayList<>(word);
        added.addAll(List.of("read", "yes", "words", "Con horario."));
        var mixed = us.post(meeting + "/words?lang=es", added.toArray(String[]::new));
        assertEquals(422, mixed.statusCode());
        assertTrue(mixed.body().contains("Quien solo asiente no agrega nada"), mixed.body());
        done(us.post(meeting + "/words", "to", decision, "text", text(us, asked), "choice", "assent", "read", "yes"));
        guatemala.until("the decision is taken", () -> says(gt, meeting + "?lang=es", "tomada"));
        assertTrue(page(us, "/work?lang=es").contains("Cumplir"));
        assertFalse(page(us, "/work?lang=es").contains("Decidir"));
        signed(us, meeting + "/reports", "action", decision + "#1", "progress", "DONE", "words", "Enviados.");
        guatemala.until("the report is there", () -> says(gt, meeting + "?lang=es", "hecho, sin confirmar"));
        assertTrue(page(gt, "/work?lang=es").contains("Confirmar o disputar"));
        var report = Pattern.compile("name=\"report\" value=\"([^\"]+)\"").matcher(page(gt, meeting));
        assertTrue(report.find());
        assertEquals(
                422,
                gt.post(meeting + "/checks", "report", report.group(1), "answer", "disputed")
                        .statusCode(),
                "a dispute gives its reason");
        var checking = done(gt.post(meeting + "/checks", "report", report.group(1), "answer", "confirmed"));
        var told = page(gt, checking + "?lang=es");
        for (var line :
                List.of("Comunicar los turnos.", "Cómo va: hecho.", "Nota: Enviados.", "Your party confirms it"))
            assertTrue(told.contains(line), line + told);
        signed(gt, meeting + "/checks", "report", report.group(1), "answer", "confirmed");
        assertTrue(page(gt, meeting + "?lang=es").contains("hecho y confirmado"));
    }

    @Test
    @Order(7)
    void whatAGroupDecidedAboutAnInitiativeAndWhatFollowsStandsWithTheInitiative() {
        var page = page(us, "/initiatives/A1-05?lang=es");
        var from = page.indexOf("Lo que decidieron las mesas");
        assertTrue(from > 0, page);
        var decided = page.substring(from, page.indexOf("</section>", from));
        var where = meeting + "#d-" + decision.replace('/', '-');
        for (var part : List.of(
                "<a href=\"" + where + "\">Decisión 1/1</a>, tomada.",
                "Los turnos se comunican.",
                "Mesa de enlace, ",
                "Encarga a Estados Unidos, para el 4 dic 2026: Comunicar los turnos.",
                "(hecho y confirmado)",
                "1 de 1")) assertTrue(decided.contains(part), part + decided);
        assertFalse(page(us, "/initiatives/A1-06?lang=es").contains("Lo que decidieron las mesas"));
        var here = api(states, "/initiatives/A1-05").path("decisions");
        assertEquals(1, here.size(), here.toString());
        assertEquals(decision, here.path(0).path("id").asString());
        assertEquals("taken", here.path(0).path("state").asString());
        assertEquals("GT-US-enlace", here.path(0).path("group").asString());
        var action = here.path(0).path("actions").path(0);
        assertEquals("US", action.path("owner").asString());
        assertEquals("2026-12-04", action.path("due").asString());
        assertEquals("confirmed", action.path("state").asString());
        assertEquals(0, api(states, "/initiatives/A1-06").path("decisions").size());
        for (var list : List.of("/decisions", "/actions")) {
            assertEquals(
                    1, api(states, list + "?initiative=A1-05").path("items").size(), list);
            assertEquals(
                    0, api(states, list + "?initiative=A1-06").path("items").size(), list);
        }
    }

    private static JsonNode api(TestDesk.One node, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.website.port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + node.token(Role.COORDINATOR))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = Described.held(client.send(request, HttpResponse.BodyHandlers.ofString()));
            assertEquals(200, answer.statusCode(), answer.body());
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    @Test
    @Order(7)
    void minutesAreDraftedPutAmendedInSightAndApproved() {
        for (var node : List.of(guatemala, states)) node.records.clock.forward(Duration.ofMinutes(5));
        assertTrue(
                page(us, meeting + "?lang=es").contains("Ninguna decisión sobre la mesa;"),
                "what is taken is not open");
        signed(us, meeting + "/closing");
        assertTrue(page(us, meeting + "?lang=es").contains("No queda ninguna decisión sobre la mesa."));
        var late = sent(us, meeting + "/presence", "of", "GT", "does", "arrive");
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("Después del cierre nadie llega ni sale."), late.body());
        assertFalse(late.body().contains("Llega ahora") || late.body().contains("Sale ahora"), late.body());
        var draft = page(us, meeting + "/minutes?lang=es");
        assertTrue(draft.contains("Tomada por Guatemala y Estados Unidos."), draft);
        assertTrue(draft.contains("<span class=\"nb\">decisión 1/1</span>"), "its number stays on one line");
        assertTrue(
                draft.contains("(coordinación nacional, titular)") && draft.contains("hora de Guatemala (UTC−6)"),
                draft);
        signed(
                us,
                meeting + "/minutes",
                "textEs",
                "ACTA\nSe decidió.\n" + "&".repeat(60_000),
                "textEn",
                "MINUTES\nIt was decided.");
        guatemala.until("there is work", () -> says(gt, "/work?lang=es", "Aprobar el acta"));
        guatemala.until("the minutes are there", () -> says(gt, meeting + "/minutes?lang=es", "Se decidió."));
        var amends = Pattern.compile("name=\"amends\" value=\"([^\"]+)\"").matcher(page(gt, meeting + "/minutes"));
        assertTrue(amends.find());
        var tooLong = gt.get(meeting + "/minutes/pdf?version=" + amends.group(1));
        assertEquals(422, tooLong.statusCode());
        var instead = meeting + "/minutes?version=" + amends.group(1).replace("/", "%2F");
        assertTrue(tooLong.body().contains("href=\"" + instead + "\""), "where it can be printed: " + tooLong.body());
        signed(
                gt,
                meeting + "/minutes",
                "amends",
                amends.group(1),
                "textEs",
                "ACTA\nSe decidió por consenso.",
                "textEn",
                "MINUTES\nIt was decided.");
        states.until("the amendment is there", () -> says(us, meeting + "/minutes?lang=es", "<ins>"));
        assertTrue(page(us, meeting + "/minutes?lang=es").contains("Cambia solo uno de los dos textos"));
        var to = Pattern.compile("name=\"to\" value=\"([^\"]+)\"").matcher(page(us, meeting + "/minutes"));
        assertTrue(to.find());
        done(us.post(
                meeting + "/words",
                "to",
                to.group(1),
                "text",
                text(us, meeting + "/minutes"),
                "choice",
                "assent",
                "read",
                "yes"));
        guatemala.until("they are approved", () -> says(gt, meeting + "/minutes?lang=es", "aprobada"));
        assertFalse(page(gt, meeting + "/minutes?lang=es").contains("<ins>"), "what is agreed is read clean");
        assertTrue(page(gt, meeting + "/minutes?lang=es&version=" + to.group(1)).contains("<ins>"));
        assertTrue(page(gt, meeting + "/agenda?lang=es").contains("AGENDA"));
        assertFalse(page(gt, meeting + "/agenda?lang=es").contains("<b>ACTA</b>"));
    }

    @Test
    @Order(8)
    void whatTheGroupDidCanBeTakenAwayByItsPartiesAlone() {
        var rows = new ArrayList<JsonNode>();
        for (var table : List.of("meetings", "decisions", "actions", "minutes"))
            rows.add(JsonMapper.shared()
                    .readTree(page(us, "/exports/" + table + ".json"))
                    .path("rows"));
        assertEquals("GT US", rows.getFirst().path(0).path("attended").asString());
        assertTrue(rows.get(1).toString().contains("Los turnos se comunican."), "the decision");
        assertEquals("confirmed", rows.get(2).path(0).path("state").asString());
        assertEquals("approved", rows.get(3).path(1).path("state").asString());
        assertEquals(
                "ACTA\nSe decidió por consenso.",
                rows.get(3).path(1).path("text_es").asString());
        assertEquals(1, lines("/exports/decisions.csv?code=A1-05"));
        assertEquals(0, lines("/exports/decisions.csv?code=A1-06"));
    }

    private static long lines(String path) {
        return page(gt, path).lines().count() - 1;
    }

    /** Reads a PDF back. @return its text */
    private static String pdf(String path, String name) {
        var answer = gt.file(path);
        assertEquals("attachment; filename=\"" + name + "\"", Visitor.header(answer, "Content-Disposition"));
        return printed(answer.body());
    }

    private static String printed(byte[] sheet) {
        try (var pdf = Loader.loadPDF(sheet)) {
            assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(8)
    void theAgendaAndTheMinutesArePdfsThatCannotBeTakenForEachOtherWithBothTexts() {
        var id = meeting.substring("/sittings/".length()).replace('/', '-');
        var agenda = pdf(meeting + "/agenda/pdf?lang=es", "agenda-" + id + ".pdf");
        for (var part :
                List.of("AGENDA adoptada", "1 A1-05 Turnos", "Shifts", "A petición de una parte", "(UTC–6)", "1 / 1"))
            assertTrue(agenda.contains(part), part + " in " + agenda);
        var minutes = pdf(meeting + "/minutes/pdf?lang=en", "minutes-" + id + ".pdf");
        for (var part : List.of(
                "MINUTES approved", "It was decided.", "Se decidió por consenso.", "Guatemala approved", "sha256:"))
            assertTrue(minutes.contains(part), part + " in " + minutes);
        assertFalse(agenda.contains("ACTA") || minutes.contains("AGENDA"));
        assertFalse(minutes.contains("&&"), "it is read clean");
        assertTrue(page(gt, meeting + "/minutes").contains("/minutes/pdf?version="));
        assertTrue(page(gt, meeting + "/agenda").contains("/agenda/pdf\""));
    }

    @Test
    @Order(8)
    void whatWasSaidInAGroupIsToldAtHome() {
        var home = page(gt, "/?lang=es");
        assertTrue(home.contains("Estados Unidos sometió a aprobación un acta de la mesa GT-US-enlace"), home);
        assertTrue(
                home.contains("aprobó el acta de una reunión de la mesa GT-US-enlace"), "what it assented to" + home);
        assertFalse(home.contains("no es parte del acuerdo"));
    }

    @Test
    @Order(8)
    void noByteOfAnInternalNoteIsInAnyAct() {
        done(gt.post(meeting + "/note", "note", INTERNAL));
        assertTrue(page(gt, meeting).contains(INTERNAL));
        assertFalse(page(us, meeting).contains(INTERNAL));
        for (var node : List.of(guatemala, states)) assertEquals(0, actsWith(node, INTERNAL));
        assertEquals(true, actsWith(guatemala, "Los turnos se comunican.") > 0);
    }

    /** The decision that a meeting's page asks to be answered. */
    private static String answerable(Visitor who) {
        var match = Pattern.compile("/words\\?to=([A-Z]+)%2F([0-9]+)").matcher(page(who, meeting));
        assertTrue(match.find());
        return match.group(1) + "/" + match.group(2);
    }

    private static long actsWith(TestDesk.One node, String words) {
        try (var connection = node.records.postgres.open();
                var statement = connection.prepareStatement(
                        "select count(*) from trust.entry where position(convert_to(?, 'UTF8') in act) > 0")) {
            statement.setString(1, words);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(9)
    void aDecisionInWritingIsAskedForAndAnswered() {
        var asked = signed(
                us, GROUP + "/circulars", "textEs", "Por escrito.", "textEn", "In writing.", "until", "2027-01-31");
        guatemala.until("it is there", () -> says(gt, asked + "?lang=es", "Por escrito."));
        var put = asked.substring("/sittings/".length());
        done(gt.post(
                asked + "/words",
                "to",
                put,
                "text",
                text(gt, asked + "/words?to=" + put),
                "choice",
                "refuse",
                "words",
                "Aún no.",
                "read",
                "yes"));
        states.until("the answer is there", () -> says(us, asked + "?lang=es", "rechazada"));
    }

    @Test
    @Order(9)
    void meetingsDecisionsAndActionsAreFoundAsTheyStand() {
        for (var asked :
                List.of("enlace&kind=meeting", "turnos&kind=decision", "turnos&kind=action", "enlace&kind=group"))
            guatemala.until(asked, () -> says(gt, "/search?lang=es&q=" + asked, "<ol class=\"cards\">"));
        guatemala.until("as it stands", () -> says(gt, "/search?lang=es&q=turnos&kind=action", "hecha y confirmada"));
    }

    private static String seen(String draft) {
        var match = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"").matcher(draft);
        assertTrue(match.find(), draft);
        return match.group(1);
    }

    /** Issues a paper of the group here; its code resolves there. @return the page of the check */
    private static String issued(String path, String since) {
        var page = page(
                gt,
                done(gt.post(
                        path,
                        "read",
                        "yes",
                        "since",
                        since,
                        "seen",
                        seen(page(gt, path + "?review=yes&since=" + since)))));
        var code = Pattern.compile("GT-[0-9]+-[0-9A-F]{4}-[0-9A-F]{4}").matcher(page);
        assertTrue(code.find(), page);
        states.until(
                "the paper is there",
                () -> us.get("/check?code=" + code.group()).statusCode() == 200);
        return page(us, "/check?lang=es&code=" + code.group());
    }

    @Test
    @Order(9)
    void theReportOfTheGroupIsIssuedToItsPartiesAndCheckedThere() {
        var since = page(gt, "/documents/group/GT-US-enlace?lang=es");
        assertTrue(
                Pattern.compile("Reuniones celebradas</th><td[^>]*>1</td>")
                        .matcher(since)
                        .find(),
                since);
        var found = issued("/documents/group/GT-US-enlace", "2026-09-01");
        assertTrue(found.contains("Informe de la mesa GT-US-enlace"), found);
        assertTrue(found.contains("Ninguna cifra ha cambiado."), found);
        assertEquals(404, gt.get("/documents/group/HN-SV-paso").statusCode());
        assertEquals(404, gt.get("/documents/group/GT-US-otra").statusCode());
    }

    @Test
    @Order(9)
    void theCommuniqueOfTheMeetingTellsWhatWasDecidedInBothLanguagesAndStaysADraft() {
        var of = "GT-US-enlace." + meeting.substring("/sittings/".length()).replace('/', '-');
        for (var path : List.of(GROUP, meeting))
            assertTrue(page(gt, path).contains("href=\"/documents/communique/" + of), path + " leads there");
        var draft = page(gt, "/documents/communique/" + of + "?lang=es");
        assertTrue(draft.contains("<p lang=\"es\">") && draft.contains("<p lang=\"en\">"), draft);
        var found = issued("/documents/communique/" + of, "");
        assertTrue(found.contains("BORRADOR de comunicado"), found);
        var issued = Pattern.compile("/documents/issued/GT/[0-9]+").matcher(found);
        assertTrue(issued.find());
        assertTrue(page(us, issued.group() + "?lang=es").contains("Ninguna parte ha adoptado este texto"));
        assertEquals(200, us.get(issued.group() + "/pdf").statusCode());
        assertEquals(
                404,
                gt.get("/documents/communique/A1" + of.substring(of.indexOf('.')))
                        .statusCode());
    }

    @Test
    @Order(9)
    void whoTakesUpASeatIsToldWhatIsOpenAndWhereTheLastMinutesStand() {
        signed(
                gt,
                GROUP + "/circulars",
                "textEs",
                "Queda abierta.",
                "textEn",
                "It stays open.",
                "until",
                "2027-02-28",
                "owner1",
                "US",
                "what1Es",
                "Responder.",
                "what1En",
                "Answer.",
                "due1",
                "2027-03-31");
        states.until("it is there", () -> says(us, GROUP + "/handover?lang=es", "Queda abierta."));
        var pack = page(us, GROUP + "/handover?lang=es");
        assertTrue(pack.contains("Falta la palabra de Estados Unidos"), pack);
        assertTrue(
                pack.matches("(?s).*<a href=\"/sittings/[^\"]+\">Decisión [^<]*</a>, sobre la mesa.*Queda abierta.*"),
                pack);
        assertTrue(pack.contains("href=\"" + meeting + "/minutes"), pack);
        var accounts = pack.substring(pack.indexOf("id=\"accounts\""), pack.indexOf("id=\"awaits\""));
        for (var part : List.of("/initiatives/A1-05\"", "sin informe", "no ha informado que cumplió", "peldaño"))
            assertTrue(accounts.contains(part), part + accounts);
        assertFalse(accounts.contains("/initiatives/A4-06\""), "Guatemala alone owes it");
        var sheet = us.file(GROUP + "/handover/pdf?lang=es");
        assertTrue(Visitor.header(sheet, "Content-Disposition").contains("relevo-GT-US-enlace.pdf"));
        for (var part : List.of("Relevo", "Mesa de enlace", "Queda abierta.", "A1-05"))
            assertTrue(printed(sheet.body()).contains(part), part + printed(sheet.body()));
        var awaits = pack.substring(pack.indexOf("id=\"awaits\""));
        assertTrue(awaits.contains("Cumplir lo que vence: <a href=\"/initiatives/A1-05\">"), awaits);
        assertTrue(awaits.contains("Decidir: "), "what waits for the office's word is in it");
    }

    private static final List<String> DECISION =
            List.of("textEs", "textEn", "initiative", "owner1", "what1Es", "what1En", "due1");
    private static final List<String> WHEN = List.of("day", "time", "zone", "minutes", "place", "link");

    private static List<String> and(List<String> fields, String... more) {
        return Stream.concat(fields.stream(), Stream.of(more)).toList();
    }

    /** What a form would send in a field. */
    private static String good(String field) {
        return switch (field) {
            case "day", "due1", "until" -> "2027-06-01";
            case "time" -> "10:00";
            case "zone" -> "America/Guatemala";
            case "minutes" -> "60";
            case "link" -> "https://reunion.example/otra";
            case "series" -> "FREQ=WEEKLY";
            case "count" -> "2";
            case "initiative", "about" -> "A1-05";
            case "owner1" -> "US";
            case "of" -> "GT";
            case "does" -> "confirm";
            case "action" -> decision + "#1";
            case "progress" -> "DONE";
            case "to" -> decision;
            case "choice" -> "refuse";
            case "read" -> "yes";
            case "answer" -> "confirmed";
            case "file", "spans", "amends", "seen", "as" -> "";
            default -> "EJERCICIO";
        };
    }

    /** Each field in turn, the others as they should be, and nothing pressed that signs. */
    @Test
    @Order(9)
    void formsOfTheGroupWithAnythingInThemNeverFailInsideAndSignNothing() {
        var id = meeting.substring("/sittings/".length()).split("/");
        var act = ActReading.id(id[0], id[1]).orElseThrow();
        var before = guatemala.groups.sitting(act).orElseThrow().said().size();
        var forms = Map.ofEntries(
                Map.entry(GROUP + "/calls", and(WHEN, "series", "count", "file")),
                Map.entry(GROUP + "/circulars", and(DECISION, "until")),
                Map.entry(meeting + "/change", List.of("day", "why")),
                Map.entry(meeting + "/cancellation", List.of("why")),
                Map.entry(meeting + "/points", List.of("titleEs", "titleEn", "about", "file")),
                Map.entry(meeting + "/agenda", List.of("place-" + id[0] + "/" + id[1] + "#1")),
                Map.entry(meeting + "/minutes", List.of("textEs", "textEn", "amends")),
                Map.entry(meeting + "/decisions", List.of("textEs", "textEn", "point")),
                Map.entry(meeting + "/draft", List.of("seen")),
                Map.entry(meeting + "/presence", List.of("of", "as", "does", "spans")),
                Map.entry(meeting + "/reports", List.of("action", "progress", "words")),
                Map.entry(meeting + "/checks", List.of("report", "answer", "reason")),
                Map.entry(meeting + "/remarks", List.of("point", "words")),
                Map.entry(meeting + "/words", List.of("to", "text", "choice", "words", "read")),
                Map.entry(meeting + "/note", List.of("note")));
        var token = gt.token();
        forms.forEach((path, fields) -> {
            for (var field : fields)
                for (var value : List.of("\0", "'\"><script>", "x".repeat(5_000), "2027-02-30", "HN/0")) {
                    var form = new HashMap<>(Map.of("_csrf", token));
                    fields.forEach(each -> form.put(each, good(each)));
                    form.put(field, value);
                    BadInputTest.assertAnswered(gt.send("POST", path, Map.of(), form), path + " " + field);
                }
        });
        var step = List.of("step", "sign", "read", "yes", "of", "GT");
        for (var seen : List.of("", "none,", "coordination x -", "coordination 2026-11-24T16:00:00Z", "a b c", "- - -"))
            assertEquals(
                    422,
                    gt.post(meeting + "/presence", and(step, "seen", seen).toArray(String[]::new))
                            .statusCode(),
                    seen);
        assertEquals(before, guatemala.groups.sitting(act).orElseThrow().said().size());
    }

    /** What is looked at; the meeting is the one that was held. */
    static final List<String> PAGES = List.of(
            "/calendar",
            "/groups",
            "/groups/new",
            "/groups/A1",
            "/groups/A1/mandate",
            GROUP,
            GROUP + "/handover",
            GROUP + "/mandate",
            "/sittings/GT/0",
            "/sittings/GT/0/agenda",
            "/sittings/GT/0/minutes");

    private static List<String> pages() {
        return PAGES.stream()
                .map(path -> path.replace("/sittings/GT/0", meeting))
                .toList();
    }

    @Test
    @Order(10)
    void everyPageIsDrawnInBothLanguages() {
        for (var path : pages())
            for (var lang : List.of("es", "en"))
                assertTrue(page(gt, path + "?lang=" + lang).contains("<html lang=\"" + lang + "\">"), path);
        assertTrue(page(gt, "/groups/A1?lang=es").contains("anunciado, no consentido"));
    }

    @Test
    @Order(11)
    @Tag("browser")
    void everyPageIsAccessibleAndNeverScrollsSideways() {
        try (var context = signedIn(320)) {
            var page = context.newPage();
            var coloured = new HashSet<String>();
            for (var path : pages()) {
                page.navigate(address() + path + "?lang=es");
                for (var width : List.of(1280, 320)) {
                    page.setViewportSize(width, 800);
                    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), path);
                }
                assertEquals(List.of(), TestBrowser.findingsOfWhatIsNew(page, coloured), path);
            }
        }
    }

    @Test
    @Order(12)
    @Tag("browser")
    void whatIsTypedIsKeptByTheScriptAndAReviewOpensAtItsTitleAndGoesBackToIt() {
        try (var context = signedIn(320)) {
            var page = context.newPage();
            page.navigate(address() + GROUP + "/mandate?lang=es");
            var keeping = Pattern.compile("/groups/mandate$");
            page.waitForResponse(
                    answer -> keeping.matcher(answer.url()).find() && answer.status() == 204,
                    () -> page.fill("#titleEs", "Mesa de enlace nueva"));
            page.reload();
            assertEquals("Mesa de enlace nueva", page.inputValue("#titleEs"), "kept as it was typed");
            page.fill("#titleEn", "New liaison group");
            page.locator("button[value=review]").click();
            TestBrowser.await(page, "#read");
            assertTrue(page.url().endsWith("/mandate?review=yes"), page.url());
            assertOpensAtItsTitle(page);
            page.evaluate("document.querySelector('#read').required = false");
            page.locator("button[value=sign]").click();
            TestBrowser.await(page, "#flaws");
            assertOpensAtItsTitle(page);
            page.goBack();
            page.goBack();
            assertEquals("New liaison group", page.inputValue("#titleEn"), "what was reviewed is there to go on with");
            assertEquals("Mesa de enlace nueva", page.inputValue("#titleEs"));
        }
    }

    private static void assertOpensAtItsTitle(Page page) {
        page.waitForLoadState(); // a page that is still coming is not where it opens yet
        var box = page.locator("h1").boundingBox();
        assertTrue(box.y >= 0 && box.y + box.height <= page.viewportSize().height, page.url() + " at " + box.y);
    }

    private static String address() {
        return "http://127.0.0.1:" + guatemala.website.port();
    }

    /** The browser of the coordinator of Guatemala. */
    private static BrowserContext signedIn(int width) {
        var context = TestBrowser.get().newContext(new Browser.NewContextOptions().setViewportSize(width, 800));
        context.addCookies(gt.cookies.entrySet().stream()
                .map(one -> new Cookie(one.getKey(), one.getValue()).setUrl(address()))
                .toList());
        return context;
    }
}
