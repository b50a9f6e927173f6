package acorde.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The cache of loaded classes and compiled methods that JDK 25 can keep between starts (JEP 483, 514): made on this machine by the first run,
 * never shipped. It lies beside the program and is of no use to another build of it.
 */
final class AotCache {
    /** The node whose first run makes the cache: one is enough, and two would write the same file. */
    private static final String MAKER = "US";

    private AotCache() {}

    /** Options of a Java process that uses the cache, or makes it; none where the program does not run from its folder. */
    static List<String> options(String party) {
        var program = Path.of(System.getProperty("java.class.path"));
        if (!Files.isRegularFile(program)) return List.of();
        var cache = program.resolveSibling("node.aot");
        if (Files.isRegularFile(cache)) return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
        return party.equals(MAKER) ? List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off", "-Xlog:cds=off") : List.of();
    }
}
