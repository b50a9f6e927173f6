package acorde.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A small disk of its own that is full at each stage of a start. Needs the right to mount one; is skipped with that
 * reason else.
 */
@SuppressWarnings("NullAway.Init") // JUnit calls start()
@Tag("database")
@Tag("slow")
@Timeout(300)
class DiskFullTest {
    Path disk;

    @BeforeEach
    void start() throws IOException {
        disk = Files.createTempDirectory("acorde-disk");
    }

    @AfterEach
    void remove() throws IOException {
        Command.run(Duration.ofMinutes(1), List.of("umount", disk.toString()));
        Folders.remove(disk);
    }

    private void mount(int mebibytes) {
        var mounted = Command.run(
                Duration.ofMinutes(1),
                List.of("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "none", disk.toString()));
        assumeTrue(mounted.succeeded(), "a small disk cannot be mounted here: " + mounted.output());
    }

    private void enlarge() {
        var outcome = Command.run(Duration.ofMinutes(1), List.of("mount", "-o", "remount,size=400m", disk.toString()));
        assertTrue(outcome.succeeded(), outcome.output());
    }

    private void assertFull(Path servers) {
        var refusal = assertThrows(
                DatabaseUnavailable.class,
                () -> Postgres.embedded(disk.resolve("node"), servers).close());
        assertEquals(Trouble.DISK_FULL, refusal.trouble(), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).contains(disk.toString()));
    }

    @Test
    void aDiskTooSmallForTheProgramsIsSaidAndLaterServesWhenThereIsRoom() {
        mount(10);
        assertFull(disk.resolve("servers"));
        enlarge();
        Postgres.embedded(disk.resolve("node"), disk.resolve("servers")).close();
    }

    @Test
    void aDiskTooSmallForTheFirstDataIsSaidAndLaterServesWhenThereIsRoom() {
        mount(20);
        assertFull(TestPostgres.servers());
        enlarge();
        Postgres.embedded(disk.resolve("node"), TestPostgres.servers()).close();
    }

    @Test
    void aDiskThatFilledUpSinceIsSaidAndNothingIsLost() throws Exception {
        mount(400);
        try (Postgres postgres = Postgres.embedded(disk.resolve("node"), TestPostgres.servers())) {
            execute(postgres, "create table kept as select 7 as x");
        }
        Path filler = disk.resolve("filler");
        fill(filler);
        assertFull(TestPostgres.servers());
        Files.delete(filler);
        try (Postgres postgres = Postgres.embedded(disk.resolve("node"), TestPostgres.servers())) {
            execute(postgres, "insert into kept select x from kept");
        }
    }

    private static void execute(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4096];
        IOException full = assertThrows(IOException.class, () -> {
            try (OutputStream stream = Files.newOutputStream(file)) {
                while (true) {
                    stream.write(block);
                }
            }
        });
        assertTrue(String.valueOf(full.getMessage()).contains("No space left"));
    }
}
