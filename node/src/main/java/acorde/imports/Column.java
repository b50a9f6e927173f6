package acorde.imports;

import acorde.compact.Bilingual;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a table of reports, by their headings in either language. Their order is free, and any may be left out. */
public enum Column {
    TITLE("Título", "Title"),
    FACT("Hecho", "Fact"),
    ASSESSMENT("Valoración", "Assessment"),
    SOURCE("Fuente", "Source"),
    /** 4x4, such as B2. */
    EVALUATION("Evaluación", "Evaluation"),
    TLP("TLP", "TLP"),
    HANDLING("Código de manejo", "Handling code"),
    RESTRICTION("Restricción", "Restriction"),
    /** Codes of areas. */
    PURPOSES("Para qué puede usarse", "What it may be used for"),
    BASIS("Base legal", "Legal basis"),
    ZONE("Zona", "Zone"),
    VALID("Vigente hasta", "Valid until"),
    REVIEW("Revisar el", "Review on");

    private final Bilingual words;

    Column(String es, String en) {
        this.words = new Bilingual(es, en);
    }

    public Bilingual words() {
        return words;
    }

    /** The one that is called so, whatever its capitals and accents. */
    static Optional<Column> find(String heading) {
        var plain = plain(heading);
        return Arrays.stream(values())
                .filter(each -> plain(each.words.es()).equals(plain)
                        || plain(each.words.en()).equals(plain))
                .findFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
