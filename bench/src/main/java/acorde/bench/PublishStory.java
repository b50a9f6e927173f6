package acorde.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The public account of 2,000 initiatives after 200,000 acts, written as a site by the command an operator gives; the start of Java is in it. */
final class PublishStory implements Story {
    private static final int INITIATIVES = 2_000;
    private static final int ACTS = 200_000;

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        try (var nodes = new RealNodes(place.folder().resolve("publish"))) {
            var acts = fill(place, nodes);
            var site = place.folder().resolve("site");
            var first = published(nodes, site);
            oneMore(nodes);
            var second = published(nodes, site);
            var note = "%,d initiatives, %,d acts, %,d files".formatted(INITIATIVES, acts, files(site));
            return List.of(
                    new Figure(name(), "the site, written for the first time", first, "s", 20, 10, note),
                    new Figure(name(), "a second edition beside the first", second, "s", 20, 10, note));
        }
    }

    private static long fill(Workplace place, RealNodes nodes) throws Exception {
        try (var compact = new LargeCompact(nodes)) {
            return compact.fill(INITIATIVES, place.isShort() ? ACTS / 10 : ACTS);
        }
    }

    /** So that there is something for a second edition to say. */
    private static void oneMore(RealNodes nodes) throws Exception {
        try (var compact = new LargeCompact(nodes)) {
            compact.add("A1-9999");
        }
    }

    private static double published(RealNodes nodes, Path site) throws Exception {
        var began = System.nanoTime();
        RealNodes.acorde(
                "publish", site.toString(), "--data", nodes.folder("HN").toString());
        return (System.nanoTime() - began) / 1e9;
    }

    private static long files(Path site) throws Exception {
        try (var files = Files.walk(site)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
