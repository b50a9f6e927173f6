package acorde.bench;

import acorde.postgres.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder in which stories run their databases and nodes; gone afterwards. */
final class Workplace implements AutoCloseable {
    private final Path folder;
    private int number;

    Workplace() {
        try {
            folder = Files.createTempDirectory("acorde-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** An embedded database of its own. */
    Postgres database() {
        return Postgres.embedded(folder.resolve("database-" + number++), folder.resolve("servers"));
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
