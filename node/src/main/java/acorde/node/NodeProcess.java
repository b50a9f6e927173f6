package acorde.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A node in a process of its own, as the demonstration runs it. */
final class NodeProcess {
    private static final String READY = "READY ";
    private static final Duration STOP = Duration.ofSeconds(30);

    private final String party;
    private final NodeFolder folder;
    private final int port;
    private final @Nullable Path announce;
    private Process process;
    private CompletableFuture<Void> ready = new CompletableFuture<>();

    private NodeProcess(String party, NodeFolder folder, int port, @Nullable Path announce) throws IOException {
        this.party = party;
        this.folder = folder;
        this.port = port;
        this.announce = announce;
        this.process = launch();
    }

    static NodeProcess start(String party, NodeFolder folder, int port, @Nullable Path announce) throws IOException {
        return new NodeProcess(party, folder, port, announce);
    }

    private Process launch() throws IOException {
        var log = folder.path().resolve("node.log");
        var started = new ProcessBuilder(command()).redirectErrorStream(true).start();
        ready = new CompletableFuture<>();
        var outcome = ready;
        Thread.ofVirtual().name("output-" + party).start(() -> copy(started, log, outcome));
        return started;
    }

    /** The node's output goes to its log; the line that says it is ready is waited for. */
    private static void copy(Process process, Path log, CompletableFuture<Void> ready) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var out = Files.newBufferedWriter(log)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line);
                out.newLine();
                out.flush();
                if (line.startsWith(READY)) ready.complete(null);
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IOException("the node ended"));
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(AotCache.options(party));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("node", "run", "--data", folder.path().toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--peer-host", "127.0.0.1", "--public-log", "--demo"));
        command.addAll(List.of("--story-token", token().toString()));
        if (announce != null) command.addAll(List.of("--announce", announce.toAbsolutePath().toString()));
        return command;
    }

    String party() {
        return party;
    }

    NodeFolder folder() {
        return folder;
    }

    /** Where the node leaves a token of its coordinator. */
    Path token() {
        return folder.path().resolve("story-token");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void awaitReady(Duration longest) throws InterruptedException {
        try {
            ready.get(longest.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            stop();
            throw new Refusal("The node of " + party + " did not start: see " + folder.path().resolve("node.log") + ".");
        }
    }

    /** Starts it again after it was stopped. */
    void restart() throws IOException, InterruptedException {
        process = launch();
        awaitReady(Duration.ofSeconds(120));
    }

    /** Lets it end by itself, and makes it if it does not. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
