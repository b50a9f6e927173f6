package acorde.node;

import acorde.postgres.TestPostgres;
import acorde.trust.PartyCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A node of the United States that runs for the first time, which leaves a cache of classes beside its program. */
final class FirstRun {
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private FirstRun() {}

    static void of(Path program) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("acorde-first");
        var us = founded(folder);
        // The server's programs lie beside the nodes of a demonstration; here those of all tests.
        Files.createSymbolicLink(folder.resolve("postgresql"), Files.createDirectories(TestPostgres.servers()));
        var node = NodeProcess.start(program.toString(), "US", us, port(), List.of());
        try {
            node.awaitReady(PATIENCE);
            Processes.until("the node leaves a cache", () -> left(AotCache.beside(program)));
            // It goes on as any other.
            URI.create(node.address() + "/health").toURL().openStream().close();
        } catch (Refusal refusal) {
            throw new AssertionError(Files.readString(us.path().resolve("node.log")), refusal);
        } finally {
            node.stop();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private static boolean left(AotCache cache) {
        try {
            return cache.usable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The node of the United States, in a compact of four. */
    static NodeFolder founded(Path folder) throws IOException {
        var cards = new ArrayList<Path>();
        for (var code : List.of("US", "GT", "HN", "SV")) {
            var node = new NodeFolder(folder.resolve(code));
            node.init("moc-2019", new PartyCode(code), URI.create("https://127.0.0.1:" + port()));
            cards.add(node.card());
        }
        var compact = Foundation.read(Path.of("..", "compacts", "moc-2019"));
        var us = new NodeFolder(folder.resolve("US"));
        Foundation.join(us, Foundation.charter(compact, new PartyCode("GT"), cards, true));
        return us;
    }

    static int port() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
