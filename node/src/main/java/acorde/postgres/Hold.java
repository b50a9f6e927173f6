package acorde.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file held against every other process, and against everybody else in this one, until this is closed or this process
 * ends in whatever way.
 *
 * <p>The names held here are kept in memory too, because Linux frees a process's lock on a file as soon as the process
 * closes
 * <em>any</em> of its openings of that file: a second attempt in this process must not even open it.
 */
final class Hold implements Closeable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Hold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Tries at least once, and goes on for {@code patience}.
     *
     * @param folder exists; the file {@code name} is made in it when it is not there
     * @return null when somebody else kept it
     */
    static @Nullable Hold take(Path folder, String name, Duration patience) throws IOException {
        Path place = folder.toRealPath().resolve(name);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Hold hold = attempt(place);
            if (hold != null || System.nanoTime() >= end) {
                return hold;
            }
            Pause.shortly();
        }
    }

    private static @Nullable Hold attempt(Path place) throws IOException {
        if (!HELD_HERE.add(place)) {
            return null;
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            return taken ? new Hold(place, channel) : null;
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                HELD_HERE.remove(place);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
