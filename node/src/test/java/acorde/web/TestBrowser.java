package acorde.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Debian's chromium, else the browser that Playwright fetches for itself. */
public final class TestBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /**
     * A page lives for a second or two: the compilers that optimise and the threads that collect beside it took a third of the processor's time
     * and gave nothing back.
     */
    private static final String SCRIPTS =
            "--js-flags=--max-opt=1 --single-threaded-gc --min-semi-space-size=8 --max-semi-space-size=8";

    private final Playwright playwright;
    private final Browser browser;

    public TestBrowser() {
        var own = Files.isExecutable(CHROMIUM);
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", SCRIPTS));
        if (own) options.setExecutablePath(CHROMIUM);
        try {
            playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(own ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            browser = playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    "The browser tests need a browser: install chromium (apt-get install chromium), or let this machine"
                            + " reach the network so that Playwright can fetch one.",
                    e);
        }
    }

    public Browser get() {
        return browser;
    }

    /** Waits until such a thing stands on the page; where none comes, the error says what page was there instead. */
    static void await(Page page, String selector) {
        try {
            page.waitForSelector(selector);
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "no " + selector + " at " + page.url() + ": "
                            + page.locator("body").innerText(),
                    e);
        }
    }

    /** What axe finds wrong with what stands on the page. */
    public static List<String> findings(Page page) {
        return findings(page, true);
    }

    /** The same without its look at colours, which takes most of its time: they are the same at every width. */
    public static List<String> findingsBesideColours(Page page) {
        return findings(page, false);
    }

    /** All that it finds; of colours only where a kind of thing stands that is not among the seen, which they are added to: the sheet is one. */
    static List<String> findingsOfWhatIsNew(Page page, Set<String> seen) {
        var kinds =
                ((List<?>) page.evaluate(KINDS)).stream().map(String::valueOf).toList();
        return findings(page, seen.addAll(kinds));
    }

    /** What stands in what: the ground comes from there. */
    private static final String KINDS = """
            () => {
              const kind = (part) => part.tagName + "." + (part.getAttribute("class") ?? "");
              return [...new Set([...document.body.querySelectorAll("*")]
                .map(part => kind(part.parentElement) + " " + kind(part)))];
            }""";

    private static List<String> findings(Page page, boolean colours) {
        if (!(Boolean) page.evaluate("'axe' in window")) page.evaluate(AxeBuilder.getAxeScript());
        return ((List<?>) page.evaluate(LOOK, colours))
                .stream().map(String::valueOf).toList();
    }

    /** It runs in the page itself: no page of ours has frames, or a sheet or film that it would have to fetch first. */
    private static final String LOOK = """
            async colours => (await axe.run(document, {
                resultTypes: ["violations"],
                iframes: false,
                preload: false,
                rules: {"color-contrast": {enabled: colours}}
            })).violations.map(rule => rule.id + ": " + rule.help + " " + rule.nodes[0].html)""";

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
