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
    private final boolean isShort;
    private int number;

    Workplace(boolean isShort) {
        this.isShort = isShort;
        try {
            folder = Files.createTempDirectory("acorde-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long to do something: a tenth of it in a short run, whose figures are not kept. */
    int seconds(int usual) {
        return isShort ? Math.max(1, usual / 10) : usual;
    }

    boolean isShort() {
        return isShort;
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
