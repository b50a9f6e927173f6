package acorde.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that is sent in several goes, as far as it has come.
 *
 * @param key by which its sender knows it
 * @param size bytes that are here; the next go begins there
 * @param whole bytes it will have; null if its sender has not said
 * @param until when it is swept, should no further go come
 */
public record Begun(
        String key, String name, long size, @Nullable Long whole, Instant until) {} // as its sender is shown
