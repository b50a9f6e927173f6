package acorde.web.words;

/** One text in both authentic languages. */
public record Bilingual(String es, String en) {
    /** The text in that language. */
    public String in(Language language) {
        return switch (language) {
            case ES -> es;
            case EN -> en;
        };
    }

    public boolean isBlank() {
        return es.isBlank() && en.isBlank();
    }
}
