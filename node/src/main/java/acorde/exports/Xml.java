package acorde.exports;

import java.util.regex.Pattern;

/** What may stand in a document of XML 1.0. */
public final class Xml {
    /** What it has no place for, not even as a reference: one makes the whole document unreadable, and a party may have written it. */
    private static final Pattern NO_CHARACTER =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Xml() {}

    /** A text with a mark in the place of each character that has none there. */
    public static String readable(String text) {
        return NO_CHARACTER.matcher(text).replaceAll("\uFFFD");
    }
}
