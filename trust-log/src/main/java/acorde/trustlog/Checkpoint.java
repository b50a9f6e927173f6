package acorde.trustlog;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a log says about itself at one moment (c2sp.org/tlog-checkpoint): the text that is signed.
 *
 * @param origin which log, for example {@code acorde/moc-2019/HN}; at most {@value #MAX_ORIGIN_BYTES} bytes
 * @param size number of entries
 * @param root root of the tree over them
 * @param extensions further lines, never needed here and kept when others send them; at most {@value #MAX_EXTENSIONS}
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    /** The ML-DSA cosignature writes the length of the origin in one byte, so a longer one could never be cosigned. */
    public static final int MAX_ORIGIN_BYTES = 255;
    /** The standard advises against any; a few are let through so that another log's checkpoints can be read. */
    public static final int MAX_EXTENSIONS = 16;
    /** Enough for the longest origin and sixteen long lines, and small beside the signatures of a note. */
    public static final int MAX_TEXT_BYTES = 8_192;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        line(origin, "the origin");
        if (origin.getBytes(StandardCharsets.UTF_8).length > MAX_ORIGIN_BYTES)
            throw new Malformed("the origin is longer than " + MAX_ORIGIN_BYTES + " bytes");
        if (size < 0) throw new Malformed("a log cannot have " + size + " entries");
        if (size == 0 && !root.equals(Merkle.EMPTY_ROOT))
            throw new Malformed("the root given for an empty log is not that of an empty log");
        if (extensions.size() > MAX_EXTENSIONS)
            throw new Malformed("the checkpoint has " + extensions.size() + " extension lines; at most "
                    + MAX_EXTENSIONS + " are read");
        for (var extension : extensions) line(extension, "an extension line");
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** The checkpoint of a tree. */
    public static Checkpoint of(String origin, Frontier tree) {
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    /**
     * Reads a note body, including its final newline.
     *
     * @throws Malformed with a sentence, when it is anything but a checkpoint in its one spelling
     */
    public static Checkpoint parse(String text) {
        if (text.length() > MAX_TEXT_BYTES)
            throw new Malformed("the checkpoint is longer than " + MAX_TEXT_BYTES + " bytes");
        if (!text.endsWith("\n")) throw new Malformed("the checkpoint does not end with a newline");
        var lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3) throw new Malformed("a checkpoint has three lines or more, this one has " + lines.size());
        return new Checkpoint(
                lines.get(0),
                Strict.decimal(lines.get(1), "the size of the tree"),
                Strict.hash(lines.get(2), "the root of the tree"),
                lines.subList(3, lines.size()));
    }

    /** The note body: what is signed, with its final newline. */
    public String text() {
        var text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        for (var extension : extensions) text.append(extension).append('\n');
        return text.toString();
    }

    private static void line(String line, String what) {
        if (line.isEmpty()) throw new Malformed(what + " is empty");
        if (Strict.plain(line, what).indexOf('\n') >= 0) throw new Malformed(what + " is broken over two lines");
    }
}
