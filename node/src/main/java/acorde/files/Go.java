package acorde.files;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of several goes in which a file is sent, so that after a cut nobody need begin again.
 *
 * @param key the sender's own, by which it finds the file again: 1 to 64 letters, digits and hyphens
 * @param from the byte at which this go begins, from 0
 * @param whole bytes of the whole file, the same in every go; null if this go sends all the rest
 */
public record Go(String key, long from, @Nullable Long whole) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** @throws IllegalArgumentException if it is none */
    public Go {
        if (!isKey(key)) throw new IllegalArgumentException("1 to 64 letters, digits and hyphens");
        if (from < 0 || from > Attachment.LIMIT) throw new IllegalArgumentException("from 0 to 256 MiB");
        if (whole != null && whole < 0) throw new IllegalArgumentException("no bytes are fewer than none");
    }

    /** Whether it may be the key of a file. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
