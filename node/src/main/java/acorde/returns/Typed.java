package acorde.returns;

import acorde.compact.Bilingual;
import acorde.returns.Fault.Or;
import acorde.returns.Fault.Why;
import acorde.sheets.Cell;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what people type into cells. What can mean two things is refused, not guessed: {@link WrittenNumber}, and 03/04/2026 too.
 */
final class Typed {
    /** Characters of a text, as in the form of a report. */
    static final int WORDS = 4_000;

    private static final int FIRST_YEAR = 1_901;
    private static final int LAST_YEAR = 9_999;

    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern SLASHED = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})");
    private static final Set<String> YES = Set.of("si", "yes", "true", "verdadero", "x");
    private static final Set<String> NO = Set.of("no", "false", "falso");

    private Typed() {}

    static Or<BigDecimal> number(Cell cell) {
        return switch (cell) {
            case Cell.Number(var number) -> number(WrittenNumber.fits(number));
            case Cell.Text(var text) -> number(WrittenNumber.read(text));
            case Cell.Formula _ -> Or.not(Why.FORMULA);
            case Cell.Broken _ -> Or.not(Why.BROKEN);
            case Cell.Blank _ -> Or.not(Why.NUMBER_MISSING);
            case Cell.Day _ -> Or.not(Why.NUMBER_UNREADABLE);
        };
    }

    private static Or<BigDecimal> number(WrittenNumber written) {
        return switch (written) {
            case WrittenNumber.Of(var number) -> Or.of(plain(number));
            case WrittenNumber.Ambiguous _ -> Or.not(Why.NUMBER_AMBIGUOUS);
            case WrittenNumber.Unreadable _ -> Or.not(Why.NUMBER_UNREADABLE);
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** @param today no later day is taken: nothing has been done on one */
    static Or<LocalDate> day(Cell cell, LocalDate today) {
        var read = switch (cell) {
            case Cell.Day(var day) -> Or.of(day);
            case Cell.Text(var text) -> day(text.strip());
            case Cell.Formula _ -> Or.<LocalDate>not(Why.FORMULA);
            case Cell.Broken _ -> Or.<LocalDate>not(Why.BROKEN);
            case Cell.Blank _ -> Or.<LocalDate>not(Why.DAY_MISSING);
            case Cell.Number _ -> Or.<LocalDate>not(Why.DAY_UNREADABLE);
        };
        var day = read.value();
        if (day == null) return read;
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) return Or.not(Why.DAY_UNREADABLE);
        return day.isAfter(today) ? Or.not(Why.DAY_AHEAD) : read;
    }

    private static Or<LocalDate> day(String text) {
        try {
            if (DAY.matcher(text).matches()) return Or.of(LocalDate.parse(text));
            var slashed = SLASHED.matcher(text);
            if (!slashed.matches()) return Or.not(Why.DAY_UNREADABLE);
            var first = Integer.parseInt(slashed.group(1));
            var second = Integer.parseInt(slashed.group(2));
            var year = Integer.parseInt(slashed.group(3));
            if (first == second || second > 12) return Or.of(LocalDate.of(year, first, second));
            return first > 12 ? Or.of(LocalDate.of(year, second, first)) : Or.not(Why.DAY_AMBIGUOUS);
        } catch (DateTimeException _) {
            return Or.not(Why.DAY_UNREADABLE);
        }
    }

    /** A text, empty for a blank cell. */
    static Or<String> words(Cell cell) {
        return switch (cell) {
            case Cell.Blank _ -> Or.of("");
            case Cell.Text(var text) -> words(text);
            case Cell.Number(var number) -> Or.of(number.toPlainString());
            case Cell.Day(var day) -> Or.of(day.toString());
            case Cell.Formula _ -> Or.not(Why.FORMULA);
            case Cell.Broken _ -> Or.not(Why.BROKEN);
        };
    }

    private static Or<String> words(String text) {
        if (text.length() > WORDS) return Or.not(Why.TOO_LONG);
        return Bilingual.fault(text) == null ? Or.of(text) : Or.not(Why.HIDDEN);
    }

    /** A code or another word that a spreadsheet must not have made a number or a date of: it drops zeroes in front. */
    static Or<String> word(Cell cell) {
        return cell instanceof Cell.Number || cell instanceof Cell.Day ? Or.not(Why.NOT_TEXT) : words(cell);
    }

    static Or<Boolean> yes(Cell cell) {
        var read = words(cell);
        var word = read.value();
        if (word == null) return Or.not(read.why() == null ? Why.YES_UNREADABLE : read.why());
        var plain = Vocabulary.plain(word);
        if (YES.contains(plain)) return Or.of(true);
        return plain.isEmpty() || NO.contains(plain) ? Or.of(false) : Or.not(Why.YES_UNREADABLE);
    }

    /** The beginning of what stands in a cell, for whoever is told that it is wrong. */
    static String seen(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) ->
                text.substring(0, Math.min(text.length(), Fault.SHOWN + 1)).replaceAll("[\\p{Cc}\\p{Cf}]", "·");
            case Cell.Number(var number) -> number.toPlainString();
            case Cell.Day(var day) -> day.toString();
            case Cell.Blank _, Cell.Formula _, Cell.Broken _ -> "";
        };
    }
}
