package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.Remark;
import acorde.monitoring.Owed;
import acorde.monitoring.Report;
import acorde.offices.Role;
import acorde.trustlog.Hash;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    private static final int MIB = 1 << 20;
    private static final String WRITTEN = "2026-11-02T11:00:00Z";

    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One node;
    private static Visitor representative;
    private static Visitor coordinator;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        node = desk.start("GT");
        representative = node.officer(Role.REPRESENTATIVE);
        coordinator = node.officer(Role.COORDINATOR);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** From now on the browser is that officer's. */
    private static void signedIn(BrowserContext context, Role role) {
        var officer = role == Role.REPRESENTATIVE ? representative : coordinator;
        context.clearCookies();
        context.addCookies(officer.cookies.entrySet().stream()
                .map(one -> new Cookie(one.getKey(), one.getValue()).setUrl(address()))
                .toList());
    }

    private static String address() {
        return "http://127.0.0.1:" + node.website.port();
    }

    private static Owed owed(int number) {
        return node.monitoring.owed().get(number);
    }

    private static void write(Page page, String code, String note) {
        page.selectOption("#code", code);
        page.check("input[name=state][value=IN_PROGRESS]");
        if (page.isVisible("#restrictions")) page.check("#restrictions");
        page.fill("#note", note);
        page.click("#write button");
        page.waitForSelector("#waiting:has-text('" + note + "')");
    }

    private static void until(Page page, String status) {
        page.waitForSelector("#status:has-text('" + status + "')");
    }

    /** A browser of two accounts, which writes an hour before it is noon on the node's clock. */
    @Test
    void onASharedPhoneEachReportIsReadWholeAndSignedByTheAccountOfThePageItWasWrittenOnInTheLanguageOfThatPage() {
        var code = owed(0).code();
        try (var context = TestBrowser.get()
                .newContext(
                        new Browser.NewContextOptions().setBaseURL(address()).setLocale("es"))) {
            context.clock().setFixedTime(WRITTEN);
            var page = context.newPage();
            signedIn(context, Role.REPRESENTATIVE);
            page.navigate("/offline?lang=es");
            until(page, "Lista para usarse");

            context.setOffline(true);
            page.navigate("/offline");
            assertTrue(page.textContent("#write").contains("officer.representative"), "who is to sign it");
            write(page, code, "EJERCICIO: el primero");
            write(page, code, "EJERCICIO: el segundo");
            assertEquals(1, page.locator("#waiting li").count(), "one of an initiative");
            assertTrue(page.textContent("#waiting").contains("EJERCICIO: el segundo"), "what is to be signed is shown");
            page.click("#waiting button[type=submit]");
            until(page, "Sin conexión");

            context.setOffline(false);
            signedIn(context, Role.COORDINATOR);
            page.click("#waiting button[type=submit]");
            until(page, "entre con la cuenta");
            page.navigate("/offline?lang=es");
            page.waitForSelector("#taken:has-text('officer.representative')");
            assertFalse(page.textContent("#waiting").contains(code), "another account's");
            context.clearCookies();
            page.click("#take");
            until(page, "No quedó lista");
            context.setOffline(true);
            page.navigate("/offline");
            assertTrue(page.textContent("#waiting").contains("EJERCICIO: el segundo"), "nothing took its place");
            assertEquals(null, owed(0).latest(), "nothing has left the device");

            context.setOffline(false);
            signedIn(context, Role.REPRESENTATIVE);
            page.navigate("/offline?lang=en");
            until(page, "Ready to be used");
            page.click("#waiting button[type=submit]");
            until(page, "Signed");
            assertFalse(page.textContent("#waiting").contains(code));
        }
        var report = owed(0).report();
        assertEquals(Report.State.IN_PROGRESS, report.state());
        assertEquals(new Remark("EJERCICIO: el segundo", null), report.note(), "in the language it was written in");
        var act = node.acts.act(owed(0).latest()).orElseThrow();
        assertTrue(act.office().startsWith("representative"), act.office());
        assertTrue(
                node.records.journal().stream()
                        .anyMatch(line -> line.contains("offline-report")
                                && line.contains("\"made\":\"" + WRITTEN + "\"")
                                && line.contains(act.id().toString())
                                && line.contains("\"person\"")),
                "who, when written, which act");
    }

    @Test
    void theNodeItselfRefusesWhatAnotherAccountWroteWhatHasNoTimeOrAnAbsurdOneAndWhatIsStale() {
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
        for (var absurd : List.of("9999-01-01T00:00:00Z", "2025-11-01T11:59:59Z", "-999999999-01-01T00:00:00Z"))
            assertEquals(422, post(coordinator, fields, "account", account, "made", absurd), absurd);
        assertEquals(
                409, post(coordinator, fields, "account", account, "made", "2026-01-01T00:00:00Z", "basis", "GT/1"));
        assertEquals(201, post(coordinator, fields, "account", account, "made", "2026-01-01T00:00:00Z"));
        assertEquals(409, post(coordinator, fields, "account", account, "made", "2026-01-01T00:00:01Z"));
        assertNotNull(owed(2).latest());
    }

    private static int post(Visitor visitor, List<String> fields, String... more) {
        var all = new ArrayList<>(fields);
        all.addAll(List.of(more));
        return visitor.post("/offline", all.toArray(String[]::new)).statusCode();
    }

    private static Path large(String name) throws IOException {
        var bytes = new byte[6 * MIB + 5];
        new Random(7).nextBytes(bytes);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 8);
        return Files.write(folder.resolve(name), bytes);
    }

    private static void send(Page page, Path file) {
        page.setInputFiles("#file", file);
        page.click("#sending button[type=submit]");
    }

    private static void told(Page page, String words) {
        TestBrowser.await(page, "#told:has-text('" + words + "')");
    }

    /** On a line that is cut twice; the second time it stays away, and the page is loaded again. */
    @Test
    void aFileThatAPageSendsGoesOnAfterACutAndAfterThePageWasLoadedAgain() throws IOException {
        var file = large("acta firmada.pdf");
        var hash = Hash.sha256(Files.readAllBytes(file)).hex();
        try (var line = new BadLine(node.website.port());
                var context = TestBrowser.get()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL("http://127.0.0.1:" + line.port())
                                .setLocale("es"))) {
            signedIn(context, Role.REPRESENTATIVE);
            var page = context.newPage();
            page.navigate("/files?lang=es");
            line.after(2 * MIB + MIB / 2, BadLine.Then.CUT);
            line.after(MIB + MIB / 2, BadLine.Then.DOWN);
            send(page, file);
            node.until("the line has been cut twice", line::isDown);
            told(page, "Se cortó la conexión");
            assertEquals(List.of(), TestBrowser.findings(page));
            page.navigate("about:blank");
            line.mend();
            page.navigate("/files");
            assertTrue(page.locator("main").innerText().contains("A medio enviar"));
            send(page, file);
            TestBrowser.await(page, "#sent:has-text('" + hash + "')");
        }
    }

    /** Of the same name, length and time. */
    @Test
    void anotherFileThatIsTakenForOneHalfSentIsSentFromItsBeginning() throws IOException {
        var half = large("anexo.pdf");
        var other = Files.createDirectories(folder.resolve("otra")).resolve("anexo.pdf");
        var bytes = Files.readAllBytes(half);
        bytes[MIB - 1]++;
        Files.write(other, bytes);
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(half));
        try (var line = new BadLine(node.website.port());
                var context = TestBrowser.get()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL("http://127.0.0.1:" + line.port())
                                .setLocale("es"))) {
            signedIn(context, Role.REPRESENTATIVE);
            var page = context.newPage();
            page.navigate("/files?lang=es");
            line.after(2 * MIB + MIB / 2, BadLine.Then.DOWN);
            send(page, half);
            node.until("the line has been cut", line::isDown);
            node.until(
                    "half of it is kept",
                    () -> representative.get("/files?lang=es").body().contains("A medio enviar"));
            page.navigate("about:blank");
            line.mend();
            page.navigate("/files");
            assertTrue(page.locator("main").innerText().contains("A medio enviar"));
            send(page, other);
            TestBrowser.await(page, "#sent:has-text('" + Hash.sha256(bytes).hex() + "')");
            assertFalse(page.locator("main").innerText().contains("A medio enviar"));
        }
    }

    @Test
    void aSendingWhoseCancellingTheNodeRefusesSaysThatSomethingMayBeKept() throws IOException {
        try (var line = new BadLine(node.website.port());
                var context = TestBrowser.get()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL("http://127.0.0.1:" + line.port())
                                .setLocale("es"))) {
            signedIn(context, Role.COORDINATOR);
            var page = context.newPage();
            page.navigate("/files?lang=es");
            page.route("**/drop", route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
            line.after(MIB + MIB / 2, BadLine.Then.SWALLOWED);
            send(page, large("retenida.pdf"));
            TestBrowser.await(page, "#aloud:has-text('Enviando retenida.pdf: 50 %')");
            var sender = node.records
                    .signIn("officer.coordinator", TestDesk.PASSWORD)
                    .officer()
                    .person();
            node.until("a MiB has come", () -> node.files.begun(sender).stream().anyMatch(one -> one.size() == MIB));
            page.click("#cancel");
            told(page, "puede quedar guardado lo que llegó de retenida.pdf");
            page.navigate("/files");
            assertTrue(page.locator("main").innerText().contains("retenida.pdf"));
        }
    }

    @Test
    void aSendingThatIsCancelledLeavesNothing() throws IOException {
        try (var line = new BadLine(node.website.port());
                var context = TestBrowser.get()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL("http://127.0.0.1:" + line.port())
                                .setLocale("es"))) {
            signedIn(context, Role.COORDINATOR);
            var page = context.newPage();
            page.navigate("/files?lang=es");
            line.after(MIB + MIB / 2, BadLine.Then.SWALLOWED);
            send(page, large("otra.pdf"));
            TestBrowser.await(page, "#aloud:has-text('Enviando otra.pdf: 50 %')");
            assertEquals("", page.locator("#told").innerText(), "one figure is shown");
            page.click("#cancel");
            told(page, "Envío cancelado: de otra.pdf no quedó nada");
            page.navigate("/files");
            assertFalse(page.locator("main").innerText().contains("otra.pdf"));
        }
    }
}
