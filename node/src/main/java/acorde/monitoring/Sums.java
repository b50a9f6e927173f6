package acorde.monitoring;

import acorde.compact.Bilingual;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Quantities added up, each with its like. There is no way to add two of different units: a sum exists only under its
 * unit.
 *
 * @param byUnit one sum for each unit
 */
public record Sums(SortedMap<Unit, BigDecimal> byUnit) {
    public static final Sums NONE = new Sums(new TreeMap<>());

    /** What is counted. Two are the same only if both languages say the same. */
    public record Unit(String es, String en) implements Comparable<Unit> {
        private static final Comparator<Unit> ORDER =
                Comparator.comparing(Unit::es).thenComparing(Unit::en);

        public static Unit of(Bilingual words) {
            return new Unit(plain(words.es()), plain(words.en()));
        }

        /** One line, with single blanks. */
        public static String plain(String word) {
            return word.strip().replaceAll("\\s+", " ");
        }

        @Override
        public int compareTo(Unit other) {
            return ORDER.compare(this, other);
        }
    }

    /** So much of something. */
    public record Quantity(BigDecimal number, Unit unit) {}

    public Sums {
        byUnit = Collections.unmodifiableSortedMap(new TreeMap<>(byUnit));
    }

    public Sums plus(Quantity quantity) {
        var sums = new TreeMap<>(byUnit);
        sums.merge(quantity.unit(), quantity.number(), BigDecimal::add);
        return new Sums(sums);
    }
}
