package acorde.finding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text: letters and digits, without accents and capitals.
 *
 * @param plain as it is compared
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 */
record Word(String plain, int from, int to) {
    /** Characters of a word that count; no language we know has longer ones. */
    static final int LONGEST = 64;

    /** The words of a text in their order, the first {@code most}. Everything between words only parts them. */
    static List<Word> of(String text, int most) {
        var words = new ArrayList<Word>();
        var from = -1;
        for (var at = 0; at <= text.length() && words.size() < most; ) {
            var c = at < text.length() ? text.codePointAt(at) : ' ';
            if (isPart(c)) {
                if (from < 0) from = at;
            } else if (from >= 0) {
                var plain = plain(text.substring(from, Math.min(at, from + 4 * LONGEST)));
                if (!plain.isEmpty()) words.add(new Word(plain, from, at));
                from = -1;
            }
            at += Character.charCount(c);
        }
        return words;
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static String plain(String word) {
        if (isPlain(word)) return word;
        var plain = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** As most words of a text are: nothing has to be taken off. */
    private static boolean isPlain(String word) {
        for (var at = 0; at < word.length(); at++) {
            var c = word.charAt(at);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) return false;
        }
        return word.length() <= LONGEST;
    }
}
