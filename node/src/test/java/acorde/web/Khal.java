package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A calendar that somebody keeps with khal, a calendar program of Debian, in Guatemala. */
record Khal(Path folder) {
    private static final Path PROGRAM = Path.of("/usr/bin/khal");
    private static final String CONFIGURED = """
            [calendars]
            [[meetings]]
            path = %1$s/meetings
            [sqlite]
            path = %1$s/khal.db
            [locale]
            local_timezone = America/Guatemala
            default_timezone = America/Guatemala
            timeformat = %%H:%%M
            dateformat = %%Y-%%m-%%d
            longdateformat = %%Y-%%m-%%d
            datetimeformat = %%Y-%%m-%%d %%H:%%M
            longdatetimeformat = %%Y-%%m-%%d %%H:%%M
            """;

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static Khal empty(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("meetings"));
        Files.writeString(folder.resolve("config"), CONFIGURED.formatted(folder));
        return new Khal(folder);
    }

    /** Takes a file in as a person does who opens it; what the calendar then shows, a line for each meeting. */
    List<String> takingIn(String file) throws IOException, InterruptedException {
        var given = Files.writeString(folder.resolve("given.ics"), file);
        run("import", "--batch", "-a", "meetings", given.toString());
        return run("list", "--day-format", "", "-f", "{start-long} {title} {status}", "2026-11-01", "366d")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>(
                List.of(PROGRAM.toString(), "-c", folder.resolve("config").toString()));
        command.addAll(List.of(words));
        var output = folder.resolve("output");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("HOME", folder.toString(), "LC_ALL", "C.UTF-8"));
        var process = builder.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) process.destroyForcibly();
        var said = Files.readString(output);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
