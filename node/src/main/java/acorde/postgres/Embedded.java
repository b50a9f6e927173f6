package acorde.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the PostgreSQL that comes with this program: unpacks it, makes its data, starts it, starts it again when it
 * falls, stops it.
 *
 * <p>A lock on a file in the directory is held as long as this lives, so that a directory has one supervisor. The
 * system frees it however this program ends.
 */
final class Embedded implements Origin {
    private static final Duration START_LIMIT =
            Duration.ofMinutes(10); // replaying the log after a crash takes its time
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
    private static final Duration RIVAL_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_FALLS = 5;
    private static final Duration FALLS_WITHIN = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(Embedded.class);

    private final Cluster cluster;
    private final Path server;
    private final RunAs runAs;
    private final Hold hold;
    private final boolean durable;
    private final String password;
    private final ArrayDeque<Long> falls = new ArrayDeque<>();
    private volatile int port;
    private volatile @Nullable ServerProcess latest;
    private volatile @Nullable DatabaseUnavailable givenUp;
    private volatile Runnable whenBack = () -> {};
    private volatile boolean starting;
    private volatile boolean closed;

    private Embedded(
            Cluster cluster, Path server, RunAs runAs, Hold hold, boolean durable) // two places, who, whose, how
            throws IOException {
        this.cluster = cluster;
        this.server = server;
        this.runAs = runAs;
        this.hold = hold;
        this.durable = durable;
        this.password = cluster.password();
    }

