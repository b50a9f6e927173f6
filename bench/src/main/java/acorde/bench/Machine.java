package acorde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Where the figures were measured. */
record Machine(
        LocalDate date,
        String processor,
        int cores,
        long memoryMib,
        String java,
        String system,
        double syncsPerSecond) { // one line
    static Machine here(Workplace place) {
        try (var database = place.database()) {
            return new Machine(
                    LocalDate.now(),
                    firstOf("/proc/cpuinfo", "model name"),
                    Runtime.getRuntime().availableProcessors(),
                    memory(),
                    System.getProperty("java.vendor.version", System.getProperty("java.version")),
                    system(System.getProperty("os.name"), System.getProperty("os.version")),
                    database.syncsPerSecond(place.folder()));
        }
    }

    /** Without what a builder of kernels adds to the version. */
    private static String system(String name, String version) {
        return name + " " + version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }

    private static long memory() {
        var kib = firstOf("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return kib.isEmpty() ? 0 : Long.parseLong(kib) / 1024;
    }

    private static String firstOf(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
