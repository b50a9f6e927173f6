package acorde.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import acorde.trust.PartyCode;
import acorde.web.Described;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real node processes of parties founded together, to be killed. Their databases are on the tests' server, so that they start quickly. */
final class Processes implements AutoCloseable {
    private static final Path COMPACT = Path.of("..", "compacts", "moc-2019");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, One> nodes = new LinkedHashMap<>();

    /** Founds the compact; nothing runs yet. The first party announces the history. */
    Processes(Path folder, String... parties) {
        try {
            var cards = new ArrayList<Path>();
            for (var party : parties) {
                var node = new One(party, new NodeFolder(folder.resolve(party).toAbsolutePath()), freePort());
                node.folder.init("moc-2019", new PartyCode(party), URI.create("https://127.0.0.1:" + freePort()));
                node.announces = nodes.isEmpty();
                nodes.put(party, node);
                cards.add(node.folder.card());
            }
            var charter = Foundation.charter(Foundation.read(COMPACT), new PartyCode(parties[0]), cards, true);
            for (var node : nodes.values()) Foundation.join(node.folder, charter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    One node(String party) {
        return Objects.requireNonNull(nodes.get(party));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it holds, asking a node again and again; fails after a generous time. */
    static void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("not within three minutes: " + what);
            rest();
        }
    }

    /** Between two questions: to ask without a rest would take the cores from those who are waited for. */
    static void rest() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    @Override
    public void close() {
        nodes.values().forEach(One::kill);
    }

    /** One party's node. */
    static final class One {
        final NodeFolder folder;
        private final String party;
        private final int port;
        private final List<String> output = new ArrayList<>();
        String database = "";
        private boolean announces;
        private Process process;
        private CompletableFuture<Void> ready = new CompletableFuture<>();

        private One(String party, NodeFolder folder, int port) {
            this.party = party;
            this.folder = folder;
            this.port = port;
        }

        /** From here on it brings no history in, so that its log is short. */
        One announcesNothing() {
            announces = false;
            return this;
        }

        /** Starts a process, on the database given or its own, and waits until it serves. */
        One start() {
            launch();
            ready.orTimeout(3, TimeUnit.MINUTES).join();
            return this;
        }

        /** Starts a process and waits until it ends. @return its exit code */
        int runToTheEnd() {
            try {
                launch().waitFor();
                ready.handle((nothing, fault) -> fault).join();
                return process.exitValue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private Process launch() {
            var words = new ArrayList<>(Program.java());
            words.addAll(List.of("node", "run", "--data", folder.path().toString(), "--port", "" + port));
            words.addAll(List.of("--peer-host", "127.0.0.1", "--demo", "--story-token", token().toString()));
            if (announces)
                words.addAll(List.of("--announce", COMPACT.toAbsolutePath().toString()));
            if (!database.isEmpty()) words.addAll(List.of("--database-url", database));
            try {
                process = speaking("C.UTF-8", words).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ready = new CompletableFuture<>();
            var mine = process;
            var outcome = ready;
            Thread.ofVirtual().start(() -> copy(mine, outcome));
            return process;
        }

        /** The processes of tests speak the same language on every machine. */
        private static ProcessBuilder speaking(String locale, List<String> words) {
            var process = new ProcessBuilder(words).redirectErrorStream(true);
            process.environment().put("LC_ALL", locale);
            return process;
        }

        private void copy(Process mine, CompletableFuture<Void> outcome) {
            try (var lines = new BufferedReader(new InputStreamReader(mine.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    synchronized (output) {
                        output.add(line);
                    }
                    if (line.startsWith("READY ")) outcome.complete(null);
                }
            } catch (IOException e) {
                outcome.completeExceptionally(e);
            }
            outcome.completeExceptionally(new IOException(party + " ended: " + said()));
        }

        /** What its processes have written so far. */
        String said() {
            synchronized (output) {
                return String.join("\n", output);
            }
        }

        private Path token() {
            return folder.path().resolve("story-token");
        }

        /** Ends the process as a power cut would: without a word. */
        void kill() {
            if (process == null) return;
            process.destroyForcibly();
            awaitEnd();
        }

        /** Lets it end by itself. @return its exit code */
        int stop() {
            process.destroy();
            return awaitEnd();
        }

        int awaitEnd() {
            try {
                if (!process.waitFor(3, TimeUnit.MINUTES)) throw new AssertionError(party + " does not end");
                return process.exitValue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** Empties its tables and fills them from the acts, in a process of its own. @return its output, if all was as the acts have it */
        String replay() {
            var words = new ArrayList<>(Program.java());
            words.addAll(List.of("replay", "--data", folder.path().toString()));
            if (!database.isEmpty()) words.addAll(List.of("--database-url", database));
            try {
                var replay = speaking("C.UTF-8", words).start();
                var said = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(0, replay.waitFor(), said);
                return said;
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder().GET(), path);
        }

        HttpResponse<String> post(String path, JsonNode body) throws IOException, InterruptedException {
            return send(
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                    path);
        }

        private HttpResponse<String> send(HttpRequest.Builder request, String path)
                throws IOException, InterruptedException {
            return Described.held(HTTP.send(
                    request.uri(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                            .header("Authorization", "Bearer " + Files.readString(token()))
                            .timeout(Duration.ofMinutes(1))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }

        /** What it knows at a path; empty object if it knows nothing or does not answer. */
        JsonNode known(String path) {
            try {
                var answer = get(path);
                return answer.statusCode() == 200
                        ? JsonMapper.shared().readTree(answer.body())
                        : JsonMapper.shared().createObjectNode();
            } catch (IOException | InterruptedException e) {
                return JsonMapper.shared().createObjectNode();
            }
        }
    }
}
