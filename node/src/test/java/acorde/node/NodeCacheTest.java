package acorde.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import acorde.postgres.TestPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.springframework.util.FileSystemUtils;

/** A real node leaves a cache once it is ready, the next start uses it, and a spoilt one harms nobody. */
@Tag("database")
@Tag("slow")
final class NodeCacheTest {
    @TempDir
    Path folder;

    @Test
    void aNodeLeavesACacheWhileItRunsAndTheNextStartUsesIt() throws IOException, InterruptedException {
        var program = program();
        var cache = Program.cached(program);
        assertTrue(cache.usable());
        try (var left = Files.list(program.getParent())) {
            assertFalse(left.anyMatch(file -> file.toString().contains(".new")));
        }
        var us = FirstRun.founded(folder);
        // Of a server that runs: that a node brings its own is for others to show.
        var options = List.of("--database-url", TestPostgres.migratedUrl(Node.SCHEMAS));
        assertTrue(usesCache(program, us, cache.file(), options), "Java uses the cache");

        // Other nodes have it in their memory: half of it is put beside the same program elsewhere.
        var spoilt = AotCache.beside(copied(program));
        try (var bytes = Files.newInputStream(cache.file())) {
            Files.write(spoilt.file(), bytes.readNBytes(100_000));
        }
        assertTrue(spoilt.usable(), "as far as its date tells");
        assertFalse(
                usesCache(spoilt.program(), us, spoilt.file(), options),
                "half a cache is not used, and the node starts all the same");
    }

    /** The same program in another folder. */
    private Path copied(Path program) throws IOException {
        var other = folder.resolve("other");
        FileSystemUtils.copyRecursively(program.getParent(), other);
        return other.resolve(program.getFileName());
    }

    /** Whether a new process has the cache in its memory once it is ready. */
    private static boolean usesCache(Path program, NodeFolder us, Path cache, List<String> options)
            throws IOException, InterruptedException {
        var node = NodeProcess.start(program.toString(), "US", us, FirstRun.port(), options);
        try {
            node.awaitReady(FirstRun.PATIENCE);
            return Files.readString(Path.of("/proc", Long.toString(node.pid()), "maps"))
                    .contains(cache.toString());
        } finally {
            node.stop();
        }
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
