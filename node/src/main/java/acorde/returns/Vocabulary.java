package acorde.returns;

import acorde.compact.Bilingual;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Words of a return that are written in one language and recognised in both. */
interface Vocabulary {
    Bilingual words();

    /** The constant that is called so in either language, whatever its capitals and accents. */
    static <E extends Enum<E> & Vocabulary> Optional<E> find(Class<E> type, String text) {
        var plain = plain(text);
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> plain(each.words().es()).equals(plain)
                        || plain(each.words().en()).equals(plain))
                .findFirst();
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
