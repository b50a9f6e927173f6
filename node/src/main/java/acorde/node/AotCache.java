package acorde.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cache of loaded classes that JDK 25 can keep between starts (JEP 483, 514): made on this machine by the first node that runs, never shipped. It lies beside
 * the program, is named for the Java that made it, and is of no use to another build or another Java.
 *
 * <p>A run that has none records, and ends the recording itself soon after it is ready ({@link AotRecording}): it may run for months, and should not be slower for it. It is
 * written under a name of its own and renamed when whole, so that neither a run cut short nor two at once leave half a cache. Java checks it again and goes on without it if
 * anything does not fit. The script {@code acorde} does the same for {@code acorde node run}.
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

    /**
     * Beside the name to write to. Profiles of methods (JEP 515) are left out: they make a start no faster that could be measured, and Java 25.0.3 has fallen while it gave
     * up what they keep.
     */
    static final List<String> RECORDING = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    static final String OUTPUT = "-XX:AOTCacheOutput=";

    private static final Pattern CACHE = Pattern.compile("node-.+\\.aot");

    /** With the process that waits for it. */
    static final Pattern UNFINISHED = Pattern.compile("(node-.+\\.aot)\\.([0-9]{1,9})\\.new(?:\\.config)?");

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
        return with(List.of("-XX:AOTCache=" + file));
    }

    /** Options of a run that records one, for {@link AotRecording} to end. */
    List<String> making() {
        return with(Stream.concat(Stream.of(OUTPUT + unfinished()), RECORDING.stream())
                .toList());
    }

    private static List<String> with(List<String> more) {
        return Stream.concat(NODE.stream(), more.stream()).toList();
    }

    /** Where a run that this process starts may write one. */
    Path unfinished() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
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
                        ? ProcessHandle.of(Long.parseLong(unfinished.group(2))).isEmpty()
                        : CACHE.matcher(name).matches()
                                && !(name.equals(file.getFileName().toString()) && usable());
                if (useless) Files.deleteIfExists(other);
            }
        }
    }
}
