package acorde.compact;

import java.math.BigDecimal;
import java.math.BigInteger;

/** What everybody may know of a number (CT-1). */
public sealed interface Disclosure {
    Disclosure WITHHELD = new Withheld();

    /**
     * In what steps counts of persons are told, rounded down; fewer are withheld. With steps of twelve or more, what lies between any two that
     * are told may always be eleven persons or more; twenty is a number that people count in.
     */
    int STEP = 20;

    /** Something is told of the number. */
    sealed interface Told extends Disclosure {
        BigDecimal number();
    }

    /** The number itself. */
    record Exact(BigDecimal number) implements Told {}

    /** That it is this or more, by less than {@link #STEP}. */
    record AtLeast(BigDecimal number) implements Told {}

    /** Nothing: it may tell of few persons. */
    record Withheld() implements Disclosure {}

    /** Of a count of persons. What is no whole number counts nobody. */
    static Disclosure ofPersons(BigDecimal count) {
        if (count.stripTrailingZeros().scale() > 0) return WITHHELD;
        var step = BigInteger.valueOf(STEP);
        var told = count.toBigIntegerExact().divide(step).multiply(step);
        return told.compareTo(step) < 0 ? WITHHELD : new AtLeast(new BigDecimal(told));
    }
}
