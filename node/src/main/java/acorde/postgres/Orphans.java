package acorde.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes of PostgreSQL that still live in a data directory when a new server is to start there.
 *
 * <p>PostgreSQL itself looks only at the number in {@code postmaster.pid}, and takes any living process of that number,
 * even an unrelated one after a reboot or a zombie, for a rival: it would then refuse to start for ever. Here a process
 * counts when its program is {@code postgres} and its working directory is the data directory, which is true of every
 * process of a server and of nothing else. When there is none, the file is stale whatever it says.
 */
final class Orphans {
    /** Given to every server of ours; shows in the words of its processes. A server without it is somebody else's. */
    static final String MARK = "acorde-embedded";

    /** A shutdown writes what is in memory to disk first: seconds as a rule, more on a slow disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private Orphans() {}

    /**
     * Returns when no server runs on {@code data} and no stale {@code postmaster.pid} is left; stops one of ours for
     * that.
     */
    static void clear(Path data) throws IOException {
        clear(data, PATIENCE);
    }

    static void clear(Path data, Duration patience) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        long end = System.nanoTime() + patience.toNanos();
        boolean asked = false;
        List<Long> living = in(data);
        while (!living.isEmpty()) {
            if (!asked) {
                asked = true;
                askToStop(living, pidIn(pidFile), data);
            }
            if (System.nanoTime() > end) {
                throw new DatabaseUnavailable(Trouble.STILL_IN_USE, data, living.getFirst());
            }
            Pause.shortly();
            living = in(data);
        }
        Files.deleteIfExists(pidFile);
    }

    /** The processes of PostgreSQL whose working directory is {@code data}. */
    static List<Long> in(Path data) throws IOException {
        Path place = data.toRealPath();
        var found = new ArrayList<Long>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (isPostgresIn(process, place)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return found;
    }

    private static boolean isPostgresIn(Path process, Path place) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(place)
                    && Files.readSymbolicLink(process.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres");
        } catch (IOException | SecurityException endedOrNotOurs) {
            return false;
        }
    }

    /** The postmaster shuts its server down on INT; processes that outlived theirs end one by one on TERM. */
    private static void askToStop(List<Long> living, long postmaster, Path data) {
        boolean headed = living.contains(postmaster);
        for (long pid : headed ? List.of(postmaster) : living) {
            if (wordsOf(pid).contains(MARK)) {
                LOG.info("Stopping process {} of a PostgreSQL left over on {}", pid, data);
                Command.run(Duration.ofSeconds(5), List.of("kill", headed ? "-INT" : "-TERM", Long.toString(pid)));
            }
        }
    }

    private static String wordsOf(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    private static long pidIn(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return Long.parseLong(lines.findFirst().orElse("").strip());
        } catch (IOException | NumberFormatException none) {
            return -1;
        }
    }
}
