package acorde.files;

import java.util.regex.Pattern;

/**
 * One of several goes in which a program sends a file, so that after a cut it need not begin again.
 *
 * @param key the program's own, by which it finds the file again: 1 to 64 letters, digits and hyphens
 * @param from the byte at which this go begins, from 0
 */
public record Go(String key, long from) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** @throws IllegalArgumentException if it is none */
    public Go {
        if (!KEY.matcher(key).matches()) throw new IllegalArgumentException("1 to 64 letters, digits and hyphens");
        if (from < 0 || from > Attachment.LIMIT) throw new IllegalArgumentException("from 0 to 256 MiB");
    }
}
