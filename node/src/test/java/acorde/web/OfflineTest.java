package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.monitoring.Owed;
import acorde.monitoring.Report;
import acorde.offices.Role;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A representative on a bad link, with a real browser: writes without a connection, keeps it, signs it later (CO-6). */
@Tag("browser")
@Tag("database")
@Tag("slow")
final class OfflineTest {
    private static final String WRITTEN = "2026-11-02T11:00:00Z";

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One node;
    private static TestBrowser browser;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        node = desk.start("GT");
        node.officer(Role.REPRESENTATIVE);
        node.officer(Role.COORDINATOR);
        browser = new TestBrowser();
    }

    @AfterAll
    static void stop() {
        browser.close();
        desk.close();
    }

    /** A browser that writes an hour before it is noon on the node's clock. */
    private static BrowserContext context() {
        var context = browser.get()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + node.website.port())
                        .setLocale("es"));
        context.clock().setFixedTime(WRITTEN);
        return context;
    }

    private static Page signedIn(BrowserContext context, Role role) {
        context.clearCookies();
        var page = context.newPage();
        page.navigate("/sign-in?lang=es");
        page.fill("#username", "officer." + role.code());
        page.fill("#password", TestDesk.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForSelector("form[action='/sign-out']");
        page.navigate("/offline?lang=es");
        page.waitForSelector("#status:has-text('Lista para usarse')");
        return page;
    }

    private static Owed owed(int number) {
        return node.monitoring.owed().get(number);
    }

    private static void write(Page page, String code) {
        page.selectOption("#code", code);
        page.check("input[name=state][value=IN_PROGRESS]");
        if (page.isVisible("#restrictions")) page.check("#restrictions");
        page.fill("#note", "EJERCICIO: escrito sin conexión");
        page.click("#write button");
        page.waitForSelector("#waiting:has-text('" + code + "')");
    }

    @Test
    void whatIsWrittenWithoutAConnectionIsSignedLaterByWhoWroteItAndTheJournalKeepsWhen() {
        try (var context = context()) {
            var page = signedIn(context, Role.REPRESENTATIVE);
            var code = owed(0).code();
            context.setOffline(true);
            page.navigate("/offline");
            write(page, code);
            page.click("#send button[type=submit]");
            page.waitForSelector("#status:has-text('Sin conexión')");
            assertEquals(null, owed(0).latest(), "nothing has left the device");
            context.setOffline(false);
            page.click("#send button[type=submit]");
            page.waitForSelector("#status:has-text('Firmado')");
            assertFalse(page.textContent("#waiting").contains(code));
        }
        assertEquals(Report.State.IN_PROGRESS, owed(0).report().state());
        var act = node.acts.act(owed(0).latest()).orElseThrow();
        assertTrue(act.office().startsWith("representative"), act.office());
        var lines = node.records.journal();
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.contains("offline-report")
                                && line.contains("\"made\":\"" + WRITTEN + "\"")
                                && line.contains(act.id().toString())
                                && line.contains("\"person\"")),
                "who, when written, which act");
    }

    @Test
    void whatOneAccountKeepsAnotherNeitherSeesNorSigns() {
        try (var context = context()) {
            var first = signedIn(context, Role.REPRESENTATIVE);
            var code = owed(1).code();
            write(first, code);
            var second = signedIn(context, Role.COORDINATOR);
            assertFalse(second.textContent("#waiting").contains(code));
            first.click("#send button[type=submit]");
            first.waitForSelector("#status:has-text('entre con la cuenta')");
            assertEquals(null, owed(1).latest());
            first.click("#forget");
            first.waitForSelector("#status:has-text('Borrado')");
            first.reload();
            assertFalse(first.textContent("#waiting").contains(code));
        }
    }

    @Test
    void theNodeItselfRefusesWhatAnotherAccountWroteWhatHasNoTimeAndWhatIsStale() {
        var coordinator = node.officer(Role.COORDINATOR);
        var page = coordinator.get("/offline").body();
        var account = page.replaceAll("(?s).*data-account=\"([0-9a-f]{16})\".*", "$1");
        var about = owed(2);
        var fields = List.of(
                "code",
                about.code(),
                "version",
                "sha256:" + about.version().hex(),
                "state",
                "IN_PROGRESS",
                "restrictions",
                "yes");
        assertEquals(403, post(coordinator, fields, "account", "0".repeat(16), "made", "2026-01-01T00:00:00Z"));
        assertEquals(422, post(coordinator, fields, "account", account, "made", ""));
        assertEquals(422, post(coordinator, fields, "account", account, "made", "9999-01-01T00:00:00Z"));
        assertEquals(
                409, post(coordinator, fields, "account", account, "made", "2026-01-01T00:00:00Z", "basis", "GT/1"));
        assertEquals(201, post(coordinator, fields, "account", account, "made", "2026-01-01T00:00:00Z"));
        assertEquals(409, post(coordinator, fields, "account", account, "made", "2026-01-01T00:00:01Z"));
        assertNotNull(owed(2).latest());
    }

    private static int post(Visitor visitor, List<String> fields, String... more) {
        var all = new java.util.ArrayList<>(fields);
        all.addAll(List.of(more));
        return visitor.post("/offline", all.toArray(String[]::new)).statusCode();
    }
}
