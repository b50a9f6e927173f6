package acorde.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the server, under a shell that stops it when this program is gone.
 *
 * <p>The shell waits on a pipe whose other end only this program holds. However this program ends, the system closes
 * that end, the shell reads its end and sends INT: an orderly, quick shutdown.
 */
final class ServerProcess {
    /**
     * The server gets no part of the pipe, else it would hold its own lifeline. The shell ignores what a terminal or a
     * service manager sends to all processes at once: it must live to tell the server.
     */
    private static final String KEEPER = """
            trap '' HUP INT TERM
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            { read -r _ <&3; kill -INT "$server"; } 2>/dev/null &
            keeper=$!
            exec 3<&-
            wait "$server"
            status=$?
            kill -KILL "$keeper" 2>/dev/null
            exit "$status"
            """;

    private static final int KEPT_LINES = 40;
    private static final Logger LOG = LoggerFactory.getLogger("acorde.postgres.server");

    private final Process process;
    private final ArrayDeque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Thread reader;

    private ServerProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name("postgres-output").start(this::read);
    }

    /** {@code setsid}: Ctrl-C in a terminal must reach this program alone, which may still have something to write. */
    static ServerProcess launch(List<String> words, Path directory) throws IOException {
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", KEEPER, "sh"));
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile());
        builder.environment().put("LC_ALL", "C");
        // Variables of libpq and of the server that the surroundings may hold are not meant for this server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return new ServerProcess(builder.start());
    }

    /** @return whether the server accepts connections; false when it ended or did not get there in time */
    boolean awaitReady(Duration limit) {
        try {
            return ready.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interruption) {
            throw Faults.interrupted(interruption);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Not on the thread that reports the end: its stack is too small for more than that. */
    void whenEnded(Runnable action) {
        var _ = process.onExit()
                .thenRun(() ->
                        Thread.ofPlatform().daemon().name("postgres-supervisor").start(action));
    }

    String lastWords() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** Asks for an orderly end and waits for it; after {@code limit} the server is cut off, as by a loss of power. */
    void stop(Duration limit) {
        try {
            process.getOutputStream().close();
        } catch (IOException closedAlready) {
            // The shell has ended: nothing is left to be told.
        }
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.error(
                        "PostgreSQL did not stop within {} s and is cut off; it will recover at the next start",
                        limit.toSeconds());
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            reader.join(Duration.ofSeconds(5));
        } catch (InterruptedException interruption) {
            throw Faults.interrupted(interruption);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (line.contains("LOG:  database system is ready to accept connections")) {
                    ready.complete(true);
                }
            }
        } catch (IOException closed) {
            keep(String.valueOf(closed.getMessage()));
        } finally {
            ready.complete(false);
        }
    }

    private void keep(String line) {
        if (line.contains("FATAL:") || line.contains("PANIC:")) {
            LOG.warn("{}", line);
        } else {
            LOG.debug("{}", line);
        }
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > KEPT_LINES) {
                lastLines.removeFirst();
            }
        }
    }
}
