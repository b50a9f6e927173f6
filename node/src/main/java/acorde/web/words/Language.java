package acorde.web.words;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of the compact. Both are authentic; this one is the language a reader reads in. */
public enum Language {
    ES("es", "Español"),
    EN("en", "English");

    private static final int LONGEST_HEADER = 200;

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /** The language code of BCP 47, as it stands in a page's {@code lang}. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Language other() {
        return this == ES ? EN : ES;
    }

    /**
     * The language to answer in: the one asked for by this request, else the remembered one, else the browser's first
     * choice among ours, else Spanish.
     *
     * @param asked what {@code ?lang=} says
     * @param remembered what the cookie says
     * @param accepted the header Accept-Language as it came; anything that does not parse counts as absent
     */
    public static Language choose(@Nullable String asked, @Nullable String remembered, @Nullable String accepted) {
        Language named = byCode(asked);
        if (named == null) named = byCode(remembered);
        if (named == null) named = preferred(accepted);
        return named == null ? ES : named;
    }

    /** The language to answer a program in: the one it asks for, and English unless it says. */
    public static Language ofProgram(@Nullable String accepted) {
        return accepted == null ? EN : choose(null, null, accepted);
    }

    /** The language of that code, or nothing. */
    public static @Nullable Language byCode(@Nullable String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) return language;
        }
        return null;
    }

    private static @Nullable Language preferred(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST_HEADER) return null;
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException _) {
            return null;
        }
        for (Locale.LanguageRange range : ranges) {
            if (range.getWeight() <= 0) continue;
            String tag = range.getRange();
            int dash = tag.indexOf('-');
            Language language = byCode(dash < 0 ? tag : tag.substring(0, dash));
            if (language != null) return language;
        }
        return null;
    }
}
