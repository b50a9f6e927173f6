package acorde.notices;

import java.util.Locale;

/** A mail server cannot be used as it was given. The message is a sentence that says what to do, in English or in Spanish. */
public final class Unusable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String inSpanish;

    Unusable(String inEnglish, String inSpanish) {
        super(inEnglish);
        this.inSpanish = inSpanish;
    }

    /** In Spanish if that is the language of {@code locale}, otherwise in English. */
    public String sentence(Locale locale) {
        return locale.getLanguage().equals("es") ? inSpanish : String.valueOf(getMessage());
    }
}
