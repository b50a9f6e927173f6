package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A screen that shows one page after the other: to open a browser's context for each would take longer than to look. */
public final class TestScreen implements AutoCloseable {
    private static final int HEIGHT = 800;

    private final int width;
    private final String axe;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** @param axe where what looks for faults is found beside the pages, so that the browser compiles it once for all of them */
    public TestScreen(int width, String axe) {
        this.width = width;
        this.axe = axe;
        page = TestBrowser.get()
                .newContext(new Browser.NewContextOptions().setViewportSize(width, HEIGHT))
                .newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        page.onResponse(response -> {
            if (response.status() >= 400) complaints.add(response.status() + ": " + response.url());
        });
    }

    /** The browser complains of nothing at the address. */
    public void open(String address) {
        complaints.clear();
        page.navigate(address);
        assertEquals(List.of(), complaints, () -> address + " at " + width);
    }

    /** And what stands there is accessible. */
    public void look(String address, Function<Page, List<String>> findings) {
        open(address);
        page.addScriptTag(new Page.AddScriptTagOptions().setUrl(axe));
        assertEquals(List.of(), findings.apply(page), () -> address + " at " + width);
        assertEquals(List.of(), complaints, () -> address + " at " + width);
    }

    /** What stands there needs no sideways scrolling at any of these widths, the last of which it is left at. */
    public void fits(List<Integer> widths) {
        for (var each : widths) {
            page.setViewportSize(each, HEIGHT);
            assertEquals(each, page.evaluate("document.documentElement.scrollWidth"), () -> page.url() + " at " + each);
        }
    }

    @Override
    public void close() {
        page.context().close();
    }
}
