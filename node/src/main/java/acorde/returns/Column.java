package acorde.returns;

import acorde.compact.Bilingual;

/** The columns of a return, by their headings. Their order is free; all but the title have to be there. */
public enum Column implements Vocabulary {
    INITIATIVE("Iniciativa", "Initiative"),
    TITLE("Título", "Title"),
    /** What the row tells: {@link Line}. */
    LINE("Renglón", "Line"),
    STEP("Hito", "Milestone"),
    STATE("Estado", "State"),
    /** On which it was done; of which a value is. */
    DAY("Fecha", "Date"),
    VALUE("Valor", "Value"),
    /** The note; where a value comes from; what a piece of evidence is. */
    WORDS("Texto", "Words"),
    BLOCKED_BY("Qué la bloquea", "Blocked by"),
    LINK("Enlace", "Link"),
    RESTRICTIONS("Restricciones cumplidas", "Restrictions kept"),
    /** From which report and text the row was made: {@link Basis}. Not to be touched. */
    BASIS("Base", "Basis");

    private final Bilingual words;

    Column(String es, String en) {
        this.words = new Bilingual(es, en);
    }

    @Override
    public Bilingual words() {
        return words;
    }
}
