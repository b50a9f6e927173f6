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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Debian's chromium, else the browser that Playwright fetches for itself: one for all tests of a JVM, which starts at the first call and ends
 * with it. What a test opens in it, it closes.
 */
public final class TestBrowser {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /**
     * A page lives for a second or two: the compilers that optimise and the threads that collect beside it took a third of the processor's time
     * and gave nothing back.
     */
    private static final String SCRIPTS =
            "--js-flags=--max-opt=1 --single-threaded-gc --min-semi-space-size=8 --max-semi-space-size=8";

    private static @Nullable Browser browser;

    private TestBrowser() {}

    /** For the thread that runs the tests. */
    public static Browser get() {
        if (browser == null) browser = launched();
        return browser;
    }

    private static Browser launched() {
        var own = Files.isExecutable(CHROMIUM);
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", SCRIPTS));
        if (own) options.setExecutablePath(CHROMIUM);
        try {
            var playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(own ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    "The browser tests need a browser: install chromium (apt-get install chromium), or let this machine"
                            + " reach the network so that Playwright can fetch one.",
                    e);
        }
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
        return findingsOfWhatIsNew(page, new HashSet<>());
    }

    /** The same without its look at colours, which takes most of its time: they are the same at every width. */
    public static List<String> findingsBesideColours(Page page) {
        if (!(Boolean) page.evaluate("'axe' in window")) page.evaluate(AxeBuilder.getAxeScript());
        return texts(page.evaluate(LOOK));
    }

    /**
     * All that it finds; of colours in what says something and is of a kind that is not among the seen, which it is added to: the sheet is one. Where
     * a kind is not to be seen it is left to a page where it is.
     */
    public static List<String> findingsOfWhatIsNew(Page page, Set<String> seen) {
        var findings = new ArrayList<>(findingsBesideColours(page));
        var kinds = texts(page.evaluate(KINDS)).stream().filter(seen::add).toList();
        if (!kinds.isEmpty()) findings.addAll(texts(page.evaluate(COLOURS, kinds)));
        return findings;
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    /** What can be seen and says something of itself, and what stands in what: the ground comes from there. */
    private static final String SAYS = """
            const kind = (part) => part.tagName + "." + (part.getAttribute("class") ?? "");
            const kinds = (part) => kind(part.parentElement) + " " + kind(part);
            const says = (part) => part.matches("input,select,textarea,button")
              || [...part.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
            const saying = [...document.body.querySelectorAll("*")].filter(part => part.checkVisibility() && says(part));
            """;

    private static final String KINDS = "() => {" + SAYS + "return [...new Set(saying.map(kinds))]; }";

    /** It runs in the page itself: no page of ours has frames, or a sheet or film that it would have to fetch first. */
    private static final String LOOK = """
            async () => (await axe.run(document, {
                resultTypes: ["violations"],
                iframes: false,
                preload: false,
                rules: {"color-contrast": {enabled: false}}
            })).violations.map(rule => rule.id + ": " + rule.help + " " + rule.nodes[0].html)""";

    private static final String COLOURS = "async fresh => {" + SAYS + """
            const include = saying.filter(part => fresh.includes(kinds(part)));
            return (await axe.run({include}, {
                resultTypes: ["violations"],
                iframes: false,
                preload: false,
                runOnly: ["color-contrast"]
            })).violations.map(rule => rule.id + ": " + rule.help + " " + rule.nodes[0].html); }""";
}
