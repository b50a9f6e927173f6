package acorde.returns;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What somebody wrote where a number belongs, in a cell or a field. Decimals are parted by a point or a comma, as either country does. What can
 * mean two things is not guessed: 1.234 is one number in Madrid and another in Washington.
 */
public sealed interface WrittenNumber {
    /** Digits before and after what parts them. */
    int DIGITS = 15;

    int DECIMALS = 6;

    /** @param number with as many decimals as were written; of those beyond {@value #DECIMALS}, which are zeros, none */
    record Of(BigDecimal number) implements WrittenNumber {}

    /** Thousands or decimals. */
    record Ambiguous() implements WrittenNumber {}

    record Unreadable() implements WrittenNumber {}

    Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)");
    Pattern DECIMAL = Pattern.compile("(-?(?:0|[1-9][0-9]*))[.,]([0-9]+)");
    Pattern GROUPED = Pattern.compile("-?[1-9][0-9]{0,2}([.,' \u00a0\u202f])[0-9]{3}(\\1[0-9]{3})*");
    Pattern GROUPED_DECIMAL =
            Pattern.compile("(-?[1-9][0-9]{0,2}(?:([.,' \u00a0\u202f])[0-9]{3})(?:\\2[0-9]{3})*)([.,])([0-9]+)");
    Pattern THREE = Pattern.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}");

    static WrittenNumber read(String written) {
        var text = written.strip().replace('\u2212', '-');
        if (text.length() > 2 * (DIGITS + DECIMALS)) return new Unreadable();
        if (PLAIN.matcher(text).matches()) return fits(new BigDecimal(text));
        if (THREE.matcher(text).matches()) return new Ambiguous();
        var decimal = DECIMAL.matcher(text);
        if (decimal.matches()) return fits(new BigDecimal(decimal.group(1) + "." + decimal.group(2)));
        if (GROUPED.matcher(text).matches()) return fits(new BigDecimal(text.replaceAll("[^0-9-]", "")));
        var both = GROUPED_DECIMAL.matcher(text);
        if (both.matches() && !both.group(2).equals(both.group(3)))
            return fits(new BigDecimal(both.group(1).replaceAll("[^0-9-]", "") + "." + both.group(4)));
        return new Unreadable();
    }

    /** If it has no more digits than a number may have. */
    static WrittenNumber fits(BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        var whole = plain.precision() - plain.scale();
        if (whole > DIGITS || plain.scale() > DECIMALS) return new Unreadable();
        return new Of(number.scale() > DECIMALS ? number.setScale(DECIMALS) : number);
    }

    /** As it is read back: 1.234 is written 1.2340. */
    static String write(BigDecimal number) {
        var plain = number.toPlainString();
        return THREE.matcher(plain).matches() ? plain + "0" : plain;
    }
}
