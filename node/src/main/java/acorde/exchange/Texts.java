package acorde.exchange;

import acorde.compact.Bilingual;
import acorde.policy.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report says, each part by itself, so that one can be kept back while the others are given; reported fact and assessment are never one
 * (EV-9).
 *
 * @param parts some of {@link #LONGEST}, one at least
 */
public record Texts(Language language, SortedMap<Field, String> parts) {
    /** The parts there can be, with the characters each may have. */
    public static final Map<Field, Integer> LONGEST = Collections.unmodifiableMap(
            new EnumMap<>(Map.of(Field.TITLE, 300, Field.FACT, 20_000, Field.ASSESSMENT, 20_000, Field.SOURCE, 4_000)));

    /** In which it is written; what is exchanged is not translated. */
    public enum Language {
        ES,
        EN
    }

    /** @throws IllegalArgumentException if there is nothing, or a text that cannot be kept as it is */
    public Texts {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        if (parts.isEmpty()) throw new IllegalArgumentException("a report says something");
        parts.forEach((field, text) -> {
            if (text.length() > LONGEST.getOrDefault(field, 0) || Bilingual.fault(text) != null)
                throw new IllegalArgumentException("not a text of " + field.code());
        });
        if (parts.getOrDefault(Field.TITLE, "").contains("\n"))
            throw new IllegalArgumentException("a title is one line");
    }

    public Optional<String> part(Field field) {
        return Optional.ofNullable(parts.get(field));
    }

    /** That there is such a part, and nothing of what it says. */
    Texts outline() {
        var dashes = new TreeMap<>(parts);
        dashes.replaceAll((field, text) -> "-");
        return new Texts(language, dashes);
    }

    /** Those of these fields alone; empty if none is left. */
    Optional<Texts> only(Collection<Field> fields) {
        var left = new TreeMap<>(parts);
        left.keySet().retainAll(fields);
        return left.isEmpty() ? Optional.empty() : Optional.of(new Texts(language, left));
    }
}
