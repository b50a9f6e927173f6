package acorde.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Guatemala assents; the page of that proposal, open in a browser before an officer of Honduras, shows it without being touched. From the
 * moment Guatemala's request is sent to the moment the page has changed, by one clock.
 */
final class AnotherScreen implements Story {
    private static final int TIMES = 30;
    private static final int WARM_UP = 5;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WATCH = """
            () => { window.seen = new Promise(done => {
                const there = () => document.querySelector('#voices a[href^="/acts/GT/"]')
                    ? (done(performance.timeOrigin + performance.now()), true) : false;
                if (!there()) new MutationObserver((changes, observer) => there() && observer.disconnect())
                    .observe(document.documentElement, { subtree: true, childList: true });
            }); }""";

    @Override
    public String name() {
        return "another-screen";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        try (var nodes = new RealNodes(place.folder().resolve("another-screen"));
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = browser(playwright);
                var page = browser.newPage()) {
            var gt = nodes.start("GT", "--announce", RealNodes.COMPACT);
            var hn = nodes.start("HN");
            try (var honduras = new Keepalive(hn.address)) {
                await(honduras, hn, "/api/v1/initiatives/A1-05");
            }
            page.navigate(hn.address + "/demo");
            page.locator("form button[type=submit]").first().click();
            var times = new ArrayList<Double>();
            var rounds = place.isShort() ? WARM_UP + 5 : WARM_UP + TIMES;
            for (var round = 0; round < rounds; round++) {
                var shown = once(hn, gt, page, round);
                if (round >= WARM_UP) times.add(shown);
            }
            times.sort(null);
            var note = "from sent at GT to shown at HN, " + times.size() + " times, both nodes and the browser here";
            return List.of(
                    new Figure(
                            name(),
                            "the open page of another party's officer, median",
                            at(times, 0.5),
                            "ms",
                            1_000,
                            300,
                            note),
                    new Figure(name(), "the same, slowest", times.getLast(), "ms", 1_000, 300, "warm"));
        }
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) (sorted.size() * part));
    }

    private static Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(java.nio.file.Path.of("/usr/bin/chromium"))
                        .setArgs(Arrays.asList("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
    }

    /** @return ms */
    private static double once(RealNodes.One hn, RealNodes.One gt, Page page, int round) throws Exception {
        try (var honduras = new Keepalive(hn.address);
                var guatemala = new Keepalive(gt.address)) {
            var made = said(honduras, hn, "/api/v1/proposals", proposal(round));
            var path = "/proposals/" + made.path("id").stringValue();
            await(guatemala, gt, "/api/v1" + path);
            page.navigate(URI.create(hn.address + path).toString());
            page.evaluate(WATCH);
            TimeUnit.MILLISECONDS.sleep(600); // an officer is reading; the page's request waits at the node
            var body = JSON.createObjectNode().put("text", made.path("text").stringValue());
            body.putNull("reservation");
            var now = Instant.now();
            var sent = now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
            said(guatemala, gt, "/api/v1" + path + "/assents", JSON.writeValueAsString(body));
            return ((Number) page.evaluate("() => window.seen")).doubleValue() - sent;
        }
    }

    private static JsonNode said(Keepalive connection, RealNodes.One node, String path, String body)
            throws IOException {
        var reply = connection.post(
                path,
                node.authorization() + "Content-Type: application/json\r\n",
                body.getBytes(StandardCharsets.UTF_8));
        if (reply.status() != 201) throw new IllegalStateException(reply.status() + " " + reply.text());
        return JSON.readTree(reply.body());
    }

    private static void await(Keepalive connection, RealNodes.One node, String path)
            throws IOException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (connection.get(path, node.authorization()).status() != 200) {
            if (System.nanoTime() > end) throw new IllegalStateException(path + " did not arrive");
            Thread.sleep(20); // until it has arrived
        }
    }

    private static String proposal(int round) {
        var body = JSON.createObjectNode().put("item", "initiative/B-" + round);
        body.putNull("base");
        var text = body.putObject("text").put("area", "A1");
        text.putObject("title").put("es", "Compromiso " + round).put("en", "Commitment " + round);
        text.putArray("parties").add("HN").add("GT");
        text.putObject("deliverable").put("es", "Lo que se entrega").put("en", "What is delivered");
        text.putObject("waiver").put("es", "Una medición no promete nada").put("en", "A measurement promises nothing");
        body.putObject("why").put("es", "Para medir").put("en", "In order to measure");
        return JSON.writeValueAsString(body);
    }
}
