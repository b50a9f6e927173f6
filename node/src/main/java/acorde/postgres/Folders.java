package acorde.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the JDK leaves out about folders: removing one whole, syncing one. */
final class Folders {
    private Folders() {}

    /**
     * Removes {@code folder} and all in it; links are removed, never followed. Nothing happens when it is not there.
     */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException fault) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Makes renames inside {@code folder} last through a loss of power. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** One sync of the whole file system, instead of one per file under {@code folder}. */
    static void syncAllUnder(Path folder) throws IOException {
        var outcome = Command.run(Duration.ofMinutes(5), List.of("sync", "-f", folder.toString()));
        if (!outcome.succeeded()) {
            throw new IOException("the files in " + folder + " could not be synced to disk: " + outcome.output());
        }
    }
}
