package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script {@code acorde} does around a node, with a Java that only tells how it was called and waits to be stopped. */
final class ScriptTest {
    private static final String JAVA = """
            #!/bin/sh
            case "$1" in -version) echo 'openjdk version "25.0.3"' >&2; exit 0 ;; esac
            echo "$@" >"$CALLED"
            trap 'exit 143' TERM
            trap 'exit 130' INT
            echo READY
            while :; do sleep 0.05; done
            """;

    /** Ends only once somebody has read what it is at. */
    private static final String MAVEN = """
            #!/bin/sh
            echo '[INFO] --- compiler:3.14.1:compile (default-compile) @ node ---'
            read -r answer < read
            echo '[ERROR] the disk is full'
            exit 1
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void program() throws IOException {
        Files.copy(Path.of("..", "acorde"), folder.resolve("acorde"));
        executable("jdk/bin/java", JAVA);
        executable("jdk/bin/javac", "#!/bin/sh\n");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_RUNTIME_VERSION=\"25.0.3+9-LTS\"\n");
        for (var source : List.of("trust-log/src/main", "node/src/main", "compacts", "node/target/app"))
            Files.createDirectories(folder.resolve(source));
        for (var file : List.of("pom.xml", "trust-log/pom.xml", "node/pom.xml"))
            Files.writeString(folder.resolve(file), "");
        Files.writeString(folder.resolve("node/target/app/node.jar"), "");
        Files.setLastModifiedTime(folder.resolve("node/target/app/node.jar"), FileTime.from(later(1)));
    }

    private static Instant later(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }

    private void executable(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path cache() {
        return folder.resolve("node/target/app/node-25.0.3+9-LTS.aot");
    }

    private ProcessBuilder calling(String... words) {
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("CALLED", folder.resolve("called").toString());
        return builder;
    }

    /** Runs a node until it is ready, stops it as a service manager does. @return the words Java was called with */
    private List<String> run() throws IOException, InterruptedException {
        var script = calling("sh", "acorde", "node", "run", "--data", "x").start();
        try (var said = script.inputReader()) {
            assertEquals("READY", said.readLine());
            script.toHandle().destroy();
            assertTrue(script.waitFor(30, TimeUnit.SECONDS), "the script ends when it is told to");
            assertEquals(143, script.exitValue());
        } finally {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
        return List.of(Files.readString(folder.resolve("called")).strip().split(" "));
    }

    private String help(Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "acorde", "help")
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().putAll(environment);
        var script = builder.start();
        var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, script.waitFor());
        assertTrue(
                said.lines().filter(line -> line.startsWith("  ./acorde ")).allMatch(line -> line.length() > 30), said);
        return said;
    }

    @Test
    void helpSpeaksTheLanguageOfWhoeverAsks() throws IOException, InterruptedException {
        assertTrue(help(Map.of("LC_ALL", "es_GT.UTF-8", "LANG", "en_US.UTF-8"))
                .contains("./acorde verify ...      comprobar un archivo de prueba, sin conexión"));
        assertTrue(help(Map.of("LANG", "es")).startsWith("Acorde: un acuerdo firmado, en marcha."));
        assertTrue(help(Map.of()).contains("./acorde verify ...      check a proof file, offline"));
    }

    /** A JDK that says it is of this version, and where it lies to whoever runs something with it. */
    private void jdk(String name, int version) throws IOException {
        executable(name + "/bin/javac", "#!/bin/sh\n");
        executable(name + "/bin/java", """
                #!/bin/sh
                case "$*" in
                -XshowSettings*) echo '    java.home = %s' >&2 ;;
                -version) echo 'openjdk version "%d.0.1"' >&2 ;;
                *) echo '%s' ;;
                esac
                """.formatted(folder.resolve(name), version, name));
    }

    /** Runs a verb where no other Java can be found than those in this folder. */
    private ProcessBuilder among(String home, String locale) throws IOException {
        var script = Files.readString(Path.of("..", "acorde"));
        Files.writeString(folder.resolve("acorde"), script.replace("/usr/lib/jvm", folder.resolve("jvm") + ""));
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : List.of("dirname", "sed", "head", "find"))
            if (!Files.exists(tools.resolve(tool)))
                Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        var builder = new ProcessBuilder("/bin/sh", "acorde", "verify", "proof")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        folder.resolve(home).toString(),
                        "LC_ALL",
                        locale,
                        "PATH",
                        tools + ":" + folder.resolve("onpath/bin")));
        return builder;
    }

    private String javaAmong(String home) throws IOException, InterruptedException {
        var script = among(home, "C").start();
        var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, script.waitFor(), said);
        return said.strip();
    }

    @Test
    void aJdkIsLookedForInJavaHomeThenWhereDebianHasThemThenOnThePath() throws IOException, InterruptedException {
        jdk("old", 17);
        jdk("mine", 26);
        jdk("jvm/temurin-25-jdk", 25);
        jdk("onpath", 25);
        assertEquals("mine", javaAmong("mine"));
        assertEquals("jvm/temurin-25-jdk", javaAmong("old"));
        jdk("jvm/temurin-25-jdk", 17); // by its name alone
        assertEquals("onpath", javaAmong("old"));
        assertEquals("onpath", javaAmong("none"));
    }

    @Test
    void whereThereIsNoJdk25OneSentenceSaysSoInTheLanguageOfWhoeverAsks() throws IOException, InterruptedException {
        var words = Path.of("node/src/main/resources/acorde/web");
        Files.createDirectories(folder.resolve(words));
        for (var language : List.of("en", "es")) {
            var file = words.resolve("messages_" + language + ".properties");
            Files.copy(Path.of("..").resolve(file), folder.resolve(file));
        }
        jdk("old", 17);
        var sentences = Map.of(
                "C",
                "acorde: JDK 25 or newer is needed and was not found: install one, or set JAVA_HOME to where it is.\n",
                "es_HN.UTF-8",
                "acorde: Hace falta el JDK 25 o uno posterior y no se encontró: instálelo, o indique en JAVA_HOME dónde"
                        + " está.\n");
        for (var older : List.of("none", "old")) {
            for (var sentence : sentences.entrySet()) {
                var script = among(older, sentence.getKey()).start();
                assertEquals(
                        sentence.getValue(),
                        new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                assertEquals(2, script.waitFor());
            }
            jdk("onpath", 17);
        }
    }

    @Test
    void aBuildTellsHowFarItHasComeAndShowsWhatWentWrong() throws IOException, InterruptedException {
        executable("mvnw", MAVEN);
        var words = "node/src/main/resources/acorde/web/messages_en.properties";
        Files.createDirectories(folder.resolve(words).getParent());
        Files.copy(Path.of("..").resolve(words), folder.resolve(words));
        var pipe = new ProcessBuilder("mkfifo", folder.resolve("read").toString()).start();
        assertEquals(0, pipe.waitFor());
        var builder = new ProcessBuilder("sh", "acorde", "build")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("LC_ALL", "en");
        var script = builder.start();
        try (var said = script.inputReader()) {
            assertTrue(String.valueOf(said.readLine()).startsWith("Building Acorde"));
            var step = String.valueOf(said.readLine());
            assertTrue(step.matches("node, compiler:compile; [0-9]+ s so far"), step);
            Files.writeString(folder.resolve("read"), "yes\n");
            assertTrue(said.readAllLines().contains("[ERROR] the disk is full"));
            assertEquals(1, script.waitFor());
        } finally {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
    }

    @Test
    void aRunWithoutACacheRecordsOneAndTheNextUsesItWithTheSameOptions() throws IOException, InterruptedException {
        var first = run();
        assertEquals(AotCache.NODE, first.subList(0, AotCache.NODE.size()), "as the demonstration runs its nodes");
        var recording = first.subList(AotCache.NODE.size(), first.size());
        var made = AotRecording.among(recording).orElseThrow();
        assertEquals(AotCache.RECORDING, recording.subList(1, 1 + AotCache.RECORDING.size()));
        Files.setLastModifiedTime(Files.writeString(made.made(), "cache"), FileTime.from(later(2)));
        made.keep();

        var next = run();
        assertTrue(next.contains("-XX:AOTCache=" + cache().toRealPath()), next.toString());
        assertEquals(AotCache.NODE, next.subList(0, AotCache.NODE.size()), "the cache fits the same options alone");
    }

    @Test
    void whatEndsTheDemonstrationReachesItAndItsExitCodeComesBack() throws IOException, InterruptedException {
        for (var signal : Map.of("INT", 130, "TERM", 143).entrySet()) {
            // Where the tests run in the background the system lets them ignore INT, and those they start as well.
            var script = calling("env", "--default-signal=INT", "sh", "acorde", "demo")
                    .start();
            try (var said = script.inputReader()) {
                assertEquals("READY", said.readLine());
                new ProcessBuilder("sh", "-c", "kill -s " + signal.getKey() + " " + script.pid())
                        .start()
                        .waitFor();
                assertTrue(script.waitFor(30, TimeUnit.SECONDS), signal.getKey());
                assertEquals(signal.getValue(), script.exitValue());
            } finally {
                script.destroyForcibly();
            }
        }
    }

    @Test
    void aCacheOlderThanTheProgramIsMadeAgain() throws IOException, InterruptedException {
        Files.writeString(cache(), "old");
        assertTrue(AotRecording.among(run()).isPresent());
    }

    @Test
    void whatOtherJavasAndKilledRunsLeftIsSweptAwayWhenACacheIsMade() throws IOException, InterruptedException {
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        var left = List.of(
                "node-24.0.1+9.aot",
                cache().getFileName() + "." + ended.pid() + ".new",
                cache().getFileName() + "." + ended.pid() + ".new.config");
        for (var name : left) Files.writeString(cache().resolveSibling(name), "left");
        run();
        for (var name : left) assertFalse(Files.exists(cache().resolveSibling(name)), name);
    }
}
