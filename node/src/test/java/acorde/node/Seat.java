package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.web.TestBrowser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** One officer before one screen: a browser of their own at their own party's node. */
final class Seat implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_STEPS = 300;
    private static final Locator.SetCheckedOptions FORCED = new Locator.SetCheckedOptions().setForce(true);

    /** Of a phone and of a desk: a page is looked at on both, whichever its officer has. */
    private static final List<Integer> WIDTHS = List.of(320, 1280);

    private static final int HEIGHT = 900;

    /** The sorts of page that were looked at in this run. */
    private static final Set<String> LOOKED_AT = ConcurrentHashMap.newKeySet();

    /** The kinds of things whose colours were looked at: the nodes have one sheet. */
    private static final Set<String> COLOURED = ConcurrentHashMap.newKeySet();

    /** How an officer sits: language, width in pixels, by which means. */
    record Manner(String language, int width, By by) {}

    /** With a mouse, with the keyboard alone, or in a browser that runs no script. */
    enum By {
        MOUSE,
        KEYBOARD,
        NO_SCRIPT
    }

    private final BrowserContext context;
    private final String address;
    private final String party;
    private final String language;
    private final int width;
    private final By by;
    private final List<String> complaints = new ArrayList<>();
    private int refusals;
    final Page page;

    Seat(Browser browser, Coordinators.Door node, Manner manner) {
        party = node.party();
        address = node.address();
        language = manner.language;
        width = manner.width;
        by = manner.by;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(manner.width, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(manner.language.equals("es") ? "es-HN" : "en-US")
                .setJavaScriptEnabled(by != By.NO_SCRIPT));
        context.setDefaultTimeout(PATIENCE.toMillis());
        context.setDefaultNavigationTimeout(PATIENCE.toMillis());
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (refusals > 0 && message.text().contains("status of 409")) refusals--;
            else complaints.add(page.url() + ": " + message.text());
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.navigate(address + "/demo?lang=" + manner.language);
    }

    /** The next answer is a refusal, of which the browser will tell. */
    Seat expectingRefusal() {
        refusals++;
        return this;
    }

    /** Comes in by the door of the demonstration as the one who holds this account. */
    Seat as(String account) {
        return go("form[action='/demo/" + account + "'] button", Pattern.compile("/$"));
    }

    Seat at(String path) {
        page.navigate(address + path);
        return this;
    }

    /** Goes there again and again until the words stand there, as a person would who waits for them. */
    Seat awaitAt(String path, String words) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!context.request().get(address + path).text().contains(words)) {
            if (System.nanoTime() > end) throw new AssertionError(party + " never said " + words + " at " + path);
            Processes.rest();
        }
        return at(path);
    }

    boolean isWide() {
        return width > 500;
    }

    String path() {
        return page.url().substring(address.length());
    }

    Locator see(String selector) {
        return page.locator(selector);
    }

    /** An expectation that is given time to come true. */
    static LocatorAssertions expect(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    /** The words come to stand there: by themselves, or, without scripts, when the page is loaded again. */
    void reads(String selector, String words) {
        if (by == By.NO_SCRIPT) {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (!see(selector)
                            .allTextContents()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .contains(words.toLowerCase(Locale.ROOT))
                    && System.nanoTime() < end) page.reload();
        }
        expect(see(selector).first())
                .containsText(
                        words,
                        new LocatorAssertions.ContainsTextOptions()
                                .setTimeout(PATIENCE.toMillis())
                                .setIgnoreCase(true));
    }

    /** What stands does not scroll sideways. */
    Seat fits() {
        fits(width);
        return this;
    }

    private void fits(int across) {
        assertEquals(across, page.evaluate("document.documentElement.scrollWidth"), party + " " + path());
    }

    /** What stands is accessible and fits, as wide as it is and as it would be on the other screen. */
    Seat look() {
        if (by == By.NO_SCRIPT) return this;
        look(width);
        for (var other : WIDTHS)
            if (WIDTHS.contains(width) && other != width) {
                page.setViewportSize(other, HEIGHT);
                look(other);
                page.setViewportSize(width, HEIGHT);
            }
        return this;
    }

    private void look(int across) {
        fits(across);
        // Four parties meet the same page: to look for the same again takes minutes.
        var sort = path().replaceAll("[0-9]+", "#") + " in " + language + " at " + across;
        if (!LOOKED_AT.add(sort)) return;
        var findings = across == width && isWide()
                ? TestBrowser.findingsOfWhatIsNew(page, COLOURED)
                : TestBrowser.findingsBesideColours(page);
        assertEquals(List.of(), findings, party + " " + path() + " at " + across);
    }

    /** Puts a sign on the page that a reload would wipe away. */
    void mark() {
        if (by == By.NO_SCRIPT) return;
        page.evaluate("window.stillHere = true");
    }

    void isTheSamePage() {
        if (by == By.NO_SCRIPT) return;
        assertEquals(true, page.evaluate("window.stillHere === true"), "the page was loaded again");
    }

    /** Activates a link or button and waits for the page it leads to. */
    Seat go(String selector, Pattern there) {
        press(selector);
        page.waitForURL(there);
        return this;
    }

    /** Activates a button that leads to this same page; waits until what the selector names is gone from it. */
    Seat until(String selector, String gone) {
        press(selector);
        expect(see(gone)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE.toMillis()));
        page.waitForLoadState();
        return this;
    }

    private void press(String selector) {
        switch (by) {
            case KEYBOARD -> {
                tabTo(selector);
                page.keyboard().press("Enter");
            }
            case MOUSE -> see(selector).first().click();
            // Whether a button stands still is measured with a script; the key needs none.
            case NO_SCRIPT -> see(selector).first().press("Enter");
        }
    }

    Seat fill(String name, String words) {
        var field = "[name=" + name + "]";
        if (by == By.KEYBOARD) {
            tabTo(field);
            page.keyboard().press("Control+A");
            page.keyboard().insertText(words);
        } else page.fill(field, words);
        expect(see(field)).hasValue(words);
        return this;
    }

    /** With the keyboard a date is typed as its browser shows it: month, day, year. */
    Seat date(String name, LocalDate day) {
        var field = "[name=" + name + "]";
        if (by == By.KEYBOARD) {
            tabTo(field);
            page.keyboard().type(DateTimeFormatter.ofPattern("MMddyyyy").format(day));
        } else page.fill(field, day.toString());
        expect(see(field)).hasValue(day.toString());
        return this;
    }

    Seat tick(String name) {
        var box = "[name=" + name + "]";
        if (by == By.KEYBOARD) {
            tabTo(box);
            page.keyboard().press("Space");
        } else see(box).setChecked(true, FORCED);
        expect(see(box)).isChecked();
        return this;
    }

    /** Chooses one of several; with the keyboard by the arrows, from the first. */
    Seat choose(String name, String value) {
        var one = "[name=" + name + "][value=" + value + "]";
        if (by == By.KEYBOARD) {
            tabTo("[name=" + name + "]");
            page.keyboard().press("Space");
            for (var step = 0; step < 5 && !see(one).isChecked(); step++)
                page.keyboard().press("ArrowDown");
        } else see(one).setChecked(true, FORCED);
        expect(see(one)).isChecked();
        return this;
    }

    /** Presses Tab until what the selector names has the focus, and sees there that it shows. */
    private void tabTo(String selector) {
        for (var step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                assertEquals(true, page.evaluate(FOCUS_SHOWS), "no focus can be seen on " + selector);
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector + " on " + path());
    }

    private static final String FOCUS_SHOWS = """
            () => {
              const focused = document.activeElement;
              const ring = (part) => part && getComputedStyle(part).outlineStyle !== "none"
                && parseFloat(getComputedStyle(part).outlineWidth) >= 2;
              return ring(focused) || ring(focused.closest("label"));
            }""";

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), complaints, "complaints of the browser at " + party);
        assertEquals(0, refusals, "refusals that did not come at " + party);
    }
}
