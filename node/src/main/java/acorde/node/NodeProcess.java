package acorde.node;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A node in a process of its own, as the demonstration runs it. */
final class NodeProcess implements Coordinators.Door {
    private static final String READY = "READY ";
    private static final Duration STOP = Duration.ofSeconds(30);

    /** What a process ends with that SIGINT ended. */
    private static final int INTERRUPTED = 130;

    /** The node whose first run makes the cache: one is enough. */
    private static final String MAKER = "US";

    private final String classPath;
    private final @Nullable AotCache cache;
    private final String party;
    private final NodeFolder folder;
    private final int port;
    private final List<String> more;

    /** Whether this program asked it to end: then that it ends is no news. */
    private volatile boolean asked;

    private Process process;
    private CompletableFuture<Void> ready = new CompletableFuture<>();

    private NodeProcess( // what a node is started with
            String classPath, String party, NodeFolder folder, int port, List<String> more) throws IOException {
        this.classPath = classPath;
        var program = Path.of(classPath.split(File.pathSeparator, 2)[0]);
        // Elsewhere, as in tests, the program does not lie in one file, which a cache needs.
        this.cache =
                classPath.equals(program.toString()) && Files.isRegularFile(program) ? AotCache.beside(program) : null;
        this.party = party;
        this.folder = folder;
        this.port = port;
        this.more = List.copyOf(more);
        this.process = launch();
    }

    /**
     * @param classPath of the program
     * @param more options beside those every node of a demonstration has
     */
    static NodeProcess start( // what a node is started with
            String classPath, String party, NodeFolder folder, int port, List<String> more) throws IOException {
        return new NodeProcess(classPath, party, folder, port, more);
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
                var out = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
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

    private List<String> options() throws IOException {
        if (cache == null) return AotCache.NODE;
        if (cache.usable()) return cache.using();
        if (!party.equals(MAKER)) return AotCache.NODE;
        cache.sweep();
        return cache.making();
    }

    private List<String> command() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.add(
                "-XX:TieredStopAtLevel=1"); // four nodes share this machine, and the second compiler takes half of a
        // start
        command.addAll(List.of("-cp", classPath, Main.class.getName()));
        command.addAll(List.of("node", "run", "--data", folder.path().toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--peer-host", "127.0.0.1", "--public-log", "--demo"));
        command.add("--until-input-ends"); // so that no node outlives a demonstration that was killed
        command.addAll(more);
        return command;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public String party() {
        return party;
    }

    @Override
    public NodeFolder folder() {
        return folder;
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    void awaitReady(Duration longest) throws InterruptedException {
        try {
            ready.get(longest.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            stop();
            throw new Refusal("cli.no.start", party, folder.path().resolve("node.log"));
        }
    }

    /** Starts it again after it was stopped. */
    void restart() throws IOException, InterruptedException {
        process = launch();
        awaitReady(Duration.ofSeconds(120));
    }

    /** Has this done once it is ready. */
    void onceReady(Runnable then) {
        var _ = ready.thenRun(then);
    }

    /** Has this done if it ends and nobody asked it to. */
    void onceEnded(Runnable then) {
        var running = process;
        var _ = running.onExit().thenRun(() -> {
            if (endedByItself(asked, running.exitValue())) then.run();
        });
    }

    /** Ctrl-C at the terminal reaches the nodes as well, and one may be quicker than this program. */
    static boolean endedByItself(boolean asked, int exit) {
        return !asked && exit != INTERRUPTED;
    }

    /** Asks it to end, without waiting. */
    void askToStop() {
        asked = true;
        // Not Process.destroy, which also closes the pipe that the node still prints to.
        process.toHandle().destroy();
    }

    /** Lets it end by itself, and makes it if it does not. */
    void stop() {
        askToStop();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
