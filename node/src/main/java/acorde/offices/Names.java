package acorde.offices;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the names that people type are written. */
final class Names {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    private Names() {}

    /** A name for people to read. @throws IllegalArgumentException if it is empty, too long, or holds what cannot be seen or kept */
    static String oneLine(String typed, int limit) {
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (name.isEmpty() || name.length() > limit)
            throw new IllegalArgumentException("a name has between 1 and " + limit + " characters");
        if (name.codePoints().anyMatch(Names::unseen))
            throw new IllegalArgumentException("a name holds no control characters, and no half of a character");
        return name;
    }

    private static boolean unseen(int character) {
        var type = Character.getType(character);
        return Character.isISOControl(character) || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** The same, empty if it cannot be one. */
    static Optional<String> tryOneLine(String typed, int limit) {
        try {
            return Optional.of(oneLine(typed, limit));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name of an account, as it is kept; empty if {@code typed} cannot be one. */
    static Optional<String> account(String typed) {
        if (typed.length() > 200) return Optional.empty();
        var name = typed.strip().toLowerCase(Locale.ROOT);
        return ACCOUNT.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
