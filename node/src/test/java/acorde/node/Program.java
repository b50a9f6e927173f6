package acorde.node;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What nodes of tests run: the program as {@code ./acorde test} has just built it, with the cache of classes that the first who asks leaves beside
 * it; in a run that does not say where that is, the classes at hand.
 */
final class Program {
    private static final String BUILT = System.getProperty("acorde.program", "");

    private Program() {}

    static String classPath() {
        if (BUILT.isEmpty()) return System.getProperty("java.class.path");
        cached(Path.of(BUILT));
        return BUILT;
    }

    /** A Java that is about to run it; the words of the command follow. The second compiler never pays in a life as short as a test's. */
    static List<String> java() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), Main.class.getName()));
        return words;
    }

    /** The same, of which each line of its output is waited for. */
    static List<String> paced() {
        var words = new ArrayList<>(java());
        var tests = Path.of(URI.create(
                Paced.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        words.set(words.indexOf("-cp") + 1, classPath() + File.pathSeparator + tests);
        words.set(words.size() - 1, Paced.class.getName());
        words.add(words.indexOf("-cp"), "-D" + Paced.PROGRAM + "=" + classPath());
        return words;
    }

    private static List<String> options() {
        return BUILT.isEmpty() ? AotCache.NODE : cached(Path.of(BUILT)).using();
    }

    /** The cache beside the program: the first who asks has a node make it, and the other JVMs of the tests wait for that. */
    static AotCache cached(Path program) {
        var cache = AotCache.beside(program);
        synchronized (Program.class) {
            try (var turn = FileChannel.open(program.resolveSibling("turn"), CREATE, WRITE);
                    var _ = turn.lock()) {
                if (!cache.usable()) FirstRun.of(program);
                return cache;
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
