package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.web.words.Language;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the gallery in a real browser: accessible, narrow enough, light enough, and without a complaint in the
 * console.
 */
@Tag("browser")
@Tag("slow")
class PagesLookTest {
    private static final int NARROW = 320;
    private static final int WIDE = 1280;

    /** Pixels of the head of a page on a phone. */
    private static final int MOST_HEAD = 80;

    private static Gallery gallery;
    private static TestScreen wide;
    private static TestScreen narrow;

    /** The kinds of things whose colours were looked at. */
    private static final Set<String> coloured = new HashSet<>();

    @BeforeAll
    static void open() throws IOException {
        gallery = new Gallery(0);
        wide = new TestScreen(WIDE, Gallery.AXE);
        narrow = new TestScreen(NARROW, Gallery.AXE);
    }

    @AfterAll
    static void close() {
        wide.close();
        narrow.close();
        gallery.close();
    }

    static Stream<String> pages() {
        return Samples.paths().stream().filter(path -> !path.startsWith("/refusals/") || path.endsWith("RIVAL_LIVES"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsAccessibleAndNeverScrollsSideways(String path) {
        var first = Samples.isFirst(path);
        var language = first ? Language.EN : Language.ES;
        wide.look(address(path, language), page -> TestBrowser.findingsOfWhatIsNew(page, coloured));
        // The words of Spanish are the longer ones; what is hidden on a phone, and how it lies, depends on the
        // template.
        if (first) {
            narrow.look(address(path, Language.ES), TestBrowser::findingsBesideColours);
            narrow.fits(List.of(960, 704, 480, NARROW)); // the narrowest of each layout
        } else wide.fits(List.of(NARROW, WIDE));
    }

    /** Of those that look: else nobody would know that they do. */
    @Test
    void whatIsTooFaintIsFoundWhereItIsNewAndCanBeSeen() {
        try (BrowserContext context = context(WIDE, true)) {
            Page page = context.newPage();
            page.setContent(
                    "<html lang=es><title>x</title><main><h1>Agenda</h1><p class=gone hidden>Ya no</p><p class=faint>Apagado</p>"
                            + "<style>.faint, .gone { color: #ccc; background: #fff }</style>");
            var seen = new HashSet<String>();
            var first = TestBrowser.findingsOfWhatIsNew(page, seen);
            assertTrue(first.size() == 1 && first.getFirst().contains("faint"), first.toString());
            assertEquals(List.of(), TestBrowser.findingsOfWhatIsNew(page, seen));
            page.evaluate("document.querySelector('.gone').hidden = false");
            assertEquals(1, TestBrowser.findingsOfWhatIsNew(page, seen).size());
        }
    }

    @Test
    void theListIsFilteredWhileTheReaderTypes() {
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(address("/compact", Language.ES));
            page.fill("#q", "niñez");
            assertEquals("Se muestran 1 de 48. El filtro omite 47.", page.textContent("#shown"));
            page.fill("#q", "");
            page.selectOption("#fc", "PROPOSED");
            assertEquals("Se muestran 3 de 48. El filtro omite 45.", page.textContent("#shown"));
            assertFalse(page.isVisible("#AX"));
        }
    }

    @Test
    void areasFoldOnAPhoneAndOpenWhenTheAddressPointsIntoThem() {
        try (BrowserContext context = context(390, true)) {
            Page page = context.newPage();
            page.navigate(address("/compact", Language.ES));
            assertFalse(page.isVisible("text=Facilitar el comercio y los viajes legales"));
            page.navigate(address("/compact", Language.ES) + "#AX");
            assertTrue(page.isVisible("text=Facilitar el comercio y los viajes legales"));
        }
    }

    @Test
    void withoutJavaScriptAreasFoldOnAPhoneAndStandOpenOnAWideScreen() {
        try (BrowserContext context = context(390, false)) {
            Page page = context.newPage();
            page.navigate(address("/compact", Language.ES));
            assertFalse(page.isVisible("text=Facilitar el comercio y los viajes legales"));
            page.locator("#AX summary").press("Enter");
            assertTrue(page.isVisible("text=Facilitar el comercio y los viajes legales"));
            page.setViewportSize(1280, 800);
            page.navigate(address("/compact", Language.ES));
            assertTrue(page.isVisible("text=Facilitar el comercio y los viajes legales"));
        }
    }

    @Test
    void onAPhoneTheHeadIsLowAndItsMenuOpensWithTheKeyboardAndWithoutJavaScript() {
        for (int width : List.of(NARROW, 390))
            for (Language language : Language.values())
                try (BrowserContext context = context(width, false)) {
                    Page page = context.newPage();
                    page.navigate(address("/", language));
                    double head = page.locator("header.mast").boundingBox().height;
                    assertTrue(head <= MOST_HEAD, () -> head + " in " + language + " at " + width);
                    assertFalse(page.isVisible(".tabs"));
                    page.locator(".menu > summary").press("Enter");
                    for (String part : List.of(".tabs", "#find", ".who button", ".lang a"))
                        assertTrue(page.isVisible(part), part);
                    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
                    page.setViewportSize(1280, 800);
                    page.navigate(address("/", language));
                    assertFalse(page.isVisible(".menu > summary"), "wide, nothing is folded");
                    assertTrue(page.isVisible(".tabs"));
                }
    }

    @Test
    void withoutJavaScriptTheFormIsSent() {
        try (BrowserContext context = context(390, false)) {
            Page page = context.newPage();
            page.navigate(address("/compact", Language.ES));
            page.click("#filter button");
            assertTrue(page.url().contains("/compact?q="));
        }
    }

    @Test
    void nothingIsChosenForTheReaderAndTheConsequencesComeBeforeTheSignature() {
        try (BrowserContext context = context(390, true)) {
            Page page = context.newPage();
            page.navigate(address("/proposals/US/31", Language.ES));
            assertEquals(0, page.locator("input[name=choice]:checked").count());
            double consequences = page.locator("text=Si usted asiente").boundingBox().y;
            double signature = page.locator("text=Firmar la respuesta").boundingBox().y;
            assertTrue(consequences < signature);
        }
    }

    @Test
    void afterAMistakeTheFocusIsOnWhatToCorrect() {
        try (BrowserContext context = context(1280, true)) {
            Page page = context.newPage();
            page.navigate(address("/proposals/US/31?wrong=1", Language.ES));
            page.waitForFunction("document.activeElement.id === 'flaws'");
        }
    }

    private static BrowserContext context(int width, boolean script) {
        return TestBrowser.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setJavaScriptEnabled(script));
    }

    private static String address(String path, Language language) {
        return gallery.address() + path + (path.contains("?") ? "&" : "?") + "lang=" + language.code();
    }
}
