package acorde.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.trust.PartyCode;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real node leaves a cache when it is stopped, the next start uses it, and a spoilt one harms nobody. */
@Tag("database")
@Tag("slow")
final class NodeCacheTest {
    private static final Path COMPACT = Path.of("..", "compacts", "moc-2019");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void aStoppedNodeLeavesACacheThatTheNextStartUses() throws IOException, InterruptedException {
        var program = program();
        var cache = AotCache.beside(program);
        var us = founded();

        Files.deleteIfExists(cache.file());
        run(program, us);
        assertTrue(cache.usable());
        try (var left = Files.list(program.getParent())) {
            assertFalse(left.anyMatch(file ->
                    file.toString().contains("." + ProcessHandle.current().pid() + ".new")));
        }

        assertTrue(usesCache(program, us, cache.file()), "Java uses the cache");

        // Other nodes may have it in their memory: it is put aside, and not written over.
        var whole = Files.move(cache.file(), program.resolveSibling("whole"));
        try {
            try (var bytes = Files.newInputStream(whole)) {
                Files.write(cache.file(), bytes.readNBytes(100_000));
            }
            assertFalse(
                    usesCache(program, us, cache.file()), "half a cache is not used, and the node starts all the same");
        } finally {
            Files.move(whole, cache.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void run(Path program, NodeFolder us) throws IOException, InterruptedException {
        var node = NodeProcess.start(program.toString(), "US", us, port(), List.of());
        try {
            node.awaitReady(PATIENCE);
        } catch (Refusal refusal) {
            throw new AssertionError(Files.readString(us.path().resolve("node.log")), refusal);
        }
        node.stop();
    }

    /** Whether a new process has the cache in its memory once it is ready. */
    private static boolean usesCache(Path program, NodeFolder us, Path cache) throws IOException, InterruptedException {
        var node = NodeProcess.start(program.toString(), "US", us, port(), List.of());
        try {
            node.awaitReady(PATIENCE);
            return Files.readString(Path.of("/proc", Long.toString(node.pid()), "maps"))
                    .contains(cache.toString());
        } finally {
            node.stop();
        }
    }

    private static int port() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The node of the United States, in a compact of four. */
    private NodeFolder founded() throws IOException {
        var cards = new ArrayList<Path>();
        for (var code : List.of("US", "GT", "HN", "SV")) {
            var node = new NodeFolder(folder.resolve(code));
            node.init("moc-2019", new PartyCode(code), URI.create("https://127.0.0.1:" + port()));
            cards.add(node.card());
        }
        var charter = Foundation.charter(Foundation.read(COMPACT), new PartyCode("GT"), cards, true);
        var us = new NodeFolder(folder.resolve("US"));
        Foundation.join(us, charter);
        return us;
    }

    /** The program as it was built; else one archive that names its libraries, as it lies in its folder once it is built. */
    private Path program() throws IOException {
        var built = Path.of(Program.classPath());
        if (Files.isRegularFile(built)) return built;
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        var folders = new ArrayList<Path>();
        var archives = new ArrayList<Path>();
        for (var part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(part).toAbsolutePath();
            if (!path.endsWith("test-classes")) (Files.isDirectory(path) ? folders : archives).add(path);
        }
        var app = Files.createDirectories(folder.resolve("app"));
        for (var other : folders.subList(1, folders.size()))
            archives.add(archive(app.resolve(folders.indexOf(other) + ".jar"), other, new Manifest()));
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        archives.stream().map(path -> path.toUri().toString()).collect(Collectors.joining(" ")));
        return archive(app.resolve("node.jar"), folders.getFirst(), manifest);
    }

    private static Path archive(Path jar, Path classes, Manifest manifest) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes)) {
            for (var file : files.filter(file -> !file.equals(classes)).toList()) {
                var folder = Files.isDirectory(file); // migrations are looked for in folders, so they have entries too
                out.putNextEntry(new JarEntry(classes.relativize(file) + (folder ? "/" : "")));
                if (!folder) Files.copy(file, out);
            }
        }
        return jar;
    }
}
