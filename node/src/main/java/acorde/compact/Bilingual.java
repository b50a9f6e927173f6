package acorde.compact;

import org.jspecify.annotations.Nullable;

/** A text in both languages of the compact; both are authentic, so neither may be missing. */
public record Bilingual(String es, String en) {
    /** Characters of a text in one language. */
    public static final int LIMIT = 100_000;

    public Bilingual {
        refuse(es);
        refuse(en);
    }

    private static void refuse(String text) {
        var fault = fault(text);
        if (fault != null) throw new IllegalArgumentException(fault.en());
    }

    /**
     * Why {@code text} cannot be kept as a text, or null. Control characters are refused because no database column holds NUL and no reader
     * sees the others; half a surrogate pair because it has no bytes in UTF-8; and what Unicode calls format
     * characters because they can turn the order of what is read: parties assent to what they see.
     */
    public static @Nullable Bilingual fault(String text) {
        if (text.isBlank()) return new Bilingual("El texto está vacío.", "The text is empty.");
        if (text.length() > LIMIT)
            return new Bilingual(
                    "El texto pasa de 100,000 caracteres: repártalo o resúmalo.",
                    "The text is longer than 100,000 characters: split or shorten it.");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) continue; // most of any text, and all of it must be looked at
            if (Character.isISOControl(c) && c != '\n' && c != '\t')
                return new Bilingual(
                        "El texto contiene un carácter de control invisible: bórrelo y escríbalo de nuevo.",
                        "The text holds an invisible control character: delete it and type it again.");
            if (Character.getType(text.codePointAt(i)) == Character.FORMAT)
                return new Bilingual(
                        "El texto contiene un carácter que no se ve y puede cambiar lo que se lee: bórrelo y escríbalo de nuevo.",
                        "The text holds a character that is not seen and may change what is read: delete it and type it again.");
            if (!Character.isSurrogate(c)) continue;
            if (Character.isLowSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(++i)))
                return new Bilingual("El texto contiene un carácter partido.", "The text holds half a character.");
        }
        return null;
    }

    @Override
    public String toString() {
        return es + " / " + en;
    }
}
