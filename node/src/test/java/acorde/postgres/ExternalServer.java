package acorde.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PostgreSQL of this machine, if one is installed, started on a free port for the tests: the database of somebody
 * else.
 */
final class ExternalServer implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path directory;
    private final ServerProcess process;
    private final int port;

    private ExternalServer(Path directory, ServerProcess process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    /** The folder of the programs of the oldest installed version that we accept. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.filter(folder -> folder.getFileName().toString().matches("[0-9]+"))
                    .filter(folder -> Files.isExecutable(folder.resolve("bin/postgres")))
                    .filter(folder -> version(folder) >= Postgres.OLDEST_MAJOR)
                    .min((a, b) -> version(a) - version(b))
                    .map(folder -> folder.resolve("bin"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static int version(Path folder) {
        return Integer.parseInt(folder.getFileName().toString());
    }

    static ExternalServer start(Path programs) {
        try {
            Path directory = Files.createTempDirectory("acorde-external-postgres");
            Path data = Files.createDirectory(directory.resolve("data"));
            Path password = Files.writeString(directory.resolve("password"), "not a secret\n");
            RunAs runAs = RunAs.choose(data);
            runAs.own(directory);
            var made = Command.run(
                    LIMIT,
                    runAs.words(
                            programs.resolve("initdb"),
                            List.of(
                                    "--pgdata=" + data,
                                    "--username=owner",
                                    "--pwfile=" + password,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale=C.UTF-8")));
            if (!made.succeeded()) {
                throw new IllegalStateException(made.output());
            }
            int port = new Ports(directory.resolve("port")).choose();
            List<String> words = List.of(
                    "-D",
                    data.toString(),
                    "-p",
                    "" + port,
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=");
            var process = ServerProcess.launch(runAs.words(programs.resolve("postgres"), words), directory);
            if (!process.awaitReady(LIMIT)) {
                throw new IllegalStateException(process.lastWords());
            }
            return new ExternalServer(directory, process, port);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    String url() {
        return urlOf("postgres");
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=owner&password=not+a+secret";
    }

    @Override
    public void close() {
        process.stop(LIMIT);
        try {
            Folders.remove(directory);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
