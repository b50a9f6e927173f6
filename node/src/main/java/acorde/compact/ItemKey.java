package acorde.compact;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names one versioned item of the compact, such as {@code initiative/A1-05}. */
public record ItemKey(Kind kind, String code) implements Comparable<ItemKey> {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?");

    /** What an item is. What stands once in a compact carries its name as code. */
    public enum Kind {
        /** The founding charter, the first version of the directory of parties. */
        CHARTER,
        /** One agreed text. */
        INSTRUMENT,
        /** A field of work of the compact. */
        AREA,
        /** Something agreed. */
        INITIATIVE,
        /** A measure of an area as a whole. */
        INDICATOR,
        /** A meeting of ministers. */
        MEETING,
        /** A working group and its mandate. */
        GROUP,
        /** What happened outside and touched the compact. */
        EVENT,
        /** Where a statement comes from. */
        SOURCE,
        /** The days by which lights and ladder are computed. */
        THRESHOLDS,
        /** When the public account is published, and what of the talks it shows. */
        PUBLICATION,
        /** By which rules the parties release information to each other. */
        RELEASE;

        private final String word = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return word;
        }
    }

    public ItemKey {
        if (!isCode(code))
            throw new IllegalArgumentException(
                    "a code has 1 to 32 letters, digits and hyphens, and neither begins nor ends with a hyphen");
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Reads {@code initiative/A1-05}. @throws IllegalArgumentException if {@code text} names no item */
    public static ItemKey parse(String text) {
        var slash = text.indexOf('/');
        if (slash > 0)
            for (var kind : Kind.values())
                if (text.startsWith(kind.word) && slash == kind.word.length())
                    return new ItemKey(kind, text.substring(slash + 1));
        throw new IllegalArgumentException("an item is named like initiative/A1-05");
    }

    public static ItemKey initiative(String code) {
        return new ItemKey(Kind.INITIATIVE, code);
    }

    public static ItemKey indicator(String code) {
        return new ItemKey(Kind.INDICATOR, code);
    }

    @Override
    public int compareTo(ItemKey other) {
        var order = kind.compareTo(other.kind);
        return order == 0 ? code.compareTo(other.code) : order;
    }

    @Override
    public String toString() {
        return kind + "/" + code;
    }
}
