package acorde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the command to the first page of one node, and to four nodes of the demonstration: the first time ever, with nothing unpacked and no
 * cache of classes, and later, once the first run has gone on for the half minute in which it writes that cache. Building is not counted: it
 * is done once, before.
 */
final class NodeStart implements Story {
    private static final Path PROGRAM = Path.of("node", "target", "app");
    private static final int IDLE_SECONDS = 10;
    private static final int LATER_RUNS = 3;
    private static final Duration CACHE_WAIT = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "node-start";
    }

    @Override
    public List<Figure> measure(Workplace place) throws Exception {
        var figures = new ArrayList<Figure>();
        forgetCache();
        try (var nodes = new RealNodes(place.folder().resolve("node-start"))) {
            try (var first = nodes.start("US")) {
                figures.add(new Figure(
                        name(),
                        "one node to its first page, first ever",
                        first.secondsToFirstPage,
                        "s",
                        15,
                        8,
                        "PostgreSQL unpacked, database made, no cache of classes"));
                awaitCache();
            }
            var later = new ArrayList<Double>();
            for (var run = 0; run < LATER_RUNS; run++) {
                try (var again = nodes.start("US")) {
                    later.add(again.secondsToFirstPage);
                    if (run == LATER_RUNS - 1) figures.addAll(memory(again));
                }
            }
            later.sort(null);
            figures.add(
                    1,
                    new Figure(
                            name(),
                            "one node to its first page, later",
                            later.get(later.size() / 2),
                            "s",
                            5,
                            3,
                            "with the cache of classes; median of " + LATER_RUNS));
        }
        forgetCache();
        var data = place.folder().resolve("demo");
        figures.add(new Figure(
                name(),
                "demo from the command to four nodes ready, first ever",
                demo(data),
                "s",
                60,
                30,
                "founding, keys, four databases; building not counted"));
        figures.add(new Figure(
                name(), "demo from the command to four nodes ready, later", demo(data), "s", 30, 15, "same data"));
        return figures;
    }

    private static void forgetCache() throws IOException {
        try (var files = Files.list(PROGRAM)) {
            for (var file : files.filter(one -> one.toString().contains(".aot")).toList()) Files.delete(file);
        }
    }

    /** Waits until the node that runs has written the cache. */
    private static void awaitCache() throws IOException, InterruptedException {
        var end = System.nanoTime() + CACHE_WAIT.toNanos();
        while (!hasCache()) {
            if (System.nanoTime() > end) throw new IOException("no cache of classes was written within " + CACHE_WAIT);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static boolean hasCache() throws IOException {
        try (var files = Files.list(PROGRAM)) {
            return files.anyMatch(one -> one.toString().endsWith(".aot"));
        }
    }

    private List<Figure> memory(RealNodes.One node) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(IDLE_SECONDS); // idle is what is measured
        var java = ProcessHandle.of(node.pid()).orElseThrow();
        var database = 0.0;
        for (var process : java.descendants().toList()) database += mebibytes(process.pid(), "smaps_rollup", "Pss:");
        return List.of(
                new Figure(
                        name(),
                        "resident memory of an idle node",
                        mebibytes(java.pid(), "status", "VmRSS:"),
                        "MiB",
                        400,
                        300,
                        "the Java process, " + IDLE_SECONDS + " s after its first page"),
                Figure.plain(name(), "beside it: its PostgreSQL, shared pages counted once", database, "MiB"));
    }

    private static double mebibytes(long pid, String file, String line) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
            return lines.filter(one -> one.startsWith(line))
                            .mapToLong(one -> Long.parseLong(one.replaceAll("[^0-9]", "")))
                            .sum()
                    / 1024.0;
        }
    }

    /** @return seconds until it invites people in */
    private static double demo(Path data) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var demo = new ProcessBuilder("./acorde", "demo", "--data", data.toString())
                .redirectErrorStream(true)
                .start();
        try (var lines = demo.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine())
                if (line.contains("Ctrl-C")) {
                    var seconds = (System.nanoTime() - began) / 1e9;
                    awaitCache();
                    demo.toHandle().destroy();
                    lines.transferTo(java.io.Writer.nullWriter());
                    demo.waitFor();
                    return seconds;
                }
        }
        throw new IllegalStateException("the demonstration ended with " + demo.waitFor());
    }
}
