package acorde.files;

import acorde.trustlog.Hash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is sent in several goes, as far as it has come.
 *
 * @param key by which its sender knows it
 * @param size bytes that are here; the next go begins there
 * @param chunks of each stretch of {@link Attachment#CHUNK} of them its SHA-256, by which its sender sees whether they are of the same file
 * @param whole bytes it will have; null if its sender has not said
 * @param until when it is swept, should no further go come
 */
public record Begun(
        String key,
        String name,
        long size,
        List<Hash> chunks,
        @Nullable Long whole,
        Instant until) { // as its sender is shown
    public Begun {
        chunks = List.copyOf(chunks);
    }
}
