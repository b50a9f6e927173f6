package acorde.web;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's chromium, else the browser that Playwright fetches for itself. */
public final class TestBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    public TestBrowser() {
        var own = Files.isExecutable(CHROMIUM);
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
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

    /**
     * What axe finds wrong with what stands on the page. It runs in the page itself: no page of ours has frames, and for the sake of frames axe
     * would open another page each time. Of what it found in order it need not tell every element.
     */
    @SuppressWarnings("deprecation") // the only way to say that there are no frames
    public static List<String> findings(Page page) {
        var violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(violations).setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
