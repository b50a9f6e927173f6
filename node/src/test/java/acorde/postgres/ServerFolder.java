package acorde.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder for one built-in server, and what tests do to the server in it. */
final class ServerFolder implements AutoCloseable {
    private final Path path;

    ServerFolder() {
        try {
            path = Files.createTempDirectory("acorde-server");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Path path() {
        return path;
    }

    Path data() {
        return path.resolve("data");
    }

    Postgres start() {
        return Postgres.embedded(path, TestPostgres.servers());
    }

    /** What a first start and an orderly end leave, in a tenth of their time. */
    void startOnceAndClose() {
        var copied = Command.run(Duration.ofMinutes(1), List.of("cp", "-a", Closed.SERVER + "/.", path.toString()));
        if (!copied.succeeded()) {
            throw new IllegalStateException(copied.output());
        }
    }

    Postgres laterStart() {
        startOnceAndClose();
        return start();
    }

    long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data().resolve("postmaster.pid")).getFirst());
    }

    void awaitNobodyInTheData() throws Exception {
        for (long pid : Orphans.in(data())) {
            var process = ProcessHandle.of(pid);
            if (process.isPresent()) {
                process.get().onExit().get(60, TimeUnit.SECONDS);
            }
        }
    }

    static void killAndAwait(long pid) throws Exception {
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(60, TimeUnit.SECONDS);
    }

    /** The first column of the first row, or nothing for a statement without rows. */
    static String ask(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.open();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet found = statement.getResultSet()) {
                found.next();
                return found.getString(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Folders.remove(path);
    }

    /** A server that was started once and closed; tests copy it. */
    private static final class Closed {
        static final Path SERVER = make();

        private static Path make() {
            var made = new ServerFolder();
            made.start().close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    made.close();
                } catch (IOException fault) {
                    System.err.println("A folder of the tests was left in " + made.path + ": " + fault);
                }
            }));
            return made.path;
        }
    }
}
