package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Finding something with a real browser, from the head of a page. */
@Tag("browser")
@Tag("database")
@Tag("slow")
final class SearchInBrowserTest {
    @TempDir
    static Path folder;

    private static TestDesk desk;
    private static TestDesk.One node;

    @BeforeAll
    static void start() {
        desk = new TestDesk(folder);
        node = desk.start("GT");
        node.officer(Role.OBSERVER);
        node.until("the index is up with the logs", () -> node.finding.behind() == 0);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static BrowserContext context(boolean script, int width) {
        return TestBrowser.get()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + node.website.port())
                        .setLocale("es")
                        .setViewportSize(width, 800)
                        .setJavaScriptEnabled(script));
    }

    private static Page signedIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate("/sign-in?lang=es");
        page.fill("#username", "officer." + Role.OBSERVER.code());
        page.fill("#password", TestDesk.PASSWORD);
        page.click("main button[type=submit]");
        return page;
    }

    @Test
    void withTheKeyboardAloneSomethingIsSuggestedAndOpened() {
        try (var context = context(true, 1280)) {
            var page = signedIn(context);
            page.focus("#find");
            page.keyboard().type("ninez");
            page.waitForSelector("#suggested a");
            assertAccessible(page);
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/initiatives/*");
        }
    }

    @Test
    void withoutScriptTheFieldInTheHeadLeadsToTheAnswers() {
        try (var context = context(false, 320)) {
            var page = signedIn(context);
            page.locator(".menu > summary").press("Enter"); // on a phone the head is folded
            page.fill("#find", "A1-05");
            page.press("#find", "Enter");
            page.waitForURL("**/search?q=A1-05");
            page.click("ol.cards h3 a");
            page.waitForURL("**/initiatives/A1-05");
        }
    }

    @Test
    void theAnswersAreAccessibleAndNeverWiderThanTheScreen() {
        for (var width : List.of(320, 1280))
            try (var context = context(true, width)) {
                var page = signedIn(context);
                page.navigate("/search?q=ninez");
                assertAccessible(page);
                assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
                page.navigate("/search?area=A1&lang=en");
                assertAccessible(page);
                assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
                assertTrue(page.isVisible("ol.cards"));
            }
    }

    private static void assertAccessible(Page page) {
        assertEquals(List.of(), TestBrowser.findings(page));
    }
}
