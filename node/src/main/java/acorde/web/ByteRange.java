package acorde.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a file a request asks for (RFC 9110, section 14). */
sealed interface ByteRange {
    /** All of it. */
    record Whole() implements ByteRange {}

    /** From one byte to another, both with it, counted from 0. */
    record Part(long first, long last) implements ByteRange {}

    /** A stretch that there is not. */
    record Beyond() implements ByteRange {}

    /** One stretch; of several, which we may leave unheeded and do, all of the file is given. */
    Pattern ONE = Pattern.compile("bytes=[ \t]*([0-9]{0,18})-([0-9]{0,18})[ \t]*", Pattern.CASE_INSENSITIVE);

    /**
     * @param range the header Range; null if there is none
     * @param ifRange the header If-Range: the stretch is wanted only of the file of this tag, else all of what there is now
     * @param tag of the file, in quotes
     * @param size of the file, at least 1
     */
    static ByteRange of(
            @Nullable String range, @Nullable String ifRange, String tag, long size) { // what is asked, of what
        if (range == null || (ifRange != null && !ifRange.strip().equals(tag))) return new Whole();
        var one = ONE.matcher(range);
        if (!one.matches()) return new Whole();
        var from = one.group(1);
        var to = one.group(2);
        if (from.isEmpty()) return to.isEmpty() ? new Whole() : last(Long.parseLong(to), size);
        var first = Long.parseLong(from);
        if (!to.isEmpty() && Long.parseLong(to) < first) return new Whole(); // no range, and unheeded as such
        if (first >= size) return new Beyond();
        return new Part(first, to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1));
    }

    private static ByteRange last(long bytes, long size) {
        return bytes == 0 ? new Beyond() : new Part(Math.max(0, size - bytes), size - 1);
    }
}
