package acorde.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** How fast a disk makes small writes last: a block of 8 KiB overwritten and synced, again and again for a second. */
final class SyncRate {
    private static final Duration MEASURED = Duration.ofSeconds(1);
    private static final int BLOCK_BYTES = 8192;

    private SyncRate() {}

    /** @param where a folder on the disk in question; a file is made in it and removed */
    static double of(Path where) {
        try {
            Path file = Files.createTempFile(where, "sync", ".tmp");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                // Written once before, so that what is measured is an overwrite, as in a recycled write-ahead log.
                channel.write(ByteBuffer.allocate(BLOCK_BYTES), 0);
                channel.force(true);
                long start = System.nanoTime();
                long syncs = 0;
                long elapsed;
                do {
                    channel.write(ByteBuffer.allocate(BLOCK_BYTES), 0);
                    channel.force(false);
                    syncs++;
                    elapsed = System.nanoTime() - start;
                } while (elapsed < MEASURED.toNanos());
                return syncs * 1e9 / elapsed;
            } finally {
                Files.delete(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("the disk under " + where + " could not be measured", fault);
        }
    }
}
