package acorde.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The pages officers work with, with 2,000 initiatives, 200,000 acts of which most are reports, and 500 meetings called by four groups: asked
 * of a real node as in {@link PagesStory}.
 */
final class WorkingPages implements Story {
    private static final int INITIATIVES = 2_000;
    private static final int ACTS = 200_000;

    /** Of each of the four groups. */
    private static final int MEETINGS = 125;

    @Override
    public String name() {
        return "working-pages";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        try (var nodes = new RealNodes(place.folder().resolve(name()))) {
            var acts = fill(place, nodes);
            try (var hn = nodes.start("HN");
                    var connection = new Keepalive(hn.address)) {
                var size = "%,d initiatives, %,d acts, %d meetings".formatted(INITIATIVES, acts, 4 * MEETINGS);
                var session = PagesStory.signIn(connection);
                return new PagesStory.Asked(name(), size, hn, connection, session)
                        .figures(place, paths(connection, hn.authorization()));
            }
        }
    }

    private static long fill(Workplace place, RealNodes nodes) throws Exception {
        try (var compact = new LargeCompact(nodes)) {
            compact.fill(INITIATIVES, INITIATIVES);
            compact.meet(MEETINGS);
            return compact.report(place.isShort() ? ACTS / 10 : ACTS);
        }
    }

    private static Map<String, IntFunction<String>> paths(Keepalive connection, String authorization)
            throws IOException {
        var codes = PagesStory.list(connection, authorization, "/api/v1/initiatives", "code");
        var meetings = meetings(connection, authorization);
        var paths = new LinkedHashMap<String, IntFunction<String>>();
        for (var path : List.of("/", "/compact", "/work", "/climbing", "/groups", "/documents"))
            paths.put(path, i -> path);
        paths.put("/initiatives/{code}", i -> "/initiatives/" + PagesStory.of(codes, i * 7));
        paths.put("/api/v1/initiatives/{code}", i -> "/api/v1/initiatives/" + PagesStory.of(codes, i * 7));
        paths.put("/groups/{code}", i -> "/groups/A" + (1 + i % 4));
        paths.put("/groups/{code}/calendar.ics", i -> "/groups/A" + (1 + i % 4) + "/calendar.ics");
        paths.put("/sittings/{party}/{index}", i -> "/sittings/" + PagesStory.of(meetings, i * 7));
        for (var each : List.of("agenda", "minutes"))
            paths.put(
                    "/sittings/{party}/{index}/" + each,
                    i -> "/sittings/" + PagesStory.of(meetings, i * 7) + "/" + each);
        paths.put("/search?q", i -> "/search?q=medicion+" + i % 25);
        paths.put("/search/suggestions", i -> "/search/suggestions?q=medi");
        paths.put("/api/v1/search", i -> "/api/v1/search?q=compromiso+" + i % 25);
        return paths;
    }

    private static List<String> meetings(Keepalive connection, String authorization) throws IOException {
        return PagesStory.list(connection, authorization, "/api/v1/meetings", "id");
    }
}
