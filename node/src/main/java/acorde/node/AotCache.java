package acorde.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The cache of loaded classes and method profiles that JDK 25 can keep between starts (JEP 483, 514, 515): made on this machine when a first run
 * ends, never shipped; one that the demonstration made holds no profiles. It lies beside the program, is named for the Java that made it, and is of no use to another build or another Java.
 *
 * <p>It is written under a name of its own and renamed when whole, so that neither a run cut short nor two at once leave half a cache. Java
 * checks it again and goes on without it if anything does not fit. The script {@code acorde} does the same for {@code acorde node run}.
 */
record AotCache(Path program, Path file) {
    /** Options of a node's Java; those of the run that makes the cache are those of the runs that use it. The script has the same. */
    static final List<String> NODE = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Xlog:aot=off",
            "-Xlog:cds=off");

    private static final Pattern CACHE = Pattern.compile("node-.+\\.aot");

    /** With the process that waits for it. */
    private static final Pattern UNFINISHED = Pattern.compile("node-.+\\.aot\\.([0-9]{1,9})\\.new(?:\\.config)?");

    /** @param program the archive of the program, with its libraries beside it */
    static AotCache beside(Path program) {
        return new AotCache(program, program.resolveSibling("node-" + Runtime.version() + ".aot"));
    }

    /** Whether it is there, and was made of this build. */
    boolean usable() throws IOException {
        return Files.isRegularFile(file)
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(program)) >= 0;
    }

    /** Options of a run that uses it. */
    List<String> using() {
        return with("-XX:AOTCache=" + file);
    }

    /** Options of a run that writes one to {@code made} when it ends. */
    List<String> making(Path made) {
        return with("-XX:AOTCacheOutput=" + made);
    }

    private static List<String> with(String option) {
        var options = new ArrayList<>(NODE);
        options.add(option);
        return options;
    }

    /** Where this process may write one. */
    Path unfinished() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    }

    /** Takes over what a run has written, if it has written it to its end. */
    void keep(Path made) throws IOException {
        // What Java writes first goes only when the cache is whole.
        if (Files.exists(configuration(made)) || !Files.isRegularFile(made)) drop(made);
        else Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes away what a run has written that is of no use. */
    void drop(Path made) throws IOException {
        Files.deleteIfExists(made);
        Files.deleteIfExists(configuration(made));
    }

    /**
     * Takes away what nobody will use: caches of other builds and of other Javas, which anybody who starts that Java again makes anew, and what
     * runs have left that were killed while they wrote.
     */
    void sweep() throws IOException {
        try (var files = Files.list(file.toAbsolutePath().getParent())) {
            for (var other : files.toList()) {
                var name = other.getFileName().toString();
                var unfinished = UNFINISHED.matcher(name);
                var useless = unfinished.matches()
                        ? ProcessHandle.of(Long.parseLong(unfinished.group(1))).isEmpty()
                        : CACHE.matcher(name).matches()
                                && !(name.equals(file.getFileName().toString()) && usable());
                if (useless) Files.deleteIfExists(other);
            }
        }
    }

    private static Path configuration(Path made) {
        return made.resolveSibling(made.getFileName() + ".config");
    }
}
