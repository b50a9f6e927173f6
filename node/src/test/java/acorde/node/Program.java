package acorde.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What nodes of tests run: the program as {@code ./acorde test} has just built it, with the cache of classes that lies beside it; in a run that
 * does not say where that is, the classes at hand.
 */
final class Program {
    private static final String BUILT = System.getProperty("acorde.program", "");

    private Program() {}

    static String classPath() {
        return BUILT.isEmpty() ? System.getProperty("java.class.path") : BUILT;
    }

    /** A Java that is about to run it; the words of the command follow. The second compiler never pays in a life as short as a test's. */
    static List<String> java() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), Main.class.getName()));
        return words;
    }

    private static List<String> options() {
        if (BUILT.isEmpty()) return AotCache.NODE;
        var cache = AotCache.beside(Path.of(BUILT));
        try {
            return cache.usable() ? cache.using() : AotCache.NODE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
