package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entry script beside a Maven that does nothing but say so. */
final class EntryScriptTest {
    private static final String WORDS = "node/src/main/resources/acorde/web/messages_en.properties";

    /** Ends only once its reader has been told what it is at. */
    private static final String MAVEN = """
            #!/bin/sh
            echo '[INFO] --- compiler:3.14.1:compile (default-compile) @ node ---'
            read -r answer < told
            echo '[ERROR] the disk is full'
            exit 1
            """;

    @TempDir
    Path folder;

    private void put(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
    }

    @Test
    void aBuildTellsHowFarItHasComeAndShowsWhatWentWrong() throws IOException, InterruptedException {
        put("acorde", Files.readString(Path.of("..", "acorde")));
        put("mvnw", MAVEN);
        put(WORDS, Files.readString(Path.of("..").resolve(WORDS)));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", folder.resolve("told").toString())
                        .start()
                        .waitFor());
        var script = new ProcessBuilder(folder.resolve("acorde").toString(), "build").redirectErrorStream(true);
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().put("LC_ALL", "en");
        var running = script.start();
        try (var said = running.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(String.valueOf(said.readLine()).startsWith("Building Acorde"));
            var step = String.valueOf(said.readLine());
            assertTrue(step.matches("node, compiler:compile; [0-9]+ s so far"), step);
            Files.writeString(folder.resolve("told"), "yes\n");
            assertTrue(said.readAllLines().contains("[ERROR] the disk is full"));
            assertEquals(1, running.waitFor());
        } finally {
            running.destroy();
        }
    }
}
