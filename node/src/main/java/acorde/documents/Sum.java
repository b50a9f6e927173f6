package acorde.documents;

import acorde.acts.ActId;
import acorde.compact.Bilingual;
import acorde.monitoring.Sums.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of an area that are of one unit and may be added, added up.
 *
 * @param baseline what they began from; like the others null where nobody gave any
 * @param target what they are to reach
 * @param actual the latest value of each party of each
 * @param acts that carry their texts and the values, in their order, none twice
 */
public record Sum(
        Unit unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal actual,
        List<ActId> acts) { // what is added, and what shows it
    /** Characters of a unit, in each language, that a line of a paper has room for. */
    static final int UNIT = 60;

    /** @throws IllegalArgumentException if the unit is no single line of at most {@link #UNIT} characters, written plainly */
    public Sum {
        if (!fits(unit)) throw new IllegalArgumentException("a unit is one short line");
        baseline = plain(baseline);
        target = plain(target);
        actual = plain(actual);
        acts = List.copyOf(new TreeSet<>(acts));
    }

    /** Whether there is room for a unit on a paper. */
    static boolean fits(Unit unit) {
        return fits(unit.es()) && fits(unit.en());
    }

    private static boolean fits(String words) {
        return !words.isEmpty()
                && words.length() <= UNIT
                && Bilingual.fault(words) == null
                && words.equals(Unit.plain(words));
    }

    /** Written in one way: 38 and 38.0 are the same sum. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : new BigDecimal(written(number));
    }

    /** As acts and the one text have a number: without an exponent and without zeros at its end. */
    static String written(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
