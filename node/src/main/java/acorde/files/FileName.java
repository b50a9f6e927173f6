package acorde.files;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names under which files are shown and saved: such as no screen, shell or file system reads as anything else. */
final class FileName {
    /** Characters: a line on a screen. */
    static final int LIMIT = 120;

    /** Bytes as UTF-8: file systems take 255, and browsers add to a name that is there already. */
    static final int BYTES = 200;

    /** Marks beside letters, digits and the space that names may hold. */
    private static final String MARKS = "._-()[]+,;=@#&!~";

    /** A mark that is not seen. */
    private static final int JOINER = 0x34F;

    /** Letters that are not seen: fillers of Hangul. */
    private static final String UNSEEN = "\u115F\u1160\u3164\uFFA0";

    /** Names that are devices for one widespread system, whatever follows their first dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9]) *(\\..*)?");

    private FileName() {}

    /**
     * The name as it may be shown: without a path, and with a low line in place of whatever may not stand there (control and format
     * characters, those that turn the direction of writing, quotes, signs that shells read). Empty if nothing is left of it, or it is too long.
     */
    static Optional<String> clean(String raw) {
        if (raw.length() > 4 * LIMIT) return Optional.empty();
        var last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        var clean = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .map(FileName::allowed)
                .forEach(clean::appendCodePoint);
        var name = clean.toString().replaceAll("^[ .]+|[ .]+$", "");
        if (DEVICE.matcher(name).matches()) name = "_" + name;
        var fits = !name.isEmpty()
                && name.codePointCount(0, name.length()) <= LIMIT
                && name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= BYTES;
        return fits ? Optional.of(name) : Optional.empty();
    }

    static boolean isClean(String name) {
        return clean(name).filter(name::equals).isPresent();
    }

    private static int allowed(int point) {
        var kind = Character.getType(point);
        if (kind == Character.SPACE_SEPARATOR) return ' ';
        var accent = point >= 0x300 && point <= 0x36F && point != JOINER;
        var letter = Character.isLetterOrDigit(point) && UNSEEN.indexOf(point) < 0;
        return letter || accent || MARKS.indexOf(point) >= 0 ? point : '_';
    }
}
