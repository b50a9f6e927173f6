package acorde.trust;

import java.util.Locale;

/** The node cannot go on with its keys, its charter or its log. The message is a sentence that says what to do, in English or in Spanish. */
public abstract sealed class Refused extends RuntimeException permits CharterRefused, KeyRefused, LogRolledBack {
    private static final long serialVersionUID = 1L;

    private final String inSpanish;

    Refused(String inEnglish, String inSpanish) {
        super(inEnglish);
        this.inSpanish = inSpanish;
    }

    /** In Spanish if that is the language of {@code locale}, otherwise in English. */
    public String sentence(Locale locale) {
        return locale.getLanguage().equals("es") ? inSpanish : String.valueOf(getMessage());
    }
}
