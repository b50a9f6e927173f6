package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.offices.OfficeCode;
import acorde.offices.Role;
import acorde.offices.Term;
import acorde.offices.TestOffices;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in and keeping accounts in a real browser, without JavaScript, in both languages, on a wide and a narrow screen. */
@Tag("browser")
@Tag("database")
@Tag("slow")
final class AccountPagesTest {
    private static TestSite site;
    private static final List<String> COMPLAINTS = new ArrayList<>();

    /** The kinds of things whose colours were looked at. */
    private static final Set<String> COLOURED = new HashSet<>();

    @BeforeAll
    static void open() {
        site = TestSite.start();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static BrowserContext context(boolean script) {
        return TestBrowser.get()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setLocale("es-HN"));
    }

    private static Page page(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            // A browser tells of every answer that is an error; those here are wanted.
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of"))
                COMPLAINTS.add(page.url() + ": " + message.text());
        });
        return page;
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + site.website.port() + path;
    }

    private static void signIn(Page page, String account, String password) {
        page.fill("#username", account);
        page.fill("#password", password);
        page.click("main button[type=submit]");
    }

    @Test
    void aNewOfficerSignsInChoosesAPasswordAndSignsOutWithoutJavaScript() {
        var records = site.records;
        var person = records.person("Sonia Mejía Duarte").id();
        TestOffices.done(records.offices.beginHolding(
                records.administrator,
                person,
                new OfficeCode("observation"),
                Term.since(LocalDate.parse("2026-11-01"))));
        var first = TestOffices.done(records.offices.openAccount(records.administrator, person, "sonia.mejia"))
                .reveal();
        try (var context = context(false)) {
            var page = page(context);
            page.navigate(address("/me/tokens"));
            assertTrue(page.url().contains("/sign-in?next="), page.url());
            signIn(page, "sonia.mejia", "otra cosa");
            assertTrue(page.isVisible("text=no coinciden"));
            assertEquals("sonia.mejia", page.inputValue("#username"));
            signIn(page, "sonia.mejia", first);
            assertTrue(page.url().endsWith("/me/password"), page.url());
            page.fill("#present", first);
            page.fill("#chosen", "un puente de madera");
            page.fill("#again", "un puente de madera");
            page.click("main button[type=submit]");
            page.navigate(address("/me/tokens"));
            page.fill("#name", "tablero");
            page.click("main form[action='/me/tokens'] button");
            assertTrue(page.isVisible("text=/acorde-[0-9a-f]{16}-/"));
            page.click("text=Salir");
            assertTrue(page.isVisible("text=Ha salido."));
        }
    }

    @Test
    void theCookieOfASessionIsKeptFromScripts() {
        site.officer(Role.ANALYST);
        try (var context = context(true)) {
            var page = page(context);
            page.navigate(address("/sign-in"));
            signIn(page, "officer.analyst", TestSite.PASSWORD);
            var session = context.cookies().stream()
                    .filter(cookie -> cookie.name.equals("acorde-HN"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(httpOnly(session));
            assertEquals("", page.evaluate("document.cookie"));
        }
    }

    private static boolean httpOnly(Cookie cookie) {
        return Boolean.TRUE.equals(cookie.httpOnly);
    }

    static final List<String> SIGNED_IN = List.of("/me/password", "/me/tokens", "/offices");

    @Test
    void everyPageIsAccessibleInBothLanguagesWideAndNarrow() {
        site.officer(Role.ADMINISTRATOR);
        site.officer(Role.OBSERVER);
        TestOffices.done(site.records.offices.makeToken(site.records.administrator, "copia de seguridad", 30));
        try (var context = context(true)) {
            var page = page(context);
            look(page, "/sign-in");
            look(page, "/sign-in?out");
            page.navigate(address("/sign-in"));
            signIn(page, "officer.administrator", TestSite.PASSWORD);
            for (var path : SIGNED_IN) look(page, path);
            for (var refused : List.of("/no-such-page", "/proposals/new")) look(page, refused);
        }
        assertEquals(List.of(), COMPLAINTS);
    }

    private static void look(Page page, String path) {
        look(page, path, "en", 320);
        look(page, path, "es", 1280);
    }

    private static void look(Page page, String path, String language, int width) {
        page.setViewportSize(width, 800);
        page.navigate(address(path) + (path.contains("?") ? "&" : "?") + "lang=" + language);
        assertEquals(
                width, page.evaluate("document.documentElement.scrollWidth"), path + " scrolls sideways at " + width);
        var findings =
                width < 500 ? TestBrowser.findingsBesideColours(page) : TestBrowser.findingsOfWhatIsNew(page, COLOURED);
        assertEquals(List.of(), findings, () -> path + " " + language + " " + width);
    }
}
