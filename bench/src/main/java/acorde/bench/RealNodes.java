package acorde.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Four parties founded with the commands an operator uses, whose nodes run as an operator runs them: {@code ./acorde node run}. */
final class RealNodes implements AutoCloseable {
    static final List<String> CODES = List.of("US", "GT", "HN", "SV");
    static final String COMPACT = "compacts/moc-2019";

    private final Path folder;
    private final Map<String, One> running = new LinkedHashMap<>();

    RealNodes(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(folder.resolve("postgresql"));
        var found = new ArrayList<>(List.of("node", "found", "--folder", COMPACT, "--announcer", "GT", "--exercise"));
        found.addAll(List.of("--out", charter()));
        for (var code : CODES) {
            var address = "https://127.0.0.1:" + freePort();
            acorde(
                    "node",
                    "init",
                    "--data",
                    data(code),
                    "--party",
                    code,
                    "--compact",
                    "moc-2019",
                    "--address",
                    address);
            found.add(folder.resolve(code).resolve("card.json").toString());
        }
        acorde(found.toArray(String[]::new));
        for (var code : CODES) acorde("node", "join", "--data", data(code), "--charter", charter());
    }

    private String charter() {
        return folder.resolve("charter.json").toString();
    }

    private String data(String code) {
        return folder.resolve(code).toString();
    }

    Path folder(String code) {
        return folder.resolve(code);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Runs the entry script to its end. */
    static void acorde(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("./acorde"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(command + ": " + said);
    }

    /** Starts a node. @return when it serves its pages */
    One start(String code, String... more) throws IOException, InterruptedException {
        var one = new One(code, more);
        running.put(code, one);
        return one;
    }

    One node(String code) {
        return Objects.requireNonNull(running.get(code), code);
    }

    @Override
    public void close() throws InterruptedException {
        for (var one : running.values()) one.askToStop();
        for (var one : running.values()) one.close();
    }

    /** The process of one party's node. */
    final class One implements AutoCloseable {
        final URI address;
        final double secondsToReady;
        final double secondsToFirstPage;
        private final Process process;
        private final Path token;

        private One(String code, String... more) throws IOException, InterruptedException {
            address = URI.create("http://127.0.0.1:" + freePort());
            token = folder.resolve(code).resolve("story-token");
            var command = new ArrayList<>(List.of("./acorde", "node", "run", "--data", data(code)));
            command.addAll(List.of("--port", Integer.toString(address.getPort()), "--peer-host", "127.0.0.1"));
            command.addAll(List.of("--demo", "--story-token", token.toString()));
            command.addAll(List.of(more));
            var log = folder.resolve(code).resolve("node.log");
            var began = System.nanoTime();
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            while (!Files.readString(log).contains("READY ")) {
                if (!process.isAlive() || System.nanoTime() - began > TimeUnit.MINUTES.toNanos(3))
                    throw new IllegalStateException("the node of " + code + " did not start: " + Files.readString(log));
                Thread.sleep(10); // until it says so
            }
            secondsToReady = (System.nanoTime() - began) / 1e9;
            try (var connection = new Keepalive(address)) {
                var page = connection.get("/sign-in", "");
                if (page.status() != 200) throw new IllegalStateException("no page: " + page.text());
            }
            secondsToFirstPage = (System.nanoTime() - began) / 1e9;
        }

        /** A token of its coordinator, as programs use it. */
        String authorization() throws IOException {
            return "Authorization: Bearer " + Files.readString(token).strip() + "\r\n";
        }

        /** The Java process of the node, the script before it aside. */
        long pid() {
            return process.descendants()
                    .filter(one -> one.info().command().orElse("").endsWith("java"))
                    .findFirst()
                    .map(ProcessHandle::pid)
                    .orElse(process.pid());
        }

        void askToStop() {
            process.toHandle().destroy();
        }

        @Override
        public void close() throws InterruptedException {
            askToStop();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        }
    }
}
