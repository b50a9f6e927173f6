package acorde.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * A few words of a text around what was looked for.
 *
 * @param pieces one after the other they are the excerpt
 * @param found whether any of it was looked for
 */
public record Excerpt(List<Piece> pieces, boolean found) {
    /** Characters shown before the first word found, and in all. */
    private static final int BEFORE = 60;

    private static final int LENGTH = 240;

    /** Words of a text that are looked through. */
    static final int WORDS = 2_000;

    /** @param marked whether this is what was looked for */
    public record Piece(String text, boolean marked) {}

    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    /** @param hits the words of the text that were looked for, in their order */
    static Excerpt of(String text, List<Word> hits) {
        var from = hits.isEmpty() ? 0 : wordBegin(text, hits.getFirst().from() - BEFORE);
        var to = wordEnd(text, from + LENGTH);
        var pieces = new ArrayList<Piece>();
        if (from > 0) pieces.add(new Piece("… ", false));
        var at = from;
        for (var hit : hits) {
            if (hit.to() > to) break;
            if (hit.from() > at) pieces.add(new Piece(text.substring(at, hit.from()), false));
            pieces.add(new Piece(text.substring(hit.from(), hit.to()), true));
            at = hit.to();
        }
        if (at < to) pieces.add(new Piece(text.substring(at, to), false));
        if (to < text.length()) pieces.add(new Piece(" …", false));
        return new Excerpt(pieces, !hits.isEmpty());
    }

    private static int wordBegin(String text, int near) {
        if (near <= 0) return 0;
        var space = text.indexOf(' ', near);
        return space < 0 || space > near + BEFORE ? codePoint(text, near) : space + 1;
    }

    private static int wordEnd(String text, int near) {
        if (near >= text.length()) return text.length();
        var space = text.lastIndexOf(' ', near);
        return space < near - BEFORE ? codePoint(text, near) : space;
    }

    /** Never half a character. */
    private static int codePoint(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
