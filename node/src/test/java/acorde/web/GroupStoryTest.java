package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.Role;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** How two parties found a group, meet, decide, do what they decided and approve the minutes, each at the pages of its own node. */
@Tag("database")
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class GroupStoryTest {
    private static final String GROUP = "/groups/GT-US-enlace";
    private static final String INTERNAL = "palabra-interna-7719";
    private static final Pattern TEXT = Pattern.compile("name=\"text\" value=\"(sha256:[0-9a-f]{64})\"");

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One guatemala;
    private static TestDesk.One states;
    private static Visitor gt;
    private static Visitor us;
    private static String meeting = "";
    private static String decision = "";

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        guatemala = desk.start("GT");
        states = desk.start("US");
        states.follow();
        guatemala.follow();
        gt = guatemala.officer(Role.COORDINATOR);
        us = states.officer(Role.COORDINATOR);
        adopt();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String page(Visitor who, String path) {
        var answer = who.get(path);
        assertEquals(200, answer.statusCode(), path + "\n" + answer.body());
        return answer.body();
    }

    private static boolean says(Visitor who, String path, String what) {
        var answer = who.get(path);
        return answer.statusCode() == 200 && answer.body().contains(what);
    }

    private static String done(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        return Visitor.location(answer).replaceAll("#.*", "");
    }

    private static String text(Visitor who, String path) {
        var match = TEXT.matcher(page(who, path));
        assertTrue(match.find(), path);
        return match.group(1);
    }

    private static void adopt() {
        var fields = new ArrayList<>(List.of("code", "GT-US-enlace", "base", "", "kind", "BILATERAL"));
        fields.addAll(List.of("titleEs", "Mesa de enlace", "titleEn", "Liaison group"));
        fields.addAll(List.of("mandateEs", "Enlazar", "mandateEn", "To liaise", "quorum", "2"));
        for (var party : List.of("GT", "US")) fields.addAll(List.of("titular-" + party, "coordination"));
        var proposal = done(gt.post("/groups/mandate", fields.toArray(String[]::new)));
        states.until("the mandate is there", () -> us.get(proposal).statusCode() == 200);
        assertTrue(page(us, GROUP + "?lang=es").contains("propuesto"));
        done(us.post(proposal + "/answer", "text", text(us, proposal), "choice", "assent", "read", "yes"));
        guatemala.until("the mandate is in force", () -> says(gt, GROUP + "?lang=es", "en vigor"));
    }

    @Test
    @Order(1)
    void aMeetingThatIsCalledHereIsThere() {
        meeting = done(gt.post(
                GROUP + "/calls",
                "day",
                "2026-11-24",
                "time",
                "10:00",
                "zone",
                "America/Guatemala",
                "minutes",
                "120",
                "link",
                "https://reunion.example/enlace"));
        states.until("the call is there", () -> us.get(meeting).statusCode() == 200);
        assertTrue(page(us, meeting + "?lang=es").contains("convocada"));
        assertTrue(page(us, "/groups?lang=es").contains("24 nov 2026"));
    }

    @Test
    @Order(2)
    void whatOnlyTheChairMayDoIsRefusedToOthersWithTheRule() {
        var answer = gt.post(meeting + "/course?lang=es", "step", "open");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("Eso le toca a quien preside"), answer.body());
        assertTrue(answer.body().contains("NOT_CHAIR"));
    }

    @Test
    @Order(3)
    void aPointThatIsProposedHereIsPutOnTheAgendaThere() {
        done(gt.post(meeting + "/points", "titleEs", "Turnos", "titleEn", "Shifts", "about", "A1-05"));
        states.until("the point is there", () -> says(us, meeting + "/agenda?lang=es", "Turnos"));
        var place = Pattern.compile("name=\"(place-[^\"]+)\"").matcher(page(us, meeting + "/agenda"));
        assertTrue(place.find());
        done(us.post(meeting + "/agenda", place.group(1), "1"));
        assertTrue(page(us, meeting).contains("A1-05"));
    }

    @Test
    @Order(4)
    void withoutAQuorumADecisionIsRefusedAndWhoIsMissingIsNamed() {
        done(us.post(meeting + "/course", "step", "open"));
        guatemala.until("the meeting is open", () -> says(gt, meeting + "?lang=es", "en curso"));
        var answer = gt.post(meeting + "/decisions?lang=es", "textEs", "Se hace.", "textEn", "It is done.");
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("No hay quórum"), answer.body());
        assertTrue(answer.body().contains("No está: Estados Unidos."), answer.body());
        assertTrue(answer.body().contains("Se hace."), "what was typed is kept");
    }

    @Test
    @Order(5)
    void presenceIsRecordedByTheChairAndConfirmedByTheParty() {
        done(us.post(meeting + "/presence", "of", "US", "step", "arrive"));
        done(us.post(meeting + "/presence", "of", "GT", "step", "arrive"));
        guatemala.until("the record is there", () -> says(gt, meeting + "?lang=es", "Hay quórum"));
        assertEquals(
                403, gt.post(meeting + "/presence", "of", "US", "step", "leave").statusCode());
        done(gt.post(meeting + "/presence", "of", "GT", "step", "confirm"));
        states.until("the word is there", () -> says(us, meeting + "?lang=es", "lo confirma"));
    }

    @Test
    @Order(6)
    void aDecisionIsTakenByBothAndItsActionDoneAndConfirmed() {
        done(gt.post(
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
                "2026-12-04"));
        states.until("the decision is there", () -> says(us, meeting + "?lang=es", "Los turnos se comunican."));
        var to = Pattern.compile("name=\"to\" value=\"([^\"]+)\"").matcher(page(us, meeting));
        assertTrue(to.find());
        decision = to.group(1);
        done(us.post(meeting + "/words", "to", decision, "text", text(us, meeting), "choice", "assent"));
        guatemala.until("the decision is taken", () -> says(gt, meeting + "?lang=es", "tomada"));
        done(us.post(meeting + "/reports", "action", decision + "#1", "progress", "DONE", "words", "Enviados."));
        guatemala.until("the report is there", () -> says(gt, meeting + "?lang=es", "hecho, sin confirmar"));
        var report = Pattern.compile("name=\"report\" value=\"([^\"]+)\"").matcher(page(gt, meeting));
        assertTrue(report.find());
        done(gt.post(meeting + "/checks", "report", report.group(1), "answer", "confirmed"));
        assertTrue(page(gt, meeting + "?lang=es").contains("hecho y confirmado"));
    }

    @Test
    @Order(7)
    void minutesAreDraftedPutAmendedInSightAndApproved() {
        done(us.post(meeting + "/course", "step", "close"));
        var draft = page(us, meeting + "/minutes?lang=es");
        assertTrue(draft.contains("Tomada por Guatemala y Estados Unidos."), draft);
        done(us.post(meeting + "/minutes", "textEs", "ACTA\nSe decidió.", "textEn", "MINUTES\nIt was decided."));
        guatemala.until("the minutes are there", () -> says(gt, meeting + "/minutes?lang=es", "Se decidió."));
        var amends = Pattern.compile("name=\"amends\" value=\"([^\"]+)\"").matcher(page(gt, meeting + "/minutes"));
        assertTrue(amends.find());
        done(gt.post(
                meeting + "/minutes",
                "amends",
                amends.group(1),
                "textEs",
                "ACTA\nSe decidió por consenso.",
                "textEn",
                "MINUTES\nIt was decided by consensus."));
        states.until("the amendment is there", () -> says(us, meeting + "/minutes?lang=es", "<ins>"));
        var to = Pattern.compile("name=\"to\" value=\"([^\"]+)\"").matcher(page(us, meeting + "/minutes"));
        assertTrue(to.find());
        done(us.post(
                meeting + "/words", "to", to.group(1), "text", text(us, meeting + "/minutes"), "choice", "assent"));
        guatemala.until("they are approved", () -> says(gt, meeting + "/minutes?lang=es", "aprobada"));
        assertTrue(page(gt, meeting + "/agenda?lang=es").contains("AGENDA"));
        assertFalse(page(gt, meeting + "/agenda?lang=es").contains("<b>ACTA</b>"));
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
        var asked = done(us.post(
                GROUP + "/circulars", "textEs", "Por escrito.", "textEn", "In writing.", "until", "2027-01-31"));
        guatemala.until("it is there", () -> says(gt, asked + "?lang=es", "Por escrito."));
        done(gt.post(
                asked + "/words",
                "to",
                asked.substring("/sittings/".length()),
                "text",
                text(gt, asked),
                "choice",
                "refuse",
                "words",
                "Aún no."));
        states.until("the answer is there", () -> says(us, asked + "?lang=es", "rechazada"));
    }

    private static List<String> pages() {
        return List.of(
                "/groups",
                "/groups/new",
                "/groups/A1",
                "/groups/A1/mandate",
                GROUP,
                GROUP + "/handover",
                GROUP + "/mandate",
                meeting,
                meeting + "/agenda",
                meeting + "/minutes");
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
    void everyPageIsAccessibleWideAndNarrowAndNeverScrollsSideways() {
        try (var browser = new TestBrowser()) {
            for (var path : pages()) {
                look(browser, path + "?lang=es", 1280);
                look(browser, path + "?lang=en", 320);
            }
        }
    }

    private static void look(TestBrowser browser, String path, int width) {
        var address = "http://127.0.0.1:" + guatemala.website.port();
        var size = new Browser.NewContextOptions().setViewportSize(width, 800);
        try (var context = browser.get().newContext(size)) {
            context.addCookies(gt.cookies.entrySet().stream()
                    .map(one -> new Cookie(one.getKey(), one.getValue()).setUrl(address))
                    .toList());
            var page = context.newPage();
            page.navigate(address + path);
            assertEquals(List.of(), TestBrowser.findings(page), path + " at " + width);
            assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), path);
        }
    }
}