    /**
     * @param servers where the unpacked programs are, or will be; several nodes of one user may share it
     * @param durable whether what it confirms outlives its machine; otherwise as long as its machine runs
     */
    static Embedded start(Path given, Path servers, boolean durable) {
        Path directory = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            Hold hold = Hold.take(directory, "lock", Duration.ZERO);
            if (hold == null) {
                throw new DatabaseUnavailable(Trouble.ALREADY_RUNNING, directory);
            }
            try {
                Path server = Binaries.in(servers.toAbsolutePath().normalize());
                var cluster = new Cluster(directory);
                RunAs runAs = RunAs.choose(cluster.data());
                runAs.insistOnReaching(directory);
                runAs.insistOnReaching(server.resolve("bin"));
                cluster.prepare(server, runAs);
                var embedded = new Embedded(cluster, server, runAs, hold, durable);
                embedded.run();
                return embedded;
            } catch (IOException | RuntimeException fault) {
                hold.close();
                throw fault;
            }
        } catch (IOException fault) {
            throw Faults.ofFiles(fault, directory);
        }
    }

    @Override
    public Address address() {
        return new Address(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "127.0.0.1:" + port,
                Map.of("user", Cluster.USER, "password", password));
    }

    /** @throws DatabaseUnavailable when starting the server again was given up, with the reason */
    @Override
    public boolean awaitReturn(long end) {
        do {
            Pause.shortly();
        } while (starting && System.nanoTime() < end);
        DatabaseUnavailable reason = givenUp;
        if (reason != null) {
            throw reason;
        }
        return !closed && System.nanoTime() < end;
    }

    @Override
    public void whenBack(Runnable action) {
        whenBack = action;
    }

    /** Starts the server and returns when it accepts connections. */
    private synchronized void run() throws IOException {
        long end = System.nanoTime() + RIVAL_LIMIT.toNanos();
        while (!closed) {
            Orphans.clear(cluster.data());
            int chosen = new Ports(cluster.directory().resolve("port")).choose();
            ServerProcess started = ServerProcess.launch(
                    runAs.words(server.resolve("bin/postgres"), settings(chosen)), cluster.directory());
            latest = started;
            if (started.awaitReady(START_LIMIT)) {
                port = chosen;
                started.whenEnded(() -> fell(started));
                return;
            }
            started.stop(STOP_LIMIT);
            String words = started.lastWords();
            if (!isWorthAnotherTry(words) || System.nanoTime() > end) {
                throw Faults.ofServer(words, cluster.directory());
            }
            Pause.shortly();
        }
    }

    /** Somebody took the port in between, or processes of an earlier server that we cannot see are still ending. */
    private static boolean isWorthAnotherTry(String words) {
        return words.contains("Address already in use")
                || words.contains("pre-existing shared memory block")
                || words.contains("lock file \"postmaster.pid\" already exists");
    }

    private synchronized void fell(ServerProcess fallen) {
        if (closed || latest != fallen) {
            return;
        }
        long now = System.nanoTime();
        falls.addLast(now);
        falls.removeIf(earlier -> now - earlier > FALLS_WITHIN.toNanos());
        LOG.error("The built-in PostgreSQL on {} ended unexpectedly", cluster.directory());
        // If it was only the shell that ended, the server is still there, and what is left of the shell now tells it to
        // stop.
        fallen.stop(STOP_LIMIT);
        try {
            if (falls.size() > MAX_FALLS) {
                throw new DatabaseUnavailable(
                        Trouble.FALLS_AGAIN, cluster.directory(), falls.size(), Faults.lastWords(fallen.lastWords()));
            }
            starting = true;
            run();
            whenBack.run();
            LOG.info("The built-in PostgreSQL on {} runs again", cluster.directory());
        } catch (IOException fault) {
            givenUp = Faults.ofFiles(fault, cluster.directory());
        } catch (DatabaseUnavailable unavailable) {
            givenUp = unavailable;
        } finally {
            starting = false;
        }
        DatabaseUnavailable reason = givenUp;
        if (reason != null) {
            LOG.error("{}", reason.getLocalizedMessage());
        }
    }

    /** Also cuts short a server that is just being started again. */
    @Override
    public void close() {
        closed = true;
        stopLatest();
        synchronized (this) {
            stopLatest(); // one may have been launched in between
            try {
                hold.close();
            } catch (IOException fault) {
                LOG.warn("The lock on {} was not closed: {}", cluster.directory(), fault.toString());
            }
        }
    }

    private void stopLatest() {
        ServerProcess process = latest;
        if (process != null) {
            process.stop(STOP_LIMIT);
        }
    }

    /**
     * Given as words of the command, so that they are always those of this version, whatever the files in the data say.
     */
    private List<String> settings(int chosen) {
        var words = new ArrayList<>(List.of("-D", cluster.data().toString(), "-p", Integer.toString(chosen)));
        for (String setting : List.of(
                "cluster_name=" + Orphans.MARK,
                "listen_addresses=127.0.0.1",
                // No socket file: its path may be at most 107 bytes long, and the driver does not use it.
                "unix_socket_directories=",
                "max_connections=40",
                "shared_buffers=128MB",
                // A new file of 16 MiB is written full of zeros before its first use, and everybody waits: some 60 ms a
                // time.
                // Only a checkpoint makes old ones ready for use again; so the first must come soon in a long load.
                "max_wal_size=256MB",
                // What stays on disk when idle. Larger keeps more ready after a burst; four nodes share a demo's disk.
                "min_wal_size=256MB",
                "checkpoint_timeout=15min",
                // No just-in-time compiler in these programs; said for the day it comes.
                "jit=off",
                // The small /dev/shm of containers breaks parallel queries, which two cores do not need.
                "max_parallel_workers_per_gather=0",
                "fsync=" + (durable ? "on" : "off"),
                "full_page_writes=on",
                "synchronous_commit=on",
                // After a crash one sync of the file system, instead of one per file: a restart of a second, not of
                // three.
                "recovery_init_sync_method=syncfs",
                "ssl=off",
                "logging_collector=off",
                "log_destination=stderr",
                // Statements and their values never reach the log: they may name people.
                "log_min_messages=log",
                "log_min_error_statement=panic",
                "log_checkpoints=off",
                "timezone=UTC")) {
            words.add("-c");
            words.add(setting);
        }
        return words;
    }
}
