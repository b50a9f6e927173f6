package acorde.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every page and answer that a coordinator can get, with 1,000 initiatives and 100,000 acts: asked for one after the other over a connection
 * of its own, timed from the request to the last byte. The two requests that wait for news by design are left out, as is verifying all logs.
 */
final class PagesStory implements Story {
    private static final int INITIATIVES = 1_000;
    private static final int ACTS = 100_000;
    private static final int WARM_UP = 60;
    private static final int TIMES = 300;
    private static final Duration AT_MOST = Duration.ofMinutes(20);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PERSON = Pattern.compile("action=\"(/demo/[^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final String BRIEF = "/documents/brief/HN";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        try (var nodes = new RealNodes(place.folder().resolve("pages"))) {
            var acts = fill(place, nodes);
            try (var hn = nodes.start("HN", "--public-log");
                    var connection = new Keepalive(hn.address)) {
                return pages(place, hn, connection, acts);
            }
        }
    }

    private static long fill(Workplace place, RealNodes nodes) throws Exception {
        try (var compact = new LargeCompact(nodes)) {
            return place.isShort() ? compact.fill(INITIATIVES, ACTS / 10) : compact.fill(INITIATIVES, ACTS);
        }
    }

    private List<Figure> pages(Workplace place, RealNodes.One hn, Keepalive connection, long acts) throws IOException {
        var session = signIn(connection);
        var asked =
                new Asked(name(), "%,d initiatives, %,d acts".formatted(INITIATIVES, acts), hn, connection, session);
        var figures = asked.figures(place, paths(connection, hn.authorization()));
        figures.addAll(brief(place, connection, session));
        return figures;
    }

    /** A signed-in coordinator's connection to a node. @param size what the node knows, for the note */
    record Asked(String story, String size, RealNodes.One node, Keepalive connection, String session) {
        /** Each address, cold and warm. @param paths by what they are called; the number of the time makes the address */
        List<Figure> figures(Workplace place, Map<String, IntFunction<String>> paths) throws IOException {
            var figures = new ArrayList<Figure>();
            var cold = new TreeMap<String, Double>();
            var warm = new TreeMap<String, double[]>();
            paths.forEach(
                    (name, path) -> cold.put(name, once(connection, path.apply(0), headers(name, session, node))));
            awaitIndex(connection, headers("/api/", session, node));
            paths.forEach((name, path) -> {
                for (var i = 0; i < place.seconds(WARM_UP); i++)
                    once(connection, path.apply(i), headers(name, session, node));
            });
            var times = place.isShort() ? 40 : TIMES;
            paths.forEach((name, path) -> {
                var taken = new double[times];
                for (var i = 0; i < times; i++)
                    taken[i] = once(connection, path.apply(i), headers(name, session, node));
                Arrays.sort(taken);
                warm.put(name, taken);
            });
            var slowest = warm.entrySet().stream()
                    .max(Map.Entry.comparingByValue((a, b) -> Double.compare(at(a, 0.99), at(b, 0.99))))
                    .orElseThrow();
            var note = "%s, %d pages and answers, %d times each".formatted(size, paths.size(), times);
            figures.add(new Figure(
                    story,
                    "p99 of the slowest: " + slowest.getKey(),
                    at(slowest.getValue(), 0.99),
                    "ms",
                    50,
                    20,
                    "warm; " + note));
            var all = warm.values().stream()
                    .flatMapToDouble(Arrays::stream)
                    .sorted()
                    .toArray();
            figures.add(new Figure(story, "p99 over all", at(all, 0.99), "ms", 50, 20, "warm; " + note));
            var first =
                    cold.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            figures.add(Figure.plain(
                    story,
                    "first request of each after the start (cold), slowest: " + first.getKey(),
                    first.getValue(),
                    "ms"));
            warm.forEach((name, taken) -> figures.add(new Figure(
                    story,
                    name,
                    at(taken, 0.99),
                    "ms",
                    0,
                    0,
                    "p99; median %.1f, cold %.1f".formatted(at(taken, 0.5), cold.get(name)))));
            return figures;
        }
    }

    /** What was said before the node's first start is put into the index of the search meanwhile, on the same cores: that is cold, not warm. */
    private static void awaitIndex(Keepalive connection, String headers) throws IOException {
        var end = System.nanoTime() + AT_MOST.toNanos();
        while (JSON.readTree(connection
                                .get("/api/v1/search?q=compromiso", headers)
                                .text())
                        .path("behind")
                        .asLong(-1)
                != 0) {
            if (System.nanoTime() > end) throw new IllegalStateException("the index is not up with the logs");
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    /** The minister's brief: composed as a page, then issued once and drawn as PDF each time it is asked for. */
    private List<Figure> brief(Workplace place, Keepalive connection, String session) throws IOException {
        var cookie = "Cookie: " + session + "\r\nAccept-Language: es\r\n";
        var page = connection.get(BRIEF + "?review=yes", cookie).text();
        var form = "_csrf=" + java.net.URLEncoder.encode(group(CSRF, page), StandardCharsets.UTF_8) + "&seen="
                + group(SEEN, page) + "&read=yes";
        var issued = connection.post(
                BRIEF,
                cookie + "Content-Type: application/x-www-form-urlencoded\r\n",
                form.getBytes(StandardCharsets.US_ASCII));
        if (issued.status() != 303) throw new IllegalStateException("not issued: " + issued.status());
        var pdf = issued.headers().get("location") + "/pdf";
        var times = place.isShort() ? 20 : TIMES / 3;
        return List.of(
                new Figure(name(), "brief as a page", drawn(connection, BRIEF, cookie, times), "ms", 0, 0, "p99"),
                new Figure(
                        name(), "brief as PDF", drawn(connection, pdf, cookie, times), "ms", 2_000, 500, "p99; warm"));
    }

    /** @return ms */
    private static double drawn(Keepalive connection, String path, String cookie, int times) { // what is asked for
        for (var i = 0; i < times; i++) once(connection, path, cookie);
        var taken = new double[times];
        for (var i = 0; i < times; i++) taken[i] = once(connection, path, cookie);
        Arrays.sort(taken);
        return at(taken, 0.99);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) (sorted.length * part)];
    }

    /** @return ms */
    private static double once(Keepalive connection, String path, String headers) {
        try {
            var start = System.nanoTime();
            var reply = connection.get(path, headers);
            var taken = (System.nanoTime() - start) / 1e6;
            if (reply.status() != 200)
                throw new IllegalStateException(path + " " + reply.status() + " " + reply.text());
            return taken;
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static String headers(String name, String session, RealNodes.One node) {
        try {
            return name.startsWith("/api/")
                    ? node.authorization()
                    : "Cookie: " + session + "\r\nAccept-Language: es\r\n";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the first of the invented people, who is the coordinator. @return the cookies */
    static String signIn(Keepalive connection) throws IOException {
        var door = connection.get("/demo", "");
        var form = door.cookies();
        var token = group(CSRF, door.text());
        var body = "_csrf=" + java.net.URLEncoder.encode(token, StandardCharsets.UTF_8);
        var entered = connection.post(
                group(PERSON, door.text()),
                "Cookie: " + form + "\r\nContent-Type: application/x-www-form-urlencoded\r\n",
                body.getBytes(StandardCharsets.US_ASCII));
        if (entered.status() != 303) throw new IllegalStateException("not signed in: " + entered.status());
        var session = entered.cookies();
        var home = connection.get("/", "Cookie: " + session + "\r\n").cookies(); // with a form comes its token
        return home.isEmpty() ? session : session + "; " + home;
    }

    /** The token of the first form on a page. */
    static String token(String page) {
        return group(CSRF, page);
    }

    private static String group(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) throw new IllegalStateException(pattern + " not in " + text);
        return match.group(1);
    }

    /** The routes a coordinator can get, with addresses that differ from time to time. */
    private static Map<String, IntFunction<String>> paths(Keepalive connection, String authorization)
            throws IOException {
        var codes = list(connection, authorization, "/api/v1/initiatives", "code");
        var proposals = list(connection, authorization, "/api/v1/proposals", "id");
        var paths = new LinkedHashMap<String, IntFunction<String>>();
        for (var path : List.of(
                "/",
                "/compact",
                "/compact.csv",
                "/proposals",
                "/proposals/new",
                "/search",
                "/work",
                "/documents",
                "/check",
                "/partners",
                "/oversight",
                "/me/password",
                "/me/tokens",
                "/public",
                "/public/compact.csv",
                "/public/compact.json",
                "/public/log.tlog-proof",
                "/demo",
                "/sign-in",
                "/health",
                "/log/checkpoint",
                "/acorde.css",
                "/api/v1/me",
                "/api/v1/compact",
                "/api/v1/initiatives",
                "/api/v1/proposals",
                "/api/v1/partners",
                "/api/v1/acts",
                "/api/v1/openapi.json")) paths.put(path, i -> path);
        paths.put("/compact?q", i -> "/compact?q=texto+" + i % 25);
        paths.put("/search?q", i -> "/search?q=texto+" + i % 25);
        paths.put("/search?kind", i -> "/search?kind=proposal&standing=open");
        paths.put("/search/suggestions", i -> "/search/suggestions?q=comp");
        paths.put("/api/v1/search", i -> "/api/v1/search?q=compromiso+" + i % 25);
        paths.put("/compact?consent", i -> "/compact?consent=PROPOSED");
        paths.put("/proposals?after", i -> "/proposals?after=" + of(proposals, i));
        paths.put("/initiatives/{code}", i -> "/initiatives/" + of(codes, i * 7));
        paths.put("/proposals/new?amends", i -> "/proposals/new?amends=" + of(codes, i * 7));
        paths.put("/log/tile", i -> "/log/tile/entries/000");
        for (var each : List.of("/proposals/", "/acts/", "/api/v1/proposals/", "/api/v1/acts/"))
            paths.put(each + "{party}/{index}", i -> each + of(proposals, i * 7));
        for (var each : List.of("/raw", "/proof"))
            for (var root : List.of("/acts/", "/api/v1/acts/"))
                paths.put(root + "{party}/{index}" + each, i -> root + of(proposals, i * 7) + each);
        paths.put("/api/v1/initiatives/{code}", i -> "/api/v1/initiatives/" + of(codes, i * 7));
        return paths;
    }

    static String of(List<String> all, int i) {
        return all.get(i % all.size());
    }

    static List<String> list(Keepalive connection, String authorization, String path, String member)
            throws IOException {
        var all = new ArrayList<String>();
        var next = "";
        do {
            var reply = connection.get(path + "?limit=100" + next, authorization);
            if (reply.status() != 200) throw new IllegalStateException(reply.text());
            var body = JSON.readTree(reply.body());
            for (var item : body.path("items")) all.add(item.path(member).asString());
            next = body.path("next").isNull()
                    ? ""
                    : "&cursor=" + body.path("next").asString();
        } while (!next.isEmpty() && all.size() < INITIATIVES);
        return all;
    }
}
