package acorde.web.press;

import static acorde.publication.Saying.A105;
import static acorde.publication.Saying.GT;
import static acorde.publication.Saying.HN;
import static acorde.publication.Saying.SV;
import static acorde.publication.Saying.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.compact.ItemKey;
import acorde.publication.Edition;
import acorde.publication.Saying;
import acorde.web.TestBrowser;
import acorde.web.TestScreen;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The site in a real browser, served by a plain file server and opened from the disk. */
@Tag("browser")
@Tag("slow")
final class PressLookTest {
    @TempDir
    static Path folder;

    private static Path site;
    private static HttpServer server;
    private static TestScreen wide;
    private static TestScreen narrow;

    /** The kinds of things whose colours were looked at. */
    private static final Set<String> coloured = new HashSet<>();

    @BeforeAll
    static void publish() throws IOException {
        var saying = new Saying(folder.resolve("keys"), true).announce(key -> true);
        site = folder.resolve("www/under/a path/site");
        site.getParent().toFile().mkdirs();
        issue(saying, LocalDate.of(2026, 12, 1));
        var proposal = saying.propose(HN, A105, Saying.text(A105).put("due", "2027-01-31"));
        for (var party : List.of(GT, SV)) saying.assent(party, proposal, null);
        saying.assent(US, proposal, "En lo que permita nuestra ley.");
        saying.confirm(GT, saying.report(HN, ItemKey.initiative("A4-02"), "2027-01-20"));
        saying.report(GT, ItemKey.initiative("A4-02"), null);
        issue(saying, LocalDate.of(2027, 3, 12));
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                folder.resolve("www").toRealPath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        Files.writeString(folder.resolve("www/axe.js"), AxeBuilder.getAxeScript());
        wide = new TestScreen(1280, "/axe.js");
        narrow = new TestScreen(320, "/axe.js");
    }

    private static void issue(Saying saying, LocalDate day) throws IOException {
        var logs = new TreeMap<>(Map.of(HN, new Edition.Log(412, Edition.sha256(new byte[] {7}), "checkpoint")));
        Press.publish(site, new Issue(saying.account(), day, logs, true));
    }

    @AfterAll
    static void stop() {
        wide.close();
        narrow.close();
        server.stop(0);
    }

    private static String served(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/under/a%20path/site/" + path;
    }

    private interface Look {
        void at(Page page);
    }

    /** Looks at a page, which must have nothing to complain of. */
    private static void open(String address, int width, boolean scripts, Look look) {
        var complaints = new ArrayList<String>();
        try (var context = TestBrowser.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setJavaScriptEnabled(scripts))) {
            var page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
            page.onPageError(complaints::add);
            page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
            page.onResponse(response -> {
                if (response.status() >= 400) complaints.add(response.status() + ": " + response.url());
            });
            page.navigate(address);
            look.at(page);
        }
        assertEquals(List.of(), complaints, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "areas/A1.html",
                "promises/A1-05.html",
                "promises/A4-02.html",
                "promises/AG-01.html",
                "search.html",
                "meetings.html",
                "changes.html",
                "editions.html",
                "editions/1.html",
                "editions/2.html",
                "data.html"
            })
    void aPageIsAccessibleAndNeverScrollsSidewaysInBothLanguages(String path) {
        narrow.look(served("es/" + path), page -> TestBrowser.findingsOfWhatIsNew(page, coloured));
        narrow.fits(List.of(1280, 390, 320));
        wide.look(served("en/" + path), TestBrowser::findingsBesideColours);
        wide.fits(List.of(390, 320, 1280));
    }

    @Test
    void theFirstPageLeadsToBothLanguages() {
        open(served("index.html"), 320, true, page -> {
            assertEquals(List.of(), TestBrowser.findings(page));
            page.click("text=English");
            assertTrue(page.title().startsWith("What was promised"), page.title());
            page.click("text=Español");
            assertTrue(page.title().startsWith("Qué se prometió"), page.title());
        });
    }

    @Test
    void theSearchFindsWithoutAccentsAndWithoutAServer() {
        for (var address : List.of(
                served("es/search.html"), site.resolve("es/search.html").toUri().toString()))
            open(address, 320, true, page -> {
                page.fill("#q", "NINEZ migrante");
                assertEquals("Protección conjunta de la niñez migrante", page.textContent("#found a"));
                assertEquals("Se muestran 1 de 1.", page.textContent("#count"));
                page.fill("#q", "zzz");
                assertTrue(page.textContent("#count").startsWith("Ninguna promesa"));
                page.fill("#q", "A1-05");
                page.click("#found a");
                assertTrue(page.title().startsWith("A1-05"), page.title());
            });
    }

    @Test
    void withoutAScriptEverythingIsFoundByTheAreas() {
        for (var address : List.of(
                served("es/search.html"), site.resolve("es/search.html").toUri().toString()))
            open(address, 320, false, page -> {
                assertFalse(page.isVisible("#find"));
                page.click("text=Trata de personas");
                page.click("text=Protección conjunta de la niñez migrante");
                assertTrue(page.title().startsWith("A1-05"), page.title());
                assertTrue(page.isVisible("text=En lo que permita nuestra ley"));
                assertTrue(page.isVisible("text=2027-01-31"));
            });
    }

    @Test
    void fromTheDiskThePagesAreDressed() {
        open(site.resolve("en/index.html").toUri().toString(), 1280, true, page -> {
            assertEquals("rgb(23, 23, 22)", page.evaluate("getComputedStyle(document.body).color"));
            assertTrue((boolean) page.evaluate(
                    "document.fonts.ready.then(() => document.fonts.check('16px \"Source Sans Pro Web\"'))"));
        });
    }
}
